//! Members of a collaboration network, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Precision, Quantity, RecordId, Text};

edge!(CollaborationNetwork.members, parent: network_id, refs: [member_id -> Any]);

/// Members of a collaboration network, dated.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "network_member")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The network.
    pub network_id: RecordId,
    /// Organization, committee or municipality; none where the source names only a role.
    #[serde(default)]
    pub member_id: Option<RecordId>,
    /// Role as written.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub role: Option<Text>,
    /// Share, in per cent.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub share: Option<Quantity>,
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
