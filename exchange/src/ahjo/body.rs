//! Decision makers as committees, each after the one it stands under.
//!
//! A decision maker stands under a unit, and is then a body of that unit; or under another decision maker, and
//! is then a body of the city.

use std::collections::HashMap;
use std::path::Path;

use entity::committee::CommitteeKind;
use entity::{Noun, Term};
use store::Draft;
use uuid::Uuid;

use super::row::{Row, Wrong};
use super::{SCHEME, SOURCE, Swedish};
use crate::Sink;

/// Decision makers as drafts: what stands under another one after it, else in the order of the file.
pub(super) fn drafts(
    sink: &mut Sink,
    path: &Path,
    rows: &[(Option<u64>, Row)],
    swedish: &Swedish,
    units: &HashMap<String, Uuid>,
) -> Vec<Draft> {
    let mut done: HashMap<String, Option<String>> = HashMap::new();
    let mut drafts = Vec::with_capacity(rows.len());
    let makers: HashMap<&str, &Row> = rows.iter().map(|(_, row)| (row.body.unit.id.as_str(), row)).collect();
    let mut waiting: Vec<&(Option<u64>, Row)> = rows.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for entry @ (number, row) in waiting {
            let parent = row.body.above().first().map(|above| above.id.as_str()).filter(|id| makers.contains_key(id));
            if parent.is_some_and(|parent| !done.contains_key(parent)) {
                later.push(entry);
                continue;
            }
            let organization = parent.and_then(|parent| done.get(parent).cloned()).flatten();
            match draft(row, swedish, units, parent, organization) {
                Ok((draft, organization)) => {
                    done.insert(row.body.unit.id.clone(), organization);
                    drafts.push(draft);
                }
                Err((field, reason)) => sink.problem(path, *number, Some(field), reason),
            }
        }
        if later.len() == before {
            for (number, row) in later {
                let reason = format!("{} stands under a decision maker that cannot be taken", row.body.unit.id);
                sink.problem(path, *number, Some("OrganizationLevelAbove"), reason);
            }
            break;
        }
        waiting = later;
    }
    drafts
}

/// A decision maker, and the organization it is a body of.
fn draft(
    row: &Row,
    swedish: &Swedish,
    units: &HashMap<String, Uuid>,
    parent: Option<&str>,
    inherited: Option<String>,
) -> Result<(Draft, Option<String>), Wrong> {
    let unit = &row.body.unit;
    let kind = kind(&unit.type_id).ok_or_else(|| ("TypeId", format!("{:?} is no known type", unit.type_id)))?;
    if unit.name.trim().is_empty() {
        return Err(("Name", format!("{} has no name", unit.id)));
    }
    let organization = match (row.body.above(), parent) {
        ([], _) => None,
        ([_], Some(_)) => inherited,
        ([above], None) => match units.get(&above.id) {
            Some(uid) => Some(uid.to_string()),
            None => return Err(("OrganizationLevelAbove", format!("unit {} cannot be taken", above.id))),
        },
        _ => return Err(("OrganizationLevelAbove", format!("{} stands under more than one unit", unit.id))),
    };
    let mut draft = Draft::coded(Noun::Committee, SCHEME, &unit.id)
        .named("fi", &unit.name)
        .named("sv", swedish.get(&unit.id).map_or("", String::as_str))
        .with("kind", kind.as_str())
        .with("power", "DECISION");
    if let Some(organization) = &organization {
        draft = draft.with("organization_id", organization.clone());
    }
    if let Some(parent) = parent {
        draft = draft.with("parent_id", store::draft::uid(SCHEME, parent).to_string());
    }
    draft.source = Some(SOURCE.uid());
    unit.date(&mut draft)?;
    Ok((draft, organization))
}

/// Kind of a decision maker by the system's type number.
fn kind(type_id: &str) -> Option<CommitteeKind> {
    Some(match type_id {
        "1" => CommitteeKind::Council,
        "2" => CommitteeKind::Board,
        "4" => CommitteeKind::Section,
        "5" => CommitteeKind::Committee,
        "12" => CommitteeKind::OfficeHolder,
        "15" => CommitteeKind::AdvisoryBoard,
        "19" => CommitteeKind::ElectedOfficer,
        _ => return None,
    })
}
