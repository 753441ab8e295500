//! What all tests share: databases, the small fixed world, the server in process, and those who call it.

pub mod app;
pub mod caller;
pub mod postgres;
pub mod sqlite;
pub mod world;

pub use app::{Answer, TestApp};
pub use caller::Caller;

use std::path::PathBuf;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backend {
    /// A file of its own.
    Sqlite,
    /// A database of its own.
    Postgres,
}

impl Backend {
    /// The databases that can be reached: SQLite always, PostgreSQL unless it is missing and may be.
    pub async fn all() -> Vec<Self> {
        let mut all = vec![Self::Sqlite];
        if postgres::reachable().await {
            all.push(Self::Postgres);
        }
        all
    }
}

/// A path inside the package of tests.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Whether files that tests compare with are to be written anew.
pub fn updating() -> bool {
    std::env::var("SEUTU_UPDATE").is_ok_and(|value| value == "1")
}
