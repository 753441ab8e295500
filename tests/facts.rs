//! The five documents: every record is in a table of `docs/facts-*.md`, every record that a table names is there, and
//! `docs/FACTS.md` counts them. `SEUTU_UPDATE=1` writes the counts anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

use crate::support::{path, updating};

/// A document: its code, the end of the name of its table, and what it is called.
const DOCUMENTS: [(&str, &str, &str); 5] = [
    ("S0", "paijat-hame-2007", "Päijät-Häme 2007"),
    ("S1", "sopimusohjaus", "Contract steering"),
    ("S2", "pohjois-karjala-2017", "North Karelia 2017"),
    ("S3", "suupohja-2004", "Suupohja 2004–2006"),
    ("S4", "hyvinsivi-2018", "HYVINSIVI 2018"),
];

const CERTAINTIES: [&str; 5] = ["STATED", "DERIVED", "AMBIGUOUS", "MISSING", "EXTERNAL"];

/// What the dataset holds of a document.
#[derive(Default)]
struct Held {
    /// Themes of statements by record.
    records: BTreeMap<String, Option<String>>,
    nouns: BTreeMap<String, usize>,
    citations: BTreeMap<String, usize>,
    mentions: usize,
}

/// The document of a source: `S1` of `SEUTU-SOURCE:S1/tail-020`.
fn document(source: &str) -> Option<&'static str> {
    let code = source.strip_prefix("SEUTU-SOURCE:")?.split('/').next()?;
    DOCUMENTS.iter().map(|(document, ..)| *document).find(|document| *document == code)
}

/// What is held of each document, and the ids of all records.
fn held() -> (BTreeMap<&'static str, Held>, BTreeSet<String>) {
    let mut held: BTreeMap<&str, Held> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for (name, text) in exchange::dataset::FILES {
        let json: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let file: Value = serde_json::from_str(&json.join("\n")).unwrap_or_else(|error| panic!("{name}: {error}"));
        for record in file["records"].as_array().into_iter().flatten() {
            let Some(id) = record["id"].as_str() else { continue };
            all.insert(id.to_owned());
            let field = |field: &str| record.get(field).or(file.get(field)).and_then(Value::as_str).unwrap_or_default();
            let Some(code) = document(field("source")).or(document(id)) else { continue };
            let held = held.entry(code).or_default();
            held.records.insert(id.to_owned(), record["own"]["theme"].as_str().map(str::to_owned));
            *held.nouns.entry(field("noun").to_owned()).or_default() += 1;
            for citation in record["edges"]["citations"].as_array().into_iter().flatten() {
                *held.citations.entry(citation["certainty"].as_str().unwrap().to_owned()).or_default() += 1;
            }
            for mention in record["edges"]["mentions"].as_array().into_iter().flatten() {
                held.mentions += mention["record_id"].as_array().map_or(1, Vec::len);
            }
        }
    }
    (held, all)
}

/// The tables of a document: rows of facts, and rows of what was left out.
fn tables(name: &str) -> (Vec<String>, Vec<String>) {
    let text = std::fs::read_to_string(path("../docs").join(format!("facts-{name}.md"))).unwrap();
    let (facts, left_out) = text.split_once("## Not in the dataset").expect("a table of what was left out");
    (rows(facts), rows(left_out))
}

/// Rows of the tables in a text, without their heads.
fn rows(text: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| line.starts_with('|')) {
        if line.starts_with("|--") { drop(rows.pop()) } else { rows.push(line.to_owned()) }
    }
    rows
}

/// What stands in backticks in a row.
fn names(row: &str) -> impl Iterator<Item = &str> {
    row.split('`').skip(1).step_by(2)
}

/// Whether an id is as a pattern says, in which `*` stands for any text.
fn fits(pattern: &str, id: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == id };
    let Some(mut id) = id.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap();
    for part in parts {
        let Some(found) = id.find(part) else { return false };
        id = &id[found + part.len()..];
    }
    id.ends_with(end)
}

/// The ids that a name in a table stands for: with or without scheme and document, `*` for any text, `01..12` for a row of numbers.
fn named<'a>(name: &str, code: &str, all: &'a BTreeSet<String>) -> Vec<&'a String> {
    let mut patterns = vec![name.to_owned()];
    if let Some((from, to)) = name.split_once("..") {
        let digits = from.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let (stem, first) = from.split_at(digits);
        if let (Ok(first_number), Ok(last)) = (first.parse::<usize>(), to.parse::<usize>()) {
            let width = first.len();
            patterns = (first_number..=last).map(|number| format!("{stem}{number:0width$}")).collect();
        }
    }
    let schemes = [String::new(), "SEUTU:".to_owned(), format!("SEUTU:{code}/"), format!("SEUTU-SOURCE:{code}/")];
    let fits_one =
        |id: &&String| patterns.iter().any(|pattern| schemes.iter().any(|scheme| fits(&format!("{scheme}{pattern}"), id)));
    all.iter().filter(fits_one).collect()
}

#[test]
fn tables_of_facts_and_records_agree() {
    let (held, all) = held();
    let mut wrong = Vec::new();
    for (code, name, _) in DOCUMENTS {
        let (facts, _) = tables(name);
        let mut covered = BTreeSet::new();
        let mut themes = BTreeSet::new();
        for name in facts.iter().flat_map(|row| names(row)) {
            let records = named(name, code, &all);
            if records.is_empty() && name.contains(['/', ':']) {
                wrong.push(format!("{code}: there is no record {name}"));
            }
            covered.extend(records);
            themes.insert(name);
        }
        for (id, theme) in &held[code].records {
            if !covered.contains(id) && !theme.as_deref().is_some_and(|theme| themes.contains(theme)) {
                wrong.push(format!("{code}: no fact is told for {id}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn counts_of_facts_and_records_are_as_written() {
    let (held, _) = held();
    let mut text = "# Facts and records of the five documents\n\nCounted by a test, which also holds that every record is in a table and every \
        record in a table is there.\n\n| document | rows of facts | records | citations | stated | derived | ambiguous | missing | external | \
        mentions | left out, with reason |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    let mut nouns = "\n| document | records by noun |\n|---|---|\n".to_owned();
    for (code, name, title) in DOCUMENTS {
        let (facts, left_out) = tables(name);
        let held = &held[code];
        let citations: Vec<usize> =
            CERTAINTIES.iter().map(|word| held.citations.get(*word).copied().unwrap_or_default()).collect();
        let all: usize = citations.iter().sum();
        assert_eq!(all, held.citations.values().sum::<usize>(), "a certainty that is not counted");
        write!(text, "| [{title}](facts-{name}.md) | {} | {} | {all}", facts.len(), held.records.len()).unwrap();
        for count in citations {
            write!(text, " | {count}").unwrap();
        }
        writeln!(text, " | {} | {} |", held.mentions, left_out.len()).unwrap();
        let list: Vec<String> =
            held.nouns.iter().map(|(noun, count)| format!("{} {count}", noun.to_lowercase().replace('_', " "))).collect();
        writeln!(nouns, "| {title} | {} |", list.join(", ")).unwrap();
    }
    text.push_str(&nouns);
    let file = path("../docs/FACTS.md");
    if updating() {
        std::fs::write(&file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), text, "run with SEUTU_UPDATE=1 to accept");
}
