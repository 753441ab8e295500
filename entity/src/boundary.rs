//! Boundaries of municipalities, regions and service areas, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Precision, RecordId};

edge!(Any.boundaries, parent: record_id, refs: []);

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
    /// First day in force.
    #[serde(default = "crate::time::far_past", skip_serializing_if = "crate::time::is_far_past")]
    pub valid_from: Date,
    /// How exactly the start is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub valid_from_precision: Precision,
    /// First day no longer in force.
    #[serde(default = "crate::time::far_future", skip_serializing_if = "crate::time::is_far_future")]
    pub valid_to: Date,
    /// How exactly the end is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub valid_to_precision: Precision,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
