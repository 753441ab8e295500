//! Boundaries in a file of their own, a line each: they are long, and people read the records that they belong to.
//!
//! `{"id": "FI-KUNTA:005", "valid_from": .., "valid_to": .., "geometry": {..}}`. The bounding box is left out where it is
//! that of the geometry, the attribution where it is the file's.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value, json};
use store::Draft;
use uuid::Uuid;

use super::refs::{self, Words};
use crate::boundaries::shape;

type Edge = Map<String, Value>;

/// Name of the list of boundaries.
const KEY: &str = "boundaries";
/// Name of the file.
pub(super) const FILE: &str = "boundary.json";
/// Columns of the bounding box, as [`shape::bounds`] gives it.
const BOX: [&str; 4] = ["min_lon", "min_lat", "max_lon", "max_lat"];

/// A boundary, where it stands in its file, and the record that it belongs to.
pub(super) struct Boundary {
    pub(super) number: u64,
    pub(super) record: Uuid,
    edge: Edge,
}

impl Boundary {
    /// Reads a line; `shared` holds for all lines.
    pub(super) fn read(number: u64, mut line: Edge, shared: &Edge) -> Result<Self, String> {
        let Some(Value::String(id)) = line.remove("id") else { return Err("no id".to_owned()) };
        let record = refs::parse(&id)?;
        let Some(geometry) = line.get("geometry") else { return Err("no geometry".to_owned()) };
        let bounds = shape::bounds_of(geometry).map_err(|(field, reason)| format!("{field}: {reason}"))?;
        let mut edge: Edge = BOX.into_iter().zip(bounds).map(|(column, end)| (column.to_owned(), json!(end))).collect();
        edge.extend(shared.clone());
        edge.extend(line);
        Ok(Self { number, record, edge })
    }

    /// Adds the boundary to its record.
    pub(super) fn join(self, draft: &mut Draft) {
        draft.edges.entry(KEY.to_owned()).or_default().push(self.edge);
    }
}

/// Takes the boundaries from the records; the text of their file, where there are any.
pub(super) fn take(drafts: &mut [Draft], words: &Words) -> Option<String> {
    let mut edges: Vec<(String, Edge)> = Vec::new();
    for draft in drafts {
        let word = words.name(draft.uid);
        edges.extend(draft.edges.remove(KEY).into_iter().flatten().map(|edge| (word.clone(), edge)));
    }
    let day = |edge: &Edge| edge.get("valid_from").and_then(Value::as_str).unwrap_or_default().to_owned();
    edges.sort_by_cached_key(|(word, edge)| (word.clone(), day(edge), Value::Object(edge.clone()).to_string()));
    let attribution = common_attribution(&edges);
    let lines: Vec<String> = edges.into_iter().map(|(word, edge)| line(&word, edge, attribution.as_ref())).collect();
    if lines.is_empty() {
        return None;
    }
    let mut text =
        format!("{{\n\"about\": {},\n", json!("Boundaries of municipalities, regions and service areas, dated; WGS84 degrees."));
    if let Some(attribution) = attribution {
        _ = writeln!(text, "\"own\": {},", json!({ "attribution": attribution }));
    }
    _ = write!(text, "\"boundaries\": [\n{}\n]\n}}\n", lines.join(",\n"));
    Some(text)
}

/// The attribution, where all boundaries have one and most have this.
fn common_attribution(edges: &[(String, Edge)]) -> Option<Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, edge) in edges {
        *counts.entry(edge.get("attribution")?.as_str()?.to_owned()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(attribution, _)| Value::String(attribution))
}

fn line(word: &str, mut edge: Edge, attribution: Option<&Value>) -> String {
    if edge.get("attribution") == attribution {
        edge.remove("attribution");
    }
    let bounds = edge.get("geometry").and_then(|geometry| shape::bounds_of(geometry).ok());
    let same =
        |bounds: [f64; 4]| BOX.iter().zip(bounds).all(|(column, end)| edge.get(*column).and_then(Value::as_f64) == Some(end));
    if bounds.is_some_and(same) {
        BOX.iter().for_each(|column| _ = edge.remove(*column));
    }
    let geometry = edge.remove("geometry").unwrap_or_default();
    let rest = Value::Object(edge).to_string();
    let rest = rest.trim_start_matches('{').trim_end_matches('}');
    let comma = if rest.is_empty() { "" } else { "," };
    format!("{{\"id\":{},{rest}{comma}\"geometry\":{geometry}}}", json!(word))
}
