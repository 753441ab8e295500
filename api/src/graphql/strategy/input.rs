//! Filter and order of strategies.

use entity::strategy::BindingNature;

use crate::graphql::municipality::input::{OrganizationRelation, RegionRelation};

crate::term_filter!(BindingNatureFilter, BindingNature);

crate::noun_filter! {
    /// Which strategies. Conditions given together must all hold.
    StrategyFilter(at, scope) {
        /// How binding it is.
        binding: BindingNatureFilter = |given| given.condition(&at.own("binding"))?;
        /// Region it is for.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::region::Entity>("region_id", matched))?;
        /// Organization whose strategy it is.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::organization::Entity>("organization_id", matched))?;
    }
}

crate::noun_order! {
    StrategyOrder, StrategyOrderField, "strategies" {}
}
