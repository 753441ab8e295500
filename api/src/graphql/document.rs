//! The front door for documents: limits before anything expensive, then validation by the specification, once for
//! each document, and the cost of each request.
//!
//! async-graphql 7 expands fragments before it applies its own limits, and lets an out-of-range Int and a wrongly
//! placed variable pass; so documents are counted and validated here, with apollo-compiler, before it sees them.

mod cost;
mod nulls;
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
use quick_cache::sync::Cache;
use sha2::{Digest, Sha256};

pub use size::{MAX_DEPTH, MAX_FIELDS};

/// Most objects an answer may hold by its page sizes.
pub const MAX_COST: u64 = 50_000;
/// Longest document, in bytes.
pub const MAX_DOCUMENT: usize = 100_000;
/// Documents remembered.
const REMEMBERED: usize = 1_000;

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
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), locations: Vec::new() }
    }
}

/// A document that can be run.
pub struct Document {
    valid: Valid<ExecutableDocument>,
    parsed: Parsed,
}

/// Parses, validates and remembers documents.
pub struct Documents {
    schema: Valid<Schema>,
    known: Cache<[u8; 32], Arc<Document>>,
}

impl Documents {
    /// A front door for a schema.
    ///
    /// # Errors
    /// When the schema itself is not valid, which a test rules out.
    pub fn new(sdl: &str) -> Result<Self, String> {
        let schema = Schema::parse_and_validate(sdl, "schema.graphql").map_err(|errors| errors.to_string())?;
        Ok(Self { schema, known: Cache::new(REMEMBERED) })
    }

    /// A document from its text.
    ///
    /// # Errors
    /// All reasons why it cannot be run.
    pub fn read(&self, text: &str) -> Result<Arc<Document>, Vec<Refusal>> {
        let key: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        if let Some(document) = self.known.get(&key) {
            return Ok(document);
        }
        let document = Arc::new(self.parse(text)?);
        self.known.insert(key, Arc::clone(&document));
        Ok(document)
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
        Ok(Document { valid, parsed })
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
