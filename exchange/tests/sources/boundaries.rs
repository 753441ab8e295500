//! Boundaries of municipalities and regions.

use entity::Noun;
use sea_orm::DatabaseConnection;
use serde_json::{Map, Value, json};
use store::Draft;

use super::{excerpt, imported, place, spoiled, with_bad_rows};
use crate::support::{database, day, municipality, region, run, store_all, stored};

const FORMAT: &str = "boundaries";

/// Alajärvi unchanged; Nastola merged into Lahti on 2016-01-01; a part of another passed to Lahti in 2020.
async fn seeded() -> DatabaseConnection {
    let db = database().await;
    let (lahti, mut nastola) = (municipality("398", "Lahti"), municipality("532", "Nastola"));
    nastola.to = day("2016-01-01");
    let mut merger =
        Draft::coded(Noun::MunicipalityChange, "TEST", "merger").with("kind", "MERGE").with("effective_on", "2016-01-01");
    merger.edge("parts", json!({ "from_id": nastola.uid.to_string(), "to_id": lahti.uid.to_string() }));
    let mut transfer =
        Draft::coded(Noun::MunicipalityChange, "TEST", "transfer").with("kind", "TRANSFER").with("effective_on", "2020-01-01");
    transfer.edge("parts", json!({ "to_id": lahti.uid.to_string() }));
    store_all(&db, vec![municipality("005", "Alajärvi"), lahti, nastola, region("07", "Päijät-Häme"), merger, transfer]).await;
    db
}

async fn of(db: &DatabaseConnection, scheme: &str, code: &str) -> Vec<Map<String, Value>> {
    let noun = if scheme == "FI-KUNTA" { Noun::Municipality } else { Noun::Region };
    let mut found = stored(db, noun).await.into_iter().find(|draft| draft.uid == store::draft::uid(scheme, code)).unwrap();
    let mut edges = found.edges.remove("boundaries").unwrap_or_default();
    edges.sort_by_key(|edge| edge["valid_from"].to_string());
    edges
}

fn period(edge: &Map<String, Value>) -> (&str, Option<&str>) {
    (edge["valid_from"].as_str().unwrap(), edge.get("valid_to").and_then(Value::as_str))
}

#[tokio::test]
async fn a_boundary_holds_until_the_territory_changes() {
    let db = seeded().await;
    let report = imported(&db, FORMAT).await;
    assert_eq!((report.rows, report.created, report.updated), (6, 1, 4));
    let [alajarvi, lahti, nastola] =
        [of(&db, "FI-KUNTA", "005").await, of(&db, "FI-KUNTA", "398").await, of(&db, "FI-KUNTA", "532").await];
    let periods = |edges: &[Map<String, Value>]| edges.iter().map(|edge| format!("{:?}", period(edge))).collect::<Vec<_>>();
    assert_eq!(periods(&alajarvi), [r#"("2013-01-01", Some("2023-01-01"))"#, r#"("2023-01-01", None)"#]);
    assert_eq!(
        periods(&lahti),
        [r#"("2013-01-01", Some("2016-01-01"))"#, r#"("2023-01-01", None)"#],
        "2016 to 2022 is not known"
    );
    assert_eq!(periods(&nastola), [r#"("2013-01-01", Some("2016-01-01"))"#]);
    assert_eq!(periods(&of(&db, "FI-MAAKUNTA", "07").await), [r#"("2023-01-01", None)"#]);
}

#[tokio::test]
async fn a_change_after_the_last_file_ends_its_boundary_too() {
    let db = seeded().await;
    let lahti = store::draft::uid("FI-KUNTA", "398").to_string();
    let mut later =
        Draft::coded(Noun::MunicipalityChange, "TEST", "later").with("kind", "MERGE").with("effective_on", "2025-01-01");
    later.edge("parts", json!({ "from_id": store::draft::uid("FI-KUNTA", "005").to_string(), "to_id": lahti }));
    store_all(&db, vec![later]).await;
    imported(&db, FORMAT).await;
    assert_eq!(period(&of(&db, "FI-KUNTA", "398").await[1]), ("2023-01-01", Some("2025-01-01")));
}

#[tokio::test]
async fn geometry_is_stored_as_written_with_its_box() {
    let db = seeded().await;
    imported(&db, FORMAT).await;
    let lahti = &of(&db, "FI-KUNTA", "398").await[0];
    let bounds = ["min_lon", "min_lat", "max_lon", "max_lat"].map(|key| lahti[key].as_f64().unwrap());
    assert_eq!((bounds, &lahti["geometry"]["type"]), ([25.5, 60.9, 25.9, 61.2], &"MultiPolygon".into()), "both parts");
    let alajarvi = &of(&db, "FI-KUNTA", "005").await[0];
    let text = alajarvi["geometry"].to_string();
    for written in ["24.3009366071993", "62.988353152790275", "24.18229643786027", "24.092852576233383"] {
        assert!(text.contains(&format!("{written},")) || text.contains(&format!("{written}]")), "{written} in {text}");
    }
    assert!(alajarvi["attribution"].as_str().unwrap().contains("National Land Survey of Finland"));
}

#[tokio::test]
async fn boundaries_of_other_sources_stay() {
    let db = seeded().await;
    let mut alajarvi = municipality("005", "Alajärvi");
    let square = json!({ "type": "Polygon", "coordinates": [[[24.0, 62.0], [25.0, 62.0], [25.0, 63.0], [24.0, 62.0]]] });
    alajarvi.edge(
        "boundaries",
        json!({
            "min_lon": 24.0, "min_lat": 62.0, "max_lon": 25.0, "max_lat": 63.0, "geometry": square,
            "attribution": "another", "valid_from": "1990-01-01", "valid_to": "2013-01-01",
        }),
    );
    store_all(&db, vec![alajarvi]).await;
    imported(&db, FORMAT).await;
    assert_eq!(of(&db, "FI-KUNTA", "005").await.len(), 3);
}

#[tokio::test]
async fn bad_rows_stop_the_import_or_are_left_out() {
    let cases = [
        ("kuntarajat.2013.json", "\"natcode\": 5,", "\"natcode\": 901,", 1, "natcode"),
        ("kuntarajat.2013.json", "\"natcode\": 5,", "\"natcode\": \"398\",", 2, "natcode"),
        ("kuntarajat.2023.json", "24.3, 62.9], [24.1", "380848.6, 62.9], [24.1", 1, "geometry"),
        ("kuntarajat.2023.json", "\"Polygon\"", "\"LineString\"", 1, "geometry"),
        ("maakuntarajat.2023.json", "\"07\"", "\"99\"", 1, "natcode"),
    ];
    for (file, old, new, row, field) in cases {
        let folder = spoiled(FORMAT, file, old, new);
        let problems = with_bad_rows(&seeded().await, FORMAT, folder.path()).await;
        assert_eq!(problems.iter().map(place).collect::<Vec<_>>(), [(file, Some(row), Some(field))]);
    }
}

#[tokio::test]
async fn a_file_cut_short_is_an_error_and_writes_nothing() {
    let db = seeded().await;
    let folder = spoiled(FORMAT, "kuntarajat.2023.json", "]}\n", "");
    let answer = run(&db, FORMAT, folder.path(), true, false).await;
    assert!(matches!(answer, Err(exchange::Error::File { .. })));
    assert!(stored(&db, Noun::SourceDocument).await.is_empty());
    assert!(run(&db, FORMAT, &excerpt("population"), true, false).await.is_err(), "no such files");
}
