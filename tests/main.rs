//! Tests of the whole: one binary over an in-process server, on both databases.
//!
//! `cases` holds queries with their answers, the modules here what cannot be said as a case.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

mod cases;
