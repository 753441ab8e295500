//! Opaque ids: the noun's number and the record's UUID, in base64.

use async_graphql::ID;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entity::Noun;
use uuid::Uuid;

use crate::{Error, Result};

/// The opaque id of a record.
#[must_use]
pub fn encode(noun: Noun, uid: Uuid) -> ID {
    let mut bytes = [0; 17];
    bytes[0] = noun.tag();
    bytes[1..].copy_from_slice(uid.as_bytes());
    ID(URL_SAFE_NO_PAD.encode(bytes))
}

/// Reads an opaque id.
///
/// # Errors
/// [`Error::BadUserInput`] when it is malformed.
pub fn decode(id: &ID) -> Result<(Noun, Uuid)> {
    let bad = || Error::BadUserInput("this is not an id of this server".to_owned());
    let bytes = URL_SAFE_NO_PAD.decode(id.as_str()).map_err(|_| bad())?;
    let (tag, uid) = bytes.split_first().ok_or_else(bad)?;
    Ok((Noun::of_tag(*tag).ok_or_else(bad)?, Uuid::from_slice(uid).map_err(|_| bad())?))
}

/// Reads an id that must be of a noun; none if it is of another.
///
/// # Errors
/// [`Error::BadUserInput`] when it is malformed.
pub fn decode_as(noun: Noun, id: &ID) -> Result<Option<Uuid>> {
    let (found, uid) = decode(id)?;
    Ok((found == noun).then_some(uid))
}
