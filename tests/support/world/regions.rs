//! Regions of three families with their dated members and the years for which these are known.

use entity::Noun;
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;

use super::{day, kunta};

type Member = (&'static str, Option<&'static str>, Option<&'static str>);

fn since_always(codes: &[&'static str]) -> Vec<Member> {
    codes.iter().map(|code| (*code, None, None)).collect()
}

/// All regions.
pub fn all() -> Vec<Draft> {
    let mut uusimaa = since_always(&["091", "049", "092", "444"]);
    uusimaa.extend([("616", Some("2011-01-01"), None), ("638", Some("2011-01-01"), None)]);
    let mut hame = since_always(&["398", "098", "016", "081"]);
    hame.extend([("532", None, Some("2016-01-01")), ("283", None, Some("2016-01-01"))]);
    let mut east = region(
        "MAAKUNTA",
        "20",
        ["Itä-Uusimaa", "Östra Nyland"],
        &[("616", None, Some("2011-01-01")), ("638", None, Some("2011-01-01"))],
    );
    east.to = day("2011-01-01");
    let mut county =
        region("HYVINVOINTIALUE", "08", ["Päijät-Hämeen hyvinvointialue", ""], &since_always(&["398", "098", "016", "081"]));
    county.from = day("2023-01-01");
    for edge in county.edges.get_mut("members").into_iter().flatten() {
        edge.insert("valid_from".to_owned(), json!("2023-01-01"));
        edge.insert("certainty".to_owned(), json!("DERIVED"));
    }
    county.own.insert("coverage".to_owned(), json!([{"from": "2023-01-01", "certainty": "STATED"}]));
    let mut all = vec![
        region("MAAKUNTA", "01", ["Uusimaa", "Nyland"], &uusimaa),
        region("MAAKUNTA", "07", ["Päijät-Häme", "Päijänne-Tavastland"], &hame),
        east,
        region("MAAKUNTA", "21", ["Ahvenanmaa", "Åland"], &since_always(&["478", "941"])),
        region("SEUTUKUNTA", "071", ["Lahti", "Lahtis"], &since_always(&["398", "098"])),
        county,
    ];
    for draft in &mut all {
        draft.source = Some(uid("TEST", "register"));
    }
    all
}

fn region(family: &str, code: &str, [fi, sv]: [&str; 2], members: &[Member]) -> Draft {
    let scheme = format!("FI-{family}");
    let mut draft = Draft::coded(Noun::Region, &scheme, code)
        .named("fi", fi)
        .named("sv", sv)
        .with("family", family)
        .with("code", code)
        .with("coverage", json!([{"from": "2001-01-01", "to": "2007-01-01", "certainty": "DERIVED"}, {"from": "2007-01-01", "certainty": "STATED"}]));
    for (code, from, to) in members {
        draft.edge("members", member(code, *from, *to));
    }
    draft
}

fn member(code: &str, from: Option<&str>, to: Option<&str>) -> Value {
    let mut edge = json!({"municipality_id": kunta(code), "certainty": "STATED"});
    for (column, value) in [("valid_from", from), ("valid_to", to)] {
        if let Some(value) = value {
            edge[column] = json!(value);
        }
    }
    edge
}
