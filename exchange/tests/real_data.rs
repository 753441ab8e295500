//! The real tables, imported: known counts, and every official list of codes. Runs where `SEUTU_DATA` names the folder.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use entity::Noun;
use sea_orm::DatabaseConnection;
use store::Draft;
use store::draft::uid;
use support::{all, databases, day, import, in_force, members, own, real_data};

#[tokio::test]
async fn sorvi_alone_ends_in_the_list_of_2022() {
    let Some(data) = real_data() else { return };
    for db in databases("sorvi").await {
        let report = import(&db, "sorvi", &data.join("sorvi")).await.unwrap();
        assert_eq!(report.problems, []);
        let municipalities = all(&db, Noun::Municipality).await;
        assert_eq!(municipalities.len(), 441);
        assert_eq!(count(&municipalities, 2005), 432);
        assert_eq!(count(&municipalities, 2022), 309);
        unchanged(&db, "sorvi", &data).await;
    }
}

async fn unchanged(db: &DatabaseConnection, format: &str, data: &Path) {
    let again = import(db, format, &data.join(format)).await.unwrap();
    assert_eq!((again.created, again.updated), (0, 0), "{format} again");
    assert!(again.unchanged > 300);
}

fn count(municipalities: &[Draft], year: i32) -> usize {
    let day = day(&format!("{year}-01-01"));
    municipalities.iter().filter(|draft| in_force(draft, day)).count()
}
