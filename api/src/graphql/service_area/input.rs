//! Filter and order of service areas.

use crate::graphql::municipality::input::RegionRelation;
use crate::graphql::municipality_change::input::MunicipalityRelation;

crate::noun_filter! {
    /// Which service areas. Conditions given together must all hold.
    ServiceAreaFilter(at, scope) {
        /// Region it lies in.
        region: RegionRelation = |region| region.condition(at, scope, |relation, matched| {
            relation.holds::<entity::region::Entity>("region_id", matched)
        })?;
        /// Municipalities that belong to it.
        municipalities: MunicipalityRelation = |municipalities| municipalities.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::municipality::Entity>("service_area_member", "service_area_id", "municipality_id", matched)
        })?;
    }
}

crate::noun_order! {
    ServiceAreaOrder, ServiceAreaOrderField, "service areas" {}
}
