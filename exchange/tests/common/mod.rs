//! What the tests share: databases, imports, and the real data where it is at hand.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use entity::Noun;
use exchange::{Error, Format, Options, Progress, Report};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use serde_json::Value;
use store::Draft;

/// A fresh database in memory.
pub async fn memory() -> DatabaseConnection {
    let db = store::db::connect("sqlite::memory:").await.unwrap();
    store::db::migrate(&db).await.unwrap();
    db
}

/// A fresh database in memory, and a fresh one on the PostgreSQL server of `DATABASE_URL_POSTGRES` where it is set.
pub async fn databases(name: &str) -> Vec<DatabaseConnection> {
    let mut databases = vec![memory().await];
    if let Ok(server) = std::env::var("DATABASE_URL_POSTGRES") {
        let admin = store::db::connect(&server).await.unwrap();
        let name = format!("seutu_exchange_{name}");
        admin.execute_unprepared(&format!("drop database if exists {name} with (force)")).await.unwrap();
        admin.execute_unprepared(&format!("create database {name}")).await.unwrap();
        let (base, _) = server.rsplit_once('/').unwrap();
        let db = store::db::connect(&format!("{base}/{name}")).await.unwrap();
        store::db::migrate(&db).await.unwrap();
        databases.push(db);
    }
    databases
}

/// Imports, in the name of the test.
pub async fn import(db: &DatabaseConnection, format: &str, path: &Path) -> Result<Report, Error> {
    import_with(db, format, path, false, false).await
}

/// Imports with the two switches.
pub async fn import_with(
    db: &DatabaseConnection,
    format: &str,
    path: &Path,
    dry_run: bool,
    skip_bad_rows: bool,
) -> Result<Report, Error> {
    let options = Options { actor: "test".into(), now: 1, dry_run, skip_bad_rows, progress: Progress::hidden() };
    exchange::import(db, Format::parse(format).unwrap(), path, options).await
}

/// Folder of the real data; none: the test says so and is skipped.
pub fn real_data() -> Option<PathBuf> {
    let folder = std::env::var_os("SEUTU_DATA").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: SEUTU_DATA names no folder with the real data");
    }
    folder
}

/// Folder of a hand-made excerpt.
pub fn excerpt(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// All records of a noun.
pub async fn all(db: &DatabaseConnection, noun: Noun) -> Vec<Draft> {
    store::draft::read::of_noun(db, noun).await.unwrap()
}

/// Whether a record is in force on a day.
pub fn in_force(draft: &Draft, day: NaiveDate) -> bool {
    draft.from <= day && day < draft.to
}

/// Value of an own column.
pub fn own<'a>(draft: &'a Draft, column: &str) -> &'a str {
    draft.own.get(column).and_then(Value::as_str).unwrap_or_default()
}

/// Keys of the municipalities that a region has on a day.
pub fn members(region: &Draft, day: NaiveDate) -> Vec<String> {
    let date = |edge: &serde_json::Map<String, Value>, column: &str| edge.get(column).and_then(Value::as_str).map(str::to_owned);
    let day = day.to_string();
    region
        .edges
        .get("members")
        .into_iter()
        .flatten()
        .filter(|edge| date(edge, "valid_from").is_none_or(|from| from <= day))
        .filter(|edge| date(edge, "valid_to").is_none_or(|to| day < to))
        .filter_map(|edge| date(edge, "municipality_id"))
        .collect()
}
