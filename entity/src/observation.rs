//! Observations: the value of an indicator for a subject and a period (havainto).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Micros, RecordId};

edge!(Indicator.observations, parent: indicator_id, refs: [subject_id -> Any, scenario_id -> Any]);

term! {
    /// What kind of value an observation is (havainnon laatu).
    ObservationStatus {
        /// Observed (havaittu).
        Normal = "NORMAL",
        /// Forecast or projection (ennuste).
        Forecast = "FORECAST",
        /// Estimate (arvio).
        Estimate = "ESTIMATE",
        /// Provisional (ennakkotieto).
        Provisional = "PROVISIONAL",
        /// The source has a place but no value (puuttuu).
        Missing = "MISSING",
    }
}

/// Observations: the value of an indicator for a subject and a period (havainto).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "observation")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The indicator.
    pub indicator_id: RecordId,
    /// What it is about: a record of any noun; none: a country or a class of subjects.
    #[serde(default)]
    pub subject_id: Option<RecordId>,
    /// Plan the value belongs to; none: real.
    #[serde(default)]
    pub scenario_id: Option<RecordId>,
    /// First day of the reference period.
    pub period_from: Date,
    /// First day after the reference period.
    pub period_to: Date,
    /// Smallest value, in millionths of the unit; equal to the largest when exact.
    #[serde(default)]
    pub value_min: Option<Micros>,
    /// Largest value, in millionths of the unit.
    #[serde(default)]
    pub value_max: Option<Micros>,
    /// The source says "about".
    #[serde(default)]
    pub approximate: bool,
    /// The upper end is left open.
    #[serde(default)]
    pub open_ended: bool,
    /// The source's wording.
    #[serde(default)]
    pub as_written: Option<String>,
    /// What kind of value.
    pub status: ObservationStatus,
    /// Year of the territorial division the value is on.
    #[serde(default)]
    pub division_year: Option<i32>,
    /// Day on which it was published.
    #[serde(default)]
    pub published_on: Option<Date>,
    /// Lower bound of the class, for counts of subjects by class.
    #[serde(default)]
    pub class_min: Option<Micros>,
    /// Upper bound of the class.
    #[serde(default)]
    pub class_max: Option<Micros>,
    /// Group in a ranking, such as `highest`, where the value is not joined to the subject.
    #[serde(default)]
    pub rank_group: Option<String>,
}
