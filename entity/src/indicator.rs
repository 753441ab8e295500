//! Indicators: what is measured, in which unit (tunnusluku).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Indicator, refs: [weighted_by_id -> Indicator], dated: false);

/// Indicators: what is measured, in which unit (tunnusluku).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "indicator")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Short code, unique.
    pub code: String,
    /// Unit of the values.
    #[sea_orm(column_type = "JsonBinary")]
    pub unit: Text,
    /// Definition.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub definition: Option<Text>,
    /// Whether values of areas may be summed.
    #[serde(default)]
    pub additive: bool,
    /// Indicator to weight by where values are averaged.
    #[serde(default)]
    pub weighted_by_id: Option<RecordId>,
    /// Digits after the point.
    pub decimals: i32,
}
