//! Areas that services are organized for (palvelualue).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId};

noun!(ServiceArea, refs: [region_id -> Region, organization_id -> Organization]);

/// Areas that services are organized for (palvelualue).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "service_area")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Region it lies in.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Organization that organizes the services.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Inhabitants, as the source gives them.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub population: Option<Quantity>,
    /// Area teams.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub teams: Option<Quantity>,
}
