//! Service products.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type ServiceProduct = super::item::Item<entity::service_product::Entity>;
