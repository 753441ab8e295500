//! A feature of a boundary file: the code it is for, its geometry and bounding box.
//!
//! The files differ: `natcode` is a number in one (5 is "005"), `NATCODE` a string in the others.

use geojson::{Feature, Geometry, GeometryValue, Position};
use serde_json::Value;

/// What a feature says.
pub(super) struct Shape {
    /// Code as written, without leading zeros where the file has a number.
    pub code: String,
    /// GeoJSON geometry: Polygon or MultiPolygon.
    pub geometry: Value,
    /// Western, southern, eastern and northern end, WGS84 degrees.
    pub bounds: [f64; 4],
}

/// A field of the file and what is wrong with it.
pub(crate) type Wrong = (&'static str, String);

/// Reads a feature.
///
/// # Errors
/// The field that is wrong, and why.
pub(super) fn read(feature: Value) -> Result<Shape, Wrong> {
    let feature = serde_json::from_value::<Feature>(feature).map_err(|error| ("geometry", error.to_string()))?;
    let code = code(&feature)?;
    let Some(geometry) = feature.geometry else { return Err(("geometry", format!("{code} has none"))) };
    let bounds = bounds(&geometry).map_err(|(field, reason)| (field, format!("{code}: {reason}")))?;
    let geometry = serde_json::to_value(&geometry).map_err(|error| ("geometry", error.to_string()))?;
    Ok(Shape { code, geometry, bounds })
}

/// Western, southern, eastern and northern end of a GeoJSON geometry, WGS84 degrees.
///
/// # Errors
/// When it is not a sound Polygon or MultiPolygon.
pub(crate) fn bounds_of(geometry: &Value) -> Result<[f64; 4], Wrong> {
    let geometry = serde_json::from_value(geometry.clone()).map_err(|error| ("geometry", error.to_string()))?;
    bounds(&geometry)
}

fn bounds(geometry: &Geometry) -> Result<[f64; 4], Wrong> {
    let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    match &geometry.value {
        GeometryValue::Polygon { coordinates } => polygon(coordinates, &mut bounds)?,
        GeometryValue::MultiPolygon { coordinates } if !coordinates.is_empty() => {
            coordinates.iter().try_for_each(|rings| polygon(rings, &mut bounds))?;
        }
        _ => return Err(("geometry", "neither Polygon nor MultiPolygon".to_owned())),
    }
    Ok(bounds)
}

fn code(feature: &Feature) -> Result<String, Wrong> {
    match feature.property("natcode").or_else(|| feature.property("NATCODE")) {
        Some(Value::String(code)) => Ok(code.trim().to_owned()),
        Some(Value::Number(code)) => Ok(code.to_string()),
        _ => Err(("natcode", "has no code".to_owned())),
    }
}

/// Checks the rings of a polygon and widens the bounds to hold it.
fn polygon(rings: &[Vec<Position>], bounds: &mut [f64; 4]) -> Result<(), Wrong> {
    let wrong = |reason: &str| Err(("geometry", reason.to_owned()));
    if rings.is_empty() {
        return wrong("a polygon without rings");
    }
    for ring in rings {
        if ring.len() < 4 || ring.first() != ring.last() {
            return wrong("a ring that is not closed");
        }
        for position in ring {
            let &[lon, lat, ..] = position.as_slice() else { return wrong("a position without two coordinates") };
            if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
                return wrong("a position outside the globe: not WGS84 degrees");
            }
            *bounds = [bounds[0].min(lon), bounds[1].min(lat), bounds[2].max(lon), bounds[3].max(lat)];
        }
    }
    Ok(())
}
