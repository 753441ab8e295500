//! Statements of documents.

pub mod input;
pub mod object;
pub mod query;

/// The object of the noun.
pub type Statement = super::item::Item<entity::statement::Entity>;
