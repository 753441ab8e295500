//! Service areas.

pub mod input;
pub mod object;
pub mod query;

/// A service area as an object.
pub type ServiceArea = super::item::Item<entity::service_area::Entity>;
