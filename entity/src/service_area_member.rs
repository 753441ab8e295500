//! Municipalities or districts of a service area, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(ServiceArea.members, parent: service_area_id, refs: [municipality_id -> Municipality]);

dated! {
    /// Municipalities or districts of a service area, dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "service_area_member")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The area.
        pub service_area_id: RecordId,
        /// The municipality.
        pub municipality_id: RecordId,
        /// District, when only a part belongs.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub district: Option<Text>,
    }
}
