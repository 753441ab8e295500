//! The published schema is the one that is served.

use axum::body::Body;
use axum::http::Request;

use entity::{Noun, Term};
use serde_json::{Value, json};

use crate::support::{Backend, TestApp, path, updating};

#[test]
fn schema_is_current() {
    let file = path("../schema.graphql");
    let sdl = api::graphql::schema::sdl();
    if updating() {
        std::fs::write(&file, &sdl).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap();
    assert_same(&published, &sdl);
}

#[tokio::test]
async fn the_schema_is_served_as_published() {
    let app = TestApp::new(Backend::Sqlite).await;
    let answer = app.send(Request::get("/schema.graphql").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_same(&std::fs::read_to_string(path("../schema.graphql")).unwrap(), &answer.text);
}

/// Says where two schemas part, and not all that is in them.
fn assert_same(published: &str, served: &str) {
    let (published, served) = (published.trim_end(), served.trim_end());
    let parted = published.lines().zip(served.lines()).position(|(left, right)| left != right);
    assert!(published == served, "run `make schema`: schema.graphql is another from line {:?} on", parted.map(|line| line + 1));
}

/// Name of the type under lists and non-nulls.
fn innermost(mut kind: &Value) -> String {
    while !kind["ofType"].is_null() {
        kind = &kind["ofType"];
    }
    kind["name"].as_str().unwrap().to_owned()
}

/// Types of the fields of a type.
async fn fields(app: &TestApp, name: &str) -> Vec<(String, String)> {
    let query = "query ($name: String!) { __type(name: $name) { fields { name type { name ofType { name ofType { name ofType { name } } } } } } }";
    let data = app.data(query, json!({ "name": name })).await;
    let fields = data["__type"]["fields"].as_array().cloned().unwrap_or_default();
    fields.iter().map(|field| (field["name"].as_str().unwrap().to_owned(), innermost(&field["type"]))).collect()
}

#[tokio::test]
async fn citations_stand_on_fields_that_the_schema_has() {
    let app = TestApp::with(Backend::Sqlite, crate::support::world::World::Empty).await;
    for (noun, written, _) in Noun::ALL {
        let object: String = written.split('_').map(|word| format!("{}{}", &word[..1], word[1..].to_lowercase())).collect();
        let own = fields(&app, &object).await;
        for name in store::field::names(*noun) {
            let (list, inner) = name.split_once('.').map_or((name.as_str(), None), |(list, inner)| (list, Some(inner)));
            let found = own.iter().find(|(field, _)| field == list).unwrap_or_else(|| panic!("{object} has no field {list}"));
            if let Some(inner) = inner {
                let held = fields(&app, found.1.trim_end_matches("Connection")).await;
                assert!(held.iter().any(|(field, _)| field == inner), "{object}.{list} holds nothing with a field {inner}");
            }
        }
    }
}
