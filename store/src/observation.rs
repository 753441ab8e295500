//! Observations: rows of their own, without a registry row; who may see them is decided by their indicator and their subject.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::observation::Model;
use entity::quantity::UNIT;
use entity::region::RegionFamily;
use entity::{Micros, Noun, RecordId, Term};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::page::{Join, Source};
use crate::{At, Result, Scope, children};

/// The observations of visible indicators about visible subjects. The day of the lens does not filter them.
pub struct Observations;

/// An observation as read, with the noun of its subject.
#[derive(Clone, Debug)]
pub struct Observed {
    /// The observation.
    pub own: Model,
    /// What it is about.
    pub subject: Option<(Noun, RecordId)>,
}

const ROOT: At = At::ROOT;
/// Alias of the subject's registry row.
const SUBJECT: &str = "s0";

/// Columns in the order in which [`Source::read`] takes them.
const COLUMNS: [&str; 17] = [
    "id",
    "indicator_id",
    "subject_id",
    "scenario_id",
    "period_from",
    "period_to",
    "value_min",
    "value_max",
    "approximate",
    "open_ended",
    "as_written",
    "status",
    "division_year",
    "published_on",
    "class_min",
    "class_max",
    "rank_group",
];

impl Source for Observations {
    type Row = Observed;
    const LEADING: usize = COLUMNS.len() + 1;

    fn select_leading(statement: &mut SelectStatement) {
        for column in COLUMNS {
            statement.expr(ROOT.own(column));
        }
        statement.expr(subject("noun"));
    }

    fn select_rest(_: &mut SelectStatement) {}

    fn from(statement: &mut SelectStatement) {
        statement.from_as("observation", ROOT.own_alias()).join_as(
            JoinType::InnerJoin,
            "record",
            ROOT.record_alias(),
            ROOT.record("id").equals((ROOT.own_alias(), "indicator_id")),
        );
        join_subject(statement);
    }

    fn join(statement: &mut SelectStatement, how: Join, on: Expr) {
        how.add(statement, "observation", ROOT.own_alias(), on);
        let indicator = ROOT.record("id").equals((ROOT.own_alias(), "indicator_id"));
        how.add(statement, "record", ROOT.record_alias(), indicator);
        join_subject(statement);
    }

    fn listed(scope: &Scope) -> Condition {
        let real = ROOT.own("scenario_id").is_null();
        let planned = match scope.scenario {
            None => real,
            Some(scenario) => real.or(ROOT.own("scenario_id").eq(scenario)),
        };
        let mut listed = scope.visible(ROOT).add(planned);
        if !scope.restricted {
            let seen = subject("status").eq("PUBLISHED").and(subject("visibility").eq("PUBLIC"));
            listed = listed.add(ROOT.own("subject_id").is_null().or(seen));
        }
        listed
    }

    fn id() -> Expr {
        ROOT.own("id")
    }

    fn read(row: &QueryResult) -> Result<Observed> {
        let own = Model {
            id: row.try_get_by_index(0)?,
            indicator_id: row.try_get_by_index(1)?,
            subject_id: row.try_get_by_index(2)?,
            scenario_id: row.try_get_by_index(3)?,
            period_from: row.try_get_by_index(4)?,
            period_to: row.try_get_by_index(5)?,
            value_min: row.try_get_by_index(6)?,
            value_max: row.try_get_by_index(7)?,
            approximate: row.try_get_by_index(8)?,
            open_ended: row.try_get_by_index(9)?,
            as_written: row.try_get_by_index(10)?,
            status: row.try_get_by_index(11)?,
            division_year: row.try_get_by_index(12)?,
            published_on: row.try_get_by_index(13)?,
            class_min: row.try_get_by_index(14)?,
            class_max: row.try_get_by_index(15)?,
            rank_group: row.try_get_by_index(16)?,
        };
        let noun: Option<Noun> = row.try_get_by_index(17)?;
        Ok(Observed { subject: noun.zip(own.subject_id), own })
    }

    fn key(row: &Observed) -> i64 {
        row.own.id
    }
}

fn subject(column: &'static str) -> Expr {
    Expr::col((SUBJECT, column))
}

fn join_subject(statement: &mut SelectStatement) {
    let same = subject("id").equals((ROOT.own_alias(), "subject_id"));
    statement.join_as(JoinType::LeftJoin, "record", SUBJECT, same);
}

/// Observations with a column that points at one of these public UUIDs.
#[must_use]
pub fn with_uids(column: Expr, uids: &[uuid::Uuid]) -> Expr {
    pointing(column, "record", Expr::col("uid").is_in(uids.iter().copied()), uids.len())
}

/// Observations of the indicators with these codes; `column` holds the indicator.
#[must_use]
pub fn with_codes(column: Expr, codes: &[String]) -> Expr {
    pointing(column, "indicator", Expr::col("code").is_in(codes.iter().cloned()), codes.len())
}

/// A single record is compared with as one value, so that an index can be read in the order of the list.
fn pointing(column: Expr, table: &'static str, matched: Expr, count: usize) -> Expr {
    let mut keys = Query::select();
    keys.column("id").from(table).and_where(matched);
    if count == 1 {
        return column.eq(Expr::SubQuery(None, Box::new(keys.into())));
    }
    column.in_subquery(keys)
}

/// What tells apart the series of an indicator about a subject.
const SERIES: [&str; 4] = ["scenario_id", "class_min", "class_max", "rank_group"];

/// Observations that have begun by the day of the lens and that none follows by then: none of the same series, among those
/// that `narrowed` holds for on [`At::NESTED`].
#[must_use]
pub fn newest(scope: &Scope, narrowed: &Condition) -> Condition {
    const LATER: At = At::NESTED;
    let both_null = |column| LATER.own(column).is_null().and(ROOT.own(column).is_null());
    let same = |column| LATER.own(column).eq(ROOT.own(column));
    let followed = |about: Expr| {
        let mut later = Query::select();
        later
            .expr(Expr::val(1))
            .from_as("observation", LATER.own_alias())
            .and_where(about)
            .and_where(same("indicator_id"))
            .and_where(LATER.own("period_from").gt(ROOT.own("period_from")))
            .and_where(LATER.own("period_from").lte(scope.as_of))
            .cond_where(narrowed.clone());
        for column in SERIES {
            later.and_where(same(column).or(both_null(column)));
        }
        Expr::exists(later)
    };
    // Asked for apart, as an index serves each but not both at once.
    Condition::all()
        .add(ROOT.own("period_from").lte(scope.as_of))
        .add(followed(same("subject_id")).not())
        .add(followed(both_null("subject_id")).not())
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

/// Which subjects a distribution is over.
#[derive(Clone, Copy, Debug)]
pub struct Subjects {
    /// Their noun.
    pub noun: Noun,
    /// Their family, for regions.
    pub family: Option<RegionFamily>,
}

impl Subjects {
    /// Observations about one of them, or counts by class, which do not say what their subjects are.
    fn condition(self) -> Condition {
        let mut about = Condition::all().add(subject("noun").eq(self.noun.as_str()));
        if let Some(family) = self.family {
            let mut regions = Query::select();
            regions.column("id").from("region").and_where(Expr::col("family").eq(family.as_str()));
            about = about.add(ROOT.own("subject_id").in_subquery(regions));
        }
        let counted = ROOT.own("class_min").is_not_null().or(ROOT.own("class_max").is_not_null());
        Condition::any().add(about).add(ROOT.own("subject_id").is_null().and(counted))
    }
}

/// Classes and values of indicators for the period that begins on a day; without a day, of each for its newest that is no
/// forecast. One statement, whatever the number of indicators.
///
/// # Errors
/// When the database fails.
pub async fn values(
    db: &impl ConnectionTrait,
    scope: &Scope,
    indicators: &[RecordId],
    subjects: Subjects,
    day: Option<NaiveDate>,
) -> Result<HashMap<RecordId, Values>> {
    let of_indicators = || {
        let among = children::among(db.get_database_backend(), ROOT.own("indicator_id"), indicators);
        Observations::listed(scope).add(among).add(subjects.condition())
    };
    let mut statement = Query::select();
    Observations::select_leading(&mut statement);
    <Observations as Source>::from(&mut statement);
    statement.cond_where(of_indicators());
    match day {
        Some(day) => {
            statement.and_where(ROOT.own("period_from").eq(day));
        }
        None => {
            let mut newest = Query::select();
            newest.expr_as(ROOT.own("indicator_id"), "indicator_id").expr_as(ROOT.own("period_from").max(), "day");
            <Observations as Source>::from(&mut newest);
            newest
                .cond_where(of_indicators())
                .and_where(ROOT.own("status").ne("FORECAST"))
                .add_group_by([ROOT.own("indicator_id")]);
            let same = Condition::all()
                .add(Expr::col(("n", "indicator_id")).equals((ROOT.own_alias(), "indicator_id")))
                .add(Expr::col(("n", "day")).equals((ROOT.own_alias(), "period_from")));
            statement.join_subquery(JoinType::InnerJoin, newest, "n", same);
        }
    }
    let mut found: HashMap<RecordId, Values> = HashMap::new();
    for row in db.query_all(&statement).await? {
        let row = Observations::read(&row)?.own;
        let Some(value) = row.value_min.filter(|_| row.value_min == row.value_max) else { continue };
        let values = found.entry(row.indicator_id).or_default();
        if row.class_min.is_some() || row.class_max.is_some() {
            values.stated.push(Class { lower: row.class_min, upper: row.class_max, count: value / UNIT, stated: true });
        } else if row.subject_id.is_some() && !row.approximate && !row.open_ended {
            values.values.push(value);
        }
    }
    for values in found.values_mut() {
        values.stated.sort_by_key(|class| class.lower.or(class.upper));
        values.values.sort_unstable();
    }
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
