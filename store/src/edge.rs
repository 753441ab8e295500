//! Edges of many parents at once.

use entity::{EdgeEntity, RecordId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ConnectionTrait, QueryFilter, QueryOrder};

use crate::Result;

/// All edges of one kind that these records carry, whatever the day, in the order in which they were written.
///
/// # Errors
/// When the database fails.
pub async fn of_parents<E: EdgeEntity>(db: &impl ConnectionTrait, parents: &[RecordId]) -> Result<Vec<E::Model>> {
    pointing::<E>(db, E::PARENT_COLUMN, parents).await
}

/// All edges of one kind that hold one of these records in a column, whatever the day, in the order of writing.
///
/// # Errors
/// When the database fails.
pub async fn pointing<E: EdgeEntity>(
    db: &impl ConnectionTrait,
    column: &'static str,
    records: &[RecordId],
) -> Result<Vec<E::Model>> {
    let held = Expr::col(Alias::new(column)).is_in(records.iter().copied());
    let id = Expr::col(Alias::new("id"));
    Ok(E::find().filter(held).order_by_asc(id).all(db).await?)
}
