//! What the store holds already, as far as an import must know it: which municipalities there are, and codes as
//! the store writes them. Reads only.

use std::collections::HashSet;

use entity::{Noun, record};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Error;

/// Scheme of municipality codes.
pub(crate) const MUNICIPALITY: &str = "FI-KUNTA";
/// Scheme of region codes.
pub(crate) const REGION: &str = "FI-MAAKUNTA";

/// Public keys of all records of a noun.
///
/// # Errors
/// When the database fails.
pub(crate) async fn uids(db: &impl ConnectionTrait, noun: Noun) -> Result<HashSet<Uuid>, Error> {
    let find = record::Entity::find().select_only().column(record::Column::Uid).filter(record::Column::Noun.eq(noun));
    let uids: Vec<Uuid> = find.into_tuple().all(db).await.map_err(store::Error::from)?;
    Ok(uids.into_iter().collect())
}

/// The municipality of an official code, given as a number or with leading zeros; none if it is no code.
pub(crate) fn municipality(code: &str) -> Option<Uuid> {
    padded(code, 3).map(|code| store::draft::uid(MUNICIPALITY, &code))
}

/// The region (maakunta) of an official code, given as a number or with leading zeros; none if it is no code.
pub(crate) fn region(code: &str) -> Option<Uuid> {
    padded(code, 2).map(|code| store::draft::uid(REGION, &code))
}

fn padded(code: &str, width: usize) -> Option<String> {
    let code = code.trim();
    let fits = !code.is_empty() && code.len() <= width && code.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{code:0>width$}"))
}
