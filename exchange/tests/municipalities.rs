//! Hand-made excerpts of the sorvi and geofi tables, a trap in each: decomposed letters, codes that lost their zeros, a
//! chain of mergers, a split, Swedish renames, regions that ended or came later than their column, and bad rows.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "shared by several tests")]
mod common;

use std::path::Path;

use common::{all, databases, day, excerpt, import, import_with, members, memory, own};
use entity::{Noun, Precision};
use exchange::{Error, Report};
use sea_orm::DatabaseConnection;
use store::Draft;
use store::draft::uid;

async fn both(db: &DatabaseConnection) {
    for format in ["sorvi", "geofi"] {
        assert_eq!(import(db, format, &excerpt(format)).await.unwrap().problems, [], "{format}");
    }
}

async fn one(db: &DatabaseConnection, noun: Noun, scheme: &str, value: &str) -> Draft {
    let found = all(db, noun).await.into_iter().find(|draft| draft.uid == uid(scheme, value));
    found.unwrap_or_else(|| panic!("no {scheme} {value}"))
}

async fn kunta(db: &DatabaseConnection, code: &str) -> Draft {
    one(db, Noun::Municipality, "FI-KUNTA", code).await
}

async fn has(db: &DatabaseConnection, scheme: &str, region: &str, kunta: &str, on: &str) -> bool {
    members(&one(db, Noun::Region, scheme, region).await, day(on)).contains(&uid("FI-KUNTA", kunta).to_string())
}

fn names(draft: &Draft, lang: &str) -> Vec<(String, Option<String>)> {
    let of_lang = draft.names.0.iter().filter(|name| name.lang == lang);
    of_lang.map(|name| (name.value.clone(), name.from.map(|day| day.to_string()))).collect()
}

#[tokio::test]
async fn municipalities_live_from_day_to_day() {
    for db in databases("excerpts").await {
        both(&db).await;
        let jämsä = kunta(&db, "182").await;
        assert_eq!(names(&jämsä, "fi"), [("J\u{e4}ms\u{e4}".to_owned(), None)]);
        assert_eq!(names(&jämsä, "sv"), names(&jämsä, "fi"), "no Swedish name means the Finnish one");
        assert_eq!(names(&jämsä, "en"), [("Jamsa".to_owned(), None), ("Jämsä".to_owned(), Some("2020-01-01".to_owned()))]);
        assert_eq!((jämsä.from, jämsä.from_precision), (day("2005-01-01"), Precision::Unknown));
        let chain = kunta(&db, "945").await;
        assert_eq!((chain.from, chain.from_precision, chain.to), (day("2007-01-01"), Precision::Day, day("2011-01-01")));
        assert_eq!(kunta(&db, "946").await.from, day("2011-01-01"));
        let alavus = kunta(&db, "010").await;
        assert_eq!(names(&alavus, "sv"), [("Alavus".to_owned(), None), ("Alavo".to_owned(), Some("2020-11-01".to_owned()))]);
        assert_eq!(alavus.own["lon"], 23.6177);
        assert_eq!(kunta(&db, "588").await.to, day("2025-01-01"));
        assert_eq!(all(&db, Noun::Municipality).await.len(), 19);
    }
}

#[tokio::test]
async fn changes_say_what_became_of_whom() {
    let db = memory().await;
    both(&db).await;
    let changes = all(&db, Noun::MunicipalityChange).await;
    let mut told: Vec<(&str, &str, usize)> = changes
        .iter()
        .map(|change| (change.names.0[0].value.as_str(), own(change, "kind"), change.edges["parts"].len()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            ("Alavus: Alavus → Alavo 1.11.2020", "RENAME", 1),
            ("Iitti: Iitti → Itis 1.11.2020", "RENAME", 1),
            ("Iitti: Kymenlaakso → Päijät-Häme 1.1.2021", "REGION_MOVE", 1),
            ("Itä-Uusimaa → Uusimaa 1.1.2011", "REGION_MOVE", 2),
            ("Längelmäki → Jämsä, Orivesi 1.1.2007", "SPLIT", 2),
            ("Maksamaa, Vöyri → Vöyri-Maksamaa 1.1.2007", "MERGE", 2),
            ("Nastola → Lahti 1.1.2016", "MERGE", 2),
            ("Oravainen, Vöyri-Maksamaa → Vöyri 1.1.2011", "MERGE", 2),
            ("Pertunmaa → Mäntyharju 1.1.2025", "MERGE", 2),
            ("Vaala: Kainuu → Pohjois-Pohjanmaa 1.1.2016", "REGION_MOVE", 1),
        ]
    );
}

#[tokio::test]
async fn members_are_dated_and_never_invented() {
    let db = memory().await;
    both(&db).await;
    for (region, kunta, on, expected) in [
        ("20", "638", "2010-12-31", true),
        ("20", "638", "2011-01-01", false),
        ("01", "638", "2011-01-01", true),
        ("15", "945", "2008-01-01", true),
        ("15", "945", "2011-01-01", false),
        ("15", "946", "2011-01-01", true),
        ("18", "785", "2015-12-31", true),
        ("17", "785", "2016-01-01", true),
        ("07", "142", "2020-12-31", false),
        ("07", "142", "2021-01-01", true),
        ("07", "532", "2015-12-31", true),
        ("07", "532", "2016-01-01", false),
        ("10", "588", "2024-12-31", true),
        ("10", "588", "2025-01-01", false),
        ("10", "507", "2030-01-01", true),
    ] {
        assert_eq!(has(&db, "FI-MAAKUNTA", region, kunta, on).await, expected, "{kunta} in {region} on {on}");
    }
    assert!(!has(&db, "FI-HYVINVOINTIALUE", "07", "398", "2022-12-31").await, "back-filled");
    assert!(has(&db, "FI-HYVINVOINTIALUE", "07", "398", "2023-01-01").await);
    assert!(!has(&db, "FI-AVI", "1", "398", "2014-12-31").await, "no list of that time");
    assert!(has(&db, "FI-AVI", "1", "398", "2016-07-01").await, "two lists agree");
    let päijät_häme = one(&db, Noun::Region, "FI-MAAKUNTA", "07").await;
    let sv = names(&päijät_häme, "sv");
    assert_eq!(
        sv.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["Päijänne-Tavastland", "Päijänne-Tavastlands landskap", "Päijänne-Tavastland"]
    );
    assert_eq!(one(&db, Noun::Region, "FI-MAAKUNTA", "20").await.to, day("2011-01-01"));
}

#[tokio::test]
async fn again_nothing_changes_and_the_other_order_ends_alike() {
    let db = memory().await;
    both(&db).await;
    for format in ["geofi", "sorvi"] {
        let again = import(&db, format, &excerpt(format)).await.unwrap();
        assert_eq!((again.created, again.updated), (0, 0), "{format}");
    }
    let other = memory().await;
    for format in ["geofi", "sorvi", "geofi"] {
        import(&other, format, &excerpt(format)).await.unwrap();
    }
    let key = |draft: &Draft| draft.uid;
    for noun in [Noun::Municipality, Noun::MunicipalityChange] {
        let (mut left, mut right) = (all(&db, noun).await, all(&other, noun).await);
        left.sort_by_key(key);
        right.sort_by_key(key);
        assert_eq!(left, right);
    }
    assert!(has(&other, "FI-MAAKUNTA", "15", "945", "2008-01-01").await);
}

/// A copy of an excerpt with lines added to one of its files.
fn with_lines(name: &str, file: &str, lines: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(excerpt(name)).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap() + lines;
    std::fs::write(path, text).unwrap();
    folder
}

async fn refused(format: &str, folder: &Path) -> Report {
    let db = memory().await;
    let Err(Error::BadRows(report)) = import(&db, format, folder).await else { panic!("bad rows") };
    assert!(store::draft::read::all(&db).await.unwrap().is_empty(), "nothing is written");
    report
}

fn told(report: &Report) -> Vec<(u64, &str, &str)> {
    report.problems.iter().map(|one| (one.row.unwrap(), one.field.as_deref().unwrap_or_default(), one.reason.as_str())).collect()
}

#[tokio::test]
async fn bad_rows_are_told_and_nothing_is_written() {
    let file = "lakkautetut_kunnat_vuoteen_2022_asti.csv";
    let lines = "A,A,398x,2010-01-01,010,Alavus,Alavus\nA,A,398,2010-13-01,010,Alavus,Alavus\nA,A,398,2010-01-01,777,B,B\n\
        A,A,776,2010-01-01,398,Lahti,Lahtis\nNastola,Nastola,532,2016-01-01,398,Lahti,Lahtis\nA,A,010,2020-01-01,532,Nastola,Nastola\nliian,lyhyt\n";
    let folder = with_lines("sorvi", file, lines);
    let report = refused("sorvi", folder.path()).await;
    let (gone, into) = ("Lakkautetun kunnan koodi", "Liitoskunta / Liitoskunnat koodi");
    let mut problems = told(&report);
    problems.sort();
    assert_eq!(
        problems[..6],
        [
            (11, gone, "\"398x\" is not a code of 3 digits"),
            (12, "Ajankohta", "\"2010-13-01\" is not a date"),
            (13, into, "unknown successor 777"),
            (14, gone, "unknown municipality 776"),
            (15, gone, "532 to 398 is given twice"),
            (16, into, "successor 532 is not in force on 2020-01-01"),
        ]
    );
    assert!(problems[6].0 == 17 && report.problems.iter().all(|problem| problem.file == file));

    let db = memory().await;
    let report = import_with(&db, "sorvi", folder.path(), false, true).await.unwrap();
    assert_eq!(report.problems.len(), 7);
    assert_eq!(all(&db, Noun::Municipality).await.len(), 19);
}

#[tokio::test]
async fn bad_rows_of_a_key() {
    let lines = "12a,A,A,A,1,A,1,A,A,A\n10,Alavus,Alavus,Alavus,1,A,14,A,A,A\n11,Uusi,Uusi,Uusi,1,A,1x,A,A,A\n";
    let folder = with_lines("geofi", "municipality_key_2015.csv", lines);
    let report = refused("geofi", folder.path()).await;
    assert_eq!(
        told(&report),
        [
            (16, "kunta", "\"12a\" is not a code of 3 digits"),
            (17, "kunta", "010 is given twice"),
            (18, "maakunta_code", "\"1x\" is not a code of 2 digits"),
        ]
    );
    let folder = with_lines("geofi", "municipality_key_2017.csv", "532,Nastola,Nastola,Nastola,1,A,7,A,A,A\n");
    let db = memory().await;
    import(&db, "sorvi", &excerpt("sorvi")).await.unwrap();
    let Err(Error::BadRows(report)) = import(&db, "geofi", folder.path()).await else { panic!("bad rows") };
    assert_eq!(told(&report), [(15, "kunta", "532 is not in force on 2017-01-01")]);
}

#[tokio::test]
async fn a_row_left_out_ends_no_municipality() {
    let folder = with_lines("geofi", "municipality_key_2025.csv", "");
    let path = folder.path().join("municipality_key_2025.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("946,Vöyri,", "946,,")).unwrap();
    let db = memory().await;
    let report = import_with(&db, "geofi", folder.path(), false, true).await.unwrap();
    assert_eq!(told(&report), [(13, "municipality_name_fi", "empty")]);
    assert_eq!(kunta(&db, "946").await.to, entity::time::FAR_FUTURE);
}

#[tokio::test]
async fn missing_columns_and_files() {
    let folder = tempfile::tempdir().unwrap();
    let db = memory().await;
    for format in ["sorvi", "geofi"] {
        assert!(matches!(import(&db, format, folder.path()).await, Err(Error::File { .. })), "{format}");
    }
    std::fs::write(folder.path().join("municipality_key_2015.csv"), "kunta,nimi\n1,A\n").unwrap();
    let Err(Error::BadRows(report)) = import(&db, "geofi", folder.path()).await else { panic!("a column is missing") };
    assert_eq!(told(&report), [(1, "municipality_name_fi", "the column is missing")]);
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let db = memory().await;
    let report = import_with(&db, "sorvi", &excerpt("sorvi"), true, false).await.unwrap();
    assert!(report.created > 19);
    assert!(store::draft::read::all(&db).await.unwrap().is_empty());
}
