//! Tests of the whole: one binary over an in-process server, on both databases.
//!
//! `cases` runs the queries under `cases/` and compares their answers; the other modules hold what cannot be said as a case.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

mod cases;
mod cursors;
mod database;
mod facts;
mod figures;
mod glossary;
mod hostile;
mod http;
mod levels;
mod metrics;
mod page;
mod paging;
mod persisted;
mod schema;
mod structures;
mod tokens;
mod trees;
mod write;
