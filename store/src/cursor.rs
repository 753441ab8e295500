//! Cursors: the sort keys and key of a row, bound to the order, filter and lens they were made under.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::order::Key;
use crate::{Error, Result};

/// Position in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    /// Sort keys of the row.
    pub keys: Vec<Key>,
    /// Key of the record.
    pub id: i64,
}

/// What a cursor belongs to: a hash of field, order, filter and lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding(u64);

impl Binding {
    /// Binding to everything that decides what a list holds and how it is sorted.
    #[must_use]
    pub fn of(parts: &str) -> Self {
        let hash = Sha256::digest(parts.as_bytes());
        Self(hash.iter().take(6).fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
    }
}

impl Cursor {
    /// Opaque text form.
    #[must_use]
    pub fn encode(&self, binding: Binding) -> String {
        let json = serde_json::to_vec(&(binding.0, self.id, &self.keys)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(json)
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// [`Error::Cursor`] when it is no cursor, or one of another list.
    pub fn decode(text: &str, binding: Binding) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::Cursor("this is not a cursor"))?;
        let (bound, id, keys): (u64, i64, Vec<Key>) =
            serde_json::from_slice(&bytes).map_err(|_| Error::Cursor("this is not a cursor"))?;
        if bound != binding.0 {
            return Err(Error::Cursor("this cursor was made under another order, filter, day or scenario"));
        }
        Ok(Self { keys, id })
    }
}
