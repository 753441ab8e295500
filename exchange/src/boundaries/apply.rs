//! Areas that the store holds, and the boundaries that files add to them.
//!
//! Boundaries and citations of this source are made anew at each import; those of other sources stay.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;
use entity::{Noun, Precision};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use store::Draft;
use uuid::Uuid;

use super::shape::{self, Shape, Wrong};
use super::{ATTRIBUTION, File, SOURCE};
use crate::{Error, Sink, file, known};

/// Municipalities and regions, and the days on which their territory changed.
pub(super) struct Areas {
    drafts: BTreeMap<Uuid, Draft>,
    touched: HashSet<Uuid>,
    changes: HashMap<Uuid, Vec<NaiveDate>>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Value>,
}

impl Areas {
    /// What the store holds.
    pub async fn stored(sink: &Sink) -> Result<Self, Error> {
        let mut drafts = BTreeMap::new();
        for noun in [Noun::Municipality, Noun::Region] {
            drafts.extend(store::draft::read::of_noun(sink.tx(), noun).await?.into_iter().map(|draft| (draft.uid, draft)));
        }
        let mut changes: HashMap<Uuid, Vec<NaiveDate>> = HashMap::new();
        for change in store::draft::read::of_noun(sink.tx(), Noun::MunicipalityChange).await? {
            let day = change.own.get("effective_on").and_then(Value::as_str).and_then(|day| day.parse().ok());
            let Some(day) = day else { continue };
            for area in changed_territory(&change) {
                changes.entry(area).or_default().push(day);
            }
        }
        Ok(Self { drafts, touched: HashSet::new(), changes })
    }

    /// Adds the boundaries of a file to the areas they are for.
    pub fn add(&mut self, sink: &mut Sink, folder: &Path, of: &File) -> Result<(), Error> {
        let (path, collection): (_, Collection) = file::json(folder, of.name)?;
        let mut seen = HashSet::new();
        for (index, feature) in collection.features.into_iter().enumerate() {
            sink.read(1);
            let added = shape::read(feature).and_then(|shape| self.add_shape(shape, of, &mut seen));
            if let Err((field, reason)) = added {
                sink.problem(&path, file::row(index), Some(field), reason);
            }
        }
        Ok(())
    }

    fn add_shape(&mut self, shape: Shape, of: &File, seen: &mut HashSet<Uuid>) -> Result<(), Wrong> {
        let code = &shape.code;
        let (uid, what) = match of.noun {
            Noun::Region => (known::region(code), "region"),
            _ => (known::municipality(code), "municipality"),
        };
        let known = uid.and_then(|uid| Some((uid, self.drafts.get_mut(&uid).filter(|draft| draft.noun == of.noun)?)));
        let Some((uid, draft)) = known else { return Err(("natcode", format!("no {what} {code}"))) };
        if !seen.insert(uid) {
            return Err(("natcode", format!("{code} is given twice")));
        }
        let days = self.changes.get(&uid).map_or(&[][..], Vec::as_slice);
        let Some(period) = period(draft, days, of) else {
            return Err(("natcode", format!("{what} {code} was not in force on {}", of.from)));
        };
        if self.touched.insert(uid) {
            clear(draft);
        }
        draft.edge("boundaries", edge(shape, period));
        Ok(())
    }

    /// The areas that got boundaries.
    pub fn changed(self) -> impl Iterator<Item = Draft> {
        let touched = self.touched;
        self.drafts.into_values().filter(move |draft| touched.contains(&draft.uid))
    }
}

/// First and last day of a boundary, with how exactly the last is known; none if the area was not in force then.
fn period(draft: &Draft, changes: &[NaiveDate], of: &File) -> Option<(NaiveDate, NaiveDate, Precision)> {
    let changed = changes.iter().copied().filter(|day| *day > of.from).min();
    let end = changed.into_iter().chain(of.next).min().filter(|end| *end < draft.to);
    let (to, precision) = end.map_or((draft.to, draft.to_precision), |end| (end, Precision::Day));
    let from = draft.from.max(of.from);
    (from < to).then_some((from, to, precision))
}

fn edge(shape: Shape, (from, to, precision): (NaiveDate, NaiveDate, Precision)) -> Value {
    let [min_lon, min_lat, max_lon, max_lat] = shape.bounds;
    json!({
        "min_lon": min_lon, "min_lat": min_lat, "max_lon": max_lon, "max_lat": max_lat,
        "geometry": shape.geometry, "attribution": ATTRIBUTION,
        "valid_from": from, "valid_to": to, "valid_to_precision": precision,
    })
}

/// Takes away what an earlier import of this source left, and cites the source for the boundaries.
fn clear(draft: &mut Draft) {
    let text = |edge: &Map<String, Value>, key: &str| edge.get(key).and_then(Value::as_str).map(str::to_owned);
    let document = SOURCE.uid().to_string();
    if let Some(boundaries) = draft.edges.get_mut("boundaries") {
        boundaries.retain(|edge| text(edge, "attribution").as_deref() != Some(ATTRIBUTION));
    }
    if let Some(citations) = draft.edges.get_mut("citations") {
        citations.retain(|edge| text(edge, "document_id").as_deref() != Some(document.as_str()));
    }
    draft.edge("citations", json!({ "field": "boundary", "document_id": document, "certainty": "STATED" }));
}

/// The areas whose territory a change altered: who received, and in a transfer who gave; regions of a move.
fn changed_territory(change: &Draft) -> HashSet<Uuid> {
    let kind = change.own.get("kind").and_then(Value::as_str).unwrap_or_default();
    let columns: &[&str] = match kind {
        "MERGE" | "SPLIT" => &["to_id"],
        "TRANSFER" => &["from_id", "to_id"],
        "REGION_MOVE" => &["from_region_id", "to_region_id"],
        _ => &[],
    };
    let parts = change.edges.get("parts").into_iter().flatten();
    let between = parts.filter(|part| kind == "REGION_MOVE" || part.get("from_id") != part.get("to_id"));
    between.flat_map(|part| columns.iter().filter_map(|column| part.get(*column)?.as_str()?.parse().ok())).collect()
}
