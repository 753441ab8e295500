//! Observations as a matrix: exact values of many subjects in many periods, everything else alike.
//!
//! `{periods: ["2000-12-31/2001-01-01", ..], values: {"FI-KUNTA:005": [11, 12.5, null, ..]}, status: ..}`

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use entity::quantity::UNIT;
use serde_json::{Map, Value, json};

type Edge = Map<String, Value>;

/// Name of the list of observations.
pub(super) const KEY: &str = "observations";
/// Values this large are not written as plain numbers, so that none is rounded.
const LARGEST: i64 = 1 << 50;

/// What is alike in a matrix, and its values by subject and period.
type Matrix = (Edge, BTreeMap<String, BTreeMap<String, Value>>);

/// Gathers into matrices what fits; gives the matrices and the rest.
pub(super) fn gather(edges: Vec<Edge>) -> (Vec<Edge>, Vec<Edge>) {
    let mut matrices: BTreeMap<String, Matrix> = BTreeMap::new();
    let mut rest = Vec::new();
    for edge in edges {
        let Some((subject, period, value, alike)) = cell(&edge) else {
            rest.push(edge);
            continue;
        };
        let matrix = matrices.entry(Value::Object(alike.clone()).to_string()).or_insert_with(|| (alike, BTreeMap::new()));
        let row = matrix.1.entry(subject).or_default();
        match row.entry(period) {
            Entry::Vacant(place) => _ = place.insert(value),
            Entry::Occupied(_) => rest.push(edge),
        }
    }
    (matrices.into_values().map(write).collect(), rest)
}

/// Subject, period, value, and all other fields of an observation that fits into a matrix.
fn cell(edge: &Edge) -> Option<(String, String, Value, Edge)> {
    let text = |column: &str| edge.get(column).and_then(Value::as_str);
    let subject = text("subject_id")?.to_owned();
    let period = format!("{}/{}", text("period_from")?, text("period_to")?);
    let (min, max) = (edge.get("value_min")?.as_i64()?, edge.get("value_max")?.as_i64()?);
    if min != max || min.abs() > LARGEST {
        return None;
    }
    let value = if min % UNIT == 0 { json!(min / UNIT) } else { json!(min as f64 / UNIT as f64) };
    let mut alike = edge.clone();
    for column in ["subject_id", "period_from", "period_to", "value_min", "value_max"] {
        alike.remove(column);
    }
    Some((subject, period, value, alike))
}

fn write((mut edge, values): Matrix) -> Edge {
    let periods: BTreeSet<&String> = values.values().flat_map(BTreeMap::keys).collect();
    let row = |row: &BTreeMap<String, Value>| {
        periods.iter().map(|period| row.get(*period).cloned().unwrap_or_default()).collect::<Value>()
    };
    let rows: Map<String, Value> = values.iter().map(|(subject, values)| (subject.clone(), row(values))).collect();
    edge.insert("periods".to_owned(), json!(periods));
    edge.insert("values".to_owned(), Value::Object(rows));
    edge
}

/// Whether an edge is a matrix.
pub(super) fn is_matrix(edge: &Edge) -> bool {
    edge.contains_key("periods") && edge.get("values").is_some_and(Value::is_object)
}

/// The observations of a matrix.
pub(super) fn spread(mut edge: Edge) -> Result<Vec<Edge>, String> {
    let (Some(Value::Array(periods)), Some(Value::Object(rows))) = (edge.remove("periods"), edge.remove("values")) else {
        return Err("periods is a list and values a map".to_owned());
    };
    let periods = periods.iter().map(|period| period.as_str()?.split_once('/')).collect::<Option<Vec<_>>>();
    let periods = periods.ok_or("a period is from/to")?;
    let mut edges = Vec::new();
    for (subject, values) in rows {
        let values = values.as_array().filter(|values| values.len() == periods.len());
        let values = values.ok_or_else(|| format!("{subject}: not as many values as periods"))?;
        for ((from, to), value) in periods.iter().zip(values).filter(|(_, value)| !value.is_null()) {
            let micros = micros(value).ok_or_else(|| format!("{subject}: {value} is not a number"))?;
            let mut one = edge.clone();
            let cell = [("subject_id", json!(subject)), ("period_from", json!(from)), ("period_to", json!(to))];
            one.extend(cell.map(|(column, value)| (column.to_owned(), value)));
            one.extend(["value_min", "value_max"].map(|column| (column.to_owned(), json!(micros))));
            edges.push(one);
        }
    }
    Ok(edges)
}

fn micros(value: &Value) -> Option<i64> {
    match value.as_i64() {
        Some(whole) => whole.checked_mul(UNIT),
        None => value.as_f64().map(|number| (number * UNIT as f64).round() as i64),
    }
}
