//! Services as a tree, the areas they are organized for, and the points where they are given.

use entity::Noun;
use entity::record::Visibility;
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;

use super::municipalities::area;
use super::{day, key, kunta, record};

/// Services, service areas and service points.
pub fn all() -> Vec<Draft> {
    let mut all = vec![
        service("sport", "Liikunta ja ulkoilu", "SERVICE_ENTITY", None)
            .with("sector", json!({"fi": "Sivistys", "sv": "Bildning"})),
        service("swimming", "Uimapaikat", "SERVICE_GROUP", Some("sport")).with("level", "AREA"),
        service("pool", "Uimahalli", "SERVICE", Some("swimming"))
            .named("sv", "Simhall")
            .with("level", "LOCAL")
            .with("description", json!({"fi": "Uintia sisällä"})),
        service("beach", "Uimaranta", "SERVICE", Some("swimming")).named("sv", "Badstrand").with("level", "LOCAL"),
        service("rink", "Jäähalli", "SERVICE", Some("sport")).named("sv", "Ishall").with("level", "REGIONAL"),
    ];
    all.extend(areas());
    all.extend(points());
    all
}

fn service(value: &str, name: &str, kind: &str, parent: Option<&str>) -> Draft {
    let draft = record(Noun::Service, value, name).with("kind", kind);
    match parent {
        Some(parent) => draft.with("parent_id", key("TEST", parent)),
        None => draft,
    }
}

fn areas() -> Vec<Draft> {
    let mut lahti = record(Noun::ServiceArea, "area-lahti", "Lahden alue")
        .with("region_id", key("FI-MAAKUNTA", "07"))
        .with("organization_id", key("TEST", "county"))
        .with(
            "population",
            json!({"min": 120_000_000_000_i64, "approximate": true, "open_ended": true, "as_written": "yli 120 000"}),
        )
        .with("teams", json!({"min": 9_000_000, "max": 9_000_000}));
    lahti.edge("members", json!({"municipality_id": kunta("398")}));
    lahti.edge("members", json!({"municipality_id": kunta("098"), "district": {"fi": "Salpakangas"}}));
    lahti.edge("members", json!({"municipality_id": kunta("532"), "valid_to": "2016-01-01"}));
    let mut north = record(Noun::ServiceArea, "area-north", "Pohjoinen alue").with("region_id", key("FI-MAAKUNTA", "07"));
    north.edge("members", json!({"municipality_id": kunta("016")}));
    north.edge("members", json!({"municipality_id": kunta("081")}));
    north.edge("boundaries", bay());
    vec![lahti, north]
}

/// Two parts far from everything else: one with a small bay in its southern shore, and an island with a pond.
fn bay() -> Value {
    let shore =
        [[26.0, 64.0], [26.2, 64.0], [26.25, 64.03], [26.3, 64.0], [26.5, 64.0], [26.5, 64.5], [26.0, 64.5], [26.0, 64.0]];
    let island = [[27.0, 64.0], [27.2, 64.0], [27.2, 64.2], [27.0, 64.2], [27.0, 64.0]];
    let pond = [[27.1, 64.1], [27.11, 64.11], [27.12, 64.1], [27.1, 64.1]];
    let geometry = json!({"type": "MultiPolygon", "coordinates": [[shore.to_vec()], [island.to_vec(), pond.to_vec()]]});
    area(geometry, [26.0, 64.0, 27.2, 64.5], Some("2010-01-01"), None)
}

fn points() -> Vec<Draft> {
    let mut hall = point("pool-lahti", "Lahden uimahalli", Some((25.645, 60.985)), Some("398"))
        .named("sv", "Lahtis simhall")
        .with("organization_id", key("TEST", "sports"))
        .with("service_area_id", key("TEST", "area-lahti"))
        .with("address", json!({"fi": "Kirkkokatu 1", "sv": "Kyrkogatan 1"}))
        .with("postal_code", "15110")
        .with("postal_place", json!({"fi": "Lahti", "sv": "Lahtis"}))
        .with("url", "https://example.org/uimahalli")
        .with("description", json!({"fi": "Uimahalli keskustassa"}))
        .with("accessibility", json!({"entrance": ["step-free", 1]}))
        .with("hours", json!({"ma-pe": "6-21"}));
    hall.source = Some(uid("TEST", "register"));
    let mut restricted = point("shelter", "Turvapaikka", Some((25.65, 60.98)), Some("398"));
    restricted.visibility = Visibility::Restricted;
    restricted.edge("citations", json!({"document_id": key("TEST", "slides"), "locator": "s3", "certainty": "STATED"}));
    let mut rink = point("rink-lahti", "Lahden jäähalli", Some((25.633, 60.99)), Some("398"))
        .with("organization_id", key("TEST", "sports"))
        .with("postal_code", "15210");
    for (field, locator, certainty) in [
        (None, Some("s10"), "STATED"),
        (Some("postalCode"), Some("s2"), "AMBIGUOUS"),
        (Some("openingHours"), Some("s9-s11"), "MISSING"),
        (None, None, "DERIVED"),
    ] {
        rink.edge(
            "citations",
            json!({"document_id": key("TEST", "slides"), "field": field, "locator": locator, "certainty": certainty}),
        );
    }
    let mut closed = point("old-pool", "Vanha uimahalli", Some((25.66, 60.983)), Some("398"));
    closed.to = day("2019-06-01");
    let mut all = vec![
        hall,
        rink,
        point("beach-lahti", "Mukkulan uimaranta", Some((25.69, 61.02)), Some("398")).with("postal_code", "15240"),
        point("pool-helsinki", "Yrjönkadun uimahalli", Some((24.938, 60.168)), Some("091"))
            .with("postal_code", "00120")
            .with("organization_id", key("TEST", "helsinki")),
        point("beach-helsinki", "Hietaniemen uimaranta", Some((24.906, 60.173)), Some("091")).with("postal_code", "00100"),
        point("online", "Liikuntavaraukset verkossa", None, None)
            .with("kind", "E_SERVICE")
            .with("organization_id", key("TEST", "sports")),
        restricted,
        closed,
    ];
    let given = [
        ("pool-lahti", "pool"),
        ("rink-lahti", "rink"),
        ("beach-lahti", "beach"),
        ("pool-helsinki", "pool"),
        ("beach-helsinki", "beach"),
        ("shelter", "pool"),
        ("old-pool", "pool"),
    ];
    for (point, service) in given {
        let uid = uid("TEST", point);
        all.iter_mut().find(|draft| draft.uid == uid).unwrap().edge("services", json!({"service_id": key("TEST", service)}));
    }
    // The hall had a rink too, until 2010.
    all[0].edge("services", json!({"service_id": key("TEST", "rink"), "valid_to": "2010-01-01"}));
    all
}

fn point(value: &str, name: &str, place: Option<(f64, f64)>, municipality: Option<&str>) -> Draft {
    let mut draft = record(Noun::ServicePoint, value, name).with("kind", "PLACE");
    if let Some((lon, lat)) = place {
        draft = draft.with("lon", lon).with("lat", lat);
    }
    match municipality {
        Some(code) => draft.with("municipality_id", kunta(code)),
        None => draft,
    }
}
