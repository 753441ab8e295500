//! The parameters of a GraphQL request, from a JSON body or from the query string.

use axum::http::{HeaderMap, header};
use serde_json::{Map, Value};

use crate::graphql::document::Hash;

/// What is asked.
#[derive(Debug, Default, PartialEq)]
pub struct Params {
    /// Text of the document; none when it is named by its hash.
    pub query: Option<String>,
    /// SHA-256 that the document's text must have.
    pub hash: Option<Hash>,
    /// Which of its operations.
    pub operation: Option<String>,
    /// Values of its variables.
    pub variables: Map<String, Value>,
}

/// Whether the body is said to be JSON in UTF-8.
#[must_use]
pub fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
    let json = parts.next().is_some_and(|name| name == "application/json");
    json && parts.all(|part| !part.starts_with("charset=") || part == "charset=utf-8" || part == "charset=\"utf-8\"")
}

/// Parameters from a body.
///
/// # Errors
/// What is wrong with it, for the client.
pub fn from_body(bytes: &[u8]) -> Result<Params, &'static str> {
    params(serde_json::from_slice(bytes).map_err(|_| "the body is not JSON")?)
}

/// Parameters from the query string, where variables and extensions are JSON.
///
/// # Errors
/// What is wrong with it, for the client.
pub fn from_query(query: &str) -> Result<Params, &'static str> {
    let uri = format!("/?{query}").parse().map_err(|_| "the query string cannot be read")?;
    let axum::extract::Query(pairs) =
        axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).map_err(|_| "the query string cannot be read")?;
    let mut params = Map::new();
    for (name, value) in pairs {
        let value = match name.as_str() {
            "variables" | "extensions" if value.is_empty() => Value::Null,
            "variables" | "extensions" => serde_json::from_str(&value).map_err(|_| "variables and extensions must be JSON")?,
            _ => Value::String(value),
        };
        params.insert(name, value);
    }
    self::params(Value::Object(params))
}

fn params(value: Value) -> Result<Params, &'static str> {
    let Value::Object(mut params) = value else { return Err("a request is one JSON object") };
    let hash = match params.remove("extensions") {
        None | Some(Value::Null) => None,
        Some(Value::Object(extensions)) => persisted(&extensions)?,
        Some(_) => return Err("extensions must be an object"),
    };
    let query = match params.remove("query") {
        None | Some(Value::Null) if hash.is_some() => None,
        Some(Value::String(query)) => Some(query),
        _ => return Err("query must be a string"),
    };
    let operation = match params.remove("operationName") {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) => Some(name).filter(|name| !name.is_empty()),
        Some(_) => return Err("operationName must be a string"),
    };
    let variables = match params.remove("variables") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(variables)) => variables,
        Some(_) => return Err("variables must be an object"),
    };
    Ok(Params { query, hash, operation, variables })
}

/// The hash of an automatic persisted query, if the request names one.
fn persisted(extensions: &Map<String, Value>) -> Result<Option<Hash>, &'static str> {
    let persisted = match extensions.get("persistedQuery") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Object(persisted)) => persisted,
        Some(_) => return Err("persistedQuery must be an object"),
    };
    if persisted.get("version").and_then(Value::as_u64) != Some(1) {
        return Err("persistedQuery has a version that is not supported: version 1 is");
    }
    let hash = persisted.get("sha256Hash").and_then(Value::as_str).and_then(hex);
    hash.map(Some).ok_or("sha256Hash must be a SHA-256 in 64 hexadecimal digits")
}

fn hex(text: &str) -> Option<Hash> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    if digits.len() == 64 { bytes.try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_to_the_byte() {
        let text = "00ff10".to_owned() + &"aB".repeat(29);
        let hash = hex(&text).expect("64 digits");
        assert_eq!((hash[0], hash[1], hash[2], hash[31]), (0, 255, 16, 0xab));
        let unlike = ["", "0", &text[1..], &format!("{text}0"), &format!("{text}00"), &text.replace('f', "g"), &"é".repeat(32)];
        assert!(unlike.iter().all(|text| hex(text).is_none()));
    }
}
