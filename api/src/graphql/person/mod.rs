//! Persons in public roles.

pub mod input;
pub mod object;
pub mod query;

/// A person as an object.
pub type Person = super::item::Item<entity::person::Entity>;
