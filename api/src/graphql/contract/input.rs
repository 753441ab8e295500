//! Filter and order of contracts.

use entity::contract::ContractTier;
use store::Term;
use store::order::Kind;

use store::ExprTrait;

use crate::graphql::filter::{IntFilter, RecordRelation};

crate::term_filter!(ContractTierFilter, ContractTier);
crate::relation_filter!(ContractRelation, ContractFilter, "contracts");

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
