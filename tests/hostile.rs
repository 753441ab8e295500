//! What a client may send to hurt: each is refused in no time, without a statement, with a clear code, and the server goes on.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Backend, Caller, TestApp};

/// Generous for an unoptimised build; each takes milliseconds.
const SOON: Duration = Duration::from_secs(2);

async fn refused(app: &TestApp, what: &str, query: &str, variables: Value, code: &str) {
    let began = Instant::now();
    let answer = app.run(Caller::Anonymous, query, variables).await;
    assert!(began.elapsed() < SOON, "{what} took {:?}", began.elapsed());
    let text: String = answer.text.chars().take(300).collect();
    assert_eq!(answer.code(), code, "{what}: {text}");
    assert_eq!(answer.statements, 0, "{what}");
    assert!(!answer.json()["errors"][0]["message"].as_str().unwrap().is_empty());
    let next = app.run(Caller::Anonymous, "{ municipality(code: \"398\") { name } }", json!({})).await;
    assert_eq!(next.json()["data"]["municipality"]["name"], "Lahti", "after {what}");
}

/// Fragments of which each spreads the next many times.
fn bomb(levels: usize, spreads: usize) -> String {
    let mut query = "{ server { ...f0 } }".to_owned();
    for level in 0..levels {
        query += &format!(" fragment f{level} on Server {{ {} }}", format!("...f{} ", level + 1).repeat(spreads));
    }
    query + &format!(" fragment f{levels} on Server {{ version }}")
}

fn nested(depth: usize) -> String {
    let mut query = "{ municipality(code: \"398\") { name ".to_owned();
    for _ in 0..depth {
        query += "regions(first: 1) { nodes { municipalities(first: 1) { nodes { name ";
    }
    query + &"} } } } ".repeat(depth) + "} }"
}

#[tokio::test]
async fn documents_that_grow_are_refused() {
    let app = TestApp::new(Backend::Sqlite).await;
    let invalid = "GRAPHQL_VALIDATION_FAILED";
    refused(&app, "3 levels of 60 spreads", &bomb(3, 60), json!({}), invalid).await;
    refused(&app, "22 levels of 2 spreads", &bomb(22, 2), json!({}), invalid).await;
    let aliases: String = (0..30_000).map(|n| format!("a{n}:__typename ")).collect();
    refused(&app, "30 000 aliases", &format!("{{ {aliases} }}"), json!({}), invalid).await;
    let aliases: String = (0..600).map(|n| format!("a{n}:__typename ")).collect();
    refused(&app, "600 aliases", &format!("{{ {aliases} }}"), json!({}), invalid).await;
    let directives = "@include(if: true) ".repeat(10_000);
    refused(&app, "10 000 directives", &format!("{{ __typename {directives} }}"), json!({}), invalid).await;
    let directives = "@a ".repeat(5_000);
    refused(&app, "5 000 directives on the operation", &format!("query {directives} {{ __typename }}"), json!({}), invalid).await;
    let directives = "@a ".repeat(5_000);
    refused(
        &app,
        "directives on a fragment",
        &format!("{{ ...f }} fragment f on Query {directives} {{ __typename }}"),
        json!({}),
        invalid,
    )
    .await;
    let directives = "@a ".repeat(5_000);
    refused(&app, "directives on a variable", &format!("query ($v: Int {directives}) {{ __typename }}"), json!({}), invalid)
        .await;
    refused(&app, "deep nesting", &nested(10), json!({}), invalid).await;
    refused(&app, "deeper nesting", &nested(1_000), json!({}), invalid).await;
    refused(&app, "brackets only", &"{".repeat(90_000), json!({}), invalid).await;
    refused(
        &app,
        "deep lists",
        &format!("{{ node(id: {}1{}) {{ id }} }}", "[".repeat(40_000), "]".repeat(40_000)),
        json!({}),
        invalid,
    )
    .await;
    refused(
        &app,
        "deep list types",
        &format!("query ($v: {}Int{}) {{ __typename }}", "[".repeat(40_000), "]".repeat(40_000)),
        json!({}),
        invalid,
    )
    .await;
    let quoted = format!("{{ node(id: \"\"\"\" \"\"\") {{ {}id{} }} }}", "a { ".repeat(20_000), "}".repeat(20_000));
    refused(&app, "brackets behind a block string", &quoted, json!({}), invalid).await;
    refused(&app, "fragment cycle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", json!({}), invalid)
        .await;
    refused(&app, "fragment of itself", "{ ...a } fragment a on Query { ...a }", json!({}), invalid).await;
    let fields = "server { version } ".repeat(3_000);
    refused(&app, "6 000 fields", &format!("{{ {fields} }}"), json!({}), invalid).await;
    let operations: String = (0..3_000).map(|n| format!("query q{n} {{ __typename }} ")).collect();
    refused(&app, "3 000 operations", &operations, json!({}), "BAD_REQUEST").await;
    refused(
        &app,
        "deep introspection",
        &format!("{{ __schema {{ types {{ {} name {} }} }} }}", "fields { type { ".repeat(12), "} }".repeat(12)),
        json!({}),
        invalid,
    )
    .await;
}

#[tokio::test]
async fn values_that_do_not_fit_are_refused() {
    let app = TestApp::new(Backend::Sqlite).await;
    let (invalid, bad) = ("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT");
    refused(&app, "Int out of range", "{ municipalities(first: 99999999999) { totalCount } }", json!({}), invalid).await;
    let first = "query ($n: Int) { municipalities(first: $n) { totalCount } }";
    refused(&app, "Int out of range in a variable", first, json!({"n": 99_999_999_999_i64}), bad).await;
    refused(&app, "a text for an Int", first, json!({"n": "5"}), bad).await;
    refused(&app, "an object for an Int", first, json!({"n": {"a": 1}}), bad).await;
    refused(&app, "half a row", first, json!({"n": 1.5}), bad).await;
    refused(
        &app,
        "nullable variable where null may not be",
        "query ($id: ID) { node(id: $id) { id } }",
        json!({"id": "x"}),
        invalid,
    )
    .await;
    refused(&app, "a variable that is not declared", "{ node(id: $id) { id } }", json!({}), invalid).await;
    refused(&app, "null for what may not be null", "query ($id: ID!) { node(id: $id) { id } }", json!({"id": null}), bad).await;
    refused(&app, "a missing variable", "query ($id: ID!) { node(id: $id) { id } }", json!({}), bad).await;
    refused(
        &app,
        "a day that is none",
        "query ($d: Date) { municipalities(asOf: $d) { totalCount } }",
        json!({"d": "2007-02-31"}),
        bad,
    )
    .await;
    refused(
        &app,
        "no number for a point",
        "{ municipalities(containing: {lon: 1e999, lat: 0}) { totalCount } }",
        json!({}),
        "GRAPHQL_PARSE_FAILED",
    )
    .await;
}

#[tokio::test]
async fn filters_that_grow_are_refused_on_both_databases() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let bad = "BAD_USER_INPUT";
        let query = "query ($f: MunicipalityFilter) { municipalities(filter: $f) { nodes { code } totalCount } }";
        let many = |n: usize| (0..n).map(|n| format!("{n:03}")).collect::<Vec<_>>();
        refused(&app, "a list of 501", query, json!({"f": {"code": {"in": many(501)}}}), bad).await;
        refused(&app, "a list of 100 000", query, json!({"f": {"code": {"in": many(100_000)}}}), bad).await;
        refused(&app, "500 lists of 80", query, json!({"f": {"or": vec![json!({"code": {"in": many(80)}}); 500]}}), bad).await;
        refused(&app, "900 conditions", query, json!({"f": {"or": vec![json!({"or": vec![json!({}); 450]}); 2]}}), bad).await;
        for word in ["and", "or", "not"] {
            let mut deep = json!({"code": {"eq": "398"}});
            for _ in 0..55 {
                deep = if word == "not" { json!({"not": deep}) } else { json!({word: [deep]}) };
            }
            refused(&app, word, query, json!({"f": deep}), bad).await;
        }
        // As much as is let through is answered.
        let mut deep = json!({"code": {"eq": "398"}});
        for step in 0..20 {
            deep = if step < 2 { json!({"and": [{"not": {"name": {"eq": "x"}}}, deep]}) } else { json!({"not": deep}) };
        }
        let wide = json!({"or": vec![json!({}); 390]});
        let full = json!({"or": vec![json!({"code": {"in": many(40), "ne": "1", "startsWith": "3"}}); 110]});
        for filter in [deep, wide, full] {
            let answer = app.run(Caller::Anonymous, query, json!({"f": filter})).await;
            assert_eq!(answer.code(), "", "{backend:?}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn costs_count_what_is_asked_by_id_and_in_history() {
    let app = TestApp::new(Backend::Sqlite).await;
    let id = crate::support::world::id(entity::Noun::Municipality, "FI-KUNTA", "398");
    let query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Municipality { regions(first: 500) { nodes { name } } } } }";
    refused(&app, "lists under 100 ids", query, json!({"ids": vec![id; 100]}), "COST_LIMIT").await;
    refused(
        &app,
        "histories of a page",
        "{ municipalities(first: 500) { nodes { history(first: 100) { version } } } }",
        json!({}),
        "COST_LIMIT",
    )
    .await;
}
