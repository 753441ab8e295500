//! Phases of an initiative.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Precision, RecordId, Text};

edge!(Initiative.phases, parent: initiative_id, refs: []);

/// Phases of an initiative.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "initiative_phase")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The initiative.
    pub initiative_id: RecordId,
    /// Place in the order.
    pub position: i32,
    /// What is done.
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Text,
    /// What comes out.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub output: Option<Text>,
    /// How it is done.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub method: Option<Text>,
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
