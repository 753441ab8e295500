//! Filter and order of service points.

use entity::service_point::ServicePointKind;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::CodeFilter;
use crate::graphql::municipality::input::OrganizationRelation;
use crate::graphql::municipality_change::input::MunicipalityRelation;
use crate::graphql::place::ByDistance;
use crate::graphql::service::input::ServiceRelation;

crate::term_filter!(ServicePointKindFilter, ServicePointKind);

crate::noun_filter! {
    /// Which service points. Conditions given together must all hold.
    ServicePointFilter(at, scope) {
        /// Its kind.
        kind: ServicePointKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Its postal code.
        postal_code: CodeFilter = |code| code.condition(&at.own("postal_code"))?;
        /// Municipality where it lies.
        municipality: MunicipalityRelation = |municipality| municipality.condition(at, scope, |relation, matched| {
            relation.holds::<entity::municipality::Entity>("municipality_id", matched)
        })?;
        /// Organization that gives the services.
        organization: OrganizationRelation = |organization| organization.condition(at, scope, |relation, matched| {
            relation.holds::<entity::organization::Entity>("organization_id", matched)
        })?;
        /// Services given there.
        services: ServiceRelation = |services| services.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::service::Entity>("service_at_point", "service_point_id", "service_id", matched)
        })?;
    }
}

crate::noun_order! {
    ServicePointOrder, ServicePointOrderField, "service points" {
        /// Distance from the point of `near`; only together with it.
        Distance => |descending| Term::record("id", Kind::Int, descending),
        /// Postal code.
        PostalCode => |descending| Term::own("postal_code", Kind::Text, descending),
    }
}

impl ByDistance for ServicePointOrder {
    fn distance(&self) -> Option<bool> {
        (self.field == ServicePointOrderField::Distance).then(|| self.direction.descending())
    }
}
