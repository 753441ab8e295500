//! Filter and order of service products.

use store::ExprTrait;

use crate::graphql::municipality::input::OrganizationRelation;
use crate::graphql::service::input::ServiceRelation;

crate::noun_filter! {
    /// Which service products. Conditions given together must all hold.
    ServiceProductFilter(at, scope) {
        /// Whether a description card exists.
        has_card: bool = |given| at.own("has_card").eq(*given);
        /// Service it realizes.
        service: ServiceRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::service::Entity>("service_id", matched))?;
        /// Organization that produces it.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::organization::Entity>("organization_id", matched))?;
    }
}

crate::noun_order! {
    ServiceProductOrder, ServiceProductOrderField, "service products" {}
}
