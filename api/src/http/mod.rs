//! HTTP: the router and what its handlers share. Knows GraphQL only as "run this request"; no SQL.

pub mod etag;
pub mod graphql;
pub mod health;
pub mod negotiate;
pub mod page;
pub mod params;
pub mod problem;
pub mod version;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, Method, header};
use axum::routing::{any, get};
use store::Database;
use tower_http::cors::{Any, CorsLayer};

use crate::auth::Verifier;
use crate::clock::Clock;
use crate::graphql::document::{self, Documents};
use crate::graphql::schema::{self, Schema};
use version::DataVersion;

/// Largest request body, in bytes.
pub const MAX_BODY: usize = 1_048_576;

/// What handlers share.
pub struct App {
    /// The schema over the database.
    pub schema: Schema,
    /// The schema as text.
    pub sdl: String,
    /// Parsed and validated documents.
    pub documents: Documents,
    /// The database.
    pub db: Database,
    /// Checks tokens.
    pub verifier: Verifier,
    /// The time.
    pub clock: Clock,
    /// Longest time an operation may take.
    pub timeout: Duration,
    /// The version of the data.
    pub version: DataVersion,
}

impl App {
    /// What handlers share, over a migrated database.
    ///
    /// # Errors
    /// When the schema is not valid, which a test rules out.
    pub fn new(db: Database, verifier: Verifier, clock: Clock, timeout: Duration) -> Result<Arc<Self>, String> {
        let sdl = schema::sdl();
        Ok(Arc::new(Self {
            schema: schema::build(db.clone()),
            documents: Documents::new(&sdl, document::REMEMBERED)?,
            sdl,
            db,
            verifier,
            clock,
            timeout,
            version: DataVersion::default(),
        }))
    }
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([
            header::CONTENT_TYPE,
            header::AUTHORIZATION,
            header::ACCEPT,
            header::ACCEPT_LANGUAGE,
            header::IF_NONE_MATCH,
        ])
        .expose_headers([header::ETAG, HeaderName::from_static("x-request-id")])
        .max_age(Duration::from_secs(86_400));
    Router::new()
        .route("/", get(page::start))
        .route("/graphql", any(graphql::handle))
        .route("/schema.graphql", get(page::sdl))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .fallback(page::not_found)
        .layer(cors)
        .with_state(app)
}
