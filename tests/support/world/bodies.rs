//! Organizations with their units, committees with their members, and persons.

use entity::Noun;
use entity::record::{Status, Visibility};
use entity::time::Precision;
use serde_json::{Value, json};
use store::Draft;
use store::draft::{Code, uid};

use super::{day, key, kunta, record};

fn organization(value: &str, name: &str, kind: &str) -> Draft {
    record(Noun::Organization, value, name).with("kind", kind)
}

/// All organizations.
pub fn organizations() -> Vec<Draft> {
    let mut lahti =
        organization("lahti", "Lahden kaupunki", "MUNICIPALITY").named("sv", "Lahtis stad").with("municipality_id", kunta("398"));
    lahti.identifiers.push(Code {
        scheme: "FI-YTUNNUS".to_owned(),
        value: "0149669-3".to_owned(),
        from: entity::time::FAR_PAST,
        to: entity::time::FAR_FUTURE,
    });
    let mut nastola = organization("nastola", "Nastolan kunta", "MUNICIPALITY").with("municipality_id", kunta("532"));
    nastola.to = day("2016-01-01");
    let mut authority = organization("authority", "Päijät-Hämeen hyvinvointiyhtymä", "JOINT_MUNICIPAL_AUTHORITY")
        .with("region_id", key("FI-MAAKUNTA", "07"));
    (authority.from, authority.to) = (day("2017-01-01"), day("2023-01-01"));
    let mut county = organization("county", "Päijät-Hämeen hyvinvointialue", "WELLBEING_SERVICES_COUNTY")
        .with("region_id", key("FI-HYVINVOINTIALUE", "08"));
    county.from = day("2023-01-01");
    let mut restricted =
        organization("restricted", "Valmisteltava yhtiö", "MUNICIPAL_COMPANY").with("municipality_id", kunta("398"));
    restricted.visibility = Visibility::Restricted;
    vec![
        lahti,
        nastola,
        organization("helsinki", "Helsingin kaupunki", "MUNICIPALITY").with("municipality_id", kunta("091")),
        unit("education", "Sivistyksen palvelualue", "lahti", "SECTOR"),
        unit("sports", "Liikuntapalvelut", "education", "SERVICE"),
        unit("culture", "Kulttuuripalvelut", "education", "SERVICE"),
        authority,
        county,
        organization("club", "Lahden Uimaseura ry", "THIRD_SECTOR").with("municipality_id", kunta("398")),
        organization("statistics", "Tilastokeskus", "STATE_NATIONAL"),
        restricted,
    ]
}

fn unit(value: &str, name: &str, parent: &str, level: &str) -> Draft {
    organization(value, name, "ORG_UNIT").with("parent_id", key("TEST", parent)).with("level", level)
}

/// All committees and the persons in them.
pub fn committees() -> Vec<Draft> {
    let mut board =
        committee("board", "Kaupunginhallitus", "BOARD").with("parent_id", key("TEST", "council")).with("power", "DECISION");
    board.own.insert("seats".to_owned(), json!({"min": 11_000_000, "max": 13_000_000, "as_written": "11-13"}));
    board.edge("members", json!({"person_id": key("TEST", "virtanen"), "role": "CHAIR", "label": {"fi": "puheenjohtaja", "sv": "ordförande"}, "votes": true}));
    let mut education = committee("education-committee", "Sivistyslautakunta", "COMMITTEE")
        .with("parent_id", key("TEST", "board"))
        .with("power", "DECISION");
    education.own.insert(
        "meetings".to_owned(),
        json!({"min": 10_000_000, "max": 10_000_000, "approximate": true, "as_written": "noin 10"}),
    );
    education.edge("members", json!({"organization_id": key("TEST", "club"), "role": "EXPERT"}));
    education.edge("members", json!({"role": "MEMBER", "seats": 13, "votes": true}));
    let mut old = committee("old-committee", "Koululautakunta", "COMMITTEE").with("parent_id", key("TEST", "board"));
    old.to = day("2013-01-01");
    old.to_precision = Precision::Year;
    education.edge("citations", json!({"document_id": key("TEST", "slides"), "field": "power", "locator": "s2", "certainty": "STATED", "note": {"fi": "kaaviosta"}}));
    let mut draft = committee("draft-committee", "Luonnostoimikunta", "COMMITTEE");
    draft.status = Status::Draft;
    let mut archived = committee("archived-committee", "Arkistoitu toimikunta", "COMMITTEE");
    archived.status = Status::Archived;
    let mut joint = record(Noun::Committee, "joint", "Äänitorvityöryhmä").with("kind", "WORKING_GROUP");
    joint.edge("members", json!({"organization_id": key("TEST", "lahti"), "role": "MEMBER"}));
    joint.edge("members", json!({"organization_id": key("TEST", "county"), "role": "CHAIR", "valid_from": "2023-01-01"}));
    joint.edge("members", json!({"organization_id": key("TEST", "restricted"), "role": "MEMBER"}));
    vec![
        person("virtanen", "Aino Virtanen", json!({"fi": "kaupunginhallituksen puheenjohtaja"})),
        person("akerblom", "Åke Åkerblom", json!({"fi": "valtuutettu", "sv": "fullmäktigeledamot"})),
        person("oja", "Östen Oja", Value::Null),
        council(false),
        board,
        education,
        committee("section", "Yksilöjaosto", "SECTION")
            .with("parent_id", key("TEST", "education-committee"))
            .with("power", "PREPARATION"),
        old,
        draft,
        archived,
        joint,
    ]
}

fn person(value: &str, name: &str, title: Value) -> Draft {
    record(Noun::Person, value, name).with("title", title)
}

fn committee(value: &str, name: &str, kind: &str) -> Draft {
    record(Noun::Committee, value, name).with("kind", kind).with("organization_id", key("TEST", "lahti"))
}

/// The council of Lahti, as it was written first or after its change: another seat count, one member more, one ended.
pub fn council(changed: bool) -> Draft {
    let mut council =
        committee("council", "Kaupunginvaltuusto", "COUNCIL").named("sv", "Stadsfullmäktige").with("power", "DECISION");
    council.source = Some(uid("TEST", "slides"));
    let seats = if changed { 59_000_000 } else { 51_000_000 };
    council.own.insert("seats".to_owned(), json!({"min": seats, "max": seats}));
    let mut oja = json!({"person_id": key("TEST", "oja"), "role": "VICE_CHAIR", "valid_from": "2021-08-01"});
    if changed {
        oja["valid_to"] = json!("2025-06-01");
    }
    council.edge("members", json!({"person_id": key("TEST", "virtanen"), "role": "MEMBER", "valid_from": "2021-08-01"}));
    council.edge("members", oja);
    if changed {
        council.edge("members", json!({"person_id": key("TEST", "akerblom"), "role": "CHAIR", "valid_from": "2025-06-01"}));
    }
    council
}
