//! Observations: rows of their own, without a registry row; who may see them is decided by their indicator.

use chrono::NaiveDate;
use entity::observation::{Column, Model};
use entity::quantity::UNIT;
use entity::{Micros, RecordId};
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult, Iden, Iterable, QueryResult};

use crate::page::{Join, Source};
use crate::{At, Result, Scope};

/// The observations of visible indicators. The day of the lens does not filter them.
pub struct Observations;

const ROOT: At = At::ROOT;

impl Source for Observations {
    type Row = Model;
    const LEADING: usize = 0;

    fn select_leading(_: &mut SelectStatement) {}

    fn select_rest(statement: &mut SelectStatement) {
        for column in Column::iter() {
            statement.expr_as(Expr::col((ROOT.own_alias(), column)), Alias::new(Iden::unquoted(&column).to_owned()));
        }
    }

    fn from(statement: &mut SelectStatement) {
        statement.from_as("observation", ROOT.own_alias()).join_as(
            JoinType::InnerJoin,
            "record",
            ROOT.record_alias(),
            ROOT.record("id").equals((ROOT.own_alias(), "indicator_id")),
        );
    }

    fn join(statement: &mut SelectStatement, how: Join, on: Expr) {
        how.add(statement, "observation", ROOT.own_alias(), on);
        let indicator = ROOT.record("id").equals((ROOT.own_alias(), "indicator_id"));
        how.add(statement, "record", ROOT.record_alias(), indicator);
    }

    fn listed(scope: &Scope) -> Condition {
        let real = ROOT.own("scenario_id").is_null();
        let planned = match scope.scenario {
            None => real,
            Some(scenario) => real.or(ROOT.own("scenario_id").eq(scenario)),
        };
        scope.visible(ROOT).add(planned)
    }

    fn id() -> Expr {
        ROOT.own("id")
    }

    fn read(row: &QueryResult) -> Result<Model> {
        Ok(Model::from_query_result(row, "")?)
    }

    fn key(row: &Model) -> i64 {
        row.id
    }
}

/// Observations with a column that points at one of these public UUIDs.
#[must_use]
pub fn with_uids(column: &'static str, uids: &[uuid::Uuid]) -> Expr {
    pointing(column, "record", Expr::col("uid").is_in(uids.iter().copied()), uids.len())
}

/// Observations of the indicators with these codes.
#[must_use]
pub fn with_codes(codes: &[String]) -> Expr {
    pointing("indicator_id", "indicator", Expr::col("code").is_in(codes.iter().cloned()), codes.len())
}

/// A single record is compared with as one value, so that an index can be read in the order of the list.
fn pointing(column: &'static str, table: &'static str, matched: Expr, count: usize) -> Expr {
    let mut keys = Query::select();
    keys.column("id").from(table).and_where(matched);
    if count == 1 {
        return ROOT.own(column).eq(Expr::SubQuery(None, Box::new(keys.into())));
    }
    ROOT.own(column).in_subquery(keys)
}

/// A class of values with the number of subjects in it; bounds included, none: open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Lower bound.
    pub lower: Option<Micros>,
    /// Upper bound.
    pub upper: Option<Micros>,
    /// Number of subjects.
    pub count: i64,
    /// Whether a source gives it.
    pub stated: bool,
}

/// What an indicator has for one period: classes that a source states, and exact values, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Classes as stated, lowest first.
    pub stated: Vec<Class>,
    /// Exact values of subjects, smallest first.
    pub values: Vec<Micros>,
}

/// Classes and values of an indicator for the period that begins on a day; without a day, for the newest that is no
/// forecast.
///
/// # Errors
/// When the database fails.
pub async fn values(db: &impl ConnectionTrait, scope: &Scope, indicator: RecordId, day: Option<NaiveDate>) -> Result<Values> {
    let of_indicator = || Observations::listed(scope).add(ROOT.own("indicator_id").eq(indicator));
    let day = match day {
        Some(day) => day,
        None => {
            let mut newest = Query::select();
            newest.expr(ROOT.own("period_from").max());
            <Observations as Source>::from(&mut newest);
            newest.cond_where(of_indicator()).and_where(ROOT.own("status").ne("FORECAST"));
            let row = db.query_one(&newest).await?;
            match row.map(|row| row.try_get_by_index::<Option<NaiveDate>>(0)).transpose()?.flatten() {
                Some(day) => day,
                None => return Ok(Values::default()),
            }
        }
    };
    let mut statement = Query::select();
    Observations::select_rest(&mut statement);
    <Observations as Source>::from(&mut statement);
    statement.cond_where(of_indicator()).and_where(ROOT.own("period_from").eq(day));
    let mut found = Values::default();
    for row in db.query_all(&statement).await? {
        let row = Observations::read(&row)?;
        let Some(value) = row.value_min.filter(|_| row.value_min == row.value_max) else { continue };
        if row.class_min.is_some() || row.class_max.is_some() {
            found.stated.push(Class { lower: row.class_min, upper: row.class_max, count: value / UNIT, stated: true });
        } else if row.subject_id.is_some() && !row.approximate && !row.open_ended {
            found.values.push(value);
        }
    }
    found.stated.sort_by_key(|class| class.lower.or(class.upper));
    found.values.sort_unstable();
    Ok(found)
}

/// Classes with about the same number of values in each; equal values stay together. `values` must be sorted.
#[must_use]
pub fn quantiles(values: &[Micros], classes: usize) -> Vec<Class> {
    let mut cut = Vec::new();
    let mut start = 0;
    for class in 1..=classes {
        let mut end = (values.len() * class).div_ceil(classes).max(start);
        while end > start && end < values.len() && values[end] == values[end - 1] {
            end += 1;
        }
        cut.extend(class_of(&values[start..end]));
        start = end;
    }
    cut
}

fn class_of(values: &[Micros]) -> Option<Class> {
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
    Some(Class { lower: Some(*values.first()?), upper: Some(*values.last()?), count, stated: false })
}

/// Classes of the same width between the smallest and the largest value. `values` must be sorted.
#[must_use]
pub fn intervals(values: &[Micros], classes: usize) -> Vec<Class> {
    let (Some(first), Some(last)) = (values.first().copied(), values.last().copied()) else { return Vec::new() };
    let classes = Ord::min(i64::try_from(classes).unwrap_or(1), last - first + 1);
    let bound =
        |class: i64| first + i64::try_from(i128::from(last - first) * i128::from(class) / i128::from(classes)).unwrap_or(0);
    (0..classes)
        .map(|class| {
            let lower = if class == 0 { first } else { bound(class) + 1 };
            let upper = bound(class + 1);
            let within = values.partition_point(|value| *value <= upper) - values.partition_point(|value| *value < lower);
            Class { lower: Some(lower), upper: Some(upper), count: i64::try_from(within).unwrap_or(i64::MAX), stated: false }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(classes: &[Class]) -> Vec<i64> {
        classes.iter().map(|class| class.count).collect()
    }

    #[test]
    fn quantiles_hold_all_values_and_never_part_equal_ones() {
        assert_eq!(counts(&quantiles(&[1, 2, 3, 4, 5, 6, 7], 3)), [3, 2, 2]);
        assert_eq!(counts(&quantiles(&[1, 1, 1, 1, 2], 3)), [4, 1]);
        assert_eq!(quantiles(&[], 3), []);
    }

    #[test]
    fn intervals_meet_without_gap_or_overlap() {
        let classes = intervals(&[0, 1, 5, 9, 10], 2);
        assert_eq!(counts(&classes), [3, 2]);
        assert_eq!((classes[0].upper, classes[1].lower), (Some(5), Some(6)));
        assert_eq!(counts(&intervals(&[7, 7], 5)), [2]);
    }
}
