//! Filter and order of committees.

use entity::committee::{CommitteeKind, CommitteePower};
use entity::membership::MembershipRole;
use store::{ExprTrait, Term};

use crate::graphql::municipality::input::{OrganizationRelation, RegionRelation};
use crate::graphql::organization::input::CommitteeRelation;
use crate::graphql::person::input::PersonFilter;

crate::term_filter!(CommitteeKindFilter, CommitteeKind);
crate::term_filter!(CommitteePowerFilter, CommitteePower);
crate::relation_filter!(PersonRelation, PersonFilter, "persons");

crate::relation_filter!(MembershipRelation, MembershipFilter, "memberships");
crate::term_filter!(MembershipRoleFilter, MembershipRole);

crate::edge_filter! {
    /// Which memberships in committees, of those on the day of the lens. Conditions given together must all hold.
    MembershipFilter(at, scope), seen |filter| match filter.ever {
        Some(true) => scope.always().edge(at),
        _ => scope.edge(at),
    } => {
        /// `true`: of whatever day, past ones too.
        ever: bool;
        /// Role.
        role: MembershipRoleFilter = |given| given.condition(&at.edge("role"))?;
        /// The committee.
        committee: CommitteeRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::committee::Entity>("committee_id", matched)
        })?;
        /// The person.
        person: PersonRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::person::Entity>("person_id", matched)
        })?;
        /// The organization represented, or the member itself.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::organization::Entity>("organization_id", matched)
        })?;
        /// Whether the member votes.
        votes: bool = |given| at.edge("votes").eq(*given);
    }
}

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
        /// Region it is for.
        region: RegionRelation = |region| region.condition(at, scope, |relation, matched| {
            relation.holds::<entity::region::Entity>("region_id", matched)
        })?;
        /// Its memberships, by role, period and who sits there.
        memberships: MembershipRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.by_edge("membership", "committee_id", matched)
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
