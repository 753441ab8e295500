//! Lists of edges as plain fields: the rows that records carry, with the records they point at, fetched for a whole
//! level at once.

use std::collections::HashMap;

use async_graphql::Context;
use entity::edge::Row;
use entity::{EdgeEntity, NounEntity, RecordId};

use super::context::Ctx;
use super::item::{Item, Recorded};
use super::record::{AnyRecord, Record};
use crate::Result;

/// Records that edges point at.
pub struct Targets(HashMap<RecordId, AnyRecord>);

impl Targets {
    /// The record with a key, of any noun.
    #[must_use]
    pub fn record(&self, id: Option<RecordId>) -> Option<Record> {
        self.0.get(&id?).cloned().map(Record)
    }

    /// The record with a key, if it is of the noun.
    #[must_use]
    pub fn item<E: NounEntity>(&self, id: Option<RecordId>) -> Option<Item<E>>
    where
        Item<E>: TryFrom<AnyRecord>,
    {
        self.0.get(&id?).cloned()?.try_into().ok()
    }
}

/// Rows by the record they belong to, and the records they point at.
struct Level<M> {
    rows: HashMap<RecordId, Vec<M>>,
    targets: Targets,
}

/// Loads the records with these keys.
///
/// # Errors
/// When the database fails.
pub async fn targets(ctx: &Context<'_>, scope: store::Scope, mut ids: Vec<RecordId>) -> Result<Targets> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Targets(HashMap::new()));
    }
    let nouns = store::registry::nouns(ctx.db(), &ids).await?;
    let wanted: Vec<_> = ids.iter().map(|id| nouns.get(id).map(|noun| (*noun, *id))).collect();
    let records = AnyRecord::load_all(ctx, scope, &wanted).await?;
    Ok(Targets(records.into_iter().flatten().map(|record| (record.key(), record)).collect()))
}

/// The edges of one kind that a record carries, each shown by `show`, which may leave one out.
///
/// # Errors
/// When the database fails.
pub async fn of<G: EdgeEntity, T>(
    recorded: &dyn Recorded,
    ctx: &Context<'_>,
    show: impl Fn(&Targets, &G::Model) -> Option<T>,
) -> Result<Vec<T>> {
    of_seen::<G, T>(recorded, ctx, store::Condition::all, show).await
}

/// The same, of those only that meet a condition.
///
/// # Errors
/// When the database fails.
pub async fn of_seen<G: EdgeEntity, T>(
    recorded: &dyn Recorded,
    ctx: &Context<'_>,
    seen: impl Fn() -> store::Condition + Send + Sync,
    show: impl Fn(&Targets, &G::Model) -> Option<T>,
) -> Result<Vec<T>> {
    let load = || async {
        let mut rows: HashMap<RecordId, Vec<G::Model>> = HashMap::new();
        let mut ids = Vec::new();
        for row in store::edge::pointing::<G>(ctx.db(), G::PARENT_COLUMN, &recorded.siblings(), seen()).await? {
            ids.extend(row.refs());
            rows.entry(row.parent()).or_default().push(row);
        }
        Ok(Level { rows, targets: targets(ctx, *recorded.lens(), ids).await? })
    };
    let level = recorded.level().fetch(ctx, load).await?;
    let rows = level.rows.get(&recorded.record().id).into_iter().flatten();
    Ok(rows.filter_map(|row| show(&level.targets, row)).collect())
}

/// The edges of one kind that point at a record by a column, each shown by `show`, which may leave one out.
///
/// # Errors
/// When the database fails.
pub async fn pointing<G: EdgeEntity, T>(
    recorded: &dyn Recorded,
    ctx: &Context<'_>,
    column: &'static str,
    at: fn(&G::Model) -> Option<RecordId>,
    show: impl Fn(&Targets, &G::Model) -> Option<T>,
) -> Result<Vec<T>> {
    let load = || async {
        let mut rows: HashMap<RecordId, Vec<G::Model>> = HashMap::new();
        let mut ids = Vec::new();
        for row in store::edge::pointing::<G>(ctx.db(), column, &recorded.siblings(), store::Condition::all()).await? {
            ids.push(row.parent());
            ids.extend(row.refs());
            if let Some(target) = at(&row) {
                rows.entry(target).or_default().push(row);
            }
        }
        Ok(Level { rows, targets: targets(ctx, *recorded.lens(), ids).await? })
    };
    let level = recorded.level().fetch(ctx, load).await?;
    let rows = level.rows.get(&recorded.record().id).into_iter().flatten();
    Ok(rows.filter_map(|row| show(&level.targets, row)).collect())
}
