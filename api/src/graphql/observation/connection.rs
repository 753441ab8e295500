//! Connections of observations.

use std::ops::Range;
use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use entity::observation::{Model, ObservationStatus};
use entity::{NounEntity, RecordId};
use store::cursor::Binding;
use store::observation::Observations as Source;
use store::{Condition, Cursor, Page, Scope, Via};
use tokio::sync::OnceCell;

use super::{ObservationFilter, ObservationOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::indicator::Indicator;
use crate::graphql::item::{Group, Item};
use crate::graphql::page::{Listing, PageArgs, PageInfo};
use crate::graphql::quantity::{Decimal, Quantity};
use crate::graphql::record::{AnyRecord, Record};
use crate::graphql::term::Named;
use crate::graphql::time::Date;

/// The observations of a level, with what they point at.
pub struct Level {
    rows: Vec<(Cursor, Model)>,
    parents: Vec<RecordId>,
    pages: Vec<Part>,
    binding: Binding,
    scope: Scope,
    indicators: OnceCell<Result<Arc<Group<entity::indicator::Entity>>>>,
    subjects: OnceCell<Result<Vec<Option<AnyRecord>>>>,
}

struct Part {
    range: Range<usize>,
    has_previous: bool,
    has_next: bool,
    total: Option<i64>,
}

impl Level {
    fn of(pages: Vec<Page<Model>>, parents: Vec<RecordId>, scope: Scope, binding: Binding) -> Self {
        let (mut rows, mut parts) = (Vec::new(), Vec::with_capacity(pages.len()));
        for page in pages {
            let start = rows.len();
            rows.extend(page.rows);
            let range = start..rows.len();
            parts.push(Part { range, has_previous: page.has_previous, has_next: page.has_next, total: page.total });
        }
        Self { rows, parents, pages: parts, binding, scope, indicators: OnceCell::new(), subjects: OnceCell::new() }
    }

    async fn indicators(&self, ctx: &Context<'_>) -> Result<Arc<Group<entity::indicator::Entity>>> {
        let load = || async {
            let mut ids: Vec<RecordId> = self.rows.iter().map(|(_, row)| row.indicator_id).collect();
            ids.sort_unstable();
            ids.dedup();
            let rows = ctx.loader(&self.scope).load(&ids).await?;
            Ok(Group::new(rows.into_iter().flatten().collect(), self.scope))
        };
        self.indicators.get_or_init(load).await.clone()
    }

    async fn subject(&self, ctx: &Context<'_>, index: usize) -> Result<Option<AnyRecord>> {
        let load = || async {
            let ids: Vec<Option<RecordId>> = self.rows.iter().map(|(_, row)| row.subject_id).collect();
            let nouns = store::registry::nouns(ctx.db(), &ids.iter().flatten().copied().collect::<Vec<_>>()).await?;
            let wanted: Vec<_> = ids.iter().map(|id| id.and_then(|id| nouns.get(&id).map(|noun| (*noun, id)))).collect();
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
    let page = store::page::page::<Source>(ctx.db(), &selection).await?;
    Ok(Observations { level: Arc::new(Level::of(vec![page], Vec::new(), scope, binding)), page: 0 })
}

/// The part of the observations that hang on a record by a column; fetched for all siblings in one statement.
///
/// # Errors
/// For arguments that cannot be used, and when the database fails.
pub async fn of_subject<E: NounEntity>(
    item: &Item<E>,
    ctx: &Context<'_>,
    column: &'static str,
    (filter, order): (Option<Box<ObservationFilter>>, Option<Vec<ObservationOrder>>),
    page: PageArgs,
) -> Result<Observations> {
    let scope = *item.scope();
    let load = || async {
        let filter = filter.map_or_else(|| Ok(Condition::all()), |filter| filter.condition())?;
        let listing = Listing { scope, filter, order: crate::graphql::order::terms(order)?, page };
        let (selection, binding) = listing.selection(ctx)?;
        let mut parents = item.group().ids();
        parents.sort_unstable();
        parents.dedup();
        let mut pages = store::children::children::<Source>(ctx.db(), Via::Own(column), &parents, &selection).await?;
        let pages = parents.iter().map(|id| pages.remove(id).unwrap_or_default()).collect();
        Ok(Level::of(pages, parents, scope, binding))
    };
    let level = item.fetch(ctx, load).await?;
    let page = level.parents.binary_search(&item.row().id()).map_err(|_| crate::Error::Internal)?;
    Ok(Observations { level, page })
}

/// Part of a list of observations.
pub struct Observations {
    level: Arc<Level>,
    page: usize,
}

impl Observations {
    fn part(&self) -> &Part {
        &self.level.pages[self.page]
    }

    fn cursor(&self, index: usize) -> String {
        self.level.rows[index].0.encode(self.level.binding)
    }
}

/// Part of a list: its observations, where it stands in the whole, and how many there are in all.
#[Object(name = "ObservationConnection", serial)]
impl Observations {
    /// The observations of this part with their cursors.
    async fn edges(&self) -> Vec<ObservationEdge> {
        let range = self.part().range.clone();
        range
            .map(|index| ObservationEdge {
                cursor: self.cursor(index),
                node: Observation { level: Arc::clone(&self.level), index },
            })
            .collect()
    }

    /// The observations of this part.
    async fn nodes(&self) -> Vec<Observation> {
        self.part().range.clone().map(|index| Observation { level: Arc::clone(&self.level), index }).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        let part = self.part();
        let ends = (!part.range.is_empty()).then(|| (self.cursor(part.range.start), self.cursor(part.range.end - 1)));
        let (start_cursor, end_cursor) = ends.unzip();
        PageInfo { has_next_page: part.has_next, has_previous_page: part.has_previous, start_cursor, end_cursor }
    }

    /// Number of observations in the whole list, under the same filter. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.part().total.unwrap_or_default()
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
        &self.level.rows[self.index].1
    }
}

/// The value of an indicator for a subject and a period (havainto). Not filtered by the day of the lens.
#[Object(serial)]
impl Observation {
    /// The indicator.
    async fn indicator(&self, ctx: &Context<'_>) -> Result<Option<Indicator>> {
        Ok(self.level.indicators(ctx).await?.find(self.row().indicator_id))
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
