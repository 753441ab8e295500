//! Filter and order of scorecards.

use store::ExprTrait;

use crate::graphql::municipality::input::OrganizationRelation;

crate::noun_filter! {
    /// Which scorecards. Conditions given together must all hold.
    ScorecardFilter(at, scope) {
        /// Whether it is a template.
        template: bool = |given| at.own("template").eq(*given);
        /// Organization whose scorecard it is.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::organization::Entity>("organization_id", matched))?;
    }
}

crate::noun_order! {
    ScorecardOrder, ScorecardOrderField, "scorecards" {}
}
