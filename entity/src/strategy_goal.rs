//! Goals of a strategy, linked to indicators.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Precision, Quantity, RecordId, Text};

edge!(Strategy.goals, parent: strategy_id, refs: [indicator_id -> Indicator]);

/// Goals of a strategy, linked to indicators.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "strategy_goal")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The strategy.
    pub strategy_id: RecordId,
    /// Place in the list.
    pub position: i32,
    /// The goal.
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Text,
    /// Indicator that measures it.
    #[serde(default)]
    pub indicator_id: Option<RecordId>,
    /// Target.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub target: Option<Quantity>,
    /// Day by which.
    #[serde(default)]
    pub deadline: Option<Date>,
    /// How exactly that day is known.
    #[serde(default)]
    pub deadline_precision: Option<Precision>,
}
