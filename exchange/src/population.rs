//! Population of municipalities on 31 December by year, from the indicator bank Sotkanet: one indicator and its
//! observations.
//!
//! The series is on the division of 2022 for every year: municipalities that merged before are added into their
//! successors, and the merged ones have no values. None are made up for them.

use std::collections::HashSet;
use std::path::Path;

use chrono::NaiveDate;
use entity::{Noun, quantity::UNIT};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use store::Draft;
use uuid::Uuid;

use crate::source::Source;
use crate::{Error, Sink, file, known};

const FILE: &str = "sotkadata_population.csv";
const COLUMNS: [&str; 3] = ["municipality_code", "primary.value", "year"];
/// Code of the indicator.
const CODE: &str = "population";
/// Year of the territorial division of all values.
const DIVISION: i64 = 2022;

const SOURCE: Source = Source {
    key: "sotkanet-population",
    fi: "Väestö 31.12. kunnittain 2000–2022 (Sotkanet, geofi)",
    en: "Population on 31 December by municipality, 2000–2022 (Sotkanet, geofi)",
    publisher: "Terveyden ja hyvinvoinnin laitos (THL)",
    licence: "CC BY 4.0",
    attribution: "Source: Sotkanet, Finnish Institute for Health and Welfare (THL), CC BY 4.0",
    url: "https://github.com/rOpenGov/geofi",
};

#[derive(Deserialize)]
struct Row {
    municipality_code: String,
    #[serde(rename = "primary.value")]
    value: String,
    year: String,
}

/// A field of the file and what is wrong with it.
type Wrong = (&'static str, String);

/// Reads `sotkadata_population.csv`, plain or with `.gz`.
///
/// # Errors
/// When the file cannot be read or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    sink.push(SOURCE.draft()).await?;
    let municipalities = known::uids(sink.tx(), Noun::Municipality).await?;
    let mut indicator = indicator(sink).await?;
    let (path, reader) = file::open(folder, FILE)?;
    let mut csv = csv::Reader::from_reader(reader);
    let header = csv.headers().map_err(|error| Error::file(&path, error))?;
    if let Some(lacks) = COLUMNS.iter().find(|column| !header.iter().any(|known| known == **column)) {
        return Err(Error::file(&path, format!("no column {lacks}")));
    }
    let mut seen = HashSet::new();
    for (index, row) in csv.deserialize::<Row>().enumerate() {
        sink.read(1);
        let row = match row {
            Ok(row) => row,
            Err(error) if error.is_io_error() => return Err(Error::file(&path, error)),
            Err(error) => {
                sink.problem(&path, file::row(index), None, error.to_string());
                continue;
            }
        };
        match observation(&row, &municipalities, &mut seen) {
            Ok(observation) => indicator.edge("observations", observation),
            Err((field, reason)) => sink.problem(&path, file::row(index), Some(field), reason),
        }
    }
    sink.push(indicator).await
}

/// The value of a row. A place without a value is an observation that says so.
fn observation(row: &Row, municipalities: &HashSet<Uuid>, seen: &mut HashSet<(Uuid, NaiveDate)>) -> Result<Value, Wrong> {
    let code = row.municipality_code.trim();
    let subject = known::municipality(code).filter(|uid| municipalities.contains(uid));
    let Some(subject) = subject else { return Err(("municipality_code", format!("no municipality {code}"))) };
    let year = row.year.trim().parse::<i32>().ok().filter(|year| (1000..9000).contains(year));
    let ends = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31).zip(NaiveDate::from_ymd_opt(year + 1, 1, 1)));
    let Some((from, to)) = ends else { return Err(("year", format!("{:?} is no year", row.year))) };
    let value = match row.value.trim() {
        "" | "NA" => None,
        text => {
            let people = text.parse::<i64>().ok().filter(|people| *people >= 0).and_then(|people| people.checked_mul(UNIT));
            Some(people.ok_or_else(|| ("primary.value", format!("{text:?} is no number of people")))?)
        }
    };
    if !seen.insert((subject, from)) {
        return Err(("year", format!("municipality {code} has {} twice", row.year)));
    }
    Ok(json!({
        "subject_id": subject.to_string(), "period_from": from, "period_to": to,
        "value_min": value, "value_max": value, "approximate": false, "open_ended": false,
        "status": if value.is_some() { "NORMAL" } else { "MISSING" }, "division_year": DIVISION,
    }))
}

/// The indicator without the values that this file gives: the one the store holds under the code, or a new one.
/// Values on other divisions, of plans and of other kinds stay.
async fn indicator(sink: &Sink) -> Result<Draft, Error> {
    let stored = store::draft::read::of_noun(sink.tx(), Noun::Indicator).await?;
    let stored = stored.into_iter().find(|draft| draft.own.get("code").and_then(Value::as_str) == Some(CODE));
    let mut draft = stored.unwrap_or_else(|| Draft::coded(Noun::Indicator, "SEUTU-INDICATOR", CODE));
    if let Some(observations) = draft.edges.get_mut("observations") {
        observations.retain(|observation| !is_ours(observation));
    }
    if draft.names.0.is_empty() {
        draft = draft.named("fi", "Väkiluku").named("sv", "Folkmängd").named("en", "Population");
    }
    draft.source = Some(SOURCE.uid());
    Ok(draft
        .with("code", CODE)
        .with("unit", json!({ "fi": "henkilöä", "sv": "personer", "en": "persons" }))
        .with("definition", json!({
            "fi": "Kunnan väkiluku vuoden viimeisenä päivänä (31.12.), kaikki vuodet vuoden 2022 kuntajaolla.",
            "en": "Population of the municipality on the last day of the year (31 December), all years on the municipal division of 2022.",
        }))
        .with("additive", true)
        .with("decimals", 0))
}

/// Whether an earlier import of this file may have made it.
fn is_ours(observation: &Map<String, Value>) -> bool {
    let text = |key: &str| observation.get(key).and_then(Value::as_str);
    observation.get("division_year").and_then(Value::as_i64) == Some(DIVISION)
        && matches!(text("status"), Some("NORMAL" | "MISSING"))
        && ["scenario_id", "class_min", "class_max", "rank_group"].iter().all(|key| !observation.contains_key(*key))
}
