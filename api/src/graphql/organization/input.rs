//! Filter and order of organizations.

use entity::organization::{OrganizationKind, UnitLevel};
use store::Term;

use crate::graphql::committee::input::{CommitteeFilter, MembershipRelation};
use crate::graphql::municipality_change::input::MunicipalityRelation;

crate::term_filter!(OrganizationKindFilter, OrganizationKind);
crate::term_filter!(UnitLevelFilter, UnitLevel);
crate::relation_filter!(CommitteeRelation, CommitteeFilter, "committees");
crate::relation_filter!(UnitRelation, OrganizationFilter, "organizations");

crate::noun_filter! {
    /// Which organizations. Conditions given together must all hold.
    OrganizationFilter(at, scope) {
        /// Its kind.
        kind: OrganizationKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Its level, for units.
        level: UnitLevelFilter = |level| level.condition(&at.own("level"))?;
        /// The organization it is a unit of.
        parent: UnitRelation = |parent| parent.condition(at, scope, |relation, matched| {
            relation.holds::<entity::organization::Entity>("parent_id", matched)
        })?;
        /// Its territory or home.
        municipality: MunicipalityRelation = |municipality| municipality.condition(at, scope, |relation, matched| {
            relation.holds::<entity::municipality::Entity>("municipality_id", matched)
        })?;
        /// Its committees.
        committees: CommitteeRelation = |committees| committees.condition(at, scope, |relation, matched| {
            relation.held_by::<entity::committee::Entity>("organization_id", matched)
        })?;
        /// Memberships in committees in which it is represented or itself the member.
        memberships: MembershipRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.by_edge("membership", "organization_id", matched)
        })?;
    }
}

crate::noun_order! {
    OrganizationOrder, OrganizationOrderField, "organizations" {
        /// Kind, in the order in which its values are listed.
        Kind => |descending| Term::vocabulary::<OrganizationKind>("kind", descending),
    }
}
