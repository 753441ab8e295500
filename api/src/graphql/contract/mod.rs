//! Contracts in tiers.

pub mod input;
pub mod object;
pub mod query;

mod part;
mod tree;

pub use tree::{ContractTreeNode, DEFAULT_SIZE, tree};

/// The object of the noun.
pub type Contract = super::item::Item<entity::contract::Entity>;
