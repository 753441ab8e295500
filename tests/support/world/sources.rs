//! Documents: a register with a part, slides, and one that is restricted. What documents state.

use entity::Noun;
use entity::record::Visibility;
use serde_json::json;
use store::Draft;

use super::{key, kunta, record};

/// All documents.
pub fn all() -> Vec<Draft> {
    let register = record(Noun::SourceDocument, "register", "Kuntaluokitus")
        .named("en", "Classification of municipalities")
        .with("kind", "REGISTER")
        .with("publisher", "Tilastokeskus")
        .with("publisher_id", key("TEST", "statistics"))
        .with("dated_on", "2026-01-01")
        .with("url", "https://example.org/kunnat")
        .with("licence", "CC BY 4.0")
        .with("attribution", "Lähde: Tilastokeskus")
        .with("description", json!({"fi": "Kunnat ja alueet", "sv": "Kommuner och regioner"}));
    let mut part = record(Noun::SourceDocument, "register-2009", "Kuntaluokitus 2009")
        .with("kind", "DATASET")
        .with("parent_id", key("TEST", "register"))
        .with("dated_on", "2009-01-01");
    let mut slides = record(Noun::SourceDocument, "slides", "Palvelurakenteen esitys").with("kind", "PRESENTATION");
    slides.edge("mentions", json!({"record_id": kunta("398"), "locator": "s2"}));
    slides.edge("mentions", json!({"record_id": kunta("398"), "locator": "s5", "certainty": "AMBIGUOUS", "note": {"fi": "ehkä vain paikka", "sv": "kanske bara platsen"}}));
    slides.edge("mentions", json!({"record_id": kunta("091"), "locator": "s2"}));
    slides.edge("mentions", json!({"record_id": key("TEST", "virtanen"), "locator": "s1"}));
    let mut memo = record(Noun::SourceDocument, "memo", "Luottamuksellinen muistio").with("kind", "REPORT");
    memo.visibility = Visibility::Restricted;
    memo.own.insert("parent_id".to_owned(), key("TEST", "register"));
    memo.edge("mentions", json!({"record_id": kunta("091")}));
    memo.edge("mentions", json!({"record_id": key("TEST", "virtanen")}));
    part.edge("mentions", json!({"record_id": kunta("398")}));
    [vec![register, part, slides, memo], statements()].concat()
}

/// Statements: without a name, with one, one that is longer than a label, and one that the public may not see.
fn statements() -> Vec<Draft> {
    let statement = |value: &str, kind: &str, text: serde_json::Value| {
        Draft::coded(Noun::Statement, "TEST", value).with("kind", kind).with("text", text)
    };
    let goal = json!({"fi": "Lähipalvelut säilyvät kylissä", "sv": "Närservicen bevaras i byarna"});
    let line = json!({"fi": "Yhteinen lautakunta päättää lähipalveluista"});
    let long = json!({"fi": format!("Äänestysalueet {} ja lopuksi kirjastoautot", "tarkistetaan kunnittain, ".repeat(9))});
    let mut secret = statement("secret", "RISK", json!({"fi": "Lähipalvelut lakkaavat"}));
    secret.visibility = Visibility::Restricted;
    vec![
        statement("goal", "GOAL", goal).with("subject_id", kunta("398")),
        statement("line", "POLICY_LINE", line).named("fi", "Linjaus 1"),
        statement("long", "MEASURE", long),
        secret,
    ]
}
