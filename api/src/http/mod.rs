//! HTTP: the router and what its handlers share. Knows GraphQL only as "run this request"; no SQL.

pub mod etag;
pub mod graphql;
pub mod health;
pub mod listen;
pub mod load;
pub mod metrics;
pub mod negotiate;
pub mod outcome;
pub mod page;
pub mod params;
pub mod problem;
pub mod version;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{any, get};
use store::Database;
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use crate::auth::Verifier;
use crate::clock::Clock;
use crate::graphql::document::{self, Documents};
use crate::graphql::schema::{self, Schema};
use crate::telemetry::metrics::Metrics;
use load::Load;
use version::DataVersion;

/// Largest request body, in bytes.
pub const MAX_BODY: usize = 1_048_576;

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// An operation.
    pub operation: Duration,
    /// Reading the head of a request, and again its body; an idle connection is kept as long.
    pub reading: Duration,
}

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
    /// How long things may take.
    pub limits: Limits,
    /// How much is executed at once.
    pub load: Load,
    /// Figures for Prometheus.
    pub metrics: Metrics,
    /// The version of the data.
    pub version: DataVersion,
}

impl App {
    /// What handlers share, over a migrated database.
    ///
    /// # Errors
    /// When the schema is not valid, which a test rules out.
    pub fn new(db: Database, verifier: Verifier, clock: Clock, limits: Limits) -> Result<Arc<Self>, String> {
        let sdl = schema::sdl();
        let metrics = Metrics::new(store::db::kind(&db)).map_err(|error| error.to_string())?;
        Ok(Arc::new(Self {
            schema: schema::build(db.clone()),
            documents: Documents::new(&sdl, document::REMEMBERED)?,
            sdl,
            metrics,
            db,
            verifier,
            clock,
            limits,
            load: Load::default(),
            version: DataVersion::default(),
        }))
    }
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    // Open to all: there are no cookies, so a page elsewhere can do no more than its reader could by hand. Clients send
    // headers of their own kind, such as the name of the program; none of them does harm.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD, Method::POST])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers([header::ETAG, header::RETRY_AFTER, HeaderName::from_static("x-request-id")])
        .max_age(Duration::from_secs(86_400));
    Router::new()
        .route("/", get(page::start))
        .route("/graphql", any(graphql::handle))
        .route("/schema.graphql", get(page::sdl))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(metrics::text))
        .fallback(page::not_found)
        .layer(cors)
        .layer(map_response(secured))
        .layer(from_fn_with_state(Arc::clone(&app), metrics::count))
        .with_state(app)
}

/// Tells browsers to take an answer for what it says it is, and to name nobody as the page it came from.
async fn secured(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("no-referrer"));
    response
}
