//! Places: which records lie near a point or in a box. Each point is stored as a point on the unit sphere too,
//! so that great-circle distance needs no functions that a database may lack.

use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use crate::At;

/// Mean radius of the Earth in metres (IUGG).
pub const EARTH_RADIUS: f64 = 6_371_008.8;

/// A point given in WGS84 degrees, on the unit sphere.
#[must_use]
pub fn on_sphere(lon: f64, lat: f64) -> [f64; 3] {
    let (lon, lat) = (lon.to_radians(), lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// Great-circle distance in metres of a squared chord on the unit sphere.
#[must_use]
pub fn metres(chord_squared: f64) -> f64 {
    2.0 * EARTH_RADIUS * (chord_squared.max(0.0).sqrt() / 2.0).min(1.0).asin()
}

/// A point and how far around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
    /// Greatest distance in metres.
    pub meters: f64,
}

impl Near {
    /// Squared chord from the point to a record: grows with the distance, so lists sort by it.
    #[must_use]
    pub fn chord_squared(&self, at: At) -> Expr {
        let mut sum = Query::select();
        let [x, y, z] = on_sphere(self.lon, self.lat);
        let square = |column: &'static str, value: f64| {
            let difference = || Expr::col(("pl", column)).sub(value);
            difference().mul(difference())
        };
        sum.expr(square("x", x).add(square("y", y)).add(square("z", z)))
            .from_as("place", "pl")
            .and_where(Expr::col(("pl", "record_id")).eq(at.record("id")));
        Expr::SubQuery(None, Box::new(sum.into()))
    }

    /// Records no farther than the distance.
    #[must_use]
    pub fn condition(&self, at: At) -> Expr {
        let [x, y, z] = on_sphere(self.lon, self.lat);
        let chord = 2.0 * (self.meters / (2.0 * EARTH_RADIUS)).min(std::f64::consts::FRAC_PI_2).sin();
        let square = |column: &'static str, value: f64| {
            let difference = || Expr::col(("pl", column)).sub(value);
            difference().mul(difference())
        };
        let height = (self.meters / EARTH_RADIUS).to_degrees() * 1.000_001;
        let mut near = Query::select();
        near.expr(Expr::col(("pl", "record_id")))
            .from_as("place", "pl")
            .and_where(Expr::col(("pl", "lat")).between(self.lat - height, self.lat + height))
            .and_where_option(self.width().map(|width| Expr::col(("pl", "lon")).between(self.lon - width, self.lon + width)))
            .and_where(square("x", x).add(square("y", y)).add(square("z", z)).lte(chord * chord));
        at.record("id").in_subquery(near)
    }
}

impl Near {
    /// Degrees of longitude that the distance spans to either side; none where a pole or the antimeridian is within it.
    fn width(&self) -> Option<f64> {
        let reach = self.meters / EARTH_RADIUS;
        let ratio = reach.sin() / self.lat.to_radians().cos();
        let width = (reach < std::f64::consts::FRAC_PI_2 && ratio < 1.0).then(|| ratio.asin().to_degrees() * 1.000_001)?;
        (self.lon.abs() + width <= 180.0).then_some(width)
    }
}

/// A box of longitudes and latitudes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bbox {
    /// Western end, WGS84 degrees.
    pub west: f64,
    /// Southern end.
    pub south: f64,
    /// Eastern end; smaller than the western end where the box crosses the antimeridian.
    pub east: f64,
    /// Northern end.
    pub north: f64,
}

impl Bbox {
    /// Records in the box.
    #[must_use]
    pub fn condition(&self, at: At) -> Expr {
        let lon = || Expr::col(("pl", "lon"));
        let within = if self.west <= self.east {
            Condition::all().add(lon().between(self.west, self.east))
        } else {
            Condition::any().add(lon().gte(self.west)).add(lon().lte(self.east))
        };
        let mut inside = Query::select();
        inside
            .expr(Expr::col(("pl", "record_id")))
            .from_as("place", "pl")
            .and_where(Expr::col(("pl", "lat")).between(self.south, self.north))
            .cond_where(within);
        at.record("id").in_subquery(inside)
    }
}
