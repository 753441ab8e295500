//! The published schema is the one that is served.

use axum::body::Body;
use axum::http::Request;

use crate::support::{Backend, TestApp, path, updating};

#[test]
fn schema_is_current() {
    let file = path("../schema.graphql");
    let sdl = api::graphql::schema::sdl();
    if updating() {
        std::fs::write(&file, &sdl).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap();
    assert_eq!(published.trim_end(), sdl.trim_end(), "run with SEUTU_UPDATE=1 to write schema.graphql anew");
}

#[tokio::test]
async fn the_schema_is_served_as_published() {
    let app = TestApp::new(Backend::Sqlite).await;
    let answer = app.send(Request::get("/schema.graphql").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.text.trim_end(), std::fs::read_to_string(path("../schema.graphql")).unwrap().trim_end());
}
