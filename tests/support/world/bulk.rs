//! Worlds made by rule: a few rows with many ties and gaps, and many rows of the same shape.

use entity::Noun;
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
    }
    all.push(indicator);
    all
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
