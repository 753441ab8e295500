//! Boundaries of municipalities, regions and service areas, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

edge!(Any.boundaries, parent: record_id, refs: []);

dated! {
    /// Boundaries of municipalities, regions and service areas, dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "boundary")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The area.
        pub record_id: RecordId,
        /// Western end of the bounding box, WGS84 degrees.
        pub min_lon: f64,
        /// Southern end.
        pub min_lat: f64,
        /// Eastern end.
        pub max_lon: f64,
        /// Northern end.
        pub max_lat: f64,
        /// GeoJSON geometry: Polygon or MultiPolygon, WGS84.
        #[sea_orm(column_type = "JsonBinary")]
        pub geometry: Json,
        /// Words of attribution.
        #[serde(default)]
        pub attribution: Option<String>,
    }
}
