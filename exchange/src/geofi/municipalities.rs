//! Municipalities of the keys: names, centres, and the end of those that a later key no longer has.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use entity::municipality_change::ChangeKind;
use entity::time::FAR_FUTURE;
use entity::{Noun, Precision};
use serde_json::{Value, json};
use store::Draft;

use super::keys::{Key, LANGS};
use super::{names, source};
use crate::finland::{KUNTA, change, name_on, new_year, part};
use crate::{Error, Sink, table};

/// Mergers that only the keys show: they say that the municipality is gone, not where it went.
const MERGERS: [(&str, &str, i32); 1] = [("588", "507", 2025)];
/// What is said of them.
const NOTE: &str = "Päivä ja vastaanottava kunta päätelty: kunta puuttuu vuoden 2025 kunta-avaimesta.";

/// Longitude and latitude of the municipal centres by code; nothing where the folder has no table of them.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn centres(sink: &mut Sink, folder: &Path) -> Result<BTreeMap<String, (f64, f64)>, Error> {
    let path = folder.join("municipality_central_localities.csv");
    if !path.exists() {
        return Ok(BTreeMap::new());
    }
    let rows = table::read(sink, &path, b',', &["kuntatunnus", "X", "Y"], |row| {
        Ok((row.code("kuntatunnus", 3)?, (row.number("X", -180.0, 180.0)?, row.number("Y", -90.0, 90.0)?)))
    })?;
    Ok(rows.into_iter().collect())
}

/// The keys without the rows of municipalities that are stored as not in force then; those are problems.
pub(super) fn checked(sink: &mut Sink, mut keys: Vec<Key>, stored: &BTreeMap<String, Draft>) -> Vec<Key> {
    for Key { year, path, rows, .. } in &mut keys {
        rows.retain(|row| {
            let day = new_year(*year);
            let ended = |draft: &Draft| draft.to_precision == Precision::Day && draft.to <= day;
            let unborn = |draft: &Draft| draft.from_precision == Precision::Day && day < draft.from;
            let wrong = stored.get(&row.code).is_some_and(|draft| ended(draft) || unborn(draft));
            if wrong {
                sink.problem(path, Some(row.line), Some("kunta"), format!("{} is not in force on {day}", row.code));
            }
            !wrong
        });
    }
    keys
}

/// Every municipality, stored or new, with what the keys add, and the mergers that only the keys show.
pub(super) fn drafts(
    mut municipalities: BTreeMap<String, Draft>,
    keys: &[Key],
    centres: &BTreeMap<String, (f64, f64)>,
) -> (BTreeMap<String, Draft>, Vec<Draft>) {
    let mut names: BTreeMap<&str, [BTreeMap<i32, String>; 3]> = BTreeMap::new();
    for key in keys {
        for row in &key.rows {
            let known = names.entry(&row.code).or_default();
            known.iter_mut().zip(&row.names).for_each(|(known, name)| _ = known.insert(key.year, name.clone()));
        }
    }
    let mut mergers = Vec::new();
    let years: Vec<i32> = keys.iter().filter(|key| key.whole).map(|key| key.year).collect();
    for (code, names) in &names {
        let listed: Vec<i32> = names[0].keys().copied().collect();
        let draft = municipalities.entry((*code).to_owned()).or_insert_with(|| new(code, &listed));
        let citations = draft.edges.entry("citations".to_owned()).or_default();
        citations
            .retain(|edge| ![source::keys(), source::centres()].iter().any(|uid| edge.get("document_id") == Some(&json!(uid))));
        add_names(draft, names);
        mergers.extend(end(draft, code, &listed, &years));
    }
    for (code, (lon, lat)) in centres {
        if let Some(draft) = municipalities.get_mut(code) {
            draft.own.insert("lon".to_owned(), json!(lon));
            draft.own.insert("lat".to_owned(), json!(lat));
            cite(draft, json!({"field": "center", "document_id": source::centres(), "certainty": "STATED"}));
        }
    }
    let mergers = mergers.into_iter().map(|(gone, into, day)| merger(&municipalities, gone, into, day)).collect();
    (municipalities, mergers)
}

fn new(code: &str, listed: &[i32]) -> Draft {
    let mut draft = Draft::coded(Noun::Municipality, KUNTA, code).with("code", code);
    draft.from = new_year(listed.first().copied().unwrap_or_default());
    draft.from_precision = Precision::Unknown;
    draft.source = Some(source::keys());
    draft
}

/// English names are taken from here; Finnish and Swedish ones where no other source has given them with their days.
fn add_names(draft: &mut Draft, years: &[BTreeMap<i32, String>; 3]) {
    let own = draft.source == Some(source::keys());
    for (lang, years) in LANGS.iter().zip(years) {
        let known = draft.names.0.iter().any(|name| name.lang == *lang);
        if own || *lang == "en" || !known {
            draft.names.0.retain(|name| name.lang != *lang);
            draft.names.0.extend(names::periods(lang, years));
        }
    }
    if !own {
        cite(
            draft,
            json!({"field": "names", "document_id": source::keys(), "certainty": "STATED", "note": {"fi": "Englanninkielinen nimi."}}),
        );
    }
}

fn cite(draft: &mut Draft, citation: Value) {
    draft.edge("citations", citation);
}

/// Ends a municipality that a later whole key has no more, unless its last day is known; gives the merger where it is known.
fn end(draft: &mut Draft, code: &str, listed: &[i32], years: &[i32]) -> Option<(&'static str, &'static str, NaiveDate)> {
    let last = listed.last().copied()?;
    let next = years.iter().copied().find(|year| *year > last);
    let merger = MERGERS.iter().find(|(gone, _, year)| *gone == code && next.is_some_and(|next| last < *year && *year <= next));
    if let Some((gone, into, year)) = merger {
        (draft.to, draft.to_precision) = (new_year(*year), Precision::Day);
        cite(draft, json!({"field": "validity", "document_id": source::keys(), "certainty": "DERIVED", "note": {"fi": NOTE}}));
        return Some((gone, into, draft.to));
    }
    if draft.to == FAR_FUTURE || draft.to_precision != Precision::Day {
        (draft.to, draft.to_precision) = match next {
            None => (FAR_FUTURE, Precision::Day),
            Some(next) if next == last + 1 => (new_year(next), Precision::Year),
            Some(_) => (new_year(last + 1), Precision::Unknown),
        };
    }
    None
}

fn merger(municipalities: &BTreeMap<String, Draft>, gone: &str, into: &str, day: NaiveDate) -> Draft {
    let before = day.pred_opt().unwrap_or(day);
    let name =
        |code: &str| municipalities.get(code).and_then(|draft| name_on(&draft.names, "fi", before)).unwrap_or("?").to_owned();
    let mut merger = change(day, into, ChangeKind::Merge, &format!("{} → {}", name(gone), name(into)));
    part(&mut merger, gone, into);
    part(&mut merger, into, into);
    merger.source = Some(source::keys());
    cite(&mut merger, json!({"document_id": source::keys(), "certainty": "DERIVED", "note": {"fi": NOTE}}));
    merger
}
