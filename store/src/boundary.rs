//! Boundaries: which areas hold a point on a day.

use std::str::FromStr;

use entity::RecordId;
use geo::Intersects;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query};

use crate::{At, Result, Scope};

/// Keys of visible areas of any noun whose boundary on the day holds the point, its edge included. The bounding box
/// is tested by the database, the boundary itself here.
///
/// # Errors
/// When the database fails.
pub async fn containing(db: &impl ConnectionTrait, scope: &Scope, lon: f64, lat: f64) -> Result<Vec<RecordId>> {
    let boundary = |column: &'static str| Expr::col(("b", column));
    let at = At::ROOT;
    let mut statement = Query::select();
    statement
        .expr(boundary("record_id"))
        .expr(boundary("geometry"))
        .from_as("boundary", "b")
        .join_as(JoinType::InnerJoin, "record", at.record_alias(), at.record("id").equals(("b", "record_id")))
        .and_where(boundary("min_lon").lte(lon))
        .and_where(boundary("max_lon").gte(lon))
        .and_where(boundary("min_lat").lte(lat))
        .and_where(boundary("max_lat").gte(lat))
        .and_where(boundary("valid_from").lte(scope.as_of))
        .and_where(boundary("valid_to").gt(scope.as_of))
        .cond_where(scope.visible(at));
    let point = geo::Point::new(lon, lat);
    let mut areas = Vec::new();
    for row in db.query_all(&statement).await? {
        let geometry: serde_json::Value = row.try_get_by_index(1)?;
        let holds = geojson::Geometry::from_str(&geometry.to_string())
            .ok()
            .and_then(|geometry| geo::Geometry::<f64>::try_from(geometry).ok())
            .is_some_and(|geometry| geometry.intersects(&point));
        if holds {
            areas.push(row.try_get_by_index(0)?);
        }
    }
    Ok(areas)
}
