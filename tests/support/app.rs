//! The server in process, over a database of its own, with a clock that stands still.

use std::any::Any;
use std::time::Duration;

use api::auth::Verifier;
use api::clock::Clock;
use api::http::{App, Limits, router};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use store::Database;
use tower::ServiceExt;

use super::caller::SECRET;
use super::world::World;
use super::{Backend, Caller, postgres, sqlite};

/// The moment at which tests ask: today is 2026-03-01 in Helsinki.
pub fn moment() -> DateTime<Utc> {
    "2026-03-01T10:00:00Z".parse().unwrap()
}

/// A server over a database of its own.
pub struct TestApp {
    /// The database.
    pub db: Database,
    router: Router,
    _owned: Box<dyn Any + Send + Sync>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as text.
    pub text: String,
    /// SQL statements it took.
    pub statements: u64,
}

impl TestApp {
    /// A server over the small world on a database.
    pub async fn new(backend: Backend) -> Self {
        Self::with(backend, World::Small).await
    }

    /// A server over a world on a database.
    pub async fn with(backend: Backend, world: World) -> Self {
        let (db, owned): (Database, Box<dyn Any + Send + Sync>) = match backend {
            Backend::Sqlite => {
                let (db, folder) = sqlite::create(world).await;
                (db, Box::new(folder))
            }
            Backend::Postgres => {
                let (db, owned) = postgres::create(world).await;
                (db, Box::new(owned))
            }
        };
        let router = route(&db, moment(), verifier());
        Self { db, router, _owned: owned }
    }

    /// The same database under a server of its own, at another moment or with another check of tokens.
    pub fn again(&self, at: DateTime<Utc>, verifier: Verifier) -> Router {
        route(&self.db, at, verifier)
    }

    /// Sends a request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        send(&self.router, request).await
    }

    /// Runs an operation by POST.
    pub async fn run(&self, caller: Caller, query: &str, variables: Value) -> Answer {
        self.send(post(caller, &json!({ "query": query, "variables": variables }).to_string())).await
    }

    /// Data of an operation that must succeed.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let answer = self.run(Caller::Anonymous, query, variables).await.json();
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].clone()
    }

    /// Code of the first error of an operation that must fail.
    pub async fn code(&self, query: &str, variables: Value) -> String {
        self.run(Caller::Anonymous, query, variables).await.code()
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// Code of the first error; empty when there is none.
    pub fn code(&self) -> String {
        self.json()["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
    }

    /// A header as text; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

/// Checks tokens signed with the secret of tests.
pub fn verifier() -> Verifier {
    Verifier::new(Some(SECRET), None, None, None).unwrap()
}

fn route(db: &Database, at: DateTime<Utc>, verifier: Verifier) -> Router {
    let limits = Limits { operation: Duration::from_secs(20), reading: Duration::from_millis(500) };
    router(App::new(db.clone(), verifier, Clock::fixed(at), limits).unwrap())
}

/// Text as it stands in a query string.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// A POST of JSON.
pub fn post(caller: Caller, body: &str) -> Request<Body> {
    let mut request = Request::post("/graphql")
        .header("content-type", "application/json")
        .header("accept", "application/graphql-response+json");
    if let Some(value) = caller.authorization() {
        request = request.header("authorization", value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

/// Sends a request to a server.
pub async fn send(router: &Router, request: Request<Body>) -> Answer {
    let (response, statements) = store::db::counted(router.clone().oneshot(request)).await;
    let (parts, body) = response.unwrap().into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    Answer { status: parts.status, headers: parts.headers, text, statements }
}
