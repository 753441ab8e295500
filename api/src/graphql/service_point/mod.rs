//! Service points.

pub mod input;
pub mod object;
pub mod query;

/// A service point as an object.
pub type ServicePoint = super::item::Item<entity::service_point::Entity>;
