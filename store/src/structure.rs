//! The structure of a region's services: what sources state of it in numbers, and which records are held.

use entity::{Noun, RecordId, observation};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::page::Source;
use crate::{At, Result, Scope};

const AT: At = At::ROOT;

/// Records of a noun that the scope lists, narrowed by a condition on its own table.
fn listed<E: entity::NounEntity>(scope: &Scope, narrow: Condition) -> SelectStatement {
    let mut records = Query::select();
    records.expr(AT.record("id"));
    crate::page::from::<E>(&mut records, AT);
    records.cond_where(scope.listed::<E>(AT)).cond_where(narrow);
    records
}

/// Municipalities that belong to a region.
#[must_use]
pub fn municipalities(scope: &Scope, region: RecordId) -> SelectStatement {
    let mut members = Query::select();
    members
        .expr(AT.edge("municipality_id"))
        .from_as("region_member", AT.edge_alias())
        .and_where(AT.edge("region_id").eq(region))
        .cond_where(scope.edge(AT));
    listed::<entity::municipality::Entity>(scope, Condition::all().add(AT.own("id").in_subquery(members)))
}

/// Organizations whose territory or home is a municipality of a region, or that serve the region.
#[must_use]
pub fn organizations(scope: &Scope, region: RecordId) -> SelectStatement {
    let here = Condition::any()
        .add(AT.own("municipality_id").in_subquery(municipalities(scope, region)))
        .add(AT.own("region_id").eq(region));
    listed::<entity::organization::Entity>(scope, here)
}

/// Committees of the organizations of a region.
#[must_use]
pub fn committees(scope: &Scope, region: RecordId) -> SelectStatement {
    let owned = AT.own("organization_id").in_subquery(organizations(scope, region));
    listed::<entity::committee::Entity>(scope, Condition::all().add(owned))
}

/// Service areas of a region.
#[must_use]
pub fn service_areas(scope: &Scope, region: RecordId) -> SelectStatement {
    listed::<entity::service_area::Entity>(scope, Condition::all().add(AT.own("region_id").eq(region)))
}

/// How many records each of these statements selects, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, selections: Vec<SelectStatement>) -> Result<Vec<i64>> {
    let mut counts = Query::select();
    let many = selections.len();
    for selection in selections {
        let mut count = Query::select();
        count.expr(Expr::cust("count(*)")).from_subquery(selection, "s");
        counts.expr(Expr::SubQuery(None, Box::new(count.into())));
    }
    let Some(row) = db.query_one(&counts).await? else { return Ok(vec![0; many]) };
    (0..many).map(|index| Ok(row.try_get_by_index(index)?)).collect()
}

/// What sources state of a region in the indicators `structure.*`: code and observation. Of reality the newest period
/// that has begun by the day; of a plan what the plan says.
///
/// # Errors
/// When the database fails.
pub async fn stated(db: &impl ConnectionTrait, scope: &Scope, region: RecordId) -> Result<Vec<(String, observation::Model)>> {
    let own = |column: &'static str| AT.own(column);
    let mut statement = Query::select();
    statement.expr(Expr::col(("ind", "code")));
    crate::observation::Observations::select_rest(&mut statement);
    <crate::observation::Observations as Source>::from(&mut statement);
    statement
        .join_as(JoinType::InnerJoin, "indicator", "ind", Expr::col(("ind", "id")).equals((AT.own_alias(), "indicator_id")))
        .cond_where(scope.visible(AT))
        .and_where(Expr::col(("ind", "code")).like("structure.%"))
        .and_where(own("subject_id").eq(region))
        .order_by_expr(own("period_from"), Order::Desc)
        .order_by_expr(own("id"), Order::Asc);
    match scope.scenario {
        Some(scenario) => statement.and_where(own("scenario_id").eq(scenario)),
        None => statement.and_where(own("scenario_id").is_null()).and_where(own("period_from").lte(scope.as_of)),
    };
    let mut found: Vec<(String, observation::Model)> = Vec::new();
    for row in db.query_all(&statement).await? {
        let code: String = row.try_get_by_index(0)?;
        if !found.iter().any(|(known, _)| *known == code) {
            found.push((code, observation::Model::from_query_result(&row, "")?));
        }
    }
    Ok(found)
}

/// Every record of a region's structure: municipalities, organizations, committees, service areas.
///
/// # Errors
/// When the database fails.
pub async fn records(db: &impl ConnectionTrait, scope: &Scope, region: RecordId) -> Result<Vec<(Noun, RecordId)>> {
    let mut all = municipalities(scope, region);
    for part in [organizations(scope, region), committees(scope, region), service_areas(scope, region)] {
        all.union(UnionType::Distinct, part);
    }
    let mut statement = Query::select();
    let record = |column: &'static str| Expr::col(("r", column));
    statement.expr(record("noun")).expr(record("id")).from_as("record", "r").and_where(record("id").in_subquery(all));
    statement.order_by(("r", "id"), Order::Asc);
    let rows = db.query_all(&statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Pairs of a plan's record and the record it replaces.
///
/// # Errors
/// When the database fails.
pub async fn replacements(db: &impl ConnectionTrait, scenario: RecordId) -> Result<Vec<(RecordId, RecordId)>> {
    let column = |column: &'static str| Expr::col(("rp", column));
    let mut statement = Query::select();
    statement
        .expr(column("record_id"))
        .expr(column("replaced_id"))
        .from_as("replacement", "rp")
        .join_as(JoinType::InnerJoin, "record", "r", Expr::col(("r", "id")).equals(("rp", "record_id")))
        .and_where(Expr::col(("r", "scenario_id")).eq(scenario));
    let rows = db.query_all(&statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Mergers and splits between two days that one of these municipalities has a part in.
#[must_use]
pub fn mergers(municipalities: &[RecordId], after: chrono::NaiveDate, until: chrono::NaiveDate) -> SelectStatement {
    let part = |column: &'static str| Expr::col(("cp", column));
    let change = |column: &'static str| Expr::col(("mc", column));
    let mut changes = Query::select();
    changes
        .distinct()
        .expr(change("id"))
        .from_as("municipality_change", "mc")
        .join_as(JoinType::InnerJoin, "change_part", "cp", part("change_id").equals(("mc", "id")))
        .and_where(change("kind").is_in(["MERGE", "SPLIT"]))
        .and_where(change("effective_on").gt(after))
        .and_where(change("effective_on").lte(until))
        .and_where(part("from_id").is_in(municipalities.iter().copied()).or(part("to_id").is_in(municipalities.iter().copied())))
        .order_by(("mc", "id"), Order::Asc);
    changes
}

/// Keys that a statement selects.
///
/// # Errors
/// When the database fails.
pub async fn keys(db: &impl ConnectionTrait, statement: &SelectStatement) -> Result<Vec<RecordId>> {
    let rows = db.query_all(statement).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}
