//! Where records lie: derived from own columns by the store, for distance and box.

use sea_orm::entity::prelude::*;

use crate::RecordId;

/// Where records lie: derived from own columns by the store, for distance and box.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    /// The record that lies there.
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: RecordId,
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
    /// The point on the unit sphere, first coordinate.
    pub x: f64,
    /// Second coordinate.
    pub y: f64,
    /// Third coordinate.
    pub z: f64,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
