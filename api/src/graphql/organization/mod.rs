//! Organizations.

pub mod input;
pub mod object;
pub mod query;

/// An organization as an object.
pub type Organization = super::item::Item<entity::organization::Entity>;
