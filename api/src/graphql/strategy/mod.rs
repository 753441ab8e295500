//! Strategies.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type Strategy = super::item::Item<entity::strategy::Entity>;
