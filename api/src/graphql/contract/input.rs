//! Filter and order of contracts.

use entity::contract::ContractTier;
use entity::contract_party::ContractRole;
use store::order::Kind;
use store::{ExprTrait, Term};

use crate::graphql::filter::{IntFilter, RecordRelation};
use crate::graphql::municipality::input::OrganizationRelation;
use crate::graphql::organization::input::CommitteeRelation;
use crate::graphql::strategy::input::StrategyFilter;

crate::term_filter!(ContractTierFilter, ContractTier);
crate::relation_filter!(ContractRelation, ContractFilter, "contracts");

crate::relation_filter!(StrategyRelation, StrategyFilter, "strategies");
crate::relation_filter!(ContractPartyRelation, ContractPartyFilter, "parties");
crate::term_filter!(ContractRoleFilter, ContractRole);

crate::edge_filter! {
    /// Which parties of a contract. Conditions given together must all hold.
    ContractPartyFilter(at, scope) => {
        /// What it does in the contract.
        role: ContractRoleFilter = |given| given.condition(&at.edge("role"))?;
        /// The organization, unit or committee.
        party: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.ends_any("party_id", matched))?;
        /// The party, where it is an organization or unit.
        organization: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::organization::Entity>("party_id", matched)
        })?;
        /// The party, where it is a committee.
        committee: CommitteeRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::committee::Entity>("party_id", matched)
        })?;
    }
}

crate::noun_filter! {
    /// Which contracts. Conditions given together must all hold.
    ContractFilter(at, scope) {
        /// Its tier.
        tier: ContractTierFilter = |given| given.condition(&at.own("tier"))?;
        /// Year it is for.
        year: IntFilter = |given| given.condition(&at.own("year"))?;
        /// Whether it is a template or a model.
        template: bool = |given| at.own("template").eq(*given);
        /// Contract it stands under.
        parent: ContractRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::contract::Entity>("parent_id", matched))?;
        /// Strategy that it carries out.
        strategy: StrategyRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.holds::<entity::strategy::Entity>("strategy_id", matched)
        })?;
        /// Its parties, by what they do and who they are.
        parties: ContractPartyRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.by_edge("contract_party", "contract_id", matched)
        })?;
        /// Organization or committee with any part in it.
        party: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.carries_any("contract_party", "contract_id", "party_id", matched))?;
    }
}

crate::noun_order! {
    ContractOrder, ContractOrderField, "contracts" {
        /// Tier, in the order in which its values are listed.
        Tier => |descending| Term::vocabulary::<ContractTier>("tier", descending),
        /// Year it is for.
        Year => |descending| Term::own("year", Kind::Int32, descending),
    }
}
