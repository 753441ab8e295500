//! Figures for Prometheus: they can be read, they move as requests come, and no client makes them grow.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::support::app::{encoded, post};
use crate::support::{Backend, Caller, TestApp};

/// Every sample by its name and labels as written. Panics at what is not the text format.
async fn figures(app: &TestApp) -> BTreeMap<String, f64> {
    let answer = app.send(Request::get("/metrics").body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"));
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let mut samples = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    for line in answer.text.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            let words: Vec<&str> = comment.splitn(3, ' ').collect();
            assert!(["HELP", "TYPE"].contains(&words[0]) && words.len() == 3, "{line}");
            if words[0] == "TYPE" {
                assert_eq!(kinds.insert(words[1].to_owned(), words[2].to_owned()), None, "{line}");
            }
            continue;
        }
        let (sample, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line}"));
        let (name, labels) = sample.split_once('{').unwrap_or((sample, "}"));
        let plain = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        let kind = kinds.get(name).or_else(|| kinds.get(plain)).unwrap_or_else(|| panic!("no type of {line}"));
        assert_eq!(kind == "counter", name.ends_with("_total"), "{line}");
        assert!(name.starts_with("seutu_") && labels.ends_with('}'), "{line}");
        assert_eq!(samples.insert(sample.to_owned(), value.parse().unwrap()), None, "{line}");
    }
    samples
}

fn get(query: &str) -> Request<Body> {
    Request::get(format!("/graphql?query={}", encoded(query))).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn counters_move_as_requests_come() {
    for backend in Backend::all().await {
        let app = TestApp::new(backend).await;
        let before = figures(&app).await;
        let query = "{ municipality(code: \"398\") { name } }";
        app.data(query, json!({})).await;
        app.data(query, json!({})).await;
        app.code("{ municipality { name } }", json!({})).await;
        app.code("{ nothing }", json!({})).await;
        app.run(Caller::Broken, query, json!({})).await;
        app.code("{ municipalities(first: 500) { nodes { regions(first: 500) { totalCount } } } }", json!({})).await;
        let tag = app.send(get(query)).await.header("etag").to_owned();
        let mut again = get(query);
        again.headers_mut().insert("if-none-match", tag.parse().unwrap());
        assert_eq!(app.send(again).await.status, 304);
        let unknown = json!({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0".repeat(64)}}});
        app.send(post(Caller::Anonymous, &unknown.to_string())).await;
        app.send(Request::get("/nothing/at/all").body(Body::empty()).unwrap()).await;
        let after = figures(&app).await;
        let moved =
            |sample: &str| after.get(sample).copied().unwrap_or_default() - before.get(sample).copied().unwrap_or_default();
        for (sample, by) in [
            ("seutu_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"200\"}", 3.0),
            ("seutu_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"400\"}", 3.0),
            ("seutu_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"401\"}", 1.0),
            ("seutu_http_requests_total{method=\"GET\",route=\"/graphql\",status=\"304\"}", 1.0),
            ("seutu_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"}", 1.0),
            ("seutu_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"200\"}", 1.0),
            ("seutu_http_request_duration_seconds_count{route=\"/graphql\"}", 9.0),
            ("seutu_http_requests_open", 0.0),
            ("seutu_graphql_operations_total{outcome=\"ok\"}", 3.0),
            ("seutu_graphql_operations_total{outcome=\"errors\"}", 1.0),
            ("seutu_graphql_operations_total{outcome=\"refused\"}", 4.0),
            ("seutu_graphql_operations_total{outcome=\"not_modified\"}", 1.0),
            ("seutu_graphql_errors_total{code=\"BAD_USER_INPUT\"}", 1.0),
            ("seutu_graphql_errors_total{code=\"GRAPHQL_VALIDATION_FAILED\"}", 1.0),
            ("seutu_graphql_errors_total{code=\"UNAUTHENTICATED\"}", 1.0),
            ("seutu_graphql_errors_total{code=\"COST_LIMIT\"}", 1.0),
            ("seutu_graphql_errors_total{code=\"PERSISTED_QUERY_NOT_FOUND\"}", 1.0),
            ("seutu_document_cache_total{result=\"hit\"}", 2.0),
            ("seutu_document_cache_total{result=\"miss\"}", 4.0),
            ("seutu_persisted_queries_total{result=\"miss\"}", 1.0),
            ("seutu_document_cache_documents", 3.0),
        ] {
            assert_eq!(moved(sample), by, "{backend:?}: {sample}");
        }
        assert!(moved("seutu_sql_statements_total") >= 3.0);
        assert!(after["seutu_data_version"] > 0.0);
        let version = api::VERSION;
        let database = format!("{backend:?}").to_lowercase().replace("postgres", "postgresql");
        assert_eq!(after[&format!("seutu_build_info{{database=\"{database}\",version=\"{version}\"}}")], 1.0);
        let connections = |state: &str| after[&format!("seutu_database_connections{{state=\"{state}\"}}")];
        assert!(connections("idle") + connections("used") >= 1.0);
    }
}

#[tokio::test]
async fn no_client_makes_the_figures_grow() {
    let app = TestApp::new(Backend::Sqlite).await;
    let strange = |n: usize| {
        let name = format!("Name{n}");
        let path = format!("/graphql/{n}?{n}=%22%0A");
        let mut requests = vec![
            Request::get(&path).body(Body::empty()).unwrap(),
            Request::get(format!("/{n}")).body(Body::empty()).unwrap(),
            post(Caller::Anonymous, &json!({"query": format!("query {name} {{ f{n} }}"), "operationName": name}).to_string()),
            post(
                Caller::Anonymous,
                &json!({"query": "{ node(id: \"x\") { id } }", "operationName": format!("x\"\n{n}")}).to_string(),
            ),
        ];
        for path in ["/graphql", "/", "/metrics"] {
            let method = Method::from_bytes(format!("METHOD{n}").as_bytes()).unwrap();
            requests.push(Request::builder().method(method).uri(path).header("x-n", n).body(Body::empty()).unwrap());
        }
        requests
    };
    for request in strange(0) {
        app.send(request).await;
    }
    figures(&app).await;
    let before: Vec<String> = figures(&app).await.into_keys().collect();
    for request in (1..40).flat_map(strange) {
        app.send(request).await;
    }
    let after: Vec<String> = figures(&app).await.into_keys().collect();
    assert_eq!(before, after);
    assert!(after.iter().all(|sample| !sample.contains("Name1") && !sample.contains("METHOD1")));
}

#[test]
fn every_code_is_in_the_documentation() {
    let page = std::fs::read_to_string(crate::support::path("../docs/API.md")).unwrap();
    let table = page.lines().filter(|line| line.starts_with("| `"));
    let listed: Vec<&str> =
        table.filter_map(|line| line.split('`').nth(1)).filter(|code| code.contains(char::is_uppercase)).collect();
    for code in api::error::CODES {
        assert!(listed.contains(code), "docs/API.md lacks {code}");
    }
}
