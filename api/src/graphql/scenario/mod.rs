//! Plans laid over reality.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type Scenario = super::item::Item<entity::scenario::Entity>;
