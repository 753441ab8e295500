//! Services.

pub mod input;
pub mod object;
pub mod query;

mod arrangement;

pub use arrangement::ServiceArrangement;

/// A service as an object.
pub type Service = super::item::Item<entity::service::Entity>;
