//! Answers to requests that could not run: the same shape as GraphQL errors, with code and request id.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::negotiate::Media;
use crate::graphql::document::Refusal;

/// An answer without data.
#[must_use]
pub fn problem(status: StatusCode, media: Media, refusals: &[Refusal], request_id: &str) -> Response {
    let errors: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let mut error = json!({
                "message": refusal.message,
                "extensions": { "code": refusal.code, "requestId": request_id },
            });
            if !refusal.locations.is_empty() {
                let places = refusal.locations.iter().map(|(line, column)| json!({"line": line, "column": column}));
                error["locations"] = places.collect();
            }
            error
        })
        .collect();
    let body = json!({ "errors": errors }).to_string();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media.content_type())),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, body).into_response()
}
