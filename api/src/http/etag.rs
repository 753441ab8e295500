//! Validators of answers to GET: known without running the request.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A strong validator of everything an answer depends on. Parts are kept apart by their lengths.
#[must_use]
pub fn of(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    format!("\"{}\"", URL_SAFE_NO_PAD.encode(&hash.finalize()[..16]))
}

/// Whether the client has the answer with this validator.
#[must_use]
pub fn matches(headers: &HeaderMap, etag: &str) -> bool {
    given(headers).any(|tag| tag == etag)
}

/// Whether the client has some answer and takes any as current: only an answer that exists can be that.
#[must_use]
pub fn any(headers: &HeaderMap) -> bool {
    given(headers).any(|tag| tag == "*")
}

fn given(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|tag| tag.trim().trim_start_matches("W/"))
}
