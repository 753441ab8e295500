//! The worlds that tests ask about, written as drafts through the one way of writing.

mod bodies;
mod bulk;
mod figures;
mod municipalities;
mod regions;
mod services;
mod sources;

use chrono::NaiveDate;
use entity::Noun;
use sea_orm::DatabaseConnection;
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;
use store::write::Writer;

pub use bulk::SIZE as BULK;

/// When the small world was written: 2026-01-15 08:00 UTC, in microseconds.
pub const WRITTEN: i64 = 1_768_464_000_000_000;
/// When parts of it were changed: two days later.
pub const CHANGED: i64 = WRITTEN + 2 * 86_400_000_000;

/// What a database holds when a test begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum World {
    /// Tables only.
    Empty,
    /// A few records of every noun, with their history: what the cases ask about.
    Small,
    /// Few rows with many ties and gaps: for orders.
    Ties,
    /// Many rows of the same shape: for counting statements.
    Bulk,
    /// The built-in dataset: what the acceptance questions ask about.
    Dataset,
}

impl World {
    /// Writes the world.
    pub async fn fill(self, db: &DatabaseConnection) {
        match self {
            Self::Empty => {}
            Self::Small => {
                write(db, "importer", WRITTEN, small()).await;
                write(db, "editor", CHANGED, vec![bodies::council(true)]).await;
            }
            Self::Ties => write(db, "importer", WRITTEN, bulk::ties()).await,
            Self::Bulk => write(db, "importer", WRITTEN, bulk::many()).await,
            Self::Dataset => {
                exchange::dataset::load(db, WRITTEN).await.unwrap();
            }
        }
    }
}

/// The drafts of the small world.
pub fn small() -> Vec<Draft> {
    let parts = [
        sources::all(),
        municipalities::all(),
        municipalities::changes(),
        regions::all(),
        bodies::organizations(),
        bodies::committees(),
        services::all(),
        figures::all(),
    ];
    parts.into_iter().flatten().collect()
}

/// Writes drafts in one transaction.
pub async fn write(db: &DatabaseConnection, actor: &str, at: i64, drafts: Vec<Draft>) {
    let mut writer = Writer::begin(db, actor, at).await.unwrap();
    writer.upsert(drafts).await.unwrap();
    writer.commit().await.unwrap();
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// UUID of a record as JSON, for columns that refer to one.
pub fn key(scheme: &str, value: &str) -> Value {
    json!(uid(scheme, value).to_string())
}

/// UUID of a municipality as JSON.
pub fn kunta(code: &str) -> Value {
    key("FI-KUNTA", code)
}

/// A record of the tests' own scheme.
pub fn record(noun: Noun, value: &str, name: &str) -> Draft {
    Draft::coded(noun, "TEST", value).named("fi", name)
}

/// Opaque id of a record.
pub fn id(noun: Noun, scheme: &str, value: &str) -> String {
    api::graphql::id::encode(noun, uid(scheme, value)).to_string()
}
