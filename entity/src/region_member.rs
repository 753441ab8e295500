//! Municipalities of a region, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Precision, RecordId, citation::Certainty};

edge!(Region.members, parent: region_id, refs: [municipality_id -> Municipality]);

/// Municipalities of a region, dated.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "region_member")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The region.
    pub region_id: RecordId,
    /// The municipality.
    pub municipality_id: RecordId,
    /// Stated by a list of that time, or derived.
    pub certainty: Certainty,
    /// First day in force.
    #[serde(default = "crate::time::far_past", skip_serializing_if = "crate::time::is_far_past")]
    pub valid_from: Date,
    /// How exactly the start is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub valid_from_precision: Precision,
    /// First day no longer in force.
    #[serde(default = "crate::time::far_future", skip_serializing_if = "crate::time::is_far_future")]
    pub valid_to: Date,
    /// How exactly the end is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub valid_to_precision: Precision,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
