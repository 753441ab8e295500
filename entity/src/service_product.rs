//! Products as a provider describes them to a purchaser: cards with goal, content, outputs, price (palvelutuote).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(ServiceProduct, refs: [service_id -> Service, organization_id -> Organization]);

/// Products as a provider describes them to a purchaser: cards with goal, content, outputs, price (palvelutuote).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "service_product")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Service it realizes.
    #[serde(default)]
    pub service_id: Option<RecordId>,
    /// Organization that produces it.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Group of products, as written.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub product_group: Option<Text>,
    /// Whether a description card exists.
    #[serde(default)]
    pub has_card: bool,
    /// Description.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
    /// Goal.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub goal: Option<Text>,
    /// Price in the currency's minor units; none with a MISSING citation where the source masks it.
    #[serde(default)]
    pub price_minor: Option<i64>,
    /// Currency, ISO 4217.
    #[serde(default)]
    pub currency: Option<String>,
    /// Whether the price is without value added tax; none: not said.
    #[serde(default)]
    pub net: Option<bool>,
}
