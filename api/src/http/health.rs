//! Whether the server lives and whether it can answer.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use super::App;

/// The process runs.
pub async fn live() -> &'static str {
    "ok"
}

/// The database answers.
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match store::revision::data_version(&app.db).await {
        Ok(_) => (StatusCode::OK, "ok"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
