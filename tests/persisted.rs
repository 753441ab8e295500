//! Automatic persisted queries: asked for by hash alone, by both methods, in a store that only holds what can be run.

use api::graphql::document::Documents;
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::app::{Answer, encoded, post};
use crate::support::world;
use crate::support::{Backend, Caller, TestApp};

const QUERY: &str = "query Name($code: String!) { municipality(code: $code) { name } }";

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What Apollo Client sends: with the text only after a miss.
fn request(query: Option<&str>, hash: &str) -> Value {
    let mut body = json!({
        "operationName": "Name",
        "variables": {"code": "398"},
        "extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash}},
    });
    if let Some(query) = query {
        body["query"] = json!(query);
    }
    body
}

async fn ask(app: &TestApp, body: &Value) -> Answer {
    app.send(post(Caller::Anonymous, &body.to_string())).await
}

fn get(body: &Value, headers: &[(&str, &str)]) -> Request<Body> {
    let written = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let pairs = body.as_object().unwrap().iter().map(|(name, value)| format!("{name}={}", encoded(&written(value))));
    let mut request = Request::get(format!("/graphql?{}", pairs.collect::<Vec<_>>().join("&")));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

fn missed(answer: &Answer) {
    assert_eq!(answer.code(), "PERSISTED_QUERY_NOT_FOUND", "{}", answer.text);
    assert_eq!(answer.json()["errors"][0]["message"], "PersistedQueryNotFound");
    assert_eq!((answer.header("cache-control"), answer.header("etag")), ("no-store", ""));
    assert!(answer.statements <= 1, "none but the validator's");
}

#[tokio::test]
async fn a_query_sent_once_is_known_by_its_hash() {
    let app = TestApp::new(Backend::Sqlite).await;
    let hash = hash(QUERY);
    let first = ask(&app, &request(None, &hash)).await;
    assert_eq!(first.status, 400);
    missed(&first);
    let expected = json!({"data": {"municipality": {"name": "Lahti"}}});
    for query in [Some(QUERY), None, None] {
        assert_eq!(ask(&app, &request(query, &hash)).await.json(), expected);
    }
    // Written in capitals, or with null for the text, it is the same.
    let mut same = request(None, &hash.to_uppercase());
    same["query"] = Value::Null;
    assert_eq!(ask(&app, &same).await.json(), expected);
    let mut other = request(None, &hash);
    other["variables"] = json!({"code": "091"});
    assert_eq!(ask(&app, &other).await.json()["data"]["municipality"]["name"], "Helsinki");
    other["variables"] = json!({});
    assert_eq!(ask(&app, &other).await.code(), "BAD_USER_INPUT");
    other["operationName"] = json!("Nobody");
    assert_eq!(ask(&app, &other).await.code(), "BAD_REQUEST");
}

#[tokio::test]
async fn a_miss_has_the_status_that_the_client_takes() {
    let app = TestApp::new(Backend::Sqlite).await;
    let body = request(None, &hash(QUERY));
    for (accept, status) in [("application/json", 200), ("*/*", 200), ("application/graphql-response+json", 400)] {
        let posted = Request::post("/graphql").header("content-type", "application/json").header("accept", accept);
        let posted = app.send(posted.body(Body::from(body.to_string())).unwrap()).await;
        let got = app.send(get(&body, &[("accept", accept)])).await;
        for answer in [posted, got] {
            assert_eq!(answer.status, status, "{accept}");
            missed(&answer);
        }
    }
}

#[tokio::test]
async fn get_by_hash_has_a_validator() {
    let app = TestApp::new(Backend::Sqlite).await;
    let hash = hash(QUERY);
    let body = request(None, &hash);
    missed(&app.send(get(&body, &[])).await);
    missed(&app.send(get(&body, &[("if-none-match", "*")])).await);
    let sent = app.send(get(&request(Some(QUERY), &hash), &[])).await;
    assert_eq!(sent.json()["data"]["municipality"]["name"], "Lahti");
    let first = app.send(get(&body, &[])).await;
    let tag = first.header("etag").to_owned();
    assert_eq!((first.text.as_str(), first.header("cache-control")), (sent.text.as_str(), "public, no-cache"));
    assert!(tag.len() > 20 && tag != sent.header("etag"));
    for given in [tag.as_str(), "*"] {
        let again = app.send(get(&body, &[("if-none-match", given)])).await;
        assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
    }
    // A server that has forgotten the text, as after a start: what the client holds still holds, and nothing else is claimed.
    let fresh = app.again(crate::support::app::moment(), crate::support::app::verifier());
    let held = crate::support::app::send(&fresh, get(&body, &[("if-none-match", &tag)])).await;
    assert_eq!((held.status.as_u16(), held.header("etag")), (304, tag.as_str()));
    missed(&crate::support::app::send(&fresh, get(&body, &[("if-none-match", "\"x\"")])).await);
    missed(&crate::support::app::send(&fresh, get(&body, &[("if-none-match", "*")])).await);
    // Changed data renew it.
    world::write(&app.db, "editor", world::CHANGED + 1, vec![world::record(entity::Noun::Person, "new", "Uusi Henkilö")]).await;
    let later = app.again(crate::support::app::moment() + chrono::TimeDelta::seconds(1), crate::support::app::verifier());
    crate::support::app::send(&later, get(&request(Some(QUERY), &hash), &[])).await;
    let changed = crate::support::app::send(&later, get(&body, &[("if-none-match", &tag)])).await;
    assert_eq!((changed.status.as_u16(), changed.header("etag") == tag), (200, false));
}

#[tokio::test]
async fn a_hash_of_another_text_stores_nothing() {
    let app = TestApp::new(Backend::Sqlite).await;
    let (right, wrong) = (hash(QUERY), hash("{ __typename }"));
    for request in [request(Some(QUERY), &wrong), request(Some(""), &right)] {
        let answer = ask(&app, &request).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "PERSISTED_QUERY_MISMATCH"));
        assert_eq!(app.send(get(&request, &[])).await.code(), "PERSISTED_QUERY_MISMATCH");
    }
    for hash in [&wrong, &right] {
        missed(&ask(&app, &request(None, hash)).await);
    }
}

#[tokio::test]
async fn what_cannot_be_run_is_not_stored() {
    let app = TestApp::new(Backend::Sqlite).await;
    for (query, code) in [("{ nothing }", "GRAPHQL_VALIDATION_FAILED"), ("{", "GRAPHQL_PARSE_FAILED")] {
        assert_eq!(ask(&app, &request(Some(query), &hash(query))).await.code(), code);
        missed(&ask(&app, &request(None, &hash(query))).await);
    }
}

#[tokio::test]
async fn other_protocols_are_refused() {
    let app = TestApp::new(Backend::Sqlite).await;
    let good = hash(QUERY);
    for persisted in [
        json!({"version": 2, "sha256Hash": good}),
        json!({"version": "1", "sha256Hash": good}),
        json!({"sha256Hash": good}),
        json!({"version": 1}),
        json!({"version": 1, "sha256Hash": null}),
        json!({"version": 1, "sha256Hash": ""}),
        json!({"version": 1, "sha256Hash": good[1..]}),
        json!({"version": 1, "sha256Hash": format!("{good}00")}),
        json!({"version": 1, "sha256Hash": good.replace(&good[..1], "x")}),
        json!({"version": 1, "sha256Hash": "ä".repeat(32)}),
        json!([]),
        json!("x"),
    ] {
        let body = json!({"query": QUERY, "variables": {"code": "398"}, "extensions": {"persistedQuery": persisted}});
        for answer in [ask(&app, &body).await, app.send(get(&body, &[])).await] {
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "BAD_REQUEST"), "{persisted}");
        }
    }
    // Other extensions are none of ours.
    let body = json!({"query": QUERY, "variables": {"code": "398"}, "extensions": {"persistedQuery": null, "clientLibrary": {}}});
    assert_eq!(ask(&app, &body).await.status, 200);
}

#[tokio::test]
async fn a_token_is_checked_before_the_hash() {
    let app = TestApp::new(Backend::Sqlite).await;
    let answer = app.send(post(Caller::Broken, &request(None, &hash(QUERY)).to_string())).await;
    assert_eq!(answer.code(), "UNAUTHENTICATED");
}

#[test]
fn the_store_is_bounded_in_bytes() {
    let bound = 512 * 1024;
    let documents = Documents::new(&api::graphql::schema::sdl(), bound).unwrap();
    let text = |n: usize| format!("{{ a{n}: __typename }} #{}", "x".repeat(20_000));
    for n in 0..80 {
        documents.read(Some(&text(n)), None).unwrap();
        let (number, weight) = documents.remembered();
        assert!(weight <= bound && number <= 25, "{number} documents weigh {weight}");
    }
    assert!(documents.remembered().0 > 5);
    let known = |n: usize| documents.read(None, Some(Sha256::digest(text(n)).into())).is_ok();
    assert!((0..80).filter(|n| known(*n)).count() <= 25, "the older ones are forgotten");
    // What is larger than its share is run, and not kept.
    let documents = Documents::new(&api::graphql::schema::sdl(), 10_000).unwrap();
    assert!(documents.read(Some(&text(0)), None).is_ok());
    assert_eq!(documents.remembered(), (0, 0));
}
