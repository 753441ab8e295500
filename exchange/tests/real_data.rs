//! The real tables, imported: known counts, and every official list of codes. Runs where `SEUTU_DATA` names the folder.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "shared by several tests")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::{all, databases, day, import, in_force, members, memory, own, real_data};
use entity::Noun;
use sea_orm::DatabaseConnection;
use store::Draft;
use store::draft::uid;

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

#[tokio::test]
async fn sorvi_and_geofi_give_every_official_list() {
    let Some(data) = real_data() else { return };
    for db in databases("geofi").await {
        for format in ["sorvi", "geofi"] {
            let report = import(&db, format, &data.join(format)).await.unwrap();
            assert_eq!(report.problems, [], "{format}");
        }
        for format in ["sorvi", "geofi"] {
            unchanged(&db, format, &data).await;
        }
        let municipalities = all(&db, Noun::Municipality).await;
        counts(&municipalities);
        for (year, codes) in official_lists(&data) {
            let day = day(&format!("{year}-01-01"));
            let in_force = municipalities.iter().filter(|draft| in_force(draft, day));
            assert_eq!(in_force.map(|draft| own(draft, "code").to_owned()).collect::<BTreeSet<_>>(), codes, "{year}");
        }
        let regions = all(&db, Noun::Region).await;
        memberships(&municipalities, &regions);
        nastola(&municipalities, &regions);
        changes(&all(&db, Noun::MunicipalityChange).await);
    }
}

fn counts(municipalities: &[Draft]) {
    assert_eq!(municipalities.len(), 441);
    let expected = [
        (2005, 432),
        (2006, 431),
        (2007, 416),
        (2008, 415),
        (2009, 348),
        (2010, 342),
        (2011, 336),
        (2012, 336),
        (2013, 320),
        (2015, 317),
        (2017, 311),
        (2020, 310),
        (2021, 309),
        (2025, 308),
    ];
    for (year, expected) in expected {
        assert_eq!(count(municipalities, year), expected, "{year}");
    }
}

/// Codes in force on 1 January of each year that has an official list.
fn official_lists(data: &Path) -> BTreeMap<i32, BTreeSet<String>> {
    let mut lists: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
    let mut add = |year: i32, code: &str| _ = lists.entry(year).or_default().insert(format!("{code:0>3}"));
    let open = |path: &str, delimiter| csv::ReaderBuilder::new().delimiter(delimiter).from_path(data.join(path)).unwrap();
    for row in open("sorvi/kunnat_2005.csv", b';').records() {
        add(2005, &row.unwrap()[2]);
    }
    for row in open("geofi/region_names_swedish_2008_2018.csv", b',').records().map(Result::unwrap) {
        if &row[3] == "kunta" {
            add(row[2].parse().unwrap(), &row[0]);
        }
    }
    for year in [2013, 2015, 2017, 2018, 2020, 2021, 2022, 2023, 2025, 2026] {
        for row in open(&format!("geofi/municipality_key_{year}.csv"), b',').records() {
            add(year, &row.unwrap()[0]);
        }
    }
    assert_eq!(lists.len(), 18);
    lists
}

fn memberships(municipalities: &[Draft], regions: &[Draft]) {
    let päijät_häme = of(regions, "FI-MAAKUNTA", "07");
    for (year, expected) in [(2007, 12), (2011, 11), (2016, 9), (2021, 10)] {
        assert_eq!(members(päijät_häme, day(&format!("{year}-01-01"))).len(), expected, "{year}");
    }
    for region in regions.iter().filter(|region| own(region, "family") == "HYVINVOINTIALUE") {
        assert_eq!(members(region, day("2020-01-01")), [] as [&str; 0]);
    }
    let families: BTreeSet<&str> = regions.iter().map(|region| own(region, "family")).collect();
    assert_eq!(families.len(), 20);
    for family in families {
        for year in 2005..2027 {
            one_region_each(municipalities, regions, family, year);
        }
    }
}

/// Nowhere two regions of one family; a region (maakunta) for each municipality in every year; none outside its life.
fn one_region_each(municipalities: &[Draft], regions: &[Draft], family: &str, year: i32) {
    let day = day(&format!("{year}-07-01"));
    let of_family = regions.iter().filter(|region| own(region, "family") == family);
    let mut seen = BTreeSet::new();
    for region in of_family {
        let members = members(region, day);
        assert!(members.is_empty() || in_force(region, day), "{family} {year}");
        for member in members {
            assert!(seen.insert(member.clone()), "{member} is twice in a {family} in {year}");
        }
    }
    let alive: BTreeSet<String> =
        municipalities.iter().filter(|draft| in_force(draft, day)).map(|draft| draft.uid.to_string()).collect();
    assert!(seen.is_subset(&alive), "{family} {year}");
    if family == "MAAKUNTA" {
        assert_eq!(seen, alive, "{year}");
    }
}

fn nastola(municipalities: &[Draft], regions: &[Draft]) {
    let nastola = of(municipalities, "FI-KUNTA", "532");
    assert_eq!(nastola.to, day("2016-01-01"));
    assert!(members(of(regions, "FI-MAAKUNTA", "07"), day("2010-07-01")).contains(&nastola.uid.to_string()));
    let pertunmaa = of(municipalities, "FI-KUNTA", "588");
    assert_eq!(pertunmaa.to, day("2025-01-01"));
}

fn changes(changes: &[Draft]) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    changes.iter().for_each(|change| *kinds.entry(own(change, "kind")).or_default() += 1);
    assert_eq!(kinds, [("MERGE", 79), ("REGION_MOVE", 7), ("RENAME", 25), ("SPLIT", 1)].into());
    let lahti = of(changes, "SEUTU-MUUTOS", "2016-01-01/398/MERGE");
    assert_eq!(lahti.names.0[0].value, "Nastola → Lahti 1.1.2016");
    assert_eq!(lahti.edges["parts"].len(), 2);
    assert_eq!(of(changes, "SEUTU-MUUTOS", "2007-01-01/443/SPLIT").edges["parts"].len(), 2);
}

fn of<'a>(drafts: &'a [Draft], scheme: &str, value: &str) -> &'a Draft {
    drafts.iter().find(|draft| draft.uid == uid(scheme, value)).unwrap()
}

#[tokio::test]
async fn the_built_in_dataset_is_what_its_sources_say() {
    let Some(data) = real_data() else { return };
    let db = memory().await;
    exchange::dataset::load(&db, 1).await.unwrap();
    for (format, folder) in [("sorvi", "sorvi"), ("geofi", "geofi"), ("population", "geofi")] {
        if exchange::Format::parse(format).is_some() {
            let report = import(&db, format, &data.join(folder)).await.unwrap();
            assert_eq!((report.created, report.updated), (0, 0), "{format}");
        }
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
