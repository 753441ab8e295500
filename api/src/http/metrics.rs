//! Counting requests, and the page of figures for Prometheus.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::App;
use crate::telemetry::metrics::{CONTENT_TYPE, Reading};

/// Counts a request, whatever answers it.
pub async fn count(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    // Taken back also when the client leaves before it is answered.
    let open = Open::new(&app);
    let response = next.run(request).await;
    drop(open);
    app.metrics.answered(&method, route.as_ref().map(MatchedPath::as_str), response.status(), started.elapsed());
    response
}

struct Open<'a>(&'a App);

impl<'a> Open<'a> {
    fn new(app: &'a App) -> Self {
        app.metrics.open.inc();
        Self(app)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.metrics.open.dec();
    }
}

/// All figures in the text format of Prometheus.
pub async fn text(State(app): State<Arc<App>>) -> Response {
    let version = app.version.current(&app.db, app.clock.micros()).await;
    let counts = &app.documents.counts;
    let (remembered, remembered_bytes) = app.documents.remembered();
    let (connections_used, connections_idle) = store::db::connections(&app.db);
    let reading = Reading {
        statements: store::db::STATEMENTS.load(Relaxed),
        document_hits: counts.hits.load(Relaxed),
        document_misses: counts.misses.load(Relaxed),
        persisted_hits: counts.persisted_hits.load(Relaxed),
        persisted_misses: counts.persisted_misses.load(Relaxed),
        remembered,
        remembered_bytes,
        data_version: version.ok(),
        connections_used,
        connections_idle,
    };
    match app.metrics.text(reading) {
        Ok(text) => ([(header::CONTENT_TYPE, CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "metrics");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
