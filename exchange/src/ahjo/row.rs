//! The shape of a decision maker in the files, and its period.
//!
//! Traps: "Existing" is a string; an end in 2100 means none; an end at 23:59:59 is the last day, not the first
//! day after it; a start on 2009-01-01 is where the register begins.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use entity::Precision;
use entity::time::{FAR_FUTURE, FAR_PAST};
use serde::Deserialize;
use serde_json::Value;
use store::Draft;

/// First year that stands for "never dissolved".
const NEVER: i32 = 2100;
/// The day on which the register begins: what is older starts on it too.
const REGISTER_BEGINS: NaiveDate = NaiveDate::from_ymd_opt(2009, 1, 1).expect("a date");

/// A file of decision makers.
#[derive(Deserialize)]
pub(super) struct File {
    /// Decision makers, not yet looked at.
    #[serde(rename = "decisionMakers")]
    pub rows: Vec<Value>,
}

/// A decision maker.
#[derive(Deserialize)]
pub(super) struct Row {
    /// What is said of it.
    #[serde(rename = "Organization")]
    pub body: Body,
}

/// A decision maker with what stands above and below it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Body {
    /// The decision maker itself.
    #[serde(flatten)]
    pub unit: Unit,
    #[serde(default)]
    organization_level_above: Option<Level>,
    #[serde(default)]
    organization_level_below: Option<Level>,
    #[serde(default)]
    sector: Option<Sector>,
}

#[derive(Deserialize)]
struct Level {
    #[serde(default)]
    organizations: Vec<Unit>,
}

#[derive(Deserialize)]
struct Sector {
    #[serde(rename = "SectorID")]
    id: String,
}

/// A decision maker or a unit.
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Unit {
    /// Id in the system.
    #[serde(rename = "ID")]
    pub id: String,
    /// Name in the language of the file.
    pub name: String,
    /// Type by number.
    pub type_id: String,
    existing: String,
    #[serde(default)]
    formed: Option<String>,
    #[serde(default)]
    dissolved: Option<String>,
}

/// A field of the file and what is wrong with it.
pub(super) type Wrong = (&'static str, String);

impl Body {
    /// What stands above it.
    pub fn above(&self) -> &[Unit] {
        self.organization_level_above.as_ref().map_or(&[], |level| &level.organizations)
    }

    /// What stands above and below it.
    pub fn around(&self) -> impl Iterator<Item = &Unit> {
        self.above().iter().chain(self.organization_level_below.iter().flat_map(|level| &level.organizations))
    }

    /// Id of the sector it belongs to.
    pub fn sector(&self) -> Option<&str> {
        self.sector.as_ref().map(|sector| sector.id.as_str())
    }
}

impl Unit {
    /// Gives a draft this unit's period.
    pub fn date(&self, draft: &mut Draft) -> Result<(), Wrong> {
        let (from, from_precision) = match moment("Formed", self.formed.as_deref())? {
            None => (FAR_PAST, Precision::Unknown),
            Some(formed) if formed.date() == REGISTER_BEGINS => (REGISTER_BEGINS, Precision::Unknown),
            Some(formed) => (formed.date(), Precision::Day),
        };
        let to = match moment("Dissolved", self.dissolved.as_deref())? {
            Some(end) if end.year() < NEVER => Some(first_day_after(end)),
            _ => None,
        };
        let (to, to_precision) = match (self.existing.as_str(), to) {
            (_, Some(to)) => (to, Precision::Day),
            ("true", None) => (FAR_FUTURE, Precision::Day),
            ("false", None) => (FAR_FUTURE, Precision::Unknown),
            (other, None) => return Err(("Existing", format!("{other:?} is neither \"true\" nor \"false\""))),
        };
        if from >= to {
            return Err(("Dissolved", format!("ends on {to}, before it begins on {from}")));
        }
        (draft.from, draft.from_precision, draft.to, draft.to_precision) = (from, from_precision, to, to_precision);
        Ok(())
    }
}

fn moment(field: &'static str, written: Option<&str>) -> Result<Option<NaiveDateTime>, Wrong> {
    let Some(written) = written.filter(|written| !written.is_empty()) else { return Ok(None) };
    match NaiveDateTime::parse_from_str(written, "%Y-%m-%dT%H:%M:%S%.f") {
        Ok(moment) => Ok(Some(moment)),
        Err(_) => Err((field, format!("{written:?} is not a date"))),
    }
}

fn first_day_after(end: NaiveDateTime) -> NaiveDate {
    let day = end.date();
    if end.time() == NaiveTime::MIN { day } else { day.checked_add_days(Days::new(1)).unwrap_or(day) }
}
