//! Structures of regions that not everybody may see: their numbers are seen by those who see the region.

use entity::Noun;
use entity::record::Visibility;
use serde_json::{Value, json};
use store::Draft;

use crate::support::world::{self, kunta, record};
use crate::support::{Answer, Backend, Caller, TestApp};

/// A restricted region with a public municipality, a plan for it that anybody sees, and a figure about it.
fn drafts() -> Vec<Draft> {
    let mut region = Draft::coded(Noun::Region, "FI-MAAKUNTA", "99")
        .named("fi", "Salainen maakunta")
        .with("family", "MAAKUNTA")
        .with("code", "99")
        .with("coverage", json!([]));
    region.visibility = Visibility::Restricted;
    region.edge("members", json!({"municipality_id": kunta("398"), "certainty": "STATED"}));
    let plan = record(Noun::Scenario, "plan", "Suunnitelma")
        .with("kind", "VISION")
        .with("reference_date", "2030-01-01")
        .with("reference_precision", "DAY")
        .with("region_id", world::key("FI-MAAKUNTA", "99"));
    vec![region, plan]
}

const SUMMARY: &str = "query ($id: ID!) { structureSummary(region: $id) { region { name } counts { kind held } } }";
const COMPARISON: &str = "query ($id: ID!) {
    compareStructures(left: { region: $id }, right: { region: $id, asOf: \"2010-01-01\" }) { left { counts { held } } }
}";
const PLAN: &str = "query ($id: ID!) { node(id: $id) { ... on Scenario {
    name
    structureSummary { counts { kind held } }
    comparedWithReality { left { counts { held } } ended { name } }
} } }";

#[tokio::test]
async fn the_numbers_of_a_region_are_seen_by_those_who_see_the_region() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        world::write(&app.db, "importer", world::CHANGED, drafts()).await;
        let hidden = json!({"id": world::id(Noun::Region, "FI-MAAKUNTA", "99")});
        let unknown = json!({"id": world::id(Noun::Region, "FI-MAAKUNTA", "none")});

        let answer = app.run(Caller::Anonymous, SUMMARY, hidden.clone()).await.json();
        assert_eq!(answer, app.run(Caller::Anonymous, SUMMARY, unknown.clone()).await.json(), "{backend:?}");
        let answer = app.run(Caller::Anonymous, COMPARISON, hidden.clone()).await;
        let refused = app.run(Caller::Anonymous, COMPARISON, unknown).await;
        let told = |answer: &Answer| (answer.json()["data"].clone(), answer.json()["errors"][0]["message"].clone());
        assert_eq!(told(&answer), told(&refused), "{backend:?}");
        assert_eq!(answer.code(), "BAD_USER_INPUT", "{backend:?}");
        let answer = app.run(Caller::Reader, SUMMARY, hidden.clone()).await.json();
        let summary = &answer["data"]["structureSummary"];
        assert_eq!(summary["region"]["name"], "Salainen maakunta", "{backend:?}: {answer}");
        assert_eq!(summary["counts"][0], json!({"kind": "structure.municipalities", "held": 1}), "{backend:?}");
        let answer = app.run(Caller::Reader, COMPARISON, hidden).await.json();
        assert_eq!(answer["data"]["compareStructures"]["left"]["counts"][0], json!({"held": 1}), "{backend:?}: {answer}");

        let plan = json!({"id": world::id(Noun::Scenario, "TEST", "plan")});
        let answer = app.run(Caller::Anonymous, PLAN, plan.clone()).await.json();
        let hidden = json!({"name": "Suunnitelma", "structureSummary": null, "comparedWithReality": null});
        assert_eq!(answer["data"]["node"], hidden, "{backend:?}: {answer}");
        let answer = app.run(Caller::Reader, PLAN, plan).await.json();
        assert_ne!(answer["data"]["node"]["structureSummary"], Value::Null, "{backend:?}: {answer}");
        assert_ne!(answer["data"]["node"]["comparedWithReality"], Value::Null, "{backend:?}: {answer}");
    }
}
