//! The API surface: a folder a noun, and beside them what all nouns share. No SQL, no HTTP.

pub mod context;
pub mod document;
pub mod edges;
pub mod filter;
pub mod id;
pub mod item;
pub mod lookup;
pub mod money;
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
pub mod collaboration_network;
pub mod committee;
pub mod contract;
pub mod indicator;
pub mod initiative;
pub mod mention;
pub mod municipality;
pub mod municipality_change;
pub mod network;
pub mod observation;
pub mod organization;
pub mod person;
pub mod quantity;
pub mod region;
pub mod scenario;
pub mod scorecard;
pub mod search;
pub mod service;
pub mod service_area;
pub mod service_point;
pub mod service_product;
pub mod source_document;
pub mod statement;
pub mod strategy;
pub mod structure;
