//! Reads and writes. What every noun does alike is written once and generic over [`entity::NounEntity`];
//! a noun's own file holds only what is particular to it. No GraphQL, no HTTP.
//!
//! Every read takes a [`Scope`] and applies it. Functions are free, take the connection first, and work on a
//! pool and in a transaction alike.

pub mod at;
pub mod boundary;
pub mod check;
pub mod children;
pub mod collate;
pub mod cursor;
pub mod db;
pub mod derived;
pub mod draft;
pub mod edge;
pub mod error;
pub mod field;
pub mod filter;
pub mod loader;
pub mod order;
pub mod page;
pub mod place;
pub mod registry;
pub mod row;
pub mod scope;
pub mod write;

pub mod citation;
pub mod collaboration_network;
pub mod committee;
pub mod contract;
pub mod graph;
pub mod identifier;
pub mod initiative;
pub mod municipality;
pub mod observation;
pub mod organization;
pub mod region;
pub mod revision;
pub mod search;
pub mod service;
pub mod structure;

pub use at::At;
pub use children::Via;
pub use cursor::Cursor;
pub use draft::Draft;
pub use error::{Error, Result};
pub use order::Term;
pub use page::{Page, Records, Selection, Window};
pub use row::Loaded;
pub use scope::Scope;
pub use sea_orm::DatabaseConnection as Database;
pub use sea_orm::sea_query::{Condition, Expr, ExprTrait, SelectStatement as Select};
