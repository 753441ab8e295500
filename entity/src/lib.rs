//! Tables as Rust types: one file a noun, plus the few types that many nouns share.
//!
//! No input or output, no GraphQL. What every record has in common stands on [`record`], the registry;
//! a noun's own table holds only what is particular to it and shares the registry's key.

#[macro_use]
pub mod term;
#[macro_use]
pub mod noun;
#[macro_use]
pub mod edge;
pub mod quantity;
pub mod record;
pub mod text;
pub mod time;

pub mod counter;
pub mod identifier;
pub mod name;
pub mod place;
pub mod revision;

pub mod boundary;
pub mod change_part;
pub mod citation;
pub mod collaboration_network;
pub mod committee;
pub mod contract;
pub mod contract_party;
pub mod contract_section;
pub mod contract_subject;
pub mod indicator;
pub mod initiative;
pub mod initiative_party;
pub mod initiative_phase;
pub mod membership;
pub mod mention;
pub mod municipality;
pub mod municipality_change;
pub mod network_member;
pub mod observation;
pub mod organization;
pub mod person;
pub mod product_item;
pub mod region;
pub mod region_member;
pub mod replacement;
pub mod scenario;
pub mod scorecard;
pub mod scorecard_item;
pub mod service;
pub mod service_area;
pub mod service_area_member;
pub mod service_arrangement;
pub mod service_at_point;
pub mod service_point;
pub mod service_product;
pub mod source_document;
pub mod statement;
pub mod statement_text;
pub mod strategy;
pub mod strategy_goal;

pub use edge::EdgeEntity;
pub use noun::{Noun, NounEntity};
pub use quantity::{Micros, Quantity};
pub use term::Term;
pub use text::{Name, Names, Text};
pub use time::Precision;

/// Key of a row in [`record`]; a noun's row has the same key. Internal: clients see the UUID.
pub type RecordId = i64;
