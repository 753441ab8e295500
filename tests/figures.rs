//! Figures about records that not everybody may see, and distributions of figures about several nouns.

use entity::record::{Status, Visibility};
use serde_json::{Value, json};
use store::Draft;

use entity::Noun;

use crate::support::world::{self, key, kunta, record};
use crate::support::{Backend, Caller, TestApp};

fn figure(subject: Value, value: i64) -> Value {
    let micros = value * entity::quantity::UNIT;
    let mut figure = json!({
        "period_from": "2024-01-01", "period_to": "2025-01-01",
        "value_min": micros, "value_max": micros, "status": "NORMAL",
    });
    if !subject.is_null() {
        figure["subject_id"] = subject;
    }
    figure
}

/// An indicator with values about records that anybody sees and records that few see, and about several nouns.
fn drafts() -> Vec<Draft> {
    let mut unit = record(Noun::Organization, "hidden-unit", "Salainen yksikkö").with("kind", "ORG_UNIT");
    unit.visibility = Visibility::Restricted;
    let mut draft_unit = record(Noun::Organization, "draft-unit", "Luonnos").with("kind", "ORG_UNIT");
    draft_unit.status = Status::Draft;
    let mut staff = Draft::coded(Noun::Indicator, "SEUTU-INDICATOR", "staff")
        .named("fi", "Henkilöstö")
        .with("code", "staff")
        .with("unit", json!({"fi": "htv"}))
        .with("decimals", 0)
        .with("additive", true);
    for (subject, value) in [
        (key("TEST", "hidden-unit"), 7_777),
        (key("TEST", "draft-unit"), 8_888),
        (key("TEST", "sports"), 40),
        (key("TEST", "culture"), 60),
        (key("TEST", "club"), 5),
        (kunta("398"), 6_000),
        (kunta("098"), 900),
        (key("FI-MAAKUNTA", "07"), 12_000),
        (key("FI-HYVINVOINTIALUE", "08"), 13_000),
        (Value::Null, 250_000),
    ] {
        staff.edge("observations", figure(subject, value));
    }
    vec![unit, draft_unit, staff]
}

async fn app(backend: Backend) -> TestApp {
    let app = TestApp::new(backend).await;
    world::write(&app.db, "importer", world::CHANGED, drafts()).await;
    app
}

const EVERYWHERE: &str = r#"{
    observations(filter: { indicatorCodes: ["staff"] }) { totalCount nodes { value subject { name } } }
    backward: observations(filter: { indicatorCodes: ["staff"] }, last: 500) { nodes { value } }
    indicator(code: "staff") {
        observations { totalCount nodes { value } }
        classBreaks(noun: ORGANIZATION, classes: 1) { lower upper count }
    }
}"#;

#[tokio::test]
async fn a_figure_is_seen_by_those_who_see_its_subject() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let seen = app.run(Caller::Anonymous, EVERYWHERE, json!({})).await;
        for value in ["7777", "8888"] {
            assert!(!seen.text.contains(value), "{backend:?}: {}", seen.text);
        }
        let data = &seen.json()["data"];
        assert_eq!(data["observations"]["totalCount"], 8, "{backend:?}");
        assert_eq!(data["indicator"]["observations"]["totalCount"], 8, "{backend:?}");
        assert_eq!(data["indicator"]["classBreaks"], json!([{"lower": "5", "upper": "60", "count": 3}]), "{backend:?}");
        let reader = app.run(Caller::Reader, EVERYWHERE, json!({})).await.json();
        let data = &reader["data"];
        assert_eq!(data["observations"]["totalCount"], 10, "{backend:?}");
        assert_eq!(data["observations"]["nodes"].as_array().unwrap().len(), 10, "{backend:?}");
        assert_eq!(data["indicator"]["classBreaks"], json!([{"lower": "5", "upper": "8888", "count": 5}]), "{backend:?}");
        let hidden = world::id(Noun::Organization, "TEST", "hidden-unit");
        let by_subject = "query ($id: ID!) { observations(filter: { subjects: [$id] }) { totalCount nodes { value } } }";
        for (caller, count) in [(Caller::Anonymous, 0), (Caller::Reader, 1)] {
            let answer = app.run(caller, by_subject, json!({"id": hidden})).await.json();
            assert_eq!(answer["data"]["observations"]["totalCount"], count, "{backend:?}");
            assert_eq!(answer["data"]["observations"]["nodes"].as_array().unwrap().len(), count, "{backend:?}");
        }
    }
}

#[tokio::test]
async fn classes_are_of_one_noun_and_one_family() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let query = r#"{ indicator(code: "staff") {
            municipalities: classBreaks(classes: 1) { lower upper count }
            organizations: classBreaks(noun: ORGANIZATION, classes: 1) { lower upper count }
            regions: classBreaks(noun: REGION, family: MAAKUNTA, classes: 1) { lower upper count }
            counties: classBreaks(noun: REGION, family: HYVINVOINTIALUE, classes: 1) { lower upper count }
            persons: classBreaks(noun: PERSON) { count }
        } }"#;
        let of = |lower: &str, upper: &str, count: i64| json!([{"lower": lower, "upper": upper, "count": count}]);
        let data = app.data(query, json!({})).await["indicator"].take();
        assert_eq!(data["municipalities"], of("900", "6000", 2), "{backend:?}");
        assert_eq!(data["organizations"], of("5", "60", 3), "{backend:?}");
        assert_eq!(data["regions"], of("12000", "12000", 1), "{backend:?}");
        assert_eq!(data["counties"], of("13000", "13000", 1), "{backend:?}");
        assert_eq!(data["persons"], json!([]), "{backend:?}");
    }
}

#[tokio::test]
async fn classes_of_many_indicators_take_as_many_statements_as_of_one() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let query = "query ($codes: [String!]) { indicators(filter: { code: { in: $codes } }) { nodes { code classBreaks { lower count stated } } } }";
        let one = app.run(Caller::Anonymous, query, json!({"codes": ["staff"]})).await;
        let many = app
            .run(Caller::Anonymous, query, json!({"codes": ["staff", "population", "municipality_size", "employment_rate"]}))
            .await;
        assert_eq!((one.code(), many.code()), (String::new(), String::new()), "{}", many.text);
        assert_eq!(many.json()["data"]["indicators"]["nodes"].as_array().unwrap().len(), 4);
        assert_eq!((one.statements, many.statements), (2, 2), "{backend:?}");
    }
}

#[tokio::test]
async fn a_family_goes_with_regions_and_regions_with_a_family() {
    let app = TestApp::new(Backend::Sqlite).await;
    for arguments in ["noun: REGION", "family: MAAKUNTA", "noun: PERSON, family: ELY"] {
        let query = format!("{{ indicator(code: \"population\") {{ classBreaks({arguments}) {{ count }} }} }}");
        assert_eq!(app.code(&query, json!({})).await, "BAD_USER_INPUT", "{arguments}");
    }
}
