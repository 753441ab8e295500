//! Filter and order of committees.

use entity::committee::{CommitteeKind, CommitteePower};
use store::Term;

use crate::graphql::municipality::input::OrganizationRelation;
use crate::graphql::organization::input::CommitteeRelation;
use crate::graphql::person::input::PersonFilter;

crate::term_filter!(CommitteeKindFilter, CommitteeKind);
crate::term_filter!(CommitteePowerFilter, CommitteePower);
crate::relation_filter!(PersonRelation, PersonFilter, "persons");

crate::noun_filter! {
    /// Which committees. Conditions given together must all hold.
    CommitteeFilter(at, scope) {
        /// Its kind.
        kind: CommitteeKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// What it may do.
        power: CommitteePowerFilter = |power| power.condition(&at.own("power"))?;
        /// Organization whose body it is.
        organization: OrganizationRelation = |organization| organization.condition(at, scope, |relation, matched| {
            relation.holds::<entity::organization::Entity>("organization_id", matched)
        })?;
        /// Body it is under.
        parent: CommitteeRelation = |parent| parent.condition(at, scope, |relation, matched| {
            relation.holds::<entity::committee::Entity>("parent_id", matched)
        })?;
        /// Persons who are members on the day of the lens.
        persons: PersonRelation = |persons| persons.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::person::Entity>("membership", "committee_id", "person_id", matched)
        })?;
    }
}

crate::noun_order! {
    CommitteeOrder, CommitteeOrderField, "committees" {
        /// Kind, in the order in which its values are listed.
        Kind => |descending| Term::vocabulary::<CommitteeKind>("kind", descending),
    }
}
