//! Collaboration networks.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type CollaborationNetwork = super::item::Item<entity::collaboration_network::Entity>;
