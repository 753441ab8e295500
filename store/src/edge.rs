//! Edges of many parents at once.

use entity::{EdgeEntity, RecordId};
use sea_orm::sea_query::{Alias, Condition, Expr, Query};
use sea_orm::{ConnectionTrait, FromQueryResult, Iden, Iterable};

use crate::{At, Result, children};

/// All edges of one kind that these records carry, whatever the day, in the order in which they were written.
///
/// # Errors
/// When the database fails.
pub async fn of_parents<E: EdgeEntity>(db: &impl ConnectionTrait, parents: &[RecordId]) -> Result<Vec<E::Model>> {
    pointing::<E>(db, E::PARENT_COLUMN, parents, Condition::all()).await
}

/// The edges of one kind that hold one of these records in a column and meet a condition, written for the edge of
/// [`At::ROOT`]; in the order of writing.
///
/// # Errors
/// When the database fails.
pub async fn pointing<E: EdgeEntity>(
    db: &impl ConnectionTrait,
    column: &'static str,
    records: &[RecordId],
    seen: Condition,
) -> Result<Vec<E::Model>> {
    let edge = At::ROOT.edge_alias();
    let mut statement = Query::select();
    for column in E::Column::iter() {
        let name = Iden::unquoted(&column).to_owned();
        statement.expr_as(Expr::col((edge, column)), Alias::new(name));
    }
    statement
        .from_as(Alias::new(E::default().table_name()), edge)
        .and_where(children::among(db.get_database_backend(), At::ROOT.edge(column), records))
        .cond_where(seen)
        .order_by_expr(At::ROOT.edge("id"), sea_orm::sea_query::Order::Asc);
    let rows = db.query_all(&statement).await?;
    Ok(rows.iter().map(|row| E::Model::from_query_result(row, "")).collect::<std::result::Result<_, _>>()?)
}
