//! Pages for people and the schema as text.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::App;

/// The start page.
pub async fn start() -> Html<&'static str> {
    Html(include_str!("start.html"))
}

/// The schema in the schema definition language.
pub async fn sdl(State(app): State<Arc<App>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], app.sdl.clone())
}

/// Anything else.
pub async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "nothing here: the API is at /graphql, a page for people at /\n").into_response()
}
