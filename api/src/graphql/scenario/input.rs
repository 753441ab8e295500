//! Filter and order of scenarios.

use entity::scenario::ScenarioKind;
use store::Term;
use store::order::Kind;

use crate::graphql::municipality::input::RegionRelation;

crate::term_filter!(ScenarioKindFilter, ScenarioKind);

crate::noun_filter! {
    /// Which scenarios. Conditions given together must all hold.
    ScenarioFilter(at, scope) {
        /// Its kind.
        kind: ScenarioKindFilter = |given| given.condition(&at.own("kind"))?;
        /// Region the plan is for.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::region::Entity>("region_id", matched))?;
    }
}

crate::noun_order! {
    ScenarioOrder, ScenarioOrderField, "scenarios" {
        /// Day the plan is about.
        ReferenceDate => |descending| Term::own("reference_date", Kind::Date, descending),
    }
}
