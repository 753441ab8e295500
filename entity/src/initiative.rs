//! Reforms, programmes, projects, pilots and studies (hanke).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId, Text};

noun!(Initiative, refs: [parent_id -> Initiative, region_id -> Region], dated: false);

term! {
    /// Kind of initiative (hankkeen laji).
    InitiativeKind {
        /// Reform (uudistus).
        Reform = "REFORM",
        /// Programme (ohjelma).
        Programme = "PROGRAMME",
        /// Project (hanke).
        Project = "PROJECT",
        /// Pilot (kokeilu).
        Pilot = "PILOT",
        /// Study (selvitys).
        Study = "STUDY",
        /// Series of trainings (koulutussarja).
        TrainingSeries = "TRAINING_SERIES",
    }
}

/// Reforms, programmes, projects, pilots and studies (hanke).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "initiative")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind.
    pub kind: InitiativeKind,
    /// Initiative it is part of.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Region it is for.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Cost in euros, as the source gives it.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub cost: Option<Quantity>,
    /// What it is.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
