//! seutu: a GraphQL backend for regional service-structure data.
//!
//! A request goes `http` → `graphql::document` (parse, validate, cost) → `graphql::schema` → a noun's folder → `store`.
//! `auth` turns a token into a [`auth::Viewer`] once a request. `command` is the command line.

pub mod auth;
pub mod clock;
pub mod command;
pub mod config;
pub mod error;
pub mod graphql;
pub mod http;
pub mod telemetry;

pub use error::{Error, Result};

/// Version of this program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
