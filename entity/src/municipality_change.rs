//! What happened to municipalities on a day (kuntamuutos).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

noun!(MunicipalityChange, dated: false);

term! {
    /// What happened to municipalities (kuntamuutoksen laji).
    ChangeKind {
        /// One or more cease and become part of another (kuntaliitos).
        Merge = "MERGE",
        /// One ceases and is divided among several (kunnan jakaminen).
        Split = "SPLIT",
        /// A part passes from one to another, both remain (osaliitos).
        Transfer = "TRANSFER",
        /// The name changes (nimenmuutos).
        Rename = "RENAME",
        /// The code changes (koodinmuutos).
        CodeChange = "CODE_CHANGE",
        /// It moves from one region to another (maakunnan vaihdos).
        RegionMove = "REGION_MOVE",
    }
}

/// What happened to municipalities on a day (kuntamuutos).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "municipality_change")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What happened.
    pub kind: ChangeKind,
    /// Day from which it is in effect.
    pub effective_on: Date,
}
