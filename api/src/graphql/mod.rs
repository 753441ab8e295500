//! The API surface: a folder a noun, and beside them what all nouns share. No SQL, no HTTP.

pub mod context;
pub mod document;
pub mod filter;
pub mod id;
pub mod item;
pub mod lookup;
pub mod order;
pub mod page;
pub mod record;
pub mod schema;
pub mod server;
pub mod term;
pub mod text;
pub mod time;

pub mod municipality;
pub mod municipality_change;
