//! Edges of many parents at once.

use entity::{EdgeEntity, RecordId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ConnectionTrait, QueryFilter};

use crate::Result;

/// All edges of one kind that these records carry, whatever the day, in the order in which they were written.
///
/// # Errors
/// When the database fails.
pub async fn of_parents<E: EdgeEntity>(db: &impl ConnectionTrait, parents: &[RecordId]) -> Result<Vec<E::Model>> {
    let parent = Expr::col(Alias::new(E::PARENT_COLUMN)).is_in(parents.iter().copied());
    let id = Expr::col(Alias::new("id"));
    Ok(sea_orm::QueryOrder::order_by_asc(E::find().filter(parent), id).all(db).await?)
}
