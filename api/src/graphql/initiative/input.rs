//! Filter and order of initiatives.

use entity::initiative::InitiativeKind;
use entity::initiative_party::{InitiativeRole, ShareKind};
use store::Term;

use crate::graphql::filter::RecordRelation;
use crate::graphql::municipality::input::{OrganizationRelation, RegionRelation};

crate::term_filter!(InitiativeKindFilter, InitiativeKind);
crate::relation_filter!(InitiativeRelation, InitiativeFilter, "initiatives");

crate::relation_filter!(InitiativePartyRelation, InitiativePartyFilter, "parties");
crate::term_filter!(InitiativeRoleFilter, InitiativeRole);
crate::term_filter!(ShareKindFilter, ShareKind);

crate::edge_filter! {
    /// Which parties of an initiative. Conditions given together must all hold.
    InitiativePartyFilter(at, scope) => {
        /// Role.
        role: InitiativeRoleFilter = |given| given.condition(&at.edge("role"))?;
        /// What its share is a share of.
        share_kind: ShareKindFilter = |given| given.condition(&at.edge("share_kind"))?;
        /// The organization, committee, municipality or person.
        party: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.ends_any("party_id", matched))?;
        /// The party, where it is an organization.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::organization::Entity>("party_id", matched)
        })?;
    }
}

crate::noun_filter! {
    /// Which initiatives. Conditions given together must all hold.
    InitiativeFilter(at, scope) {
        /// Its kind.
        kind: InitiativeKindFilter = |given| given.condition(&at.own("kind"))?;
        /// Region it is for.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::region::Entity>("region_id", matched))?;
        /// Initiative it is part of.
        parent: InitiativeRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::initiative::Entity>("parent_id", matched))?;
        /// Its parties, by role and who they are.
        parties: InitiativePartyRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.by_edge("initiative_party", "initiative_id", matched)
        })?;
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
