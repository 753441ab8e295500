//! Cursors are refused wherever they do not belong, and a forged one reaches no further than its refusal.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::support::{Backend, TestApp};

/// The cursor of the second municipality in the order of codes.
async fn cursor(app: &TestApp) -> String {
    let query = "{ municipalities(orderBy: [{field: CODE}], first: 2) { pageInfo { endCursor } } }";
    app.data(query, json!({})).await["municipalities"]["pageInfo"]["endCursor"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_cursor_belongs_to_its_order_filter_day_and_field() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let after = json!({"after": cursor(&app).await});
        let code = async |arguments: &str| {
            app.code(&format!("query ($after: String) {{ {arguments} {{ nodes {{ __typename }} }} }}"), after.clone()).await
        };
        let same = "municipalities(orderBy: [{field: CODE}], after: $after)";
        assert_eq!(code(same).await, "");
        assert_eq!(code("municipalities(orderBy: [{field: CODE}], before: $after)").await, "");
        assert_eq!(code("municipalities(orderBy: [{field: CODE}], after: $after, filter: null)").await, "");
        for other in [
            "municipalities(orderBy: [{field: CODE, direction: DESC}], after: $after)",
            "municipalities(orderBy: [{field: NAME}], after: $after)",
            "municipalities(after: $after)",
            "municipalities(orderBy: [{field: CODE}], filter: {code: {startsWith: \"0\"}}, after: $after)",
            "municipalities(orderBy: [{field: CODE}], asOf: \"2015-01-01\", after: $after)",
            "municipalities(orderBy: [{field: CODE}], containing: {lon: 25, lat: 61}, after: $after)",
            "regions(orderBy: [{field: CODE}], after: $after)",
            "search(text: \"lahti\", after: $after)",
        ] {
            assert_eq!(code(other).await, "BAD_CURSOR", "{other}");
        }
    }
}

#[tokio::test]
async fn forged_cursors_are_refused_alike_on_both_databases() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let bytes = URL_SAFE_NO_PAD.decode(cursor(&app).await).unwrap();
        let [binding, id, _]: [Value; 3] = serde_json::from_slice(&bytes).unwrap();
        for keys in [
            json!([]),
            json!([1]),
            json!([1.5]),
            json!(["005", "x"]),
            json!([[1, 2]]),
            json!(["a\u{0}"]),
            json!("005"),
            json!([true]),
            json!({}),
        ] {
            let forged = URL_SAFE_NO_PAD.encode(json!([binding, id, keys]).to_string());
            let query = "query ($after: String) { municipalities(orderBy: [{field: CODE}], after: $after) { nodes { code } } }";
            assert_eq!(app.code(query, json!({"after": forged})).await, "BAD_CURSOR", "{backend:?} {keys}");
        }
        for text in ["", "=", "null", "bnVsbA", "ä", &"A".repeat(90_000)] {
            let query = "query ($after: String) { municipalities(orderBy: [{field: CODE}], after: $after) { nodes { code } } }";
            assert_eq!(app.code(query, json!({"after": text})).await, "BAD_CURSOR", "{backend:?}");
        }
    }
}

#[tokio::test]
async fn forged_days_in_cursors_are_refused() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let query = "query ($after: String) { municipalities(orderBy: [{field: VALID_FROM}], first: 1, after: $after) { pageInfo { endCursor } } }";
        let data = app.data(query, json!({})).await;
        let bytes = URL_SAFE_NO_PAD.decode(data["municipalities"]["pageInfo"]["endCursor"].as_str().unwrap()).unwrap();
        let [binding, id, _]: [Value; 3] = serde_json::from_slice(&bytes).unwrap();
        for day in ["-9999-01-01", "+262142-12-31", "2007-02-31", "today"] {
            let forged = URL_SAFE_NO_PAD.encode(json!([binding, id, [day]]).to_string());
            assert_eq!(app.code(query, json!({"after": forged})).await, "BAD_CURSOR", "{backend:?} {day}");
        }
    }
}
