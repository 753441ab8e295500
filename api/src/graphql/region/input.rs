//! Filter and order of regions.

use entity::region::RegionFamily;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::CodeFilter;
use crate::graphql::municipality_change::input::MunicipalityRelation;

crate::term_filter!(RegionFamilyFilter, RegionFamily);

crate::noun_filter! {
    /// Which regions. Conditions given together must all hold.
    RegionFilter(at, scope) {
        /// Its family.
        family: RegionFamilyFilter = |family| family.condition(&at.own("family"))?;
        /// Its code within the family.
        code: CodeFilter = |code| code.condition(&at.own("code"))?;
        /// Municipalities that belong to it.
        municipalities: MunicipalityRelation = |municipalities| municipalities.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::municipality::Entity>("region_member", "region_id", "municipality_id", matched)
        })?;
    }
}

crate::noun_order! {
    RegionOrder, RegionOrderField, "regions" {
        /// Family, in the order in which its values are listed.
        Family => |descending| Term::vocabulary::<RegionFamily>("family", descending),
        /// Code within the family.
        Code => |descending| Term::own("code", Kind::Text, descending),
    }
}
