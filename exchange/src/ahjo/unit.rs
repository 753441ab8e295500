//! Units that decision makers stand under, as organizations: the city, its sectors and enterprises, their units.
//!
//! The level is set only where the type number or the name says it; a unit's parent is the sector its decision
//! makers are listed in, else the city.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use entity::Noun;
use serde_json::Value;
use store::Draft;
use uuid::Uuid;

use super::row::{Row, Unit};
use super::{SCHEME, SOURCE, Swedish};
use crate::{Error, Sink, known};

/// The city's code among municipalities.
const HELSINKI: &str = "091";
/// Type numbers of the system, as far as they say something here.
const SECTOR: &str = "7";
const AGENCY: &str = "8";
const DIVISION: &str = "9";
const CITY: &str = "13";
const SERVICE_ENTITY: &str = "17";

/// Units by id, each with the number of the row that names it first.
pub(super) struct Units {
    units: BTreeMap<String, Unit>,
    sectors: HashMap<String, String>,
    drafted: BTreeMap<String, Draft>,
}

/// Organizations to write, parents first, and the public key of each by id.
pub(super) struct Organizations {
    /// What to write.
    pub drafts: Vec<Draft>,
    /// Public keys by id.
    pub uids: HashMap<String, Uuid>,
}

impl Units {
    /// The units that rows name and that are no decision makers themselves.
    pub fn collect(sink: &mut Sink, path: &Path, rows: &[(Option<u64>, Row)]) -> Self {
        let makers: HashSet<&str> = rows.iter().map(|(_, row)| row.body.unit.id.as_str()).collect();
        let mut found = Self { units: BTreeMap::new(), sectors: HashMap::new(), drafted: BTreeMap::new() };
        for (number, row) in rows {
            for unit in row.body.around().filter(|unit| !makers.contains(unit.id.as_str())) {
                found.take(sink, path, *number, unit);
            }
            if let ([above], Some(sector)) = (row.body.above(), row.body.sector()) {
                found.sectors.entry(above.id.clone()).or_insert_with(|| sector.to_owned());
            }
        }
        found
    }

    fn take(&mut self, sink: &mut Sink, path: &Path, number: Option<u64>, unit: &Unit) {
        match self.units.get(&unit.id) {
            Some(known) if known == unit => {}
            Some(_) => sink.problem(
                path,
                number,
                Some("OrganizationLevelAbove"),
                format!("{} reads otherwise in an earlier row", unit.id),
            ),
            None => match draft(unit) {
                Ok(draft) => {
                    self.units.insert(unit.id.clone(), unit.clone());
                    self.drafted.insert(unit.id.clone(), draft);
                }
                Err((field, reason)) => sink.problem(path, number, Some(field), format!("{}: {reason}", unit.id)),
            },
        }
    }

    /// The units as drafts, parents first.
    pub async fn drafts(mut self, sink: &Sink, swedish: &Swedish) -> Result<Organizations, Error> {
        let mut uids: HashMap<String, Uuid> = self.drafted.iter().map(|(id, draft)| (id.clone(), draft.uid)).collect();
        let city = self.units.values().find(|unit| unit.type_id == CITY).map(|unit| unit.id.clone());
        if let Some(id) = &city {
            self.link_city(sink, id, &mut uids).await?;
        }
        let city = city.as_ref().and_then(|id| uids.get(id)).copied();
        let mut drafts: Vec<(u8, Draft)> = Vec::with_capacity(self.drafted.len());
        for (id, mut draft) in std::mem::take(&mut self.drafted) {
            let sector = self.sector_of(&id).and_then(|sector| uids.get(sector)).copied();
            let above = sector.or(city).filter(|above| *above != draft.uid);
            if let Some(above) = above {
                draft = draft.with("parent_id", above.to_string());
            }
            let depth = u8::from(above.is_some()) + u8::from(sector.is_some());
            drafts.push((depth, draft.named("sv", swedish.get(&id).map_or("", String::as_str))));
        }
        drafts.sort_by_key(|(depth, _)| *depth);
        Ok(Organizations { drafts: drafts.into_iter().map(|(_, draft)| draft).collect(), uids })
    }

    /// Links the city to its municipality, if that is known. An organization that the store already holds for the
    /// municipality is the city: it is used as it is, and none is made.
    async fn link_city(&mut self, sink: &Sink, id: &str, uids: &mut HashMap<String, Uuid>) -> Result<(), Error> {
        let helsinki = store::draft::uid(known::MUNICIPALITY, HELSINKI);
        if !known::uids(sink.tx(), Noun::Municipality).await?.contains(&helsinki) {
            return Ok(());
        }
        let ours = uids.get(id).copied();
        match stored_city(sink, helsinki).await? {
            Some(stored) if Some(stored) != ours => {
                uids.insert(id.to_owned(), stored);
                self.drafted.remove(id);
            }
            _ => {
                if let Some(draft) = self.drafted.get_mut(id) {
                    draft.own.insert("municipality_id".to_owned(), helsinki.to_string().into());
                }
            }
        }
        Ok(())
    }

    /// Id of the sector that a unit belongs to. Sectors themselves belong to the city.
    fn sector_of(&self, id: &str) -> Option<&str> {
        let is_sector = |id: &str| self.units.get(id).is_some_and(|unit| unit.type_id == SECTOR);
        let sector = self.sectors.get(id)?;
        (is_sector(sector) && !is_sector(id)).then_some(sector.as_str())
    }
}

/// The organization that the store holds for the municipality, if any.
async fn stored_city(sink: &Sink, municipality: Uuid) -> Result<Option<Uuid>, Error> {
    let stored = store::draft::read::of_noun(sink.tx(), Noun::Organization).await?;
    let linked = municipality.to_string();
    let is_city = |draft: &&Draft| {
        draft.own.get("kind").and_then(Value::as_str) == Some("MUNICIPALITY")
            && draft.own.get("municipality_id").and_then(Value::as_str) == Some(linked.as_str())
    };
    Ok(stored.iter().find(is_city).map(|draft| draft.uid))
}

fn draft(unit: &Unit) -> Result<Draft, super::row::Wrong> {
    let name = unit.name.trim();
    if name.is_empty() {
        return Err(("Name", "has no name".to_owned()));
    }
    let service_entity = unit.type_id == SERVICE_ENTITY;
    let kind = match unit.type_id.as_str() {
        CITY => "MUNICIPALITY",
        _ if service_entity && name.ends_with("liikelaitos") => "MUNICIPAL_ENTERPRISE",
        _ => "ORG_UNIT",
    };
    let mut draft = Draft::coded(Noun::Organization, SCHEME, &unit.id).named("fi", name).with("kind", kind);
    let level = match unit.type_id.as_str() {
        SECTOR => Some("SECTOR"),
        AGENCY => Some("AGENCY"),
        DIVISION => Some("DIVISION"),
        _ if service_entity && (name.ends_with("virasto") || name.ends_with("kanslia")) => Some("AGENCY"),
        _ => None,
    };
    if let Some(level) = level {
        draft = draft.with("level", level);
    }
    draft.source = Some(SOURCE.uid());
    unit.date(&mut draft)?;
    Ok(draft)
}
