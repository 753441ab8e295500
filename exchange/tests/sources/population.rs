//! Population by municipality and year.

use std::io::Write;

use entity::Noun;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use store::Draft;

use super::{excerpt, imported, place, spoiled, with_bad_rows};
use crate::support::{database, municipality, run, store_all, stored};

const FORMAT: &str = "population";

async fn seeded() -> sea_orm::DatabaseConnection {
    let db = database().await;
    store_all(&db, vec![municipality("005", "Alajärvi"), municipality("398", "Lahti")]).await;
    db
}

async fn observations(db: &sea_orm::DatabaseConnection) -> Vec<Map<String, Value>> {
    stored(db, Noun::Indicator).await[0].edges["observations"].clone()
}

#[tokio::test]
async fn values_are_of_the_last_day_of_the_year() {
    let db = seeded().await;
    let report = imported(&db, FORMAT).await;
    assert_eq!((report.rows, report.created), (4, 2));
    let subject = store::draft::uid("FI-KUNTA", "005").to_string();
    let observations = observations(&db).await;
    let found = observations.iter().find(|row| row["subject_id"] == *subject && row["period_from"] == "2022-12-31");
    let expected = json!({
        "subject_id": subject, "period_from": "2022-12-31", "period_to": "2023-01-01", "value_min": 9_750_000_000_i64,
        "value_max": 9_750_000_000_i64, "approximate": false, "open_ended": false, "status": "NORMAL", "division_year": 2022,
    });
    assert_eq!(Value::Object(found.unwrap().clone()), expected);
    let missing = observations.iter().find(|row| row["status"] == "MISSING").unwrap();
    assert!(!missing.contains_key("value_min"), "a place without a value is not zero");
}

#[tokio::test]
async fn values_that_are_not_of_this_file_stay() {
    let db = seeded().await;
    let mut indicator = Draft::coded(Noun::Indicator, "TEST", "people").named("fi", "Asukkaat");
    indicator = indicator.with("code", "population").with("unit", json!({ "fi": "henkilöä" })).with("decimals", 0);
    indicator.edge(
        "observations",
        json!({ "period_from": "1990-12-31", "period_to": "1991-01-01", "status": "NORMAL", "division_year": 1990 }),
    );
    store_all(&db, vec![indicator.clone()]).await;
    let report = imported(&db, FORMAT).await;
    assert_eq!((report.created, report.updated), (1, 1), "the indicator of that code is used, not made again");
    assert_eq!(observations(&db).await.len(), 5);
    assert_eq!(stored(&db, Noun::Indicator).await[0].uid, indicator.uid);
}

#[tokio::test]
async fn bad_rows_stop_the_import_or_are_left_out() {
    let file = "sotkadata_population.csv";
    let cases = [
        ("5,9999,2021", "532,9999,2021", 1, "municipality_code"),
        ("5,9999,2021", "5,many,2021", 1, "primary.value"),
        ("5,9999,2021", "5,-1,2021", 1, "primary.value"),
        ("5,9750,2022", "5,9750,2021", 2, "year"),
        ("5,9750,2022", "5,9750,", 2, "year"),
    ];
    for (old, new, row, field) in cases {
        let db = seeded().await;
        let folder = spoiled(FORMAT, file, old, new);
        let problems = with_bad_rows(&db, FORMAT, folder.path()).await;
        assert_eq!(problems.iter().map(place).collect::<Vec<_>>(), [(file, Some(row), Some(field))]);
        assert_eq!(observations(&db).await.len(), 3);
    }
}

#[tokio::test]
async fn a_compressed_file_and_a_wrong_header() {
    let text = std::fs::read(excerpt(FORMAT).join("sotkadata_population.csv")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let packed = std::fs::File::create(folder.path().join("sotkadata_population.csv.gz")).unwrap();
    let mut packed = GzEncoder::new(packed, Compression::default());
    packed.write_all(&text).unwrap();
    packed.finish().unwrap();
    let db = seeded().await;
    assert_eq!(run(&db, FORMAT, folder.path(), false, false).await.unwrap().rows, 4);
    let folder = spoiled(FORMAT, "sotkadata_population.csv", "primary.value", "value");
    assert!(matches!(run(&db, FORMAT, folder.path(), true, false).await, Err(exchange::Error::File { .. })));
}
