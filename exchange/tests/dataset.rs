//! The built-in dataset, and the form of datasets: what is exported and imported again is the same to the byte.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "shared by several tests")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use common::{all, databases, day, import, import_with, in_force, memory};
use entity::Noun;
use entity::time::FAR_PAST;
use exchange::{Error, dataset};
use sea_orm::DatabaseConnection;
use serde_json::json;
use store::Draft;
use store::draft::{Code, uid};
use store::write::Writer;

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

async fn exported(db: &DatabaseConnection) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    dataset::export(db, folder.path()).await.unwrap();
    texts(folder.path())
}

/// Exports, imports into a fresh database, exports again.
async fn round(db: &DatabaseConnection) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    dataset::export(db, folder.path()).await.unwrap();
    let other = memory().await;
    import(&other, "dataset", folder.path()).await.unwrap();
    let again = exported(&other).await;
    assert_eq!(texts(folder.path()), again);
    let report = import(&other, "dataset", folder.path()).await.unwrap();
    assert_eq!((report.created, report.updated), (0, 0));
    again
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dataset");
    let embedded: BTreeMap<String, String> =
        dataset::FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let files: BTreeSet<String> = texts(&folder).into_keys().filter(|name| name.ends_with(".json")).collect();
    assert_eq!(files, embedded.into_keys().collect());
}

#[tokio::test]
async fn the_built_in_dataset_loads_and_comes_back_the_same() {
    for db in databases("dataset").await {
        let start = Instant::now();
        let outcome = dataset::load(&db, 1).await.unwrap();
        println!("{} records loaded in {:?}", outcome.created, start.elapsed());
        let again = dataset::load(&db, 2).await.unwrap();
        assert_eq!((again.created, again.updated), (0, 0));
        let municipalities = all(&db, Noun::Municipality).await;
        assert_eq!(municipalities.len(), 441);
        assert_eq!(municipalities.iter().filter(|draft| in_force(draft, day("2007-03-13"))).count(), 416);
        round(&db).await;
    }
}

/// A record of every difficulty that the form has to carry.
fn difficult() -> Vec<Draft> {
    let mut plain = Draft::new(Noun::Municipality, uuid::Uuid::from_u128(7))
        .named("fi", "Nimi \"lainattu\" // ei kommentti")
        .with("code", "999");
    plain.identifiers.push(Code {
        scheme: "FI-KUNTA".into(),
        value: "999".into(),
        from: day("2001-01-01"),
        to: day("2002-01-01"),
    });
    let mut shire = Draft::coded(Noun::Municipality, "FI-KUNTA", "998").with("code", "998").with("lon", 25.1).with("lat", 60.0);
    shire.source = Some(uid("T", "doc"));
    shire.from = FAR_PAST;
    let ring = json!([[25.0, 60.0], [25.5, 60.0], [25.5, 60.25], [25.0, 60.0]]);
    for (geometry, bounds, attribution) in [
        (json!({"type": "Polygon", "coordinates": [ring]}), [25.0, 60.0, 25.5, 60.25], Some("A")),
        (json!({"type": "MultiPolygon", "coordinates": [[ring]]}), [24.0, 59.0, 26.0, 61.0], Some("B")),
    ] {
        let [west, south, east, north] = bounds;
        shire.edge(
            "boundaries",
            json!({"geometry": geometry, "min_lon": west, "min_lat": south, "max_lon": east, "max_lat": north,
                "attribution": attribution, "valid_to": "2010-01-01", "valid_to_precision": "YEAR"}),
        );
    }
    let mut indicator = Draft::coded(Noun::Indicator, "T", "väestö")
        .with("code", "population")
        .with("unit", json!({"fi": "asukasta"}))
        .with("additive", true)
        .with("decimals", 0);
    let observed = |subject: &Draft, year: i32, value: i64| {
        json!({"subject_id": subject.uid, "period_from": format!("{year}-12-31"), "period_to": format!("{}-01-01", year + 1),
            "value_min": value, "value_max": value, "status": "NORMAL", "division_year": 2022})
    };
    for (year, value) in [(2000, 1_000_000), (2001, 12_345_678), (2002, 1), (2003, -5_500_000), (2004, i64::MAX)] {
        indicator.edge("observations", observed(&plain, year, value));
        indicator.edge("observations", observed(&shire, year + 1, value));
    }
    indicator.edge("observations", observed(&shire, 2002, 2));
    indicator.edge("observations", json!({"period_from": "2001-01-01", "period_to": "2002-01-01", "status": "MISSING"}));
    indicator.edge(
        "observations",
        json!({
            "subject_id": shire.uid, "period_from": "2001-01-01", "period_to": "2002-01-01", "value_min": 1, "value_max": 2,
            "approximate": true, "as_written": "noin", "status": "ESTIMATE",
        }),
    );
    vec![plain, shire, indicator, Draft::coded(Noun::SourceDocument, "T", "doc").named("fi", "Lähde").with("kind", "REPORT")]
}

#[tokio::test]
async fn difficult_records_come_back_the_same() {
    let db = memory().await;
    let mut writer = Writer::begin(&db, "test", 1).await.unwrap();
    writer.upsert(difficult()).await.unwrap();
    writer.commit().await.unwrap();
    let before = store::draft::read::all(&db).await.unwrap();
    let files = round(&db).await;
    assert!(files["indicator.json"].contains("\"FI-KUNTA:998\":[null,"), "{}", files["indicator.json"]);
    let folder = tempfile::tempdir().unwrap();
    dataset::export(&db, folder.path()).await.unwrap();
    let other = memory().await;
    import(&other, "dataset", folder.path()).await.unwrap();
    let sorted = |mut drafts: Vec<Draft>| {
        drafts.sort_by_key(|draft| draft.uid);
        drafts
    };
    assert_eq!(sorted(before), sorted(store::draft::read::all(&other).await.unwrap()));
}

const BY_HAND: &str = r#"// Written by hand: comments, a record over several lines, and one that is wrong.
{
"about": "Esimerkki",
"noun": "MUNICIPALITY",
"source": "T:report",
"records": [
  // The first
  {
    "id": "FI-KUNTA:001",
    "names": {"fi": "Yksi", "sv": [{"value": "Ett", "to": "2010-01-01"}, {"value": "En", "from": "2010-01-01"}]},
    "own": {"code": "001"},
    "edges": {"citations": [{"document_id": "T:report", "certainty": "STATED", "locator": "s. 4"}]}
  },
  {"noun": "SOURCE_DOCUMENT", "id": "T:report", "source": null, "names": {"fi": "Raportti"}, "own": {"kind": "REPORT"}}
  , {"names": {"fi": "Ei tunnusta"}}
]
}
"#;

#[tokio::test]
async fn files_written_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hand.json");
    std::fs::write(&path, BY_HAND).unwrap();
    let db = memory().await;
    let Err(Error::BadRows(report)) = import(&db, "dataset", &path).await else { panic!("the last record is wrong") };
    let problem = &report.problems[0];
    assert_eq!((problem.file.as_str(), problem.row, problem.reason.as_str()), ("hand.json", Some(3), "neither id nor uid"));
    assert!(store::draft::read::all(&db).await.unwrap().is_empty());

    let report = import_with(&db, "dataset", folder.path(), false, true).await.unwrap();
    assert_eq!((report.created, report.problems.len()), (2, 1));
    let municipality = &all(&db, Noun::Municipality).await[0];
    assert_eq!(municipality.source, Some(uid("T", "report")));
    assert_eq!(all(&db, Noun::SourceDocument).await[0].source, None);
    assert_eq!(municipality.names.0.len(), 3);
}

#[tokio::test]
async fn boundaries_stand_in_a_file_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, value: serde_json::Value| std::fs::write(folder.path().join(name), value.to_string()).unwrap();
    let ring = json!([[25.0, 60.0], [25.5, 60.0], [25.5, 60.25], [25.0, 60.0]]);
    let line = |id: &str, ring: serde_json::Value| json!({"id": id, "geometry": {"type": "Polygon", "coordinates": [ring]}});
    write(
        "a.json",
        json!({"own": {"attribution": "A"}, "boundaries": [
            line("FI-KUNTA:001", ring.clone()), line("FI-KUNTA:002", ring), line("FI-KUNTA:001", json!([[25.0, 60.0]])),
            {"geometry": {}}, {"id": "FI-KUNTA:001"},
        ]}),
    );
    write("b.json", json!({"noun": "MUNICIPALITY", "records": [{"id": "FI-KUNTA:001", "own": {"code": "001"}}]}));
    let db = memory().await;
    let report = import_with(&db, "dataset", folder.path(), false, true).await.unwrap();
    let problems: Vec<(Option<u64>, &str)> = report.problems.iter().map(|it| (it.row, it.reason.as_str())).collect();
    assert_eq!(
        problems,
        [
            (Some(3), "geometry: a ring that is not closed"),
            (Some(4), "no id"),
            (Some(5), "no geometry"),
            (Some(2), "no file holds the record of this boundary"),
        ]
    );
    let boundary = &all(&db, Noun::Municipality).await[0].edges["boundaries"][0];
    assert_eq!((&boundary["attribution"], &boundary["max_lat"]), (&json!("A"), &json!(60.25)));
}

#[tokio::test]
async fn a_file_that_is_no_dataset_stops_the_import() {
    let folder = tempfile::tempdir().unwrap();
    let db = memory().await;
    assert!(matches!(import(&db, "dataset", folder.path()).await, Err(Error::File { .. })));
    std::fs::write(folder.path().join("a.json"), "{\"records\": 1}").unwrap();
    let Err(Error::File { path, reason }) = import(&db, "dataset", folder.path()).await else { panic!("no dataset") };
    assert!(path.ends_with("a.json") && reason.contains("line 1"), "{reason}");
    std::fs::write(folder.path().join("a.json"), "{\"about\": \"\"}").unwrap();
    let Err(Error::File { reason, .. }) = import(&db, "dataset", folder.path()).await else { panic!("no dataset") };
    assert_eq!(reason, "there are no `records`");
}
