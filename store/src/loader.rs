//! Single records by key, batched and remembered for one request.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use dataloader::BatchFn;
use dataloader::cached::Loader as Cached;
use entity::{Noun, NounEntity, RecordId};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::children;
use crate::page::from;
use crate::row::{self, Loaded};
use crate::{At, Error, Result, Scope, with_noun};

/// A record of any noun.
#[derive(Clone)]
struct AnyRow(Arc<dyn Any + Send + Sync>);

/// What a key led to: nothing when the database failed, else the record if there is one.
#[derive(Clone)]
enum Found {
    Failed,
    Row(Option<AnyRow>),
}

/// Loads single records: one statement a noun for all that are asked for together. A record the scope does not
/// show is as one that does not exist; the day hides nothing.
#[derive(Clone)]
pub struct Loader(Cached<(Noun, RecordId), Found, Batch>);

struct Batch {
    db: DatabaseConnection,
    scope: Scope,
}

impl Loader {
    /// A loader for one request.
    #[must_use]
    pub fn new(db: DatabaseConnection, scope: Scope) -> Self {
        Self(Cached::new(Batch { db, scope }).with_yield_count(1).with_max_batch_size(1000))
    }

    /// The records with these keys, in this order.
    ///
    /// # Errors
    /// When the database fails; the cause is logged.
    pub async fn load<E: NounEntity>(&self, ids: &[RecordId]) -> Result<Vec<Option<Arc<Loaded<E>>>>> {
        let failed = || Error::Database(sea_orm::DbErr::Custom("a record could not be loaded".to_owned()));
        let keys = ids.iter().map(|id| (E::NOUN, *id)).collect();
        let found: HashMap<_, Found> = self.0.try_load_many(keys).await.map_err(|_| failed())?;
        ids.iter()
            .map(|id| match found.get(&(E::NOUN, *id)) {
                Some(Found::Row(row)) => Ok(row.clone().and_then(|row| row.0.downcast().ok())),
                _ => Err(failed()),
            })
            .collect()
    }
}

impl BatchFn<(Noun, RecordId), Found> for Batch {
    async fn load(&mut self, keys: &[(Noun, RecordId)]) -> HashMap<(Noun, RecordId), Found> {
        let mut nouns: HashMap<Noun, Vec<RecordId>> = HashMap::new();
        for (noun, id) in keys {
            nouns.entry(*noun).or_default().push(*id);
        }
        let mut found: HashMap<(Noun, RecordId), Found> = keys.iter().map(|key| (*key, Found::Row(None))).collect();
        for (noun, ids) in nouns {
            with_noun!(noun, E => match by_ids::<E>(&self.db, &self.scope, &ids).await {
                Ok(records) => found.extend(records.into_iter().map(|record| {
                    let id = record.id();
                    ((noun, id), Found::Row(Some(AnyRow(Arc::new(record)))))
                })),
                Err(error) => {
                    tracing::error!(%error, %noun, "loading records");
                    found.extend(ids.iter().map(|id| ((noun, *id), Found::Failed)));
                }
            });
        }
        found
    }
}

/// Records by key, as far as the scope shows them; in no order.
///
/// # Errors
/// When the database fails.
pub async fn by_ids<E: NounEntity>(db: &impl ConnectionTrait, scope: &Scope, ids: &[RecordId]) -> Result<Vec<Loaded<E>>> {
    let mut statement = Query::select();
    row::select_record(&mut statement, At::ROOT);
    row::select_own::<E>(&mut statement, At::ROOT);
    from::<E>(&mut statement, At::ROOT);
    let wanted = children::among(db.get_database_backend(), At::ROOT.record("id"), ids);
    statement.and_where(wanted).cond_where(scope.visible(At::ROOT));
    let rows = db.query_all(&statement).await?;
    Ok(rows.iter().map(row::read::<E>).collect::<std::result::Result<_, _>>()?)
}
