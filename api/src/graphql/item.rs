//! Objects of the API: a record and the siblings it was read with.
//!
//! All records of one level of an answer form a [`Group`]. A nested field is fetched once for the whole group, by
//! whichever sibling is resolved first, and its rows form the next level's group: one statement a level, whatever
//! the number of parents, without delay.

use std::any::Any;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::Context;
use entity::noun::Own;
use entity::{NounEntity, RecordId, Text, record};
use store::{Loaded, Scope};
use tokio::sync::OnceCell;

use super::context::Ctx;
use crate::{Error, Result};

/// The records of one level of an answer.
pub struct Group<E: NounEntity> {
    rows: Vec<Arc<Loaded<E>>>,
    /// Whether the rows stand in the order of their keys, as those do that were read by key.
    sorted: bool,
    level: Level,
    /// What it shares with groups of other nouns that were read with it.
    kin: Option<Arc<Kin>>,
}

/// The records of several nouns that were read together: what all records have is fetched once for all of them.
pub struct Kin {
    level: Level,
    ids: Mutex<Vec<RecordId>>,
    sources: Mutex<Vec<RecordId>>,
}

/// What a level knows apart from its rows: the lens, and what has been fetched for it.
pub struct Level {
    scope: Scope,
    cells: Mutex<Vec<(usize, Cell)>>,
}

type Cell = Arc<OnceCell<Result<Arc<dyn Any + Send + Sync>>>>;

impl Level {
    fn new(scope: Scope) -> Self {
        Self { scope, cells: Mutex::default() }
    }

    /// Fetches something for the whole level, once for each place in the query document. What loads it is made only by
    /// the sibling that comes first, and on the heap: all siblings wait in futures of this one's size.
    pub async fn fetch<T: Send + Sync + 'static, F: Future<Output = Result<T>> + Send>(
        &self,
        ctx: &Context<'_>,
        load: impl FnOnce() -> F + Send,
    ) -> Result<Arc<T>> {
        let place = std::ptr::from_ref(ctx.item) as usize;
        let cell = {
            let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
            match cells.iter().find(|(known, _)| *known == place) {
                Some((_, cell)) => Arc::clone(cell),
                None => {
                    let cell = Cell::default();
                    cells.push((place, Arc::clone(&cell)));
                    cell
                }
            }
        };
        if !cell.initialized() {
            let load = || Box::pin(async { load().await.map(|value| Arc::new(value) as Arc<dyn Any + Send + Sync>) });
            cell.get_or_init(load).await;
        }
        match cell.get() {
            Some(Ok(fetched)) => Arc::clone(fetched).downcast().map_err(|_| Error::Internal),
            Some(Err(error)) => Err(error.clone()),
            None => Err(Error::Internal),
        }
    }
}

impl Kin {
    /// Nobody yet.
    #[must_use]
    pub fn new(scope: Scope) -> Arc<Self> {
        Arc::new(Self { level: Level::new(scope), ids: Mutex::default(), sources: Mutex::default() })
    }
}

fn locked(list: &Mutex<Vec<RecordId>>) -> std::sync::MutexGuard<'_, Vec<RecordId>> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<E: NounEntity> Group<E> {
    /// A level of records read under one scope.
    #[must_use]
    pub fn new(rows: Vec<Arc<Loaded<E>>>, scope: Scope) -> Arc<Self> {
        let sorted = rows.is_sorted_by_key(|row| row.id());
        Arc::new(Self { rows, sorted, level: Level::new(scope), kin: None })
    }

    /// The same, beside records of other nouns; all must be there before anything is fetched for one of them.
    #[must_use]
    pub fn beside(kin: &Arc<Kin>, rows: Vec<Arc<Loaded<E>>>, scope: Scope) -> Arc<Self> {
        locked(&kin.ids).extend(rows.iter().map(|row| row.id()));
        locked(&kin.sources).extend(rows.iter().filter_map(|row| row.record.source_id));
        let sorted = rows.is_sorted_by_key(|row| row.id());
        Arc::new(Self { rows, sorted, level: Level::new(scope), kin: Some(Arc::clone(kin)) })
    }

    /// The records.
    pub fn rows(&self) -> impl Iterator<Item = &Loaded<E>> {
        self.rows.iter().map(Arc::as_ref)
    }

    /// Keys of the records.
    #[must_use]
    pub fn ids(&self) -> Vec<RecordId> {
        self.rows.iter().map(|row| row.id()).collect()
    }

    /// The object with a key.
    #[must_use]
    pub fn find(self: &Arc<Self>, id: RecordId) -> Option<Item<E>> {
        self.place(id).map(|index| Item { group: Arc::clone(self), index })
    }

    fn place(&self, id: RecordId) -> Option<usize> {
        if self.sorted {
            return self.rows.binary_search_by_key(&id, |row| row.id()).ok();
        }
        self.rows.iter().position(|row| row.id() == id)
    }

    /// The objects of part of the level.
    pub fn items(self: &Arc<Self>, range: std::ops::Range<usize>) -> impl Iterator<Item = Item<E>> + use<'_, E> {
        range.map(|index| Item { group: Arc::clone(self), index })
    }
}

/// A record of the noun `E` as an object of the API.
pub struct Item<E: NounEntity> {
    group: Arc<Group<E>>,
    index: usize,
}

impl<E: NounEntity> Clone for Item<E> {
    fn clone(&self) -> Self {
        Self { group: Arc::clone(&self.group), index: self.index }
    }
}

impl<E: NounEntity> Item<E> {
    /// A record on its own.
    #[must_use]
    pub fn single(row: Arc<Loaded<E>>, scope: Scope) -> Self {
        Self { group: Group::new(vec![row], scope), index: 0 }
    }

    /// The record.
    #[must_use]
    pub fn row(&self) -> &Loaded<E> {
        &self.group.rows[self.index]
    }

    /// The noun's own columns.
    #[must_use]
    pub fn own(&self) -> &E::Model {
        &self.row().own
    }

    /// Lens of the level.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.group.level.scope
    }

    /// Where the record stands among its siblings.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The record and its siblings.
    #[must_use]
    pub fn group(&self) -> &Arc<Group<E>> {
        &self.group
    }

    /// Fetches something for this record and its siblings together.
    ///
    /// # Errors
    /// As the load.
    pub async fn fetch<T: Send + Sync + 'static, F: Future<Output = Result<T>> + Send>(
        &self,
        ctx: &Context<'_>,
        load: impl FnOnce() -> F + Send,
    ) -> Result<Arc<T>> {
        self.group.level.fetch(ctx, load).await
    }

    /// The single record that a column of this one points at; none where it is null or not visible.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn one<C: NounEntity>(
        &self,
        ctx: &Context<'_>,
        key: impl Fn(&Loaded<E>) -> Option<RecordId> + Send + Sync,
    ) -> Result<Option<Item<C>>> {
        if key(self.row()).is_none() {
            return Ok(None);
        }
        let load = || targets::<C>(ctx, *self.scope(), self.group.rows.iter().map(|row| key(row)).collect());
        let targets = self.fetch(ctx, load).await?;
        Ok(targets.places[self.index].map(|index| Item { group: Arc::clone(&targets.group), index }))
    }
}

/// Records that the siblings of a level point at, and which sibling points at which.
struct Targets<C: NounEntity> {
    group: Arc<Group<C>>,
    places: Vec<Option<usize>>,
}

async fn targets<C: NounEntity>(ctx: &Context<'_>, scope: Scope, keys: Vec<Option<RecordId>>) -> Result<Targets<C>> {
    let mut wanted: Vec<RecordId> = keys.iter().flatten().copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let rows = ctx.loader(&scope).load::<C>(&wanted).await?;
    let group = Group::new(rows.into_iter().flatten().collect(), scope);
    let places = keys.into_iter().map(|key| key.and_then(|key| group.place(key))).collect();
    Ok(Targets { group, places })
}

/// Records of one noun that rows of a level point at: fetched for all rows when the first is asked for.
pub struct Pointed<E: NounEntity>(OnceCell<Result<Arc<Group<E>>>>);

impl<E: NounEntity> Default for Pointed<E> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<E: NounEntity> Pointed<E> {
    /// The record with a key; `ids` are the keys that the rows of the level hold.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(
        &self,
        ctx: &Context<'_>,
        scope: Scope,
        ids: impl FnOnce() -> Vec<RecordId> + Send,
        id: Option<RecordId>,
    ) -> Result<Option<Item<E>>> {
        let Some(id) = id else { return Ok(None) };
        let load = || async {
            let mut ids = ids();
            ids.sort_unstable();
            ids.dedup();
            let rows = ctx.loader(&scope).load::<E>(&ids).await?;
            Ok(Group::new(rows.into_iter().flatten().collect(), scope))
        };
        let group = self.0.get_or_init(load).await;
        Ok(group.as_ref().map_err(Clone::clone)?.find(id))
    }
}

/// What the fields that all records have need to know of an object.
pub trait Recorded: Send + Sync {
    /// The registry row.
    fn record(&self) -> &record::Model;
    /// What it says, for nouns that say something.
    fn says(&self) -> Option<&Text>;
    /// Lens and fetched fields of the level.
    fn level(&self) -> &Level;
    /// Lens of the level.
    fn lens(&self) -> &Scope;
    /// Keys of the siblings, those of other nouns among them.
    fn siblings(&self) -> Vec<RecordId>;
    /// Keys of the documents that the siblings were taken from.
    fn sources(&self) -> Vec<RecordId>;
}

impl<E: NounEntity> Recorded for Item<E> {
    fn record(&self) -> &record::Model {
        &self.row().record
    }

    fn says(&self) -> Option<&Text> {
        self.own().says()
    }

    fn level(&self) -> &Level {
        self.group.kin.as_ref().map_or(&self.group.level, |kin| &kin.level)
    }

    fn lens(&self) -> &Scope {
        self.scope()
    }

    fn siblings(&self) -> Vec<RecordId> {
        self.group.kin.as_ref().map_or_else(|| self.group.ids(), |kin| locked(&kin.ids).clone())
    }

    fn sources(&self) -> Vec<RecordId> {
        if let Some(kin) = &self.group.kin {
            return locked(&kin.sources).clone();
        }
        self.group.rows.iter().filter_map(|row| row.record.source_id).collect()
    }
}
