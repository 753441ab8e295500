//! What happened to municipalities.

pub mod input;
pub mod object;
pub mod query;

/// A change of municipalities as an object.
pub type MunicipalityChange = super::item::Item<entity::municipality_change::Entity>;
