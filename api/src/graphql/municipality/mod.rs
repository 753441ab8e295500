//! Municipalities.

pub mod input;
pub mod object;
pub mod query;

/// A municipality as an object.
pub type Municipality = super::item::Item<entity::municipality::Entity>;
