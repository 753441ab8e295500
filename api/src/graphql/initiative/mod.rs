//! Initiatives.

pub mod input;
pub mod object;
pub mod query;

mod part;

/// The object of the noun.
pub type Initiative = super::item::Item<entity::initiative::Entity>;
