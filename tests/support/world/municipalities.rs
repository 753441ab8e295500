//! Municipalities and what happened to them. Codes, days and names follow the real ones, points are rounded; the
//! Swedish rename of 2020 is made up.

use entity::{Name, Noun};
use serde_json::{Value, json};
use store::Draft;
use store::draft::{Code, uid};

use super::{day, key, kunta, record};

/// Old Vöyri bore the code 946 until 2007, new Vöyri since 2011.
pub const OLD_VOYRI: &str = "946-2006";

type Row = (&'static str, &'static str, &'static str, Option<(f64, f64)>);

const IN_FORCE: [Row; 20] = [
    ("091", "Helsinki", "Helsingfors", Some((24.94, 60.17))),
    ("049", "Espoo", "Esbo", Some((24.66, 60.21))),
    ("092", "Vantaa", "Vanda", Some((25.04, 60.29))),
    ("398", "Lahti", "Lahtis", Some((25.66, 60.98))),
    ("098", "Hollola", "", Some((25.43, 61.0))),
    ("016", "Asikkala", "", Some((25.55, 61.17))),
    ("081", "Hartola", "", None),
    ("616", "Pukkila", "", Some((25.58, 60.64))),
    ("638", "Porvoo", "Borgå", Some((25.67, 60.39))),
    ("444", "Lohja", "Lojo", Some((24.07, 60.25))),
    ("005", "Alajärvi", "", Some((23.82, 63.0))),
    ("009", "Alavieska", "", None),
    // Written with combining diaeresis, as some sources do.
    ("992", "A\u{308}a\u{308}nekoski", "", Some((25.73, 62.6))),
    ("478", "Maarianhamina", "Mariehamn", Some((19.94, 60.1))),
    ("941", "", "Vårdö", Some((20.38, 60.24))),
    ("890", "Utsjoki", "", Some((27.03, 69.91))),
    ("182", "Jämsä", "", Some((25.19, 61.86))),
    ("562", "Orivesi", "", Some((24.36, 61.68))),
    ("317", "Kärsämäki", "", Some((25.76, 63.98))),
    ("213", "Kangasniemi", "", None),
];

/// All municipalities.
pub fn all() -> Vec<Draft> {
    let mut all: Vec<Draft> = IN_FORCE.iter().map(municipality).collect();
    let find = |all: &mut Vec<Draft>, code: &str| all.iter().position(|draft| draft.own["code"] == code).unwrap();
    let utsjoki = find(&mut all, "890");
    all[utsjoki].names.0.push(name("se", "Ohcejohka", None, None));
    let hartola = find(&mut all, "081");
    all[hartola].names.0.push(name("sv", "Gustav Adolfs", None, Some("2020-11-01")));
    all[hartola].names.0.push(name("sv", "Hartola", Some("2020-11-01"), None));
    let lahti = find(&mut all, "398");
    all[lahti].edge("boundaries", square(25.5, 25.7, None, Some("2016-01-01")));
    all[lahti].edge("boundaries", square(25.5, 25.9, Some("2016-01-01"), None));
    all[lahti].edge(
        "citations",
        json!({"field": "code", "document_id": key("TEST", "register-2009"), "locator": "rivi 12", "certainty": "STATED"}),
    );
    all[lahti]
        .edge("citations", json!({"field": "center", "certainty": "DERIVED", "note": {"fi": "pyöristetty", "sv": "avrundad"}}));
    all[lahti].edge("citations", json!({"document_id": key("TEST", "memo"), "certainty": "AMBIGUOUS"}));

    let mut nastola = ended("532", "Nastola", "2016-01-01");
    nastola.edge("boundaries", square(25.7, 25.9, None, Some("2016-01-01")));
    all.extend([nastola, ended("283", "Hämeenkoski", "2016-01-01"), ended("443", "Längelmäki", "2007-01-01")]);
    all.extend([
        ended("475", "Maksamaa", "2007-01-01").named("sv", "Maxmo"),
        ended("559", "Oravainen", "2011-01-01").named("sv", "Oravais"),
    ]);
    let mut middle = ended("945", "Vöyri-Maksamaa", "2011-01-01").named("sv", "Vörå-Maxmo");
    middle.from = day("2007-01-01");
    all.extend([voyri(OLD_VOYRI, None, Some("2007-01-01")), middle, voyri("946", Some("2011-01-01"), None), parainen()]);
    for draft in &mut all {
        draft.source = Some(uid("TEST", "register"));
    }
    all
}

fn municipality((code, fi, sv, center): &Row) -> Draft {
    let draft = Draft::coded(Noun::Municipality, "FI-KUNTA", code).named("fi", fi).named("sv", sv).with("code", *code);
    match center {
        Some((lon, lat)) => draft.with("lon", *lon).with("lat", *lat),
        None => draft,
    }
}

fn ended(code: &'static str, fi: &'static str, to: &str) -> Draft {
    let mut draft = municipality(&(code, fi, "", None));
    draft.to = day(to);
    draft
}

fn voyri(value: &str, from: Option<&str>, to: Option<&str>) -> Draft {
    let mut draft =
        Draft::new(Noun::Municipality, uid("FI-KUNTA", value)).named("fi", "Vöyri").named("sv", "Vörå").with("code", "946");
    draft.from = from.map_or(draft.from, day);
    draft.to = to.map_or(draft.to, day);
    draft.identifiers.push(Code { scheme: "FI-KUNTA".to_owned(), value: "946".to_owned(), from: draft.from, to: draft.to });
    draft
}

/// Founded as Länsi-Turunmaa in 2009, called Parainen since 2012.
fn parainen() -> Draft {
    let mut draft = Draft::coded(Noun::Municipality, "FI-KUNTA", "445").with("code", "445").with("lon", 22.3).with("lat", 60.31);
    draft.from = day("2009-01-01");
    draft.names.0 = vec![
        name("fi", "Länsi-Turunmaa", None, Some("2012-01-01")),
        name("sv", "Väståboland", None, Some("2012-01-01")),
        name("fi", "Parainen", Some("2012-01-01"), None),
        name("sv", "Pargas", Some("2012-01-01"), None),
    ];
    draft
}

fn name(lang: &str, value: &str, from: Option<&str>, to: Option<&str>) -> Name {
    Name { lang: lang.to_owned(), value: value.to_owned(), from: from.map(day), to: to.map(day) }
}

/// A square from 60.9 to 61.1 north.
fn square(west: f64, east: f64, from: Option<&str>, to: Option<&str>) -> Value {
    let ring = [[west, 60.9], [east, 60.9], [east, 61.1], [west, 61.1], [west, 60.9]];
    area(json!({"type": "Polygon", "coordinates": [ring]}), [west, 60.9, east, 61.1], from, to)
}

/// A boundary with its bounding box: west, south, east, north.
pub fn area(geometry: Value, [west, south, east, north]: [f64; 4], from: Option<&str>, to: Option<&str>) -> Value {
    let mut edge = json!({"min_lon": west, "min_lat": south, "max_lon": east, "max_lat": north, "geometry": geometry});
    for (column, value) in [("valid_from", from), ("valid_to", to)] {
        if let Some(value) = value {
            edge[column] = json!(value);
        }
    }
    edge
}

/// What happened to municipalities.
pub fn changes() -> Vec<Draft> {
    let mut lahti = change("lahti-2016", "Nastola Lahteen", "MERGE", "2016-01-01", &[("532", "398"), ("398", "398")]);
    lahti.source = Some(uid("TEST", "register"));
    vec![
        lahti,
        change("hollola-2016", "Hämeenkoski Hollolaan", "MERGE", "2016-01-01", &[("283", "098"), ("098", "098")]),
        change("voyri-2007", "Vöyri ja Maksamaa yhteen", "MERGE", "2007-01-01", &[(OLD_VOYRI, "945"), ("475", "945")]),
        change("voyri-2011", "Oravainen Vöyriin", "MERGE", "2011-01-01", &[("945", "946"), ("559", "946")]),
        split(),
        change("parainen-2012", "Länsi-Turunmaasta Parainen", "RENAME", "2012-01-01", &[("445", "445")]),
    ]
}

fn change(value: &str, name: &str, kind: &str, on: &str, parts: &[(&str, &str)]) -> Draft {
    let mut draft = record(Noun::MunicipalityChange, value, name).with("kind", kind).with("effective_on", on);
    for (from, to) in parts {
        draft.edge("parts", json!({"from_id": kunta(from), "to_id": kunta(to)}));
    }
    draft
}

/// Längelmäki was divided; the shares are rounded.
fn split() -> Draft {
    let mut draft = change("langelmaki-2007", "Längelmäen jako", "SPLIT", "2007-01-01", &[]);
    draft.edge(
        "parts",
        json!({"from_id": kunta("443"), "to_id": kunta("182"), "population_share": 300_000, "area_share": 400_000}),
    );
    draft.edge("parts", json!({"from_id": kunta("443"), "to_id": kunta("562"), "population_share": 700_000}));
    draft
}
