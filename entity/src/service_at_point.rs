//! Services given at a service point, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

edge!(ServicePoint.services, parent: service_point_id, refs: [service_id -> Service]);

dated! {
    /// Services given at a service point, dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "service_at_point")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The point.
        pub service_point_id: RecordId,
        /// The service.
        pub service_id: RecordId,
    }
}
