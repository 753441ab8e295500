//! The regions of every family with their names, lives, coverage and members.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};
use entity::region::RegionFamily;
use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{Noun, Precision};
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;
use uuid::Uuid;

use super::family::{self, Family};
use super::keys::{Key, LANGS};
use super::names::{self, Yearly};
use super::timeline::{self, Lists, Span};
use super::{moves, source};
use crate::finland::{BASE, kunta, name_on, new_year};

/// All that the regions are made from.
pub(super) struct World<'a> {
    pub(super) keys: &'a [Key],
    pub(super) yearly: &'a Yearly,
    pub(super) municipalities: &'a BTreeMap<String, Draft>,
    pub(super) changes: &'a [Draft],
}

/// What is known of a family: region by list year, for each municipality.
struct Known {
    lists: Lists,
    points: BTreeMap<String, BTreeMap<i32, String>>,
}

/// The regions, and the moves between regions (maakunta).
pub(super) fn drafts(world: &World, stored: Vec<Draft>) -> (Vec<Draft>, Vec<Draft>) {
    let stored: HashMap<Uuid, Draft> = stored.into_iter().map(|draft| (draft.uid, draft)).collect();
    let (mut drafts, mut moved) = (Vec::new(), Vec::new());
    for (index, family) in family::ALL.iter().enumerate() {
        let known = known(world, index, family, &stored);
        if known.lists.years.is_empty() {
            continue;
        }
        let mut regions = regions(world, index, family, &known, &stored);
        let mut holes = BTreeSet::new();
        let spans = spans(world, family, &known, &regions, &mut holes);
        if family.kind == RegionFamily::Maakunta {
            moved = moves::drafts(&spans, world.municipalities, &regions);
        }
        let coverage = json!(timeline::coverage(&known.lists, &holes));
        for region in regions.values_mut() {
            region.own.insert("coverage".to_owned(), coverage.clone());
        }
        for (municipality, spans) in spans {
            for Span { code, from, to, certainty } in spans {
                if let Some(region) = regions.get_mut(&code) {
                    (region.from, region.to) = (region.from.min(from), region.to.max(to));
                    region.edge(
                        "members",
                        json!({
                            "municipality_id": kunta(&municipality), "certainty": certainty, "valid_from": from, "valid_to": to,
                        }),
                    );
                }
            }
        }
        drafts.extend(regions.into_values());
    }
    (drafts, moved)
}

fn known(world: &World, index: usize, family: &Family, stored: &HashMap<Uuid, Draft>) -> Known {
    let mut points: BTreeMap<String, BTreeMap<i32, String>> = BTreeMap::new();
    let mut years = BTreeSet::new();
    if family.kind == RegionFamily::Maakunta {
        for (municipality, code) in of_2005(world, stored) {
            points.entry(municipality).or_default().insert(BASE.year(), code);
            years.insert(BASE.year());
        }
    }
    for key in world.keys {
        for row in &key.rows {
            if let Some(group) = row.regions.get(&index) {
                points.entry(row.code.clone()).or_default().insert(key.year, group.code.clone());
                years.insert(key.year);
            }
        }
    }
    let open = years.last().copied() == world.keys.last().map(|key| key.year);
    let mut codes: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
    for (year, code) in points.values().flatten() {
        codes.entry(*year).or_default().insert(code.clone());
    }
    Known { lists: Lists { years: years.into_iter().collect(), open, codes }, points }
}

/// Region (maakunta) of each municipality in the stored list of 2005.
fn of_2005(world: &World, stored: &HashMap<Uuid, Draft>) -> Vec<(String, String)> {
    let codes: HashMap<String, &String> =
        world.municipalities.iter().map(|(code, draft)| (draft.uid.to_string(), code)).collect();
    let mut found = Vec::new();
    let day = BASE.to_string();
    for region in stored.values().filter(|region| region.own.get("family") == Some(&json!(RegionFamily::Maakunta))) {
        let Some(code) = region.own.get("code").and_then(Value::as_str) else { continue };
        for edge in region.edges.get("members").into_iter().flatten() {
            let text = |column: &str| edge.get(column).and_then(Value::as_str);
            let municipality =
                text("municipality_id").filter(|_| text("valid_from") == Some(&day)).and_then(|uid| codes.get(uid));
            found.extend(municipality.map(|municipality| ((*municipality).clone(), code.to_owned())));
        }
    }
    found
}

fn spans(
    world: &World,
    family: &Family,
    known: &Known,
    regions: &BTreeMap<String, Draft>,
    holes: &mut BTreeSet<i32>,
) -> BTreeMap<String, Vec<Span>> {
    let mut spans: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    let none = BTreeMap::new();
    let mut unlisted = Vec::new();
    for (code, draft) in world.municipalities {
        let points = known.points.get(code).unwrap_or(&none);
        if points.is_empty() {
            unlisted.push((code, draft));
            continue;
        }
        let moved = |from: &str| moves::known(code).or_else(|| ended(regions.get(from)?));
        let mut found = timeline::spans(&known.lists, points, (draft.from, draft.to), moved, holes);
        found.retain_mut(|span| regions.get(&span.code).is_some_and(|region| timeline::clip(span, bounds(region))));
        spans.insert(code.clone(), found);
    }
    for (code, draft) in unlisted.into_iter().filter(|_| family.kind == RegionFamily::Maakunta) {
        let inherited = inherited(world, draft, &spans);
        spans.extend(inherited.map(|span| (code.clone(), vec![span])));
    }
    spans
}

/// The life of a region as far as it is known to the day.
fn bounds(region: &Draft) -> (NaiveDate, NaiveDate) {
    let from = if region.from_precision == Precision::Day { region.from } else { FAR_PAST };
    (from, ended(region).unwrap_or(FAR_FUTURE))
}

/// Day on which a region ended, where it is known to the day.
fn ended(region: &Draft) -> Option<NaiveDate> {
    (region.to_precision == Precision::Day).then_some(region.to)
}

/// A municipality born after one list and gone before the next is where all that merged into it were.
fn inherited(world: &World, draft: &Draft, spans: &BTreeMap<String, Vec<Span>>) -> Option<Span> {
    let uid = json!(draft.uid);
    let before = draft.from.pred_opt()?;
    let parts = world.changes.iter().filter_map(|change| change.edges.get("parts")).flatten();
    let from: Vec<&Value> = parts.filter(|part| part.get("to_id") == Some(&uid)).filter_map(|part| part.get("from_id")).collect();
    let regions: BTreeSet<&str> = world
        .municipalities
        .iter()
        .filter(|(_, other)| other.uid != draft.uid && from.contains(&&json!(other.uid)))
        .filter_map(|(code, _)| spans.get(code)?.iter().find(|span| span.from <= before && before < span.to))
        .map(|span| span.code.as_str())
        .collect();
    let code = regions.first().filter(|_| regions.len() == 1)?;
    Some(Span { code: (*code).to_owned(), from: draft.from, to: draft.to, certainty: entity::citation::Certainty::Derived })
}

/// The regions of a family without their members.
fn regions(
    world: &World,
    index: usize,
    family: &Family,
    known: &Known,
    stored: &HashMap<Uuid, Draft>,
) -> BTreeMap<String, Draft> {
    let mut listed: BTreeMap<&String, BTreeSet<i32>> = BTreeMap::new();
    for points in known.points.values() {
        points.iter().for_each(|(year, code)| _ = listed.entry(code).or_default().insert(*year));
    }
    let mut regions = BTreeMap::new();
    for (code, years) in listed {
        let uid = uid(family.scheme, code);
        let mut draft = stored.get(&uid).cloned().unwrap_or_else(|| Draft::coded(Noun::Region, family.scheme, code));
        draft = draft.with("family", json!(family.kind)).with("code", code.as_str());
        draft.source = draft.source.or(Some(source::keys()));
        draft.edges.remove("members");
        cite(&mut draft);
        life(&mut draft, family, code, &known.lists, &years, world.yearly);
        rename(&mut draft, world, index, family, code);
        regions.insert(code.clone(), draft);
    }
    regions
}

/// Says that the members come from the keys, where the region itself rests on another source.
fn cite(draft: &mut Draft) {
    let keys = json!(source::keys());
    if let Some(citations) = draft.edges.get_mut("citations") {
        citations.retain(|edge| edge.get("document_id") != Some(&keys));
    }
    if draft.source != Some(source::keys()) {
        draft.edge("citations", json!({"field": "municipalities", "document_id": keys, "certainty": "STATED"}));
    }
}

fn life(draft: &mut Draft, family: &Family, code: &str, lists: &Lists, years: &BTreeSet<i32>, yearly: &Yearly) {
    let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
    let before = lists.years.iter().rev().find(|year| **year < first);
    (draft.from, draft.from_precision) = match before {
        None => family.from.map_or((new_year(first), Precision::Unknown), |from| (from, Precision::Day)),
        Some(before) if before + 1 == first => (new_year(first), Precision::Day),
        Some(_) => (new_year(first), Precision::Year),
    };
    let ended = yearly.ended(family.yearly, code).map(new_year);
    let after = lists.years.iter().find(|year| **year > last);
    (draft.to, draft.to_precision) = match after {
        None if lists.open => (FAR_FUTURE, Precision::Day),
        None => family.to.map_or((FAR_FUTURE, Precision::Unknown), |to| (to, Precision::Day)),
        Some(after) => match ended.filter(|day| (new_year(last + 1)..=new_year(*after)).contains(day)) {
            Some(day) => (day, Precision::Day),
            None if last + 1 == *after => (new_year(*after), Precision::Day),
            None => (new_year(last + 1), Precision::Year),
        },
    };
}

/// Names by the keys; before the first key the Swedish ones of the yearly list, and the ones stored for 2005.
fn rename(draft: &mut Draft, world: &World, index: usize, family: &Family, code: &str) {
    let mut years: [BTreeMap<i32, String>; 3] = Default::default();
    for key in world.keys {
        let groups = key.rows.iter().filter_map(|row| row.regions.get(&index));
        if let Some(group) = groups.into_iter().find(|group| group.code == code) {
            years.iter_mut().zip(&group.names).for_each(|(years, name)| _ = years.insert(key.year, name.clone()));
        }
    }
    let first = world.keys.iter().map(|key| key.year).find(|year| years[0].contains_key(year)).unwrap_or(i32::MAX);
    let old = |year: i32| year < first && within(draft, new_year(year));
    years[1].extend(world.yearly.of(family.yearly, code).filter(|(year, _)| old(*year)).map(|(year, name)| (year, name.clone())));
    for (lang, years) in LANGS.iter().zip(&mut years) {
        if let Some(name) = name_on(&draft.names, lang, BASE).filter(|_| draft.from == BASE && *lang != "en") {
            years.insert(BASE.year(), name.to_owned());
        }
        if !years.is_empty() {
            draft.names.0.retain(|name| name.lang != *lang);
            draft.names.0.extend(names::periods(lang, years));
        }
    }
}

fn within(draft: &Draft, day: NaiveDate) -> bool {
    draft.from <= day && day < draft.to
}
