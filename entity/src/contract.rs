//! Contracts between purchasers and providers, in tiers (sopimus).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Contract, refs: [parent_id -> Contract, strategy_id -> Strategy, scorecard_id -> Scorecard, region_id -> Region]);

term! {
    /// Tier in a hierarchy of contracts (sopimustaso).
    ContractTier {
        /// Tier 1: strategic service contract (strateginen palvelusopimus).
        StrategicService = "STRATEGIC_SERVICE",
        /// Tier 2: strategic service-production contract (strateginen palvelutuotantosopimus).
        StrategicProduction = "STRATEGIC_PRODUCTION",
        /// Tier 3: operational service-production contract (operatiivinen palvelutuotantosopimus).
        OperationalProduction = "OPERATIONAL_PRODUCTION",
        /// A contract outside of a hierarchy (yksittäinen sopimus).
        Single = "SINGLE",
    }
}

/// Contracts between purchasers and providers, in tiers (sopimus).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "contract")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Tier.
    pub tier: ContractTier,
    /// Whether it is a template or a model, not a contract in force.
    #[serde(default)]
    pub template: bool,
    /// Contract it stands under.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Strategy that it carries out.
    #[serde(default)]
    pub strategy_id: Option<RecordId>,
    /// Scorecard that measures it.
    #[serde(default)]
    pub scorecard_id: Option<RecordId>,
    /// Region it is for.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Year it is for.
    #[serde(default)]
    pub year: Option<i32>,
    /// What must be decided before it.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub precondition: Option<Text>,
    /// What it settles.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub content: Option<Text>,
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
