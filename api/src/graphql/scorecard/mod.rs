//! Scorecards.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type Scorecard = super::item::Item<entity::scorecard::Entity>;
