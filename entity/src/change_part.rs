//! Parts of a change: from which municipality to which, with shares where known.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

edge!(MunicipalityChange.parts, parent: change_id, refs: [
    from_id -> Municipality, to_id -> Municipality, from_region_id -> Region, to_region_id -> Region
]);

/// Parts of a change: from which municipality to which, with shares where known.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "change_part")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The change.
    pub change_id: RecordId,
    /// Municipality before.
    pub from_id: Option<RecordId>,
    /// Municipality after.
    pub to_id: Option<RecordId>,
    /// Share of the inhabitants that passed, in millionths; none where no source says.
    pub population_share: Option<i64>,
    /// Share of the area that passed, in millionths; none where no source says.
    pub area_share: Option<i64>,
    /// Region before, for a move between regions.
    pub from_region_id: Option<RecordId>,
    /// Region after, for a move between regions.
    pub to_region_id: Option<RecordId>,
}
