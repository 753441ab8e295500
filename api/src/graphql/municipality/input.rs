//! Filter and order of municipalities.

use store::Term;
use store::order::Kind;

use crate::graphql::filter::CodeFilter;
use crate::graphql::organization::input::OrganizationFilter;
use crate::graphql::region::input::RegionFilter;

crate::relation_filter!(RegionRelation, RegionFilter, "regions");
crate::relation_filter!(OrganizationRelation, OrganizationFilter, "organizations");

crate::noun_filter! {
    /// Which municipalities. Conditions given together must all hold.
    MunicipalityFilter(at, scope) {
        /// Its official code.
        code: CodeFilter = |code| code.condition(&at.own("code"))?;
        /// Regions it belongs to.
        regions: RegionRelation = |regions| regions.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::region::Entity>("region_member", "municipality_id", "region_id", matched)
        })?;
        /// Organizations whose territory or home it is.
        organizations: OrganizationRelation = |organizations| organizations.condition(at, scope, |relation, matched| {
            relation.held_by::<entity::organization::Entity>("municipality_id", matched)
        })?;
    }
}

crate::noun_order! {
    MunicipalityOrder, MunicipalityOrderField, "municipalities" {
        /// Official code.
        Code => |descending| Term::own("code", Kind::Text, descending),
        /// Longitude of the centre, from west to east; last where it is not known.
        Lon => |descending| Term::own("lon", Kind::Real, descending),
        /// Latitude of the centre, from south to north; last where it is not known.
        Lat => |descending| Term::own("lat", Kind::Real, descending),
    }
}
