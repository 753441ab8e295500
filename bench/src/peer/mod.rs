//! The peer: what a careful programmer writes by hand for exactly these four answers. Row SQL, structs, no GraphQL,
//! no filters, no pages, no languages but one; the same database, rules of visibility, allocator and HTTP server.

mod answer;
mod read;
mod sql;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use chrono::NaiveDate;
use serde::Serialize;

use crate::Result;
use read::{OnPostgres, OnSqlite};

/// What the handlers of both databases do.
trait Peer: Clone + Send + Sync + 'static {
    fn flat(&self) -> impl Future<Output = Result<answer::Flat>> + Send;
    fn nested(&self) -> impl Future<Output = Result<answer::Nested>> + Send;
    fn near(&self) -> impl Future<Output = Result<answer::Near>> + Send;
    fn map(&self) -> impl Future<Output = Result<answer::Map>> + Send;
}

/// Serves until stopped.
///
/// # Errors
/// When the database cannot be reached.
pub async fn serve(url: &str) -> Result<()> {
    let router =
        if url.starts_with("sqlite:") { router(OnSqlite::open(url).await?) } else { router(OnPostgres::open(url).await?) };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("peer serves http://{}/", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

fn router<P: Peer>(peer: P) -> Router {
    Router::new()
        .route("/flat", get(async |State(peer): State<P>| answer(peer.flat().await)))
        .route("/nested", get(async |State(peer): State<P>| answer(peer.nested().await)))
        .route("/near", get(async |State(peer): State<P>| answer(peer.near().await)))
        .route("/map", get(async |State(peer): State<P>| answer(peer.map().await)))
        .with_state(peer)
}

#[derive(Serialize)]
struct Data<T> {
    data: T,
}

fn answer<T: Serialize>(found: Result<T>) -> std::result::Result<Json<Data<T>>, (StatusCode, String)> {
    found.map(|data| Json(Data { data })).map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

fn today() -> NaiveDate {
    api::clock::Clock::system().today()
}
