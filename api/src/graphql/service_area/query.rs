//! Root fields of service areas.

use super::ServiceArea;
use super::input::{ServiceAreaFilter, ServiceAreaOrder};
use crate::graphql::noun::PointInput;
use crate::graphql::place;

crate::noun_one! {
    ServiceAreaQuery,
    /// One service area (palvelualue), by its id or whole name.
    service_area: ServiceArea
}

crate::noun_list! {
    ServiceAreasQuery,
    /// Service areas (palvelualueet) in force on the day of the lens. With `containing`, only those whose boundary on that day
    /// holds the point.
    service_areas: service_area[ServiceAreaFilter, ServiceAreaOrder],
    with { containing: PointInput } = place::containing
}
