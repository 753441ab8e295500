//! Indicators with observations of every kind: exact, ranged, about, open-ended, missing, forecast, counts by class.

use entity::Noun;
use entity::record::Visibility;
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;

use super::{key, kunta};

const POPULATION: [(&str, i64, i64); 6] = [
    ("091", 664_028, 674_500),
    ("049", 305_274, 314_024),
    ("092", 242_819, 247_443),
    ("398", 120_027, 120_693),
    ("098", 22_978, 23_026),
    ("016", 8_017, 7_863),
];

fn indicator(code: &str, name: &str, unit: Value) -> Draft {
    Draft::coded(Noun::Indicator, "SEUTU-INDICATOR", code)
        .named("fi", name)
        .with("code", code)
        .with("unit", unit)
        .with("decimals", 0)
}

fn value(subject: Value, year: i32, value: i64) -> Value {
    let micros = value * entity::quantity::UNIT;
    json!({
        "subject_id": subject, "period_from": format!("{year}-01-01"), "period_to": format!("{}-01-01", year + 1),
        "value_min": micros, "value_max": micros, "status": "NORMAL", "division_year": 2025,
        "published_on": format!("{}-03-28", year + 1),
    })
}

/// All indicators.
pub fn all() -> Vec<Draft> {
    let mut population = indicator("population", "Väkiluku", json!({"fi": "henkilöä", "sv": "personer"}))
        .named("sv", "Folkmängd")
        .with("additive", true);
    population.source = Some(uid("TEST", "register"));
    for (code, first, second) in POPULATION {
        population.edge("observations", value(kunta(code), 2022, first));
        population.edge("observations", value(kunta(code), 2023, second));
    }
    population.edge("observations", value(key("FI-MAAKUNTA", "07"), 2022, 204_528));
    population.edge("observations", forecast());
    let mut size = indicator("municipality_size", "Kuntia kokoluokittain", json!({"fi": "kuntaa"}));
    for (lower, upper, count) in [(None, Some(5_000), 4), (Some(5_001), Some(20_000), 7), (Some(20_001), None, 3)] {
        size.edge("observations", class(lower, upper, count));
    }
    let mut secret = indicator("secret", "Luottamuksellinen luku", json!({"fi": "euroa"}));
    secret.visibility = Visibility::Restricted;
    secret.edge("observations", value(kunta("398"), 2023, 1));
    vec![population, employment(), size, secret]
}

fn forecast() -> Value {
    let mut edge = value(kunta("398"), 2040, 118_000);
    edge["status"] = json!("FORECAST");
    edge["division_year"] = Value::Null;
    edge["published_on"] = json!("2024-10-24");
    edge
}

/// Values that are no plain numbers.
fn employment() -> Draft {
    let mut draft = indicator("employment_rate", "Työllisyysaste", json!({"fi": "%"}))
        .with("decimals", 1)
        .with("definition", json!({"fi": "Työllisten osuus 15-64-vuotiaista"}))
        .with("weighted_by_id", key("SEUTU-INDICATOR", "population"));
    let base = |code: &str| json!({"subject_id": kunta(code), "period_from": "2023-01-01", "period_to": "2024-01-01"});
    let odd = [
        ("398", json!({"value_min": 68_400_000, "value_max": 68_400_000, "status": "NORMAL"})),
        ("098", json!({"value_min": 70_000_000, "value_max": 75_000_000, "as_written": "70-75", "status": "ESTIMATE"})),
        ("016", json!({"value_min": 71_000_000, "value_max": 71_000_000, "approximate": true, "status": "PROVISIONAL"})),
        ("081", json!({"value_min": 60_000_000, "open_ended": true, "as_written": "yli 60", "status": "ESTIMATE"})),
        ("091", json!({"status": "MISSING", "as_written": ".."})),
    ];
    for (code, rest) in odd {
        let mut edge = base(code);
        edge.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        draft.edge("observations", edge);
    }
    draft
}

fn class(lower: Option<i64>, upper: Option<i64>, count: i64) -> Value {
    let micros = |value: i64| value * entity::quantity::UNIT;
    json!({
        "period_from": "2008-01-01", "period_to": "2009-01-01", "status": "NORMAL",
        "value_min": micros(count), "value_max": micros(count),
        "class_min": lower.map(micros), "class_max": upper.map(micros),
    })
}
