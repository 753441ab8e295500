//! The revision log and the data version: numbers in commit order, without gaps.

use entity::revision::{Column, Model};
use entity::{RecordId, counter};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, Iterable, QueryOrder, QuerySelect};

use crate::{Result, children};

/// Name of the counter that numbers revisions.
pub const COUNTER: &str = "revision";

/// Number of the last committed revision: the version of all data.
///
/// # Errors
/// When the database fails.
pub async fn data_version(db: &impl ConnectionTrait) -> Result<i64> {
    let counter = counter::Entity::find_by_id(COUNTER.to_owned()).one(db).await?;
    Ok(counter.map_or(0, |counter| counter.value))
}

/// When the last change was committed, in microseconds since 1970; none where nothing was ever written.
///
/// # Errors
/// When the database fails.
pub async fn changed_at(db: &impl ConnectionTrait) -> Result<Option<i64>> {
    let find = entity::revision::Entity::find().select_only().column(Column::At).order_by_desc(Column::Sequence);
    Ok(find.into_tuple().one(db).await?)
}

/// Newest revisions of each of many records, at most `limit` of each, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_records(db: &impl ConnectionTrait, ids: &[RecordId], limit: u64) -> Result<Vec<Model>> {
    let backend = db.get_database_backend();
    let mut newest = Query::select();
    newest
        .column("sequence")
        .from("revision")
        .and_where(Expr::col("record_id").eq(children::key(backend)))
        .order_by("sequence", Order::Desc)
        .limit(limit);
    let mut statement = Query::select();
    statement.columns(Column::iter().map(|column| ("v", column)));
    children::keys(backend, &mut statement, ids);
    let chosen = Condition::all().add(Expr::col(("v", "sequence")).eq(Expr::col(("n", "sequence"))));
    if backend == DbBackend::Postgres {
        statement.join_lateral(JoinType::InnerJoin, newest, "n", Condition::all().add(Expr::cust("true")));
        statement.join_as(JoinType::InnerJoin, "revision", "v", chosen);
    } else {
        statement.join_as(JoinType::InnerJoin, "revision", "v", Expr::col(("v", "sequence")).in_subquery(newest));
    }
    statement.order_by(("v", "sequence"), Order::Desc);
    let rows = db.query_all(&statement).await?;
    Ok(rows.iter().map(|row| Model::from_query_result(row, "")).collect::<std::result::Result<_, _>>()?)
}
