//! Filter and order of observations.

use async_graphql::{Enum, ID, InputObject};
use entity::observation::ObservationStatus;
use store::order::Kind;
use store::{At, Condition, Expr, ExprTrait, Scope, Term};

use crate::Result;
use crate::graphql::filter::{CodeFilter, DateFilter, IntFilter, bounded};
use crate::graphql::id;
use crate::graphql::order::Direction;
use crate::graphql::quantity::Decimal;

crate::term_filter!(ObservationStatusFilter, ObservationStatus);

/// Conditions on a decimal number.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DecimalFilter {
    /// The same.
    eq: Option<Decimal>,
    /// Larger.
    gt: Option<Decimal>,
    /// Larger, or the same.
    gte: Option<Decimal>,
    /// Smaller.
    lt: Option<Decimal>,
    /// Smaller, or the same.
    lte: Option<Decimal>,
    /// Missing, or not missing.
    is_null: Option<bool>,
}

/// Which observations. Conditions given together must all hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ObservationFilter {
    /// Ids of indicators; at most 500.
    indicators: Option<Vec<ID>>,
    /// Codes of indicators, such as `population`; at most 500.
    indicator_codes: Option<Vec<String>>,
    /// Ids of subjects of any noun; at most 500.
    subjects: Option<Vec<ID>>,
    /// First day of the reference period.
    period_from: Option<DateFilter>,
    /// First day after the reference period.
    period_to: Option<DateFilter>,
    /// Year of the territorial division.
    division_year: Option<IntFilter>,
    /// What kind of value.
    status: Option<ObservationStatusFilter>,
    /// The value, for ranges its lower end.
    value: Option<DecimalFilter>,
    /// Lower bound of the class whose subjects the value counts; missing for values that are no such counts.
    class_lower: Option<DecimalFilter>,
    /// Upper bound of the class whose subjects the value counts; missing also for an open end.
    class_upper: Option<DecimalFilter>,
    /// Group in a ranking, such as `highest`.
    rank_group: Option<CodeFilter>,
    /// `true`: of each indicator, subject, plan and class only the newest period that has begun by the day of the lens, of those
    /// for which the other conditions hold. Where several values have that period, all of them.
    latest: Option<bool>,
}

impl ObservationFilter {
    /// Condition on observations under a lens.
    ///
    /// # Errors
    /// For lists too long and malformed ids.
    pub fn condition(&self, scope: &Scope) -> Result<Condition> {
        let all = self.narrowed(At::ROOT)?;
        if self.latest != Some(true) {
            return Ok(all);
        }
        Ok(all.add(store::observation::newest(scope, &self.narrowed(At::NESTED)?)))
    }

    /// All conditions but that on the newest.
    fn narrowed(&self, at: At) -> Result<Condition> {
        let own = |column: &'static str| at.own(column);
        let mut all = Condition::all();
        for (ids, column) in [(&self.indicators, "indicator_id"), (&self.subjects, "subject_id")] {
            if let Some(ids) = ids {
                let uids = bounded(ids)?.iter().map(|id| id::decode(id).map(|(_, uid)| uid)).collect::<Result<Vec<_>>>()?;
                all = all.add(store::observation::with_uids(own(column), &uids));
            }
        }
        if let Some(codes) = &self.indicator_codes {
            all = all.add(store::observation::with_codes(own("indicator_id"), bounded(codes)?));
        }
        for (days, column) in [(&self.period_from, "period_from"), (&self.period_to, "period_to")] {
            if let Some(days) = days {
                all = all.add(days.condition(&own(column))?);
            }
        }
        if let Some(year) = &self.division_year {
            all = all.add(year.condition(&own("division_year"))?);
        }
        if let Some(status) = &self.status {
            all = all.add(status.condition(&own("status"))?);
        }
        for (given, column) in [(&self.value, "value_min"), (&self.class_lower, "class_min"), (&self.class_upper, "class_max")] {
            if let Some(given) = given {
                all = all.add(given.condition(&own(column)));
            }
        }
        if let Some(group) = &self.rank_group {
            all = all.add(group.condition(&own("rank_group"))?);
        }
        Ok(all)
    }
}

impl DecimalFilter {
    fn condition(&self, column: &Expr) -> Condition {
        let column = || column.clone();
        let comparisons = [
            self.eq.map(|given| column().eq(given.0)),
            self.gt.map(|given| column().gt(given.0)),
            self.gte.map(|given| column().gte(given.0)),
            self.lt.map(|given| column().lt(given.0)),
            self.lte.map(|given| column().lte(given.0)),
            self.is_null.map(|missing| if missing { column().is_null() } else { column().is_not_null() }),
        ];
        comparisons.into_iter().flatten().fold(Condition::all(), Condition::add)
    }
}

/// What observations can be sorted by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObservationOrderField {
    /// First day of the reference period.
    PeriodFrom,
    /// The value, for ranges its lower end.
    Value,
    /// Day on which it was published.
    PublishedOn,
}

/// A term of the order of observations.
#[derive(InputObject, Clone, Debug)]
pub struct ObservationOrder {
    /// By what.
    field: ObservationOrderField,
    /// Which way. Missing values come last either way.
    #[graphql(default)]
    direction: Direction,
}

impl From<ObservationOrder> for Term {
    fn from(order: ObservationOrder) -> Self {
        let descending = order.direction.descending();
        match order.field {
            ObservationOrderField::PeriodFrom => Self::own("period_from", Kind::Date, descending),
            ObservationOrderField::Value => Self::own("value_min", Kind::Int, descending),
            ObservationOrderField::PublishedOn => Self::own("published_on", Kind::Date, descending),
        }
    }
}
