//! What a contract covers: services, products, indicators.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Contract.covers, parent: contract_id, refs: [subject_id -> Any]);

/// What a contract covers: services, products, indicators.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "contract_subject")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The contract.
    pub contract_id: RecordId,
    /// Service, service product or indicator.
    pub subject_id: RecordId,
    /// What the source adds.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub note: Option<Text>,
}
