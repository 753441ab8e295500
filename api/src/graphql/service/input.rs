//! Filter and order of services.

use entity::service::{ServiceKind, ServiceLevel};
use store::Term;

use crate::graphql::service_point::input::ServicePointFilter;

crate::term_filter!(ServiceKindFilter, ServiceKind);
crate::term_filter!(ServiceLevelFilter, ServiceLevel);
crate::relation_filter!(ServiceRelation, ServiceFilter, "services");
crate::relation_filter!(ServicePointRelation, ServicePointFilter, "service points");

crate::noun_filter! {
    /// Which services. Conditions given together must all hold.
    ServiceFilter(at, scope) {
        /// Its place in the tree.
        kind: ServiceKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Level it is organized on.
        level: ServiceLevelFilter = |level| level.condition(&at.own("level"))?;
        /// Service it is part of.
        parent: ServiceRelation = |parent| parent.condition(at, scope, |relation, matched| {
            relation.holds::<entity::service::Entity>("parent_id", matched)
        })?;
        /// Points where it is given.
        service_points: ServicePointRelation = |points| points.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::service_point::Entity>("service_at_point", "service_id", "service_point_id", matched)
        })?;
    }
}

crate::noun_order! {
    ServiceOrder, ServiceOrderField, "services" {
        /// Place in the tree, in the order in which its values are listed.
        Kind => |descending| Term::vocabulary::<ServiceKind>("kind", descending),
    }
}
