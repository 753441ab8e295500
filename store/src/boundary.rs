//! Boundaries: which areas hold a point on a day, and where areas end on a day.

use std::collections::HashMap;

use entity::RecordId;
use geo::{Intersects, Simplify};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query};
use serde_json::Value;

use crate::{At, Result, Scope, children};

/// The boundary of each of some areas on the day of the scope, as a GeoJSON geometry; of several, the one that began
/// last. With a tolerance in degrees, points that lie closer than that to what is left are left out.
///
/// # Errors
/// When the database fails.
pub async fn of(
    db: &impl ConnectionTrait,
    scope: &Scope,
    areas: &[RecordId],
    tolerance: Option<f64>,
) -> Result<HashMap<RecordId, Value>> {
    let mut statement = Query::select();
    statement
        .columns(["record_id", "geometry"])
        .from("boundary")
        .and_where(children::among(db.get_database_backend(), Expr::col("record_id"), areas))
        .and_where(Expr::col("valid_from").lte(scope.as_of))
        .and_where(Expr::col("valid_to").gt(scope.as_of))
        .order_by("valid_from", Order::Asc)
        .order_by("id", Order::Asc);
    let mut boundaries = HashMap::new();
    for row in db.query_all(&statement).await? {
        let geometry: Value = row.try_get_by_index(1)?;
        boundaries.insert(row.try_get_by_index(0)?, geometry);
    }
    if let Some(tolerance) = tolerance.filter(|tolerance| *tolerance > 0.0) {
        boundaries.values_mut().for_each(|geometry| simplify(geometry, tolerance));
    }
    Ok(boundaries)
}

/// Leaves out points of the rings; what is no area stays as it is.
fn simplify(geometry: &mut Value, tolerance: f64) {
    let simple = match shape(geometry) {
        Some(geo::Geometry::Polygon(polygon)) => geojson::GeometryValue::from(&polygon.simplify(tolerance)),
        Some(geo::Geometry::MultiPolygon(polygons)) => geojson::GeometryValue::from(&polygons.simplify(tolerance)),
        _ => return,
    };
    if let Ok(simple) = serde_json::to_value(geojson::Geometry::new(simple)) {
        *geometry = simple;
    }
}

fn shape(geometry: &Value) -> Option<geo::Geometry<f64>> {
    serde_json::from_value::<geojson::Geometry>(geometry.clone()).ok()?.try_into().ok()
}

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
        let geometry: Value = row.try_get_by_index(1)?;
        if shape(&geometry).is_some_and(|geometry| geometry.intersects(&point)) {
            areas.push(row.try_get_by_index(0)?);
        }
    }
    Ok(areas)
}
