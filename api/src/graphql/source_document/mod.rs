//! Documents and data sets that facts come from.

pub mod fact;
pub mod input;
pub mod object;
pub mod query;

/// A source document as an object.
pub type SourceDocument = super::item::Item<entity::source_document::Entity>;
