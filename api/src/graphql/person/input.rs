//! Filter and order of persons.

use crate::graphql::committee::input::MembershipRelation;
use crate::graphql::organization::input::CommitteeRelation;

crate::noun_filter! {
    /// Which persons. Conditions given together must all hold.
    PersonFilter(at, scope) {
        /// Committees in which the person is a member on the day of the lens.
        committees: CommitteeRelation = |committees| committees.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::committee::Entity>("membership", "person_id", "committee_id", matched)
        })?;
        /// Memberships in committees, by role and period.
        memberships: MembershipRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.by_edge("membership", "person_id", matched)
        })?;
    }
}

crate::noun_order! {
    PersonOrder, PersonOrderField, "persons" {}
}
