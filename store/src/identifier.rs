//! Records by the codes people know them by.

use chrono::NaiveDate;
use entity::identifier::{Column, Entity, Model};
use entity::{Noun, RecordId};
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{At, Result, Scope};

/// The record that a scheme's value names. Where a code has been used by several, the day picks: the one in use
/// then, else the last one before, else the first one after.
///
/// # Errors
/// When the database fails.
pub async fn resolve(db: &impl ConnectionTrait, scope: &Scope, scheme: &str, value: &str) -> Result<Option<(Noun, RecordId)>> {
    let column = |column: &'static str| Expr::col(("i", column));
    let mut statement = Query::select();
    statement
        .expr(At::ROOT.record("noun"))
        .expr(At::ROOT.record("id"))
        .expr(At::ROOT.record("valid_from"))
        .expr(At::ROOT.record("valid_to"))
        .expr(column("valid_from"))
        .expr(column("valid_to"))
        .from_as("identifier", "i")
        .join_as(
            JoinType::InnerJoin,
            "record",
            At::ROOT.record_alias(),
            column("record_id").equals((At::ROOT.record_alias(), "id")),
        )
        .and_where(column("scheme").eq(scheme))
        .and_where(column("value").eq(value))
        .cond_where(scope.visible(At::ROOT));
    let mut best: Option<((i32, i64), Noun, RecordId)> = None;
    for row in db.query_all(&statement).await? {
        let date = |index| row.try_get_by_index::<NaiveDate>(index);
        let rank = distance(scope.as_of, Ord::max(date(2)?, date(4)?), Ord::min(date(3)?, date(5)?));
        if best.is_none_or(|(known, ..)| rank < known) {
            best = Some((rank, row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
    }
    Ok(best.map(|(_, noun, id)| (noun, id)))
}

/// How far a period is from a day: within it, ended before it, begun after it.
fn distance(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> (i32, i64) {
    if from <= day && day < to {
        (0, 0)
    } else if to <= day {
        (1, (day - to).num_days())
    } else {
        (2, (from - day).num_days())
    }
}

/// All identifiers of many records.
///
/// # Errors
/// When the database fails.
pub async fn of_records(db: &impl ConnectionTrait, ids: &[RecordId]) -> Result<Vec<Model>> {
    let find = Entity::find().filter(Column::RecordId.is_in(ids.iter().copied()));
    Ok(find.order_by_asc(Column::Scheme).order_by_asc(Column::Value).all(db).await?)
}

/// Every scheme in use, in order.
///
/// # Errors
/// When the database fails.
pub async fn schemes(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let find = Entity::find().select_only().column(Column::Scheme).distinct().order_by_asc(Column::Scheme);
    Ok(find.into_tuple().all(db).await?)
}
