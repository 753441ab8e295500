//! Figures for Prometheus. Every label has its values from a fixed list: nothing that a client sends becomes one.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use prometheus::{
    HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, Result, TextEncoder,
    core::Collector,
};

use crate::error::CODES;

/// Content type of the text.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Bounds of durations, in seconds: from a 304 to the longest an operation may take.
const SECONDS: [f64; 13] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Counters and what they are registered with.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    /// Requests being answered.
    pub open: IntGauge,
    /// Operations by what came of them.
    pub operations: IntCounterVec,
    errors: IntCounterVec,
    state: Mutex<State>,
}

/// What others count, taken over when the text is made.
struct State {
    statements: IntCounter,
    documents: IntCounterVec,
    persisted: IntCounterVec,
    remembered: IntGauge,
    remembered_bytes: IntGauge,
    data_version: IntGauge,
    connections: IntGaugeVec,
}

/// What others count, at one moment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    /// SQL statements run.
    pub statements: u64,
    /// Documents that were remembered when asked for.
    pub document_hits: u64,
    /// Documents that had to be parsed.
    pub document_misses: u64,
    /// Hashes without text that were known.
    pub persisted_hits: u64,
    /// Hashes without text that were not.
    pub persisted_misses: u64,
    /// Documents remembered.
    pub remembered: usize,
    /// What they weigh.
    pub remembered_bytes: u64,
    /// The data version; none when the database does not answer.
    pub data_version: Option<i64>,
    /// Connections to the database that are in use.
    pub connections_used: u32,
    /// Connections to the database that wait.
    pub connections_idle: u32,
}

impl Metrics {
    /// Counters at nought.
    ///
    /// # Errors
    /// When a name is used twice, which a test rules out.
    pub fn new(database: &str) -> Result<Self> {
        let registry = Registry::new();
        let counters =
            |name: &str, help: &str, labels: &[&str]| kept(&registry, IntCounterVec::new(Opts::new(name, help), labels));
        let gauge = |name: &str, help: &str| kept(&registry, IntGauge::new(name, help));
        let buckets = HistogramOpts::new("seutu_http_request_duration_seconds", "Time from the head of a request to its answer.");
        let build = Opts::new("seutu_build_info", "Version of the program and kind of its database; always 1.");
        let build = kept(&registry, IntGaugeVec::new(build, &["version", "database"]))?;
        build.with_label_values(&[crate::VERSION, database]).set(1);
        let connections = Opts::new("seutu_database_connections", "Connections to the database, in use and idle.");
        let metrics = Self {
            requests: counters("seutu_http_requests_total", "Requests answered.", &["method", "route", "status"])?,
            seconds: kept(&registry, HistogramVec::new(buckets.buckets(SECONDS.to_vec()), &["route"]))?,
            open: gauge("seutu_http_requests_open", "Requests being answered.")?,
            operations: counters("seutu_graphql_operations_total", "Requests to /graphql by what came of them.", &["outcome"])?,
            errors: counters("seutu_graphql_errors_total", "Errors in answers, by code.", &["code"])?,
            state: Mutex::new(State {
                statements: kept(&registry, IntCounter::new("seutu_sql_statements_total", "SQL statements run."))?,
                documents: counters(
                    "seutu_document_cache_total",
                    "Documents asked for, by whether they were known.",
                    &["result"],
                )?,
                persisted: counters(
                    "seutu_persisted_queries_total",
                    "Hashes without text, by whether they were known.",
                    &["result"],
                )?,
                remembered: gauge("seutu_document_cache_documents", "Documents remembered.")?,
                remembered_bytes: gauge("seutu_document_cache_bytes", "What remembered documents take, estimated.")?,
                data_version: gauge("seutu_data_version", "Number of the last change of any record.")?,
                connections: kept(&registry, IntGaugeVec::new(connections, &["state"]))?,
            }),
            registry,
        };
        for outcome in ["ok", "errors", "refused", "not_modified"] {
            metrics.operations.with_label_values(&[outcome]);
        }
        for code in CODES {
            metrics.errors.with_label_values(&[code]);
        }
        Ok(metrics)
    }

    /// Counts an answer. The route is the pattern of the router, not what was asked for.
    pub fn answered(&self, method: &Method, route: Option<&str>, status: StatusCode, took: Duration) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            Method::OPTIONS => "OPTIONS",
            _ => "other",
        };
        let route = route.unwrap_or("other");
        self.requests.with_label_values(&[method, route, status.as_str()]).inc();
        self.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    /// Counts an error.
    pub fn error(&self, code: &'static str) {
        self.errors.with_label_values(&[code]).inc();
    }

    /// All figures in the text format, with those that others count.
    ///
    /// # Errors
    /// When the text cannot be made.
    pub fn text(&self, reading: Reading) -> Result<String> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let catch_up = |counter: &IntCounter, now: u64| counter.inc_by(now.saturating_sub(counter.get()));
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        catch_up(&state.statements, reading.statements);
        catch_up(&state.documents.with_label_values(&["hit"]), reading.document_hits);
        catch_up(&state.documents.with_label_values(&["miss"]), reading.document_misses);
        catch_up(&state.persisted.with_label_values(&["hit"]), reading.persisted_hits);
        catch_up(&state.persisted.with_label_values(&["miss"]), reading.persisted_misses);
        state.remembered.set(number(reading.remembered as u64));
        state.remembered_bytes.set(number(reading.remembered_bytes));
        if let Some(version) = reading.data_version {
            state.data_version.set(version);
        }
        state.connections.with_label_values(&["used"]).set(i64::from(reading.connections_used));
        state.connections.with_label_values(&["idle"]).set(i64::from(reading.connections_idle));
        TextEncoder::new().encode_to_string(&self.registry.gather())
    }
}

/// A collector, registered.
fn kept<C: Collector + Clone + 'static>(registry: &Registry, made: Result<C>) -> Result<C> {
    let collector = made?;
    registry.register(Box::new(collector.clone()))?;
    Ok(collector)
}
