//! Worlds made by rule: a few rows with many ties and gaps, and many rows of the same shape.

use entity::{Noun, Term};
use serde_json::json;
use store::Draft;

use super::{day, key, kunta, record};

/// Municipalities, and as many committees and service points, of the bulk world.
pub const SIZE: usize = 220;

/// Names that Finnish sorts in another way than bytes, in no order, two of them twice.
const NAMES: [&str; 13] =
    ["Ähtäri", "Oulu", "Åbo", "Wirrat", "Virrat", "aura", "Aura", "Öja", "Zürich", "Oulu", "Ääri", "Iin Ämmä", "Åbo"];

/// Every third has nothing; the others tie by twos.
fn gap(index: usize) -> Option<usize> {
    (!index.is_multiple_of(3)).then_some(index % 5 / 2)
}

/// Rows for orders: names, ends, points, postal codes and values that tie or are missing.
pub fn ties() -> Vec<Draft> {
    let mut all = Vec::new();
    let mut indicator = Draft::coded(Noun::Indicator, "SEUTU-INDICATOR", "ties")
        .named("fi", "Tasatilanteet")
        .with("code", "ties")
        .with("unit", json!({}))
        .with("decimals", 0);
    for (index, name) in NAMES.iter().enumerate() {
        let code = format!("{index:03}");
        let mut town = municipality(&code, name);
        let mut region = Draft::coded(Noun::Region, "FI-MAAKUNTA", &code)
            .with("family", if index % 2 == 0 { "MAAKUNTA" } else { "ELY" })
            .with("code", format!("{:02}", index % 4))
            .with("coverage", json!([]));
        let mut committee =
            record(Noun::Committee, &format!("c{index}"), name).with("kind", ["BOARD", "COUNCIL", "SECTION"][index % 3]);
        let mut point =
            record(Noun::ServicePoint, &format!("p{index}"), name).with("kind", "PLACE").with("municipality_id", kunta("000"));
        let mut value = json!({
            "subject_id": kunta(&code), "status": "NORMAL",
            "period_from": format!("{}-01-01", 2020 + index % 2), "period_to": "2023-01-01",
        });
        if let Some(step) = gap(index) {
            let (lon, lat) = (24.0 + step as f64 * 0.1, 60.0 + step as f64 / 3.0);
            town = town.with("lon", lon).with("lat", lat);
            point = point.with("lon", lon).with("lat", lat).with("postal_code", format!("0{step}100"));
            value["value_min"] = json!(step * 1_000_000);
            value["value_max"] = value["value_min"].clone();
            value["published_on"] = json!(format!("2024-01-0{}", step + 1));
            region = region.named("fi", name);
            town.to = day(&format!("20{}-01-01", 90 + step));
            committee.from = day(&format!("20{:02}-01-01", 10 + step));
        }
        indicator.edge("observations", value);
        if index < 9 {
            region.edge("members", json!({"municipality_id": kunta(&code), "certainty": "STATED"}));
        }
        for other in 0..index {
            region.edge("members", json!({"municipality_id": kunta(&format!("{other:03}")), "certainty": "STATED"}));
        }
        all.extend([town, region, committee, point]);
        all.extend(unnamed(index));
    }
    all.push(indicator);
    all
}

/// A record of each further noun that has an order of its own: vocabularies whose declared order is not that of their
/// words, numbers and days that tie or are missing.
fn unnamed(index: usize) -> Vec<Draft> {
    let new = |noun: Noun| Draft::coded(noun, "TEST", &format!("{}{index}", noun.as_str()));
    let words = |words: [&'static str; 3]| words[index % 3];
    let day = format!("{}-01-01", 2020 + index % 2);
    let mut document = new(Noun::SourceDocument).with("kind", "REPORT");
    let mut statement = new(Noun::Statement).with("kind", "RISK").with("text", json!({}));
    let mut contract =
        new(Noun::Contract).with("tier", words(["STRATEGIC_SERVICE", "STRATEGIC_PRODUCTION", "OPERATIONAL_PRODUCTION"]));
    let mut network = new(Noun::CollaborationNetwork)
        .with("category", words(["SPORTS_COUNSELLING", "OTHER", "CULTURE"]))
        .with("form", "NETWORK");
    if let Some(step) = gap(index) {
        document = document.with("dated_on", format!("2024-01-0{}", step + 1));
        statement = statement.with("position", step).with("theme", format!("T{step}"));
        contract = contract.with("year", 2010 + step);
        network = network.with("number", step);
    }
    vec![
        new(Noun::MunicipalityChange).with("kind", "MERGE").with("effective_on", day.as_str()),
        new(Noun::Organization).with("kind", words(["MUNICIPALITY", "FOUNDATION", "ORG_UNIT"])),
        new(Noun::Service).with("kind", words(["SERVICE_ENTITY", "SERVICE", "SERVICE_PACKAGE"])),
        new(Noun::Scenario).with("kind", "VISION").with("reference_date", day.as_str()).with("reference_precision", "DAY"),
        new(Noun::Initiative).with("kind", words(["REFORM", "PILOT", "TRAINING_SERIES"])),
        new(Noun::Indicator).with("code", format!("c{index:02}")).with("unit", json!({})).with("decimals", 0),
        document,
        statement,
        contract,
        network,
    ]
}

fn municipality(code: &str, name: &str) -> Draft {
    Draft::coded(Noun::Municipality, "FI-KUNTA", code).named("fi", name).with("code", code)
}

/// Many municipalities, each with an organization, a committee with a child, two service points and a region.
pub fn many() -> Vec<Draft> {
    let mut all = Vec::new();
    let mut indicator = Draft::coded(Noun::Indicator, "SEUTU-INDICATOR", "many")
        .named("fi", "Monta")
        .with("code", "many")
        .with("unit", json!({}))
        .with("decimals", 0);
    let service = record(Noun::Service, "s", "Palvelu").with("kind", "SERVICE");
    let mut region = Draft::coded(Noun::Region, "FI-MAAKUNTA", "01")
        .named("fi", "Kaikki")
        .with("family", "MAAKUNTA")
        .with("code", "01")
        .with("coverage", json!([]));
    for index in 0..SIZE {
        let code = format!("{index:03}");
        all.push(municipality(&code, &format!("Kunta {index}")));
        region.edge("members", json!({"municipality_id": kunta(&code), "certainty": "STATED"}));
        all.push(
            record(Noun::Organization, &format!("o{index}"), "Kunta")
                .with("kind", "MUNICIPALITY")
                .with("municipality_id", kunta(&code)),
        );
        all.push(
            record(Noun::Committee, &format!("c{index}"), "Hallitus")
                .with("kind", "BOARD")
                .with("organization_id", key("TEST", &format!("o{index}"))),
        );
        all.push(
            record(Noun::Committee, &format!("d{index}"), "Jaosto")
                .with("kind", "SECTION")
                .with("parent_id", key("TEST", &format!("c{index}"))),
        );
        for copy in 0..2 {
            let mut point = record(Noun::ServicePoint, &format!("p{index}-{copy}"), "Piste")
                .with("kind", "PLACE")
                .with("municipality_id", kunta(&code));
            point.edge("services", json!({"service_id": key("TEST", "s")}));
            all.push(point);
        }
        indicator.edge(
            "observations",
            json!({
                "subject_id": kunta(&code), "period_from": "2020-01-01", "period_to": "2021-01-01", "status": "NORMAL",
                "value_min": index, "value_max": index,
            }),
        );
    }
    all.extend([service, region, indicator]);
    all
}
