//! Municipalities (kunta): the territory, by its official code.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

noun!(Municipality);

/// Municipalities (kunta): the territory, by its official code.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "municipality")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Official code, three digits.
    pub code: String,
    /// Longitude of the municipal centre, WGS84 degrees.
    pub lon: Option<f64>,
    /// Latitude of the municipal centre, WGS84 degrees.
    pub lat: Option<f64>,
}
