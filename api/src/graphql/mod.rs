//! The API surface: a folder a noun, and beside them what all nouns share. No SQL, no HTTP.

pub mod context;
pub mod document;
pub mod filter;
pub mod id;
pub mod item;
pub mod lookup;
#[macro_use]
pub mod noun;
pub mod order;
pub mod page;
pub mod place;
pub mod record;
pub mod schema;
pub mod server;
pub mod term;
pub mod text;
pub mod time;

pub mod citation;
pub mod committee;
pub mod indicator;
pub mod municipality;
pub mod municipality_change;
pub mod observation;
pub mod organization;
pub mod person;
pub mod quantity;
pub mod region;
pub mod search;
pub mod service;
pub mod service_area;
pub mod service_point;
pub mod source_document;
