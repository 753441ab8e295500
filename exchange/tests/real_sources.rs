//! Imports of the whole data sets, when `SEUTU_DATA` names the folder that holds them, one folder each. The files
//! are large and not ours: none of them is part of this repository.

#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use entity::Noun;
use sea_orm::DatabaseConnection;
use store::Draft;
use support::{database, day, municipality, region, run, store_all, stored};

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("SEUTU_DATA").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: SEUTU_DATA does not name the folder of the data sets");
    }
    folder
}

/// All municipalities of the years 2013 and 2023, those gone by 2023 ended on that day, and the regions of 2023.
fn areas(data: &Path) -> Vec<Draft> {
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    for year in [2013, 2023] {
        let mut csv = csv::Reader::from_path(data.join(format!("geofi/municipality_key_{year}.csv"))).unwrap();
        let here: Vec<BTreeMap<String, String>> = csv.deserialize().map(Result::unwrap).collect();
        if year == 2023 {
            for draft in drafts.values_mut() {
                draft.to = day("2023-01-01");
            }
        }
        for row in here {
            let code = format!("{:0>3}", row["kunta"]);
            drafts.insert(code.clone(), municipality(&code, &row["municipality_name_fi"]));
            if year == 2023 {
                let code = format!("{:0>2}", row["maakunta_code"]);
                drafts.insert(format!("region {code}"), region(&code, &row["maakunta_name_fi"]));
            }
        }
    }
    drafts.into_values().collect()
}

async fn seeded(data: &Path) -> DatabaseConnection {
    let db = database().await;
    store_all(&db, areas(data)).await;
    db
}

/// Imports, and imports again: the second time nothing changes. Gives the number of rows and records made.
async fn twice(db: &DatabaseConnection, format: &str, path: &Path) -> (u64, usize) {
    let first = run(db, format, path, false, false).await.unwrap();
    let again = run(db, format, path, false, false).await.unwrap();
    assert_eq!((again.created, again.updated, again.problems.len()), (0, 0, 0), "{format} again");
    (first.rows, first.created)
}

#[tokio::test]
async fn helsinki_ahjo() {
    let Some(data) = folder() else { return };
    let db = seeded(&data).await;
    // 869 decision makers, 713 units (the council is a parent too), one source.
    assert_eq!(twice(&db, "helsinki-ahjo", &data.join("helsinki-ahjo")).await, (2 * 869, 869 + 713 + 1));
    let committees = stored(&db, Noun::Committee).await;
    assert_eq!(committees.len(), 869);
    let kinds = |kind: &str| committees.iter().filter(|draft| draft.own["kind"] == kind).count();
    let expected =
        [("COUNCIL", 1), ("BOARD", 1), ("COMMITTEE", 13), ("SECTION", 9), ("ADVISORY_BOARD", 3), ("ELECTED_OFFICER", 9)];
    assert_eq!(expected.map(|(kind, _)| (kind, kinds(kind))), expected);
    assert_eq!(kinds("OFFICE_HOLDER"), 833);
    assert_eq!(committees.iter().filter(|draft| draft.to == day("2024-06-01")).count(), 31);
    assert!(committees.iter().all(|draft| draft.own.contains_key("organization_id")));
}

#[tokio::test]
async fn lipas() {
    let Some(data) = folder() else { return };
    let db = seeded(&data).await;
    // 1,000 sites; 8 categories, 28 sub-categories and 149 types; one source.
    assert_eq!(twice(&db, "lipas", &data.join("lipas")).await, (8 + 149 + 1000, 1000 + 8 + 28 + 149 + 1));
    let points = stored(&db, Noun::ServicePoint).await;
    let complete = points.iter().filter(|draft| draft.own.contains_key("lon") && draft.edges.contains_key("services"));
    assert_eq!(complete.count(), 1000);
}

#[tokio::test]
async fn boundaries() {
    let Some(data) = folder() else { return };
    let db = seeded(&data).await;
    assert_eq!(twice(&db, "boundaries", &data.join("hallinnollisetrajat")).await, (320 + 309 + 19, 1));
    let boundaries = async |noun| {
        let drafts = stored(&db, noun).await;
        let edges: Vec<_> = drafts.into_iter().filter_map(|mut draft| draft.edges.remove("boundaries")).flatten().collect();
        let from = |from: &str| edges.iter().filter(|edge| edge["valid_from"] == from).count();
        (from("2013-01-01"), from("2023-01-01"))
    };
    assert_eq!(boundaries(Noun::Municipality).await, (320, 309));
    assert_eq!(boundaries(Noun::Region).await, (0, 19));
}

#[tokio::test]
async fn population() {
    let Some(data) = folder() else { return };
    let db = seeded(&data).await;
    assert_eq!(twice(&db, "population", &data.join("geofi")).await, (7107, 2));
    let indicators = stored(&db, Noun::Indicator).await;
    let observations = &indicators[0].edges["observations"];
    assert_eq!(observations.len(), 7107);
    let total = |day: &str| {
        let of_day = observations.iter().filter(|observation| observation["period_from"] == day);
        of_day.map(|observation| observation["value_min"].as_i64().unwrap()).sum::<i64>()
    };
    assert_eq!(total("2000-12-31"), 5_181_115_000_000);
    assert_eq!(total("2022-12-31"), 5_563_970_000_000);
}
