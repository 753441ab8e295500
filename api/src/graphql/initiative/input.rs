//! Filter and order of initiatives.

use entity::initiative::InitiativeKind;
use store::Term;

use crate::graphql::filter::RecordRelation;
use crate::graphql::municipality::input::RegionRelation;

crate::term_filter!(InitiativeKindFilter, InitiativeKind);
crate::relation_filter!(InitiativeRelation, InitiativeFilter, "initiatives");

crate::noun_filter! {
    /// Which initiatives. Conditions given together must all hold.
    InitiativeFilter(at, scope) {
        /// Its kind.
        kind: InitiativeKindFilter = |given| given.condition(&at.own("kind"))?;
        /// Region it is for.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::region::Entity>("region_id", matched))?;
        /// Initiative it is part of.
        parent: InitiativeRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::initiative::Entity>("parent_id", matched))?;
        /// A party of any noun, in any role.
        party: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.carries_any("initiative_party", "initiative_id", "party_id", matched))?;
    }
}

crate::noun_order! {
    InitiativeOrder, InitiativeOrderField, "initiatives" {
        /// Kind, in the order in which its values are listed.
        Kind => |descending| Term::vocabulary::<InitiativeKind>("kind", descending),
    }
}
