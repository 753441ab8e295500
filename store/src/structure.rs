//! The structure of a region's services: what sources state of it in numbers, and which records are held.

use entity::{Noun, RecordId, observation};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement, UnionType};

use crate::observation::Observations;
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

/// Most structures of one statement: databases limit the columns and parts of one.
const MAX_SIDES: usize = 100;

/// A structure: a region seen through a lens.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Day, scenario, visibility.
    pub scope: Scope,
    /// The region.
    pub region: RecordId,
}

/// What of a structure a statement selects, for a region under a scope.
pub type Selects = fn(&Scope, RecordId) -> SelectStatement;

/// How many records these select of each structure, in one statement for a hundred structures.
///
/// # Errors
/// When the database fails.
pub async fn count<const N: usize>(db: &impl ConnectionTrait, sides: &[Side], selects: [Selects; N]) -> Result<Vec<[i64; N]>> {
    let mut counts = Vec::with_capacity(sides.len());
    for sides in sides.chunks(MAX_SIDES) {
        let mut statement = Query::select();
        for side in sides {
            for select in selects {
                let mut count = Query::select();
                count.expr(Expr::cust("count(*)")).from_subquery(select(&side.scope, side.region), "s");
                statement.expr(Expr::SubQuery(None, Box::new(count.into())));
            }
        }
        let Some(row) = db.query_one(&statement).await? else { continue };
        for side in 0..sides.len() {
            let mut of_side = [0; N];
            for (index, count) in of_side.iter_mut().enumerate() {
                *count = row.try_get_by_index(side * N + index)?;
            }
            counts.push(of_side);
        }
    }
    Ok(counts)
}

/// What sources state of each structure in the indicators `structure.*`: code and observation. Of reality the newest
/// period that has begun by the day; of a plan what the plan says. One statement.
///
/// # Errors
/// When the database fails.
pub async fn stated(db: &impl ConnectionTrait, sides: &[Side]) -> Result<Vec<Vec<(String, observation::Model)>>> {
    let mut found: Vec<Vec<(String, observation::Model)>> = vec![Vec::new(); sides.len()];
    let Some(first) = sides.first() else { return Ok(found) };
    let own = |column: &'static str| AT.own(column);
    let mut statement = Query::select();
    Observations::select_leading(&mut statement);
    statement.expr(Expr::col(("ind", "code")));
    <Observations as Source>::from(&mut statement);
    let mut scenarios = Condition::any().add(own("scenario_id").is_null());
    for scenario in sides.iter().filter_map(|side| side.scope.scenario) {
        scenarios = scenarios.add(own("scenario_id").eq(scenario));
    }
    statement
        .join_as(JoinType::InnerJoin, "indicator", "ind", Expr::col(("ind", "id")).equals((AT.own_alias(), "indicator_id")))
        .cond_where(first.scope.visible(AT))
        .and_where(Expr::col(("ind", "code")).like("structure.%"))
        .and_where(own("subject_id").is_in(sides.iter().map(|side| side.region)))
        .cond_where(scenarios)
        .order_by_expr(own("period_from"), Order::Desc)
        .order_by_expr(own("id"), Order::Asc);
    for row in db.query_all(&statement).await? {
        let code: String = row.try_get_by_index(Observations::LEADING)?;
        let stated = Observations::read(&row)?.own;
        for (side, found) in sides.iter().zip(&mut found) {
            let begun = side.scope.scenario.is_some() || stated.period_from <= side.scope.as_of;
            let of_side = stated.subject_id == Some(side.region) && stated.scenario_id == side.scope.scenario && begun;
            if of_side && !found.iter().any(|(known, _)| *known == code) {
                found.push((code.clone(), stated.clone()));
            }
        }
    }
    Ok(found)
}

/// Every record of each structure: municipalities, organizations, committees, service areas. One statement for a hundred
/// structures.
///
/// # Errors
/// When the database fails.
pub async fn records(db: &impl ConnectionTrait, sides: &[Side]) -> Result<Vec<Vec<(Noun, RecordId)>>> {
    let mut found = vec![Vec::new(); sides.len()];
    let record = |column: &'static str| Expr::col(("r", column));
    for (chunk, sides) in sides.chunks(MAX_SIDES).enumerate() {
        let parts = sides.iter().enumerate().map(|(index, side)| {
            let mut all = municipalities(&side.scope, side.region);
            for part in [organizations, committees, service_areas] {
                all.union(UnionType::Distinct, part(&side.scope, side.region));
            }
            let mut part = Query::select();
            part.expr_as(Expr::cust(index.to_string()), "side").expr(record("noun")).expr(record("id"));
            part.from_as("record", "r").and_where(record("id").in_subquery(all));
            part
        });
        for row in db.query_all(&united(parts)).await? {
            let side: i32 = row.try_get_by_index(0)?;
            let place = chunk * MAX_SIDES + usize::try_from(side).unwrap_or(0);
            found[place].push((row.try_get_by_index(1)?, row.try_get_by_index(2)?));
        }
    }
    for records in &mut found {
        records.sort_unstable_by_key(|(_, id)| *id);
    }
    Ok(found)
}

/// One statement of several.
fn united(parts: impl Iterator<Item = SelectStatement>) -> SelectStatement {
    let all = parts.reduce(|mut all, part| {
        all.union(UnionType::All, part);
        all
    });
    all.unwrap_or_default()
}

/// A record of a plan and the one it replaces, each with its noun.
#[derive(Clone, Copy, Debug)]
pub struct Replaced {
    /// The plan.
    pub scenario: RecordId,
    /// The record of the plan.
    pub record: (Noun, RecordId),
    /// The real record.
    pub replaced: (Noun, RecordId),
}

/// What plans replace, in the order of the plans' records.
///
/// # Errors
/// When the database fails.
pub async fn replacements(db: &impl ConnectionTrait, scenarios: &[RecordId]) -> Result<Vec<Replaced>> {
    let column = |column: &'static str| Expr::col(("rp", column));
    let mut statement = Query::select();
    for expr in [("r", "scenario_id"), ("r", "noun"), ("r", "id"), ("old", "noun"), ("old", "id")] {
        statement.expr(Expr::col(expr));
    }
    statement
        .from_as("replacement", "rp")
        .join_as(JoinType::InnerJoin, "record", "r", Expr::col(("r", "id")).equals(("rp", "record_id")))
        .join_as(JoinType::InnerJoin, "record", "old", Expr::col(("old", "id")).equals(("rp", "replaced_id")))
        .and_where(Expr::col(("r", "scenario_id")).is_in(scenarios.iter().copied()))
        .order_by_expr(column("record_id"), Order::Asc)
        .order_by_expr(column("replaced_id"), Order::Asc);
    let rows = db.query_all(&statement).await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(Replaced {
            scenario: row.try_get_by_index(0)?,
            record: (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
            replaced: (row.try_get_by_index(3)?, row.try_get_by_index(4)?),
        })
    };
    rows.iter().map(read).collect()
}

/// Records that belong to plans, of some nouns or of all: plan, noun and key, by noun and then key.
///
/// # Errors
/// When the database fails.
pub async fn of_plans(
    db: &impl ConnectionTrait,
    scope: &Scope,
    scenarios: &[RecordId],
    nouns: Option<&[Noun]>,
) -> Result<Vec<(RecordId, (Noun, RecordId))>> {
    let mut statement = Query::select();
    for column in ["scenario_id", "noun", "id"] {
        statement.expr(AT.record(column));
    }
    statement
        .from_as("record", AT.record_alias())
        .and_where(AT.record("scenario_id").is_in(scenarios.iter().copied()))
        .cond_where(scope.visible(AT))
        .order_by_expr(AT.record("noun"), Order::Asc)
        .order_by_expr(AT.record("id"), Order::Asc);
    if let Some(nouns) = nouns {
        statement.and_where(AT.record("noun").is_in(nouns.iter().map(|noun| entity::Term::as_str(*noun))));
    }
    let rows = db.query_all(&statement).await?;
    let read = |row: &sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, (row.try_get_by_index(1)?, row.try_get_by_index(2)?)));
    rows.iter().map(read).collect()
}

/// Municipalities and the two days between which their mergers and splits are asked for.
#[derive(Clone, Debug)]
pub struct Between {
    /// The municipalities.
    pub municipalities: Vec<RecordId>,
    /// After this day.
    pub after: chrono::NaiveDate,
    /// Up to this day.
    pub until: chrono::NaiveDate,
}

/// For each of these, the mergers and splits that one of its municipalities has a part in.
///
/// # Errors
/// When the database fails.
pub async fn mergers(db: &impl ConnectionTrait, asked: &[Between]) -> Result<Vec<Vec<RecordId>>> {
    let mut found = vec![Vec::new(); asked.len()];
    let part = |column: &'static str| Expr::col(("cp", column));
    let change = |column: &'static str| Expr::col(("mc", column));
    for (chunk, asked) in asked.chunks(MAX_SIDES).enumerate() {
        let parts = asked.iter().enumerate().map(|(index, between)| {
            let here = |column| part(column).is_in(between.municipalities.iter().copied());
            let mut changes = Query::select();
            changes
                .distinct()
                .expr_as(Expr::cust(index.to_string()), "place")
                .expr(change("id"))
                .from_as("municipality_change", "mc")
                .join_as(JoinType::InnerJoin, "change_part", "cp", part("change_id").equals(("mc", "id")))
                .and_where(change("kind").is_in(["MERGE", "SPLIT"]))
                .and_where(change("effective_on").gt(between.after))
                .and_where(change("effective_on").lte(between.until))
                .and_where(here("from_id").or(here("to_id")));
            changes
        });
        for row in db.query_all(&united(parts)).await? {
            let place: i32 = row.try_get_by_index(0)?;
            found[chunk * MAX_SIDES + usize::try_from(place).unwrap_or(0)].push(row.try_get_by_index(1)?);
        }
    }
    for changes in &mut found {
        changes.sort_unstable();
    }
    Ok(found)
}
