//! Drafts to dataset files: a file for each noun, for each family of regions, and for boundaries.

use std::collections::BTreeMap;
use std::fmt::Write;

use entity::record::{Status, Visibility};
use entity::region::RegionFamily;
use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{Noun, Term};
use serde_json::{Map, Value, json};
use store::Draft;
use store::draft::Code;

use super::file::{DatedName, Edges, Identifier, Naming, Record};
use super::refs::{self, Words};
use super::{boundary, fold, matrix};

/// Records longer than this get a line for each edge.
const LINE: usize = 500;

/// Name and text of each file.
pub(super) fn files(mut drafts: Vec<Draft>) -> BTreeMap<String, String> {
    let words = Words::of(&drafts);
    let boundaries = boundary::take(&mut drafts, &words).map(|text| (boundary::FILE.to_owned(), text));
    let mut sets: BTreeMap<String, Vec<Draft>> = BTreeMap::new();
    for draft in drafts {
        sets.entry(file_name(&draft)).or_default().push(draft.normalized());
    }
    sets.into_iter().map(|(name, drafts)| (name, text(drafts, &words))).chain(boundaries).collect()
}

fn file_name(draft: &Draft) -> String {
    let noun = draft.noun.as_str();
    let family = draft.own.get("family").and_then(Value::as_str).filter(|_| draft.noun == Noun::Region);
    let name = family.map_or_else(|| noun.to_owned(), |family| format!("{noun}-{family}"));
    format!("{}.json", name.to_lowercase())
}

fn text(mut drafts: Vec<Draft>, words: &Words) -> String {
    drafts.sort_by_cached_key(|draft| words.name(draft.uid));
    let noun = drafts.first().map(|draft| draft.noun);
    let source = common_source(&drafts).map(|uid| words.name(uid));
    let own = common_columns(&drafts);
    let mut head = Map::new();
    head.extend(about(&drafts).map(|about| ("about".to_owned(), json!(about))));
    head.insert("noun".to_owned(), json!(noun));
    head.extend(source.clone().map(|source| ("source".to_owned(), json!(source))));
    if !own.is_empty() {
        let mut own = own.clone();
        noun.into_iter().for_each(|noun| words.write(&mut own, &refs::own(noun)));
        head.insert("own".to_owned(), Value::Object(own));
    }
    let mut text = String::from("{\n");
    for (key, value) in head {
        _ = writeln!(text, "{}: {value},", json!(key));
    }
    text.push_str("\"records\": [\n");
    let records: Vec<String> = drafts.into_iter().map(|draft| line(record(draft, words, source.as_deref(), &own))).collect();
    text.push_str(&records.join(",\n"));
    text.push_str("\n]\n}\n");
    text
}

/// What the records are: the description of their noun, or of their family.
fn about(drafts: &[Draft]) -> Option<&'static str> {
    let first = drafts.first()?;
    let family = first.own.get("family").and_then(Value::as_str).and_then(RegionFamily::parse);
    let family = RegionFamily::ALL.iter().find(|(value, ..)| first.noun == Noun::Region && Some(*value) == family);
    let noun = Noun::ALL.iter().find(|(value, ..)| *value == first.noun);
    family.map(|(.., about)| *about).or(noun.map(|(.., about)| *about)).map(str::trim)
}

/// The document that most records rest on; the first of the most frequent ones.
fn common_source(drafts: &[Draft]) -> Option<uuid::Uuid> {
    let mut counts: BTreeMap<uuid::Uuid, usize> = BTreeMap::new();
    drafts.iter().filter_map(|draft| draft.source).for_each(|source| *counts.entry(source).or_default() += 1);
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(source, _)| source)
}

/// Own columns that all records of a file share.
fn common_columns(drafts: &[Draft]) -> Map<String, Value> {
    let Some((first, others)) = drafts.split_first().filter(|(_, others)| !others.is_empty()) else { return Map::new() };
    let mut own = first.own.clone();
    own.retain(|column, value| others.iter().all(|draft| draft.own.get(column) == Some(&*value)));
    own
}

fn record(mut draft: Draft, words: &Words, source: Option<&str>, shared: &Map<String, Value>) -> Record {
    let key = refs::key(&draft).cloned();
    let id = key.as_ref().map(refs::word);
    draft.own.retain(|column, _| !shared.contains_key(column));
    words.write(&mut draft.own, &refs::own(draft.noun));
    let own_source = draft.source.map(|uid| words.name(uid));
    Record {
        uid: key.is_none().then_some(draft.uid),
        noun: None,
        names: names(&draft),
        from: draft.from,
        from_precision: draft.from_precision,
        to: draft.to,
        to_precision: draft.to_precision,
        identifiers: draft.identifiers.iter().filter(|code| Some(*code) != key.as_ref()).map(identifier).collect(),
        status: (draft.status != Status::Published).then_some(draft.status),
        visibility: (draft.visibility != Visibility::Public).then_some(draft.visibility),
        owner: draft.owner.map(|uid| words.name(uid)),
        scenario: draft.scenario.map(|uid| words.name(uid)),
        source: (own_source.as_deref() != source).then_some(own_source),
        edges: edges(draft.noun, std::mem::take(&mut draft.edges), words),
        own: draft.own,
        id,
    }
}

fn identifier(code: &Code) -> Identifier {
    if code.from == FAR_PAST && code.to == FAR_FUTURE && !code.scheme.contains(':') {
        Identifier::Always(refs::word(code))
    } else {
        Identifier::Dated(code.clone())
    }
}

fn names(draft: &Draft) -> BTreeMap<String, Naming> {
    let mut dated: BTreeMap<String, Vec<DatedName>> = BTreeMap::new();
    for name in &draft.names.0 {
        let entry = DatedName { value: name.value.clone(), from: name.from, to: name.to };
        dated.entry(name.lang.clone()).or_default().push(entry);
    }
    let naming = |mut names: Vec<DatedName>| match names.as_slice() {
        [DatedName { from: None, to: None, .. }] => Naming::Always(names.remove(0).value),
        _ => Naming::Dated(names),
    };
    dated.into_iter().map(|(lang, names)| (lang, naming(names))).collect()
}

fn edges(noun: Noun, long: Edges, words: &Words) -> Edges {
    let mut edges = Edges::new();
    for (key, mut list) in long {
        let columns = refs::edge(noun, &key);
        list.iter_mut().for_each(|edge| words.write(edge, &columns));
        let (matrices, rest) = if key == matrix::KEY { matrix::gather(list) } else { (Vec::new(), list) };
        let folded = fold::fold(rest, columns.first());
        edges.insert(key, matrices.into_iter().chain(folded).collect());
    }
    edges
}

/// A record on one line, or with a line for each edge and each row of a matrix.
fn line(mut record: Record) -> String {
    let whole = json(&record);
    if whole.len() <= LINE || record.edges.is_empty() {
        return whole;
    }
    let edges = std::mem::take(&mut record.edges);
    let lists = edges.into_iter().map(|(key, list)| {
        let list: Vec<String> = list.into_iter().map(edge_line).collect();
        format!("{}:[\n{}]", json(&key), list.join(",\n"))
    });
    let lists: Vec<String> = lists.collect();
    let head = json(&record);
    format!("{},\"edges\":{{{}}}}}", head.strip_suffix('}').unwrap_or(&head), lists.join(",\n"))
}

fn edge_line(mut edge: Map<String, Value>) -> String {
    if !matrix::is_matrix(&edge) {
        return format!("  {}", Value::Object(edge));
    }
    let Some(Value::Object(rows)) = edge.remove("values") else { return String::new() };
    let rows: Vec<String> = rows.iter().map(|(subject, values)| format!("    {}:{values}", json(subject))).collect();
    let head = Value::Object(edge).to_string();
    format!("  {},\"values\":{{\n{}}}}}", head.strip_suffix('}').unwrap_or(&head), rows.join(",\n"))
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
