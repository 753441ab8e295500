//! Plans laid over reality: visions, new models, steps of transition (skenaario).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Scenario, refs: [region_id -> Region, organization_id -> Organization], dated: false);

term! {
    /// Kind of plan (skenaarion laji). What exists now is real and is no scenario.
    ScenarioKind {
        /// Vision of a target state (visio).
        Vision = "VISION",
        /// New operating model (uusi toimintamalli).
        NewModel = "NEW_MODEL",
        /// Step on the way (siirtymävaihe).
        TransitionStep = "TRANSITION_STEP",
        /// Was carried out (toteutettu).
        Implemented = "IMPLEMENTED",
        /// Was given up (rauennut).
        Abandoned = "ABANDONED",
    }
}

/// Plans laid over reality: visions, new models, steps of transition (skenaario).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "scenario")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind of plan.
    pub kind: ScenarioKind,
    /// Day the plan is about.
    pub reference_date: Date,
    /// How exactly that day is known.
    pub reference_precision: crate::Precision,
    /// Region the plan is for.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Organization whose plan it is.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// What it says, in short.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
