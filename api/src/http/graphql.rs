//! GraphQL over HTTP: reading the request, running it, and saying what came of it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use apollo_compiler::executable::OperationType;
use async_graphql::{Request, ServerError, Variables};
use async_graphql_axum::GraphQLResponse;
use axum::body::BodyDataStream;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use futures::StreamExt;
use serde_json::Value;
use tracing::Instrument;
use uuid::Uuid;

use super::negotiate::{self, Media};
use super::outcome::{Outcome, loggable};
use super::params::{self, Params};
use super::problem::problem;
use super::{App, MAX_BODY, etag};
use crate::auth::Viewer;
use crate::error::known_code;
use crate::graphql::context::RequestData;
use crate::graphql::document::Refusal;

/// Most of a body that is too large that is still read, in bytes.
const DRAINED: usize = 16 * MAX_BODY;

/// How long what is left of a body is read after its request was refused by its head.
const LINGER: Duration = Duration::from_secs(2);

/// Seconds after which a client that was turned away may ask again.
const RETRY_AFTER: &str = "2";

/// Statuses of requests whose body nobody has looked at.
const REFUSED_BY_HEAD: [StatusCode; 4] =
    [StatusCode::UNAUTHORIZED, StatusCode::METHOD_NOT_ALLOWED, StatusCode::NOT_ACCEPTABLE, StatusCode::UNSUPPORTED_MEDIA_TYPE];

const VARY: &str = "Accept, Accept-Language, Authorization";

/// What a request is answered with, before its request id is set.
struct Call<'a> {
    app: &'a App,
    request_id: &'a str,
    media: Media,
}

/// Handles any method on `/graphql`: one answer, one line in the log, counted once.
pub async fn handle(State(app): State<Arc<App>>, request: axum::extract::Request) -> Response {
    let started = Instant::now();
    let request_id = Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    // What is logged below names the request.
    let span = tracing::error_span!("request", id = request_id);
    let mut response = answer(&app, &request_id, request).instrument(span).await;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static(VARY));
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    let outcome = response.extensions_mut().remove::<Outcome>().unwrap_or_default();
    app.metrics.operations.with_label_values(&[outcome.kind()]).inc();
    for code in &outcome.codes {
        app.metrics.error(code);
    }
    tracing::info!(
        request_id,
        method = %method_name(&method),
        status = response.status().as_u16(),
        outcome = outcome.kind(),
        operation = outcome.operation,
        cost = outcome.cost,
        statements = outcome.statements,
        errors = outcome.codes.len(),
        code = outcome.codes.first(),
        micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
        "graphql"
    );
    response
}

async fn answer(app: &App, request_id: &str, request: axum::extract::Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut body = body.into_data_stream();
    let media = negotiate::media(&parts.headers);
    let call = Call { app, request_id, media: media.unwrap_or(Media::Json) };
    let response = match parts.method {
        _ if media.is_none() => {
            let message = "answers are application/graphql-response+json or application/json";
            call.refuse(StatusCode::NOT_ACCEPTABLE, "BAD_REQUEST", message)
        }
        Method::GET | Method::HEAD => call.get(&parts).await,
        Method::POST => call.post(&parts, &mut body).await,
        _ => call.method_not_allowed("use POST, or GET for queries"),
    };
    if REFUSED_BY_HEAD.contains(&response.status()) {
        linger(&mut body).await;
    }
    response
}

impl Call<'_> {
    async fn post(&self, parts: &Parts, body: &mut BodyDataStream) -> Response {
        if !params::is_json(&parts.headers) {
            return self.refuse(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "UNSUPPORTED_MEDIA_TYPE",
                "send the request as application/json in UTF-8",
            );
        }
        let viewer = match self.viewer(&parts.headers) {
            Ok(viewer) => viewer,
            Err(error) => return self.unauthenticated(&error),
        };
        let bytes = match tokio::time::timeout(self.app.limits.reading, read(body)).await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                let message = format!("a request body has at most {MAX_BODY} bytes");
                return self.refuse(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", &message);
            }
            Err(_) => {
                let message = format!("the body did not arrive within {} seconds", self.app.limits.reading.as_secs_f64());
                let mut response = self.refuse(StatusCode::REQUEST_TIMEOUT, "REQUEST_TIMEOUT", &message);
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                return response;
            }
        };
        match params::from_body(&bytes) {
            Ok(params) => self.run(params, viewer, &parts.headers, false).await,
            Err(message) => self.refuse(StatusCode::BAD_REQUEST, "BAD_REQUEST", message),
        }
    }

    async fn get(&self, parts: &Parts) -> Response {
        let viewer = match self.viewer(&parts.headers) {
            Ok(viewer) => viewer,
            Err(error) => return self.unauthenticated(&error),
        };
        let query = parts.uri.query().unwrap_or_default();
        let now = self.app.clock.micros();
        let Ok(version) = self.app.version.current(&self.app.db, now).await else {
            return self.refuse(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", crate::Error::Internal.message());
        };
        let language = parts.headers.get(header::ACCEPT_LANGUAGE).map(HeaderValue::as_bytes).unwrap_or_default();
        let tag = etag::of(&[
            crate::VERSION.as_bytes(),
            query.as_bytes(),
            format!("{viewer:?}").as_bytes(),
            self.app.clock.today().to_string().as_bytes(),
            language,
            self.media.content_type().as_bytes(),
            &version.to_le_bytes(),
        ]);
        let cache = if viewer.subject.is_some() { "private, no-cache" } else { "public, no-cache" };
        // A client has a tag only from an answer to the same query string: it holds also for a hash that is no longer known,
        // as a hash always means the same text.
        let mut response = if etag::matches(&parts.headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let response = match params::from_query(query) {
                Ok(params) => self.run(params, viewer, &parts.headers, true).await,
                Err(message) => self.refuse(StatusCode::BAD_REQUEST, "BAD_REQUEST", message),
            };
            if response.headers().contains_key(header::CACHE_CONTROL) {
                return response;
            }
            if etag::any(&parts.headers) { not_modified(response) } else { response }
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        response
    }

    /// Runs a request. An answer that must not be kept says so; one without errors leaves that to the caller.
    async fn run(&self, params: Params, viewer: Viewer, headers: &HeaderMap, get: bool) -> Response {
        let operation = params.operation.as_deref();
        let named = |name: Option<&str>| name.map(loggable);
        let document = match self.app.documents.read(params.query.as_deref(), params.hash) {
            Ok(document) => document,
            Err(refusals) => {
                let outcome = Outcome { operation: named(operation), ..Outcome::refused(&refusals) };
                return outcome.with(problem(self.request_error(), self.media, &refusals, self.request_id));
            }
        };
        let name = named(document.operation_name(operation).or(operation));
        if get && document.operation_type(operation).is_some_and(|kind| kind != OperationType::Query) {
            return self.method_not_allowed("only queries can be sent by GET");
        }
        let prepared = match self.app.documents.prepare(&document, operation, &params.variables) {
            Ok(prepared) => prepared,
            Err(refusal) => {
                let refusals = [refusal];
                let outcome = Outcome { operation: name, ..Outcome::refused(&refusals) };
                return outcome.with(problem(self.request_error(), self.media, &refusals, self.request_id));
            }
        };
        let mut outcome = Outcome { operation: name, cost: Some(prepared.cost), ..Outcome::default() };
        let Some(_place) = self.app.load.enter(prepared.cost).await else {
            let message = "the server has more to do than it can: ask again in a while";
            let mut response = self.refuse(StatusCode::SERVICE_UNAVAILABLE, "OVERLOADED", message);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER));
            outcome.codes = vec!["OVERLOADED"];
            return outcome.with(response);
        };
        let data = RequestData::new(viewer, negotiate::languages(headers), self.app.clock.today());
        let mut request = Request::new(params.query.unwrap_or_default());
        request = request.variables(Variables::from_json(Value::Object(params.variables))).data(Arc::new(data));
        request.set_parsed_query(prepared.parsed);
        if let Some(name) = &params.operation {
            request = request.operation_name(name);
        }
        let run = store::db::counted(self.app.schema.execute(request));
        let Ok((mut response, statements)) = tokio::time::timeout(self.app.limits.operation, run).await else {
            outcome.codes = vec!["TIMEOUT"];
            return outcome.with(self.refuse(StatusCode::GATEWAY_TIMEOUT, "TIMEOUT", "the operation took too long"));
        };
        document.complete(params.operation.as_deref(), &mut response);
        for error in &mut response.errors {
            outcome.codes.push(self.complete(error));
        }
        (outcome.executed, outcome.statements) = (true, statements);
        let failed = response.is_err();
        let mut http = GraphQLResponse::from(response).into_response();
        http.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media.content_type()));
        if failed {
            http.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        outcome.with(http)
    }

    /// Gives an error its code, if async-graphql made it, and its request id.
    fn complete(&self, error: &mut ServerError) -> &'static str {
        let extensions = error.extensions.get_or_insert_default();
        let code = match extensions.get("code") {
            Some(async_graphql::Value::String(code)) => known_code(code),
            _ => "BAD_USER_INPUT",
        };
        extensions.set("code", code);
        extensions.set("requestId", self.request_id);
        code
    }

    fn viewer(&self, headers: &HeaderMap) -> crate::Result<Viewer> {
        let given = headers.get(header::AUTHORIZATION).map(|value| value.to_str().unwrap_or_default());
        self.app.verifier.viewer(given)
    }

    fn unauthenticated(&self, error: &crate::Error) -> Response {
        let mut response = self.refuse(StatusCode::UNAUTHORIZED, error.code(), error.message());
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        response
    }

    /// Status of a request that is well-formed HTTP but cannot be run: older clients expect 200 with plain JSON.
    fn request_error(&self) -> StatusCode {
        if self.media == Media::Json { StatusCode::OK } else { StatusCode::BAD_REQUEST }
    }

    fn method_not_allowed(&self, message: &str) -> Response {
        let mut response = self.refuse(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, POST"));
        response
    }

    fn refuse(&self, status: StatusCode, code: &'static str, message: &str) -> Response {
        let refusals = [Refusal::new(code, message)];
        Outcome::refused(&refusals).with(problem(status, self.media, &refusals, self.request_id))
    }
}

/// An answer that the client has already.
fn not_modified(mut answer: Response) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    std::mem::swap(response.extensions_mut(), answer.extensions_mut());
    response
}

/// A method as it stands in the log.
fn method_name(method: &Method) -> &str {
    // Extension methods are text of the client.
    match *method {
        Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::DELETE | Method::PATCH => method.as_str(),
        _ => "other",
    }
}

/// Reads what is left of a body for a while and drops it, for the same reason as `read` does.
async fn linger(chunks: &mut BodyDataStream) {
    let mut length = 0;
    let rest = async {
        while let Some(Ok(chunk)) = chunks.next().await {
            length += chunk.len();
            if length > DRAINED {
                break;
            }
        }
    };
    // What does not come in time is the client's loss.
    let _ = tokio::time::timeout(LINGER, rest).await;
}

/// Reads a body; none if it is too large. What is too large is read on for a while and dropped, so that a client that is
/// still sending sees the answer and not a broken connection.
async fn read(chunks: &mut BodyDataStream) -> Option<Vec<u8>> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.ok()?;
        length += chunk.len();
        if length > DRAINED {
            return None;
        }
        if length <= MAX_BODY {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    (length <= MAX_BODY).then_some(bytes)
}
