//! What the tests of imports share: a database in memory, a few areas, and a way to run an import.

use std::path::Path;

use chrono::NaiveDate;
use entity::Noun;
use exchange::{Error, Format, Options, Progress, Report, import};
use sea_orm::DatabaseConnection;
use store::Draft;
use store::write::Writer;

/// An empty database in memory.
pub async fn database() -> DatabaseConnection {
    let db = store::db::connect("sqlite::memory:").await.unwrap();
    store::db::migrate(&db).await.unwrap();
    db
}

/// Stores records.
pub async fn store_all(db: &DatabaseConnection, drafts: Vec<Draft>) {
    let mut writer = Writer::begin(db, "test", 1).await.unwrap();
    writer.upsert(drafts).await.unwrap();
    writer.commit().await.unwrap();
}

/// A municipality by its three-digit code.
pub fn municipality(code: &str, name: &str) -> Draft {
    Draft::coded(Noun::Municipality, "FI-KUNTA", code).named("fi", name).with("code", code)
}

/// A region (maakunta) by its two-digit code.
pub fn region(code: &str, name: &str) -> Draft {
    Draft::coded(Noun::Region, "FI-MAAKUNTA", code).named("fi", name).with("family", "MAAKUNTA").with("code", code)
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Imports; the import stops at bad rows unless told to skip them.
pub async fn run(
    db: &DatabaseConnection,
    format: &str,
    path: &Path,
    skip_bad_rows: bool,
    dry_run: bool,
) -> Result<Report, Error> {
    let options = Options { actor: "test".to_owned(), now: 2, dry_run, skip_bad_rows, progress: Progress::hidden() };
    import(db, Format::parse(format).unwrap(), path, options).await
}

/// Every stored record of a noun.
pub async fn stored(db: &DatabaseConnection, noun: Noun) -> Vec<Draft> {
    store::draft::read::of_noun(db, noun).await.unwrap()
}
