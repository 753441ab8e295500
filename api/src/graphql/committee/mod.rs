//! Committees.

pub mod input;
pub mod object;
pub mod query;

mod membership;

pub use membership::{Membership, Wanted, memberships};

/// A committee as an object.
pub type Committee = super::item::Item<entity::committee::Entity>;
