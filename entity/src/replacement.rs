//! What a record of a plan replaces: the real record is not part of the plan.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

edge!(Any.replaces, parent: record_id, refs: [replaced_id -> Any]);

/// What a record of a plan replaces: the real record is not part of the plan.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "replacement")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The record of the plan.
    pub record_id: RecordId,
    /// The record it replaces.
    pub replaced_id: RecordId,
}
