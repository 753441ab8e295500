//! Root fields of service points.

use super::ServicePoint;
use super::input::{ServicePointFilter, ServicePointOrder};
use crate::graphql::noun::{BboxInput, NearInput};
use crate::graphql::place;

crate::noun_one! {
    ServicePointQuery,
    /// One service point (palvelupiste), by its id or whole name; by a code, see `record`.
    service_point: ServicePoint
}

crate::noun_list! {
    ServicePointsQuery,
    /// Service points (palvelupisteet) in force on the day of the lens. With `near`, those within a distance of a point, to
    /// be ordered by `DISTANCE`; with `bbox`, those in a box.
    service_points: service_point[ServicePointFilter, ServicePointOrder],
    with { near: NearInput, bbox: BboxInput } = place::near
}
