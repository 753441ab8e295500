//! Connections of observations.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use entity::observation::{Model, ObservationStatus};
use entity::{Noun, NounEntity};
use store::observation::{Observations as Source, Observed};
use store::{Condition, Scope, Via};
use tokio::sync::OnceCell;

use super::{ObservationFilter, ObservationOrder};
use crate::Result;
use crate::graphql::indicator::Indicator;
use crate::graphql::item::{Item, Pointed};
use crate::graphql::page::{Listing, PageArgs, PageInfo};
use crate::graphql::pages::Pages;
use crate::graphql::quantity::{Decimal, Quantity};
use crate::graphql::record::{AnyRecord, Record};
use crate::graphql::term::Named;
use crate::graphql::time::Date;

/// The observations of a level, with what they point at.
pub struct Level {
    pages: Pages,
    rows: Vec<Observed>,
    scope: Scope,
    indicators: Pointed<entity::indicator::Entity>,
    subjects: OnceCell<Result<Vec<Option<AnyRecord>>>>,
}

impl Level {
    fn of((pages, rows): (Pages, Vec<Observed>), scope: Scope) -> Self {
        Self { pages, rows, scope, indicators: Pointed::default(), subjects: OnceCell::new() }
    }

    async fn subject(&self, ctx: &Context<'_>, index: usize) -> Result<Option<AnyRecord>> {
        let load = || async {
            let wanted: Vec<_> = self.rows.iter().map(|row| row.subject).collect();
            AnyRecord::load_all(ctx, self.scope, &wanted).await
        };
        let subjects = self.subjects.get_or_init(load).await;
        Ok(subjects.as_ref().map_err(Clone::clone)?.get(index).cloned().flatten())
    }
}

/// The part of a root list of observations.
///
/// # Errors
/// For arguments that cannot be used, and when the database fails.
pub(super) async fn list(ctx: &Context<'_>, listing: Listing) -> Result<Observations> {
    let scope = listing.scope;
    let (selection, binding) = listing.selection(ctx)?;
    let read = Pages::root::<Source>(ctx, &selection, binding).await?;
    Ok(Observations { level: Arc::new(Level::of(read, scope)), page: 0 })
}

/// The part of the observations about a record, or of an indicator's own; fetched for all siblings in one statement.
///
/// # Errors
/// For arguments that cannot be used, and when the database fails.
pub async fn of_record<E: NounEntity>(
    item: &Item<E>,
    ctx: &Context<'_>,
    (filter, order): (Option<Box<ObservationFilter>>, Option<Vec<ObservationOrder>>),
    page: PageArgs,
) -> Result<Observations> {
    let load = || async {
        let scope = *item.scope();
        let filter = filter.map_or_else(|| Ok(Condition::all()), |filter| filter.condition(&scope))?;
        let listing = Listing { scope, filter, order: crate::graphql::order::terms(order)?, page };
        let (selection, binding) = listing.selection(ctx)?;
        let via = Via::Own(if E::NOUN == Noun::Indicator { "indicator_id" } else { "subject_id" });
        let read = Pages::nested::<Source>(ctx, (via, item.group().ids()), &selection, binding).await?;
        Ok(Level::of(read, scope))
    };
    let level = item.fetch(ctx, load).await?;
    let page = level.pages.of_parent(item.row().id())?;
    Ok(Observations { level, page })
}

/// Part of a list of observations.
pub struct Observations {
    level: Arc<Level>,
    page: usize,
}

/// Part of a list: its observations, where it stands in the whole, and how many there are in all.
#[Object(name = "ObservationConnection", serial)]
impl Observations {
    /// The observations of this part with their cursors.
    async fn edges(&self) -> Vec<ObservationEdge> {
        let edge = |index| ObservationEdge {
            cursor: self.level.pages.cursor(index),
            node: Observation { level: Arc::clone(&self.level), index },
        };
        self.level.pages.range(self.page).map(edge).collect()
    }

    /// The observations of this part.
    async fn nodes(&self) -> Vec<Observation> {
        self.level.pages.range(self.page).map(|index| Observation { level: Arc::clone(&self.level), index }).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        self.level.pages.info(self.page)
    }

    /// Number of observations in the whole list, under the same filter. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.level.pages.total(self.page)
    }
}

/// An observation with its place in a list.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ObservationEdge {
    /// Place of the observation in this list: give it as `after` or `before`, with the same order, filter and lens.
    cursor: String,
    /// The observation.
    node: Observation,
}

/// The value of an indicator for a subject and a period.
pub struct Observation {
    level: Arc<Level>,
    index: usize,
}

impl Observation {
    fn row(&self) -> &Model {
        &self.level.rows[self.index].own
    }
}

/// The value of an indicator for a subject and a period (havainto). Not filtered by the day of the lens.
#[Object(serial)]
impl Observation {
    /// The indicator.
    async fn indicator(&self, ctx: &Context<'_>) -> Result<Option<Indicator>> {
        let ids = || self.level.rows.iter().map(|row| row.own.indicator_id).collect();
        self.level.indicators.find(ctx, self.level.scope, ids, Some(self.row().indicator_id)).await
    }

    /// What it is about: a municipality, a region, an organization or another record. Null where it is about a country or a
    /// class of subjects, or where the source does not join value and subject.
    async fn subject(&self, ctx: &Context<'_>) -> Result<Option<Record>> {
        Ok(self.level.subject(ctx, self.index).await?.map(Record))
    }

    /// First day of the reference period.
    async fn period_from(&self) -> Date {
        Date(self.row().period_from)
    }

    /// First day after the reference period.
    async fn period_to(&self) -> Date {
        Date(self.row().period_to)
    }

    /// The value where it is exact. Null for ranges, open ends and missing values: see `quantity`.
    async fn value(&self) -> Option<Decimal> {
        let row = self.row();
        let exact = row.value_min == row.value_max && !row.approximate && !row.open_ended;
        row.value_min.filter(|_| exact).map(Decimal)
    }

    /// The value with its uncertainty, as the source gives it.
    async fn quantity(&self) -> Quantity {
        let row = self.row();
        Quantity {
            min: row.value_min.map(Decimal),
            max: row.value_max.map(Decimal),
            approximate: row.approximate,
            open_ended: row.open_ended,
            as_written: row.as_written.clone(),
        }
    }

    /// What kind of value: observed, forecast, missing ..
    async fn status(&self) -> Named<ObservationStatus> {
        Named(self.row().status)
    }

    /// Year of the territorial division that the value is on. Null where it does not depend on one or no source says.
    async fn division_year(&self) -> Option<i32> {
        self.row().division_year
    }

    /// Day on which it was published. Null where not known.
    async fn published_on(&self) -> Option<Date> {
        self.row().published_on.map(Date)
    }

    /// Lower bound of the class whose subjects the value counts. Null for values that are no such counts.
    async fn class_lower(&self) -> Option<Decimal> {
        self.row().class_min.map(Decimal)
    }

    /// Upper bound of the class whose subjects the value counts. Null for values that are no such counts, and for an open end.
    async fn class_upper(&self) -> Option<Decimal> {
        self.row().class_max.map(Decimal)
    }

    /// Group in a ranking, such as `highest`, where the source does not join value and subject. Null otherwise.
    async fn rank_group(&self) -> Option<&str> {
        self.row().rank_group.as_deref()
    }
}
