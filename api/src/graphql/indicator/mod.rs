//! Indicators.

pub mod input;
pub mod object;
pub mod query;

mod class_break;

/// An indicator as an object.
pub type Indicator = super::item::Item<entity::indicator::Entity>;
