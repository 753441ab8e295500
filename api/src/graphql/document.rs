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
pub const MAX_COST: u64 = 20_000;
/// Longest document, in bytes.
pub const MAX_DOCUMENT: usize = 100_000;
/// Most memory for remembered documents, in bytes as [`Document`] weighs them.
pub const REMEMBERED: u64 = 64 * 1024 * 1024;
/// What a document weighs in bytes, whatever it holds, and for each of its words: measured.
const BASE_WEIGHT: u64 = 4 * 1024;
const WORD_WEIGHT: u64 = 400;
/// What a document of usual size weighs, in bytes.
const USUAL: u64 = 16 * 1024;

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
}

impl Refusal {
    /// A refusal that points at no place.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), locations: Vec::new() }
    }
}

/// A document that can be run.
pub struct Document {
    valid: Valid<ExecutableDocument>,
    parsed: Parsed,
    weight: u64,
}

/// Parses, validates and remembers documents.
pub struct Documents {
    schema: Valid<Schema>,
    known: Cache<Hash, Arc<Document>, ByWeight>,
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
        let usual = usize::try_from(remembered / USUAL).unwrap_or(usize::MAX);
        Ok(Self { schema, known: Cache::with_weighter(usual, remembered, ByWeight) })
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
        if let Some(document) = self.known.get(&key) {
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
                Refusal { code: "GRAPHQL_VALIDATION_FAILED", message: error.message, locations }
            };
            with_errors.errors.iter().map(|error| describe(&|| error.to_json())).collect::<Vec<_>>()
        })?;
        places::check(&self.schema, &valid).map_err(|refusal| vec![refusal])?;
        let weight = BASE_WEIGHT + WORD_WEIGHT * size::words(text) + text.len() as u64;
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
    ) -> Result<Parsed, Refusal> {
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
        cost::check(&document.valid, operation, &coerced)?;
        Ok(document.parsed.clone())
    }
}

impl Document {
    /// The kind of the operation that a name chooses; none if it chooses none.
    #[must_use]
    pub fn operation_type(&self, operation: Option<&str>) -> Option<OperationType> {
        self.valid.operations.get(operation).ok().map(|operation| operation.operation_type)
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
    Refusal { code: "GRAPHQL_PARSE_FAILED", message: format!("the document cannot be read: {error}"), locations }
}
