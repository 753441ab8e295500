//! Lines of a scorecard.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId, Text};

edge!(Scorecard.items, parent: scorecard_id, refs: [indicator_id -> Indicator]);

term! {
    /// Perspective of a scorecard (tuloskortin näkökulma).
    Perspective {
        /// Effectiveness (vaikuttavuus).
        Effectiveness = "EFFECTIVENESS",
        /// Processes (prosessit).
        Process = "PROCESS",
        /// Customer (asiakas).
        Customer = "CUSTOMER",
        /// Staff (henkilöstö).
        Staff = "STAFF",
        /// Economy (talous).
        Economy = "ECONOMY",
    }
}

/// Lines of a scorecard.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "scorecard_item")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The scorecard.
    pub scorecard_id: RecordId,
    /// Perspective.
    pub perspective: Perspective,
    /// Place on the card.
    pub position: i32,
    /// Block that groups factors.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub block: Option<Text>,
    /// Success factor.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub success_factor: Option<Text>,
    /// Number as written, such as `3.2`.
    #[serde(default)]
    pub number: Option<String>,
    /// Measure.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub measure: Option<Text>,
    /// Where its data come from.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub data_source: Option<Text>,
    /// Target; none where the card has none.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub target: Option<Quantity>,
    /// Concrete means.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub means: Option<Text>,
    /// Indicator that holds its values.
    #[serde(default)]
    pub indicator_id: Option<RecordId>,
}
