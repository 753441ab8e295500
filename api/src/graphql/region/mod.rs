//! Regions by family.

pub mod input;
pub mod object;
pub mod query;

mod membership;

pub use membership::{Membership, memberships};

/// A region as an object.
pub type Region = super::item::Item<entity::region::Entity>;
