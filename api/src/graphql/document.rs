//! The front door for documents: limits before anything expensive, then validation by the specification, once for
//! each document, and the cost of each request.
//!
//! async-graphql 7 expands fragments before it applies its own limits, and lets an out-of-range Int and a wrongly
//! placed variable pass; so documents are counted and validated here, with apollo-compiler, before it sees them.
//!
//! A document that can be run is remembered under the SHA-256 of its text, so a client that has sent it once may ask for
//! it by that hash alone (automatic persisted queries).

mod cost;
mod nulls;
mod places;
mod size;
mod values;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use apollo_compiler::executable::OperationType;
use apollo_compiler::request::coerce_variable_values;
use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use async_graphql::parser::types::ExecutableDocument as Parsed;
use async_graphql::{PathSegment, Response, Value};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use sha2::{Digest, Sha256};

pub use size::{MAX_DEPTH, MAX_FIELDS};

/// Most objects an answer may hold by its page sizes.
pub const MAX_COST: u64 = 50_000;
/// Longest document, in bytes.
pub const MAX_DOCUMENT: usize = 100_000;
/// Most memory for remembered documents, in bytes as [`Document`] weighs them.
pub const REMEMBERED: u64 = 64 * 1024 * 1024;
/// What a document weighs in bytes, whatever it holds, and for each of its fields and values: measured.
const BASE_WEIGHT: u64 = 4 * 1024;
const PART_WEIGHT: u64 = 400;

/// Documents that room is made for at the start.
const EXPECTED: usize = 32;

/// SHA-256 of a document's text.
pub type Hash = [u8; 32];

/// Why a document cannot be run.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// Where: line and column from 1.
    pub locations: Vec<(usize, usize)>,
    /// What it would cost, when that is known.
    pub cost: Option<u64>,
}

impl Refusal {
    /// A refusal that points at no place.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), locations: Vec::new(), cost: None }
    }
}

/// A document that can be run.
pub struct Document {
    valid: Valid<ExecutableDocument>,
    parsed: Parsed,
    weight: u64,
}

/// What is to be run, and what it may cost.
pub struct Prepared {
    /// The document, for the executor.
    pub parsed: Parsed,
    /// Objects that the answer could hold.
    pub cost: u64,
}

/// Parses, validates and remembers documents.
pub struct Documents {
    schema: Valid<Schema>,
    known: Cache<Hash, Arc<Document>, ByWeight>,
    /// How often they were known.
    pub counts: Counts,
}

/// How often documents were known and not, all and those named by a hash alone.
#[derive(Default)]
pub struct Counts {
    /// Documents that were remembered.
    pub hits: AtomicU64,
    /// Documents that had to be parsed.
    pub misses: AtomicU64,
    /// Hashes alone that were known.
    pub persisted_hits: AtomicU64,
    /// Hashes alone that were not.
    pub persisted_misses: AtomicU64,
}

#[derive(Clone)]
struct ByWeight;

impl Weighter<Hash, Arc<Document>> for ByWeight {
    fn weight(&self, _: &Hash, document: &Arc<Document>) -> u64 {
        document.weight
    }
}

impl Documents {
    /// A front door for a schema that remembers documents up to a weight: [`REMEMBERED`] in a server.
    ///
    /// # Errors
    /// When the schema itself is not valid, which a test rules out.
    pub fn new(sdl: &str, remembered: u64) -> Result<Self, String> {
        let schema = Schema::parse_and_validate(sdl, "schema.graphql").map_err(|errors| errors.to_string())?;
        // So few expected that the cache is not divided: in a part of it the largest documents would find no place.
        Ok(Self { schema, known: Cache::with_weighter(EXPECTED, remembered, ByWeight), counts: Counts::default() })
    }

    /// A document by its text, which must have the hash if one is given, or by its hash alone.
    ///
    /// # Errors
    /// All reasons why it cannot be run. What cannot be run is not remembered.
    pub fn read(&self, text: Option<&str>, hash: Option<Hash>) -> Result<Arc<Document>, Vec<Refusal>> {
        let key = match (text, hash) {
            (Some(text), hash) => {
                let key = Hash::from(Sha256::digest(text.as_bytes()));
                if hash.is_some_and(|hash| hash != key) {
                    return Err(vec![Refusal::new("PERSISTED_QUERY_MISMATCH", "sha256Hash is not the SHA-256 of the query")]);
                }
                key
            }
            (None, Some(hash)) => hash,
            (None, None) => return Err(vec![Refusal::new("BAD_REQUEST", "query must be a string")]),
        };
        let known = self.known.get(&key);
        let counter = match (text, &known) {
            (Some(_), Some(_)) => &self.counts.hits,
            (Some(_), None) => &self.counts.misses,
            (None, Some(_)) => &self.counts.persisted_hits,
            (None, None) => &self.counts.persisted_misses,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        if let Some(document) = known {
            return Ok(document);
        }
        // Clients know the miss by exactly this message or this code, and then send the text.
        let text = text.ok_or_else(|| vec![Refusal::new("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")])?;
        let document = Arc::new(self.parse(text)?);
        self.known.insert(key, Arc::clone(&document));
        Ok(document)
    }

    /// Number and weight of the documents that are remembered.
    #[must_use]
    pub fn remembered(&self) -> (usize, u64) {
        (self.known.len(), self.known.weight())
    }

    fn parse(&self, text: &str) -> Result<Document, Vec<Refusal>> {
        if text.len() > MAX_DOCUMENT {
            let message = format!("a document has at most {MAX_DOCUMENT} bytes");
            return Err(vec![Refusal::new("GRAPHQL_VALIDATION_FAILED", message)]);
        }
        size::check_tokens(text).map_err(|refusal| vec![refusal])?;
        let parsed = async_graphql::parser::parse_query(text).map_err(|error| vec![syntax(&error)])?;
        size::check(&parsed).map_err(|refusal| vec![refusal])?;
        let valid = ExecutableDocument::parse_and_validate(&self.schema, text, "query").map_err(|with_errors| {
            let describe = |error: &dyn Fn() -> apollo_compiler::response::GraphQLError| {
                let error = error();
                let locations = error.locations.iter().map(|place| (place.line, place.column)).collect();
                Refusal { locations, ..Refusal::new("GRAPHQL_VALIDATION_FAILED", error.message) }
            };
            with_errors.errors.iter().map(|error| describe(&|| error.to_json())).collect::<Vec<_>>()
        })?;
        places::check(&self.schema, &valid).map_err(|refusal| vec![refusal])?;
        let weight = BASE_WEIGHT + PART_WEIGHT * size::parts(text) + text.len() as u64;
        Ok(Document { valid, parsed, weight })
    }

    /// Checks variables and cost of an operation, and gives what is to be run.
    ///
    /// # Errors
    /// Why this operation cannot be run with these variables.
    pub fn prepare(
        &self,
        document: &Document,
        operation: Option<&str>,
        variables: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<Prepared, Refusal> {
        let operation = document
            .valid
            .operations
            .get(operation)
            .map_err(|_| Refusal::new("BAD_REQUEST", "operationName must name an operation of the document"))?;
        let given: JsonMap = serde_json::from_value(serde_json::Value::Object(variables.clone()))
            .map_err(|_| Refusal::new("BAD_REQUEST", "variables must be an object"))?;
        let coerced = coerce_variable_values(&self.schema, operation, &given)
            .map_err(|error| Refusal::new("BAD_USER_INPUT", error.message().to_string()))?;
        values::check(&document.valid, operation, &coerced)?;
        let cost = cost::check(&document.valid, operation, &coerced)?;
        Ok(Prepared { parsed: document.parsed.clone(), cost })
    }
}

impl Document {
    /// The kind of the operation that a name chooses; none if it chooses none.
    #[must_use]
    pub fn operation_type(&self, operation: Option<&str>) -> Option<OperationType> {
        self.valid.operations.get(operation).ok().map(|operation| operation.operation_type)
    }

    /// The name of the operation that a name, or none, chooses.
    #[must_use]
    pub fn operation_name(&self, operation: Option<&str>) -> Option<&str> {
        self.valid.operations.get(operation).ok()?.name.as_ref().map(|name| name.as_str())
    }

    /// Brings an answer into the form that the specification wants: null where a field failed, and root fields in the
    /// order in which they are asked for; the executor runs them side by side and answers in the order in which they end.
    pub fn complete(&self, operation: Option<&str>, response: &mut Response) {
        let Ok(operation) = self.valid.operations.get(operation) else { return };
        let paths: Vec<&[PathSegment]> =
            response.errors.iter().map(|error| error.path.as_slice()).filter(|path| !path.is_empty()).collect();
        nulls::place(&self.valid, operation, &mut response.data, &paths);
        if let Value::Object(fields) = &mut response.data {
            let keys: Vec<&str> = operation.root_fields(&self.valid).map(|field| field.response_key().as_str()).collect();
            fields.sort_by_cached_key(|name, _| keys.iter().position(|key| *key == name.as_str()));
        }
    }
}

fn syntax(error: &async_graphql::parser::Error) -> Refusal {
    let locations = error.positions().map(|position| (position.line, position.column)).collect();
    Refusal { locations, ..Refusal::new("GRAPHQL_PARSE_FAILED", format!("the document cannot be read: {error}")) }
}
