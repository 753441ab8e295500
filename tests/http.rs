//! GraphQL over HTTP: methods, media types, statuses, validators, and the pages beside it.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::support::app::{Answer, encoded, moment, post, send, verifier};
use crate::support::world::{self, CHANGED, World};
use crate::support::{Backend, Caller, TestApp};

const QUERY: &str = "{ municipality(code: \"398\") { name } }";

async fn app() -> TestApp {
    TestApp::new(Backend::Sqlite).await
}

fn get(query: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::get(format!("/graphql?query={}", encoded(query)));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

async fn post_as(app: &TestApp, content_type: &str, accept: &str, body: &str) -> Answer {
    let mut request = Request::post("/graphql");
    for (name, value) in [("content-type", content_type), ("accept", accept)] {
        if !value.is_empty() {
            request = request.header(name, value);
        }
    }
    app.send(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn requests_are_json_in_utf_8() {
    let app = app().await;
    let body = json!({ "query": QUERY }).to_string();
    for good in ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"utf-8\""] {
        assert_eq!(post_as(&app, good, "", &body).await.status, 200, "{good}");
    }
    for bad in [
        "text/plain",
        "",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=latin1",
    ] {
        let answer = post_as(&app, bad, "", &body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (415, "UNSUPPORTED_MEDIA_TYPE"), "{bad}");
        assert_eq!(answer.statements, 0);
    }
}

#[tokio::test]
async fn answers_come_in_the_form_the_client_takes() {
    let app = app().await;
    let body = json!({ "query": QUERY }).to_string();
    let (json, graphql) = ("application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8");
    for (accept, expected) in [
        ("", json),
        ("*/*", json),
        ("application/json", json),
        ("application/graphql-response+json", graphql),
        ("application/graphql-response+json, application/json;q=0.9", graphql),
        ("text/html, application/json;q=0.2", json),
    ] {
        let answer = post_as(&app, "application/json", accept, &body).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, expected), "{accept}");
        assert_eq!(answer.header("vary").to_lowercase(), "accept, accept-language, authorization");
        assert_eq!(answer.header("x-request-id").len(), 32);
    }
    assert_eq!(post_as(&app, "application/json", "text/html", &body).await.status, 406);
}

#[tokio::test]
async fn a_request_that_cannot_run_is_told_by_status_to_those_who_take_it() {
    let app = app().await;
    for (query, code) in [
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ municipalities(first: 500) { nodes { regions(first: 500) { totalCount } } } }", "COST_LIMIT"),
    ] {
        let body = json!({ "query": query }).to_string();
        let strict = post_as(&app, "application/json", "application/graphql-response+json", &body).await;
        let legacy = post_as(&app, "application/json", "application/json", &body).await;
        assert_eq!((strict.status.as_u16(), strict.code().as_str()), (400, code));
        assert_eq!((legacy.status.as_u16(), legacy.code().as_str()), (200, code));
        assert!(strict.json().get("data").is_none() && legacy.json().get("data").is_none());
        assert_eq!(strict.json()["errors"][0]["extensions"]["requestId"], strict.header("x-request-id"));
        assert_eq!(strict.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn bodies_that_are_no_request_are_refused() {
    let app = app().await;
    let query = json!(QUERY);
    for body in [
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{}",
        "{\"query\": 1}",
        "{\"query\": null}",
        "[{\"query\": \"{ __typename }\"}]",
        "\u{feff}{}",
        &format!("{{\"query\": {query}, \"variables\": []}}"),
        &format!("{{\"query\": {query}, \"variables\": \"x\"}}"),
        &format!("{{\"query\": {query}, \"operationName\": 1}}"),
        &format!("{{\"query\": {query}, \"extensions\": 1}}"),
        &format!("{{\"query\": {query}, \"operationName\": \"other\"}}"),
        &format!("{{\"variables\": {}1{}}}", "[".repeat(5_000), "]".repeat(5_000)),
    ] {
        let answer = app.send(post(Caller::Anonymous, body)).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "BAD_REQUEST"), "{body:.60}");
        assert_eq!(answer.statements, 0);
    }
    for body in [
        format!("{{\"query\": {query}, \"variables\": null, \"operationName\": null, \"extensions\": null}}"),
        format!("{{\"query\": {query}, \"more\": 1}}"),
    ] {
        assert_eq!(app.send(post(Caller::Anonymous, &body)).await.status, 200, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let app = app().await;
    let body = json!({ "query": QUERY, "variables": { "x": "a".repeat(6_000_000) } }).to_string();
    let answer = app.send(post(Caller::Anonymous, &body)).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (413, "PAYLOAD_TOO_LARGE"));
    let body = json!({ "query": QUERY, "variables": { "x": "a".repeat(1_000_000) } }).to_string();
    assert_eq!(app.send(post(Caller::Anonymous, &body)).await.status, 200);
}

#[tokio::test]
async fn get_reads_with_variables_and_never_mutates() {
    let app = app().await;
    let uri = format!(
        "/graphql?query={}&operationName=b&variables={}",
        encoded("query a { __typename } query b($code: String) { municipality(code: $code) { name } }"),
        encoded("{\"code\": \"091\"}"),
    );
    let answer = app.send(Request::get(&uri).body(Body::empty()).unwrap()).await;
    assert_eq!(answer.json(), json!({"data": {"municipality": {"name": "Helsinki"}}}));
    for query in ["", "query=", "query=%7B__typename%7D&variables=1", "query=%7B__typename%7D&variables=%7B", "variables=%7B%7D"]
    {
        let answer = app.send(Request::get(format!("/graphql?{query}")).body(Body::empty()).unwrap()).await;
        assert!(["BAD_REQUEST", "GRAPHQL_PARSE_FAILED"].contains(&answer.code().as_str()), "{query}: {}", answer.text);
    }
    let answer = app.send(get("mutation { __typename }", &[])).await;
    assert!(answer.status == 405 || answer.code() == "GRAPHQL_VALIDATION_FAILED", "{}", answer.text);
}

#[tokio::test]
async fn other_methods_are_refused() {
    let app = app().await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE] {
        let request = Request::builder().method(&method).uri("/graphql").header("content-type", "application/json");
        let answer = app.send(request.body(Body::from(json!({ "query": QUERY }).to_string())).unwrap()).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "GET, POST"), "{method}");
        assert_eq!(answer.code(), "METHOD_NOT_ALLOWED");
    }
    let head = Request::head(format!("/graphql?query={}", encoded(QUERY))).body(Body::empty()).unwrap();
    let answer = app.send(head).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, ""));
}

#[tokio::test]
async fn an_etag_is_strong_and_saves_the_answer() {
    let app = app().await;
    let first = app.send(get(QUERY, &[])).await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 20);
    assert_eq!(first.header("cache-control"), "public, no-cache");
    for given in [tag.clone(), format!("\"x\", {tag}"), "*".to_owned(), format!("W/{tag}")] {
        let again = app.send(get(QUERY, &[("if-none-match", &given)])).await;
        assert_eq!((again.status.as_u16(), again.text.as_str(), again.header("etag")), (304, "", tag.as_str()), "{given}");
        assert!(!again.header("vary").is_empty());
    }
    assert_eq!(app.send(get(QUERY, &[("if-none-match", "\"x\"")])).await.status, 200);
    assert_eq!(app.send(post(Caller::Anonymous, &json!({ "query": QUERY }).to_string())).await.header("etag"), "");
    let failed = app.send(get("{ municipalities(first: -1) { totalCount } }", &[])).await;
    assert_eq!((failed.header("etag"), failed.header("cache-control")), ("", "no-store"));
}

#[tokio::test]
async fn an_etag_changes_with_all_that_the_answer_depends_on() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let reader = Caller::Reader.authorization().unwrap();
        let plain = Caller::Plain.authorization().unwrap();
        let mut tags = Vec::new();
        for headers in [
            vec![],
            vec![("accept-language", "sv")],
            vec![("accept-language", "sv, en")],
            vec![("accept", "application/graphql-response+json")],
            vec![("authorization", reader.as_str())],
            vec![("authorization", plain.as_str())],
        ] {
            tags.push(app.send(get(QUERY, &headers)).await.header("etag").to_owned());
        }
        tags.push(app.send(get("{ municipality(code: \"091\") { name } }", &[])).await.header("etag").to_owned());
        let tomorrow = app.again(moment() + chrono::Days::new(1), verifier());
        tags.push(send(&tomorrow, get(QUERY, &[])).await.header("etag").to_owned());
        world::write(&app.db, "editor", CHANGED + 1, vec![entity_change()]).await;
        let later = app.again(moment() + chrono::TimeDelta::seconds(1), verifier());
        let changed = send(&later, get(QUERY, &[])).await;
        tags.push(changed.header("etag").to_owned());
        assert_eq!(send(&later, get(QUERY, &[("if-none-match", &tags[0])])).await.status, 200);
        let all = tags.len();
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), all, "{backend:?}");
        assert_eq!(app.send(get(QUERY, &[("authorization", &reader)])).await.header("cache-control"), "private, no-cache");
        // The same day at another hour is the same answer.
        let evening = app.again(moment() + chrono::TimeDelta::hours(5), verifier());
        assert_eq!(send(&evening, get(QUERY, &[])).await.header("etag"), changed.header("etag"));
    }
}

fn entity_change() -> store::Draft {
    world::record(entity::Noun::Person, "new", "Uusi Henkilö")
}

#[tokio::test]
async fn broken_tokens_are_refused_at_once() {
    let app = app().await;
    for value in ["Bearer x", "Bearer ", "Basic YTpi", "x", "Bearer e30.e30.e30"] {
        for request in [get(QUERY, &[("authorization", value)]), {
            let mut request = post(Caller::Anonymous, &json!({ "query": QUERY }).to_string());
            request.headers_mut().insert("authorization", value.parse().unwrap());
            request
        }] {
            let answer = app.send(request).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"), "{value}");
            assert_eq!((answer.header("www-authenticate"), answer.statements), ("Bearer", 0));
        }
    }
}

#[tokio::test]
async fn browsers_may_ask_from_anywhere() {
    let app = app().await;
    let preflight = Request::options("/graphql")
        .header("origin", "https://example.org")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type,authorization,if-none-match,apollographql-client-name");
    let answer = app.send(preflight.body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.header("access-control-allow-origin")), (200, "*"));
    let allowed = answer.header("access-control-allow-headers").to_lowercase();
    let wanted = ["content-type", "authorization", "if-none-match", "apollographql-client-name"];
    assert!(wanted.iter().all(|name| allowed.contains(name)), "{allowed}");
    assert!(answer.header("access-control-allow-methods").contains("POST"));
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    let answer = app.send(get(QUERY, &[("origin", "https://example.org")])).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let exposed = answer.header("access-control-expose-headers").to_lowercase();
    assert!(["etag", "x-request-id", "retry-after"].iter().all(|name| exposed.contains(name)), "{exposed}");
    let refused = app.send(get(QUERY, &[("origin", "https://example.org"), ("authorization", "x")])).await;
    assert_eq!((refused.status.as_u16(), refused.header("access-control-allow-origin")), (401, "*"));
}

#[tokio::test]
async fn browsers_take_answers_for_what_they_say_they_are() {
    let app = app().await;
    for path in ["/", "/graphql", "/schema.graphql", "/metrics", "/health/live", "/nothing"] {
        let answer = app.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let app = app().await;
    let mut request = post(Caller::Anonymous, "");
    *request.body_mut() = Body::from_stream(futures::stream::pending::<Result<Vec<u8>, std::io::Error>>());
    let answer = app.send(request).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (408, "REQUEST_TIMEOUT"));
    assert_eq!((answer.header("connection"), answer.statements), ("close", 0));
}

#[tokio::test]
async fn health_and_pages() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        for (path, status, statements) in
            [("/health/live", 200, 0), ("/health/ready", 200, 1), ("/", 200, 0), ("/nothing", 404, 0)]
        {
            let answer = app.send(Request::get(path).body(Body::empty()).unwrap()).await;
            assert_eq!((answer.status.as_u16(), answer.statements), (status, statements), "{path}");
        }
        let empty = app
            .data("{ municipalities { totalCount nodes { code } } server { dataVersion identifierSchemes } }", json!({}))
            .await;
        assert_eq!(
            empty,
            json!({"municipalities": {"totalCount": 0, "nodes": []}, "server": {"dataVersion": 0, "identifierSchemes": []}})
        );
        app.db.clone().close().await.unwrap();
        let answer = app.send(Request::get("/health/ready").body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (503, "the database does not answer"));
        let answer = app.send(post(Caller::Anonymous, &json!({ "query": QUERY }).to_string())).await;
        assert_eq!(answer.code(), "INTERNAL");
        assert_eq!(answer.json()["data"], json!({"municipality": null}));
        assert!(!answer.text.to_lowercase().contains("pool") && !answer.text.contains("sql"), "{}", answer.text);
    }
}
