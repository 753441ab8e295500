//! Moves of municipalities from one region (maakunta) to another.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::citation::Certainty;
use entity::municipality_change::ChangeKind;
use serde_json::json;
use store::Draft;
use store::draft::uid;

use super::source;
use super::timeline::Span;
use crate::finland::{MAAKUNTA, change, kunta, name_on};

/// Moves between two keys that are not of consecutive years: the day is known from elsewhere.
const KNOWN: [(&str, i32); 1] = [("785", 2016)];

/// Day on which a municipality is known to have moved between two keys.
pub(super) fn known(code: &str) -> Option<NaiveDate> {
    KNOWN.iter().find(|(known, _)| *known == code).map(|(_, year)| crate::finland::new_year(*year))
}

/// One move.
struct Move {
    municipality: String,
    from: String,
    to: String,
    stated: bool,
}

/// The moves in the spans of all municipalities: one change for each, and one for all members of a region that ended.
pub(super) fn drafts(
    spans: &BTreeMap<String, Vec<Span>>,
    municipalities: &BTreeMap<String, Draft>,
    regions: &BTreeMap<String, Draft>,
) -> Vec<Draft> {
    let mut moves: BTreeMap<(NaiveDate, String), Vec<Move>> = BTreeMap::new();
    for (municipality, spans) in spans {
        for pair in spans.windows(2) {
            let [before, after] = pair else { continue };
            if before.code == after.code || before.to != after.from {
                continue;
            }
            let day = after.from;
            let ended = regions.get(&before.code).is_some_and(|region| region.to == day);
            let key = if ended { before.code.clone() } else { municipality.clone() };
            let stated = [before, after].iter().all(|span| span.certainty == Certainty::Stated);
            let (from, to) = (before.code.clone(), after.code.clone());
            moves.entry((day, key)).or_default().push(Move { municipality: municipality.clone(), from, to, stated });
        }
    }
    moves.into_iter().filter_map(|((day, key), moves)| draft(day, &key, &moves, municipalities, regions)).collect()
}

fn draft(
    day: NaiveDate,
    key: &str,
    moves: &[Move],
    municipalities: &BTreeMap<String, Draft>,
    regions: &BTreeMap<String, Draft>,
) -> Option<Draft> {
    let first = moves.first()?;
    let before = day.pred_opt().unwrap_or(day);
    let name = |draft: Option<&Draft>, day| draft.and_then(|draft| name_on(&draft.names, "fi", day)).unwrap_or("?").to_owned();
    let regions_named = format!("{} → {}", name(regions.get(&first.from), before), name(regions.get(&first.to), day));
    let title = if key == first.municipality {
        format!("{}: {regions_named}", name(municipalities.get(key), day))
    } else {
        regions_named
    };
    let mut draft = change(day, key, ChangeKind::RegionMove, &title);
    draft.source = Some(source::keys());
    for Move { municipality, from, to, .. } in moves {
        draft.edge(
            "parts",
            json!({
                "from_id": kunta(municipality), "to_id": kunta(municipality),
                "from_region_id": uid(MAAKUNTA, from), "to_region_id": uid(MAAKUNTA, to),
            }),
        );
    }
    if moves.iter().any(|one| !one.stated) {
        draft.edge(
            "citations",
            json!({
                "document_id": source::keys(), "certainty": "DERIVED",
                "note": {"fi": "Maakunta vaihtuu kahden luettelon välillä; päivä on päätelty."},
            }),
        );
    }
    Some(draft)
}
