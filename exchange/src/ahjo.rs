//! Decision makers of the City of Helsinki, as its decision system Ahjo lists them: a Finnish and a Swedish file.
//!
//! Decision makers become committees. The units they stand under are no rows of their own: they are named only
//! inside the rows, and become organizations. The sector is the one unit above a unit that the files state, so it
//! is the parent; steps between are not guessed from the spelling of ids.

mod body;
mod row;
mod unit;

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

use crate::source::Source;
use crate::{Error, Sink, file};
use row::{File, Row};
use unit::Units;

/// Scheme of the system's ids.
const SCHEME: &str = "HELSINKI-AHJO";

const SOURCE: Source = Source {
    key: "helsinki-ahjo",
    fi: "Helsingin kaupungin päättäjät (Ahjo)",
    en: "Decision makers of the City of Helsinki (Ahjo)",
    publisher: "Helsingin kaupunki",
    licence: "CC BY 4.0",
    attribution: "Source: City of Helsinki, open decision data, CC BY 4.0",
    url: "https://github.com/City-of-Helsinki/helsinki-paatokset",
};

/// Names of decision makers and units in Swedish, by id.
type Swedish = HashMap<String, String>;

/// Reads `decisionmakers.json` and `decisionmakers_sv.json`, each plain or with `.gz`.
///
/// # Errors
/// When a file cannot be read or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    let (path, finnish): (_, File) = file::json(folder, "decisionmakers.json")?;
    let rows = rows(sink, &path, finnish.rows);
    let (path_sv, swedish): (_, File) = file::json(folder, "decisionmakers_sv.json")?;
    let swedish = self::swedish(sink, &path_sv, swedish.rows, &rows);

    sink.push(SOURCE.draft()).await?;
    let units = Units::collect(sink, &path, &rows);
    let organizations = units.drafts(sink, &swedish).await?;
    for draft in organizations.drafts {
        sink.push(draft).await?;
    }
    for draft in body::drafts(sink, &path, &rows, &swedish, &organizations.uids) {
        sink.push(draft).await?;
    }
    Ok(())
}

/// The rows that can be read, with their numbers. An id given twice counts once.
fn rows(sink: &mut Sink, path: &Path, values: Vec<Value>) -> Vec<(Option<u64>, Row)> {
    let mut rows: Vec<(Option<u64>, Row)> = Vec::with_capacity(values.len());
    let mut seen = std::collections::HashSet::new();
    for (index, value) in values.into_iter().enumerate() {
        sink.read(1);
        let number = file::row(index);
        match serde_json::from_value::<Row>(value) {
            Err(error) => sink.problem(path, number, None, error.to_string()),
            Ok(row) if !seen.insert(row.body.unit.id.clone()) => {
                sink.problem(path, number, Some("ID"), format!("{} is given twice", row.body.unit.id));
            }
            Ok(row) => rows.push((number, row)),
        }
    }
    rows
}

/// Swedish names of what the Finnish file knows too.
fn swedish(sink: &mut Sink, path: &Path, values: Vec<Value>, finnish: &[(Option<u64>, Row)]) -> Swedish {
    let known: std::collections::HashSet<&str> = finnish.iter().map(|(_, row)| row.body.unit.id.as_str()).collect();
    let mut names = Swedish::new();
    for (number, row) in rows(sink, path, values) {
        if !known.contains(row.body.unit.id.as_str()) {
            sink.problem(path, number, Some("ID"), format!("{} is not in the Finnish file", row.body.unit.id));
            continue;
        }
        for unit in row.body.around() {
            names.entry(unit.id.clone()).or_insert_with(|| unit.name.clone());
        }
        names.insert(row.body.unit.id, row.body.unit.name);
    }
    names
}
