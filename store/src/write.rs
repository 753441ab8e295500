//! Writing: drafts become rows. One transaction, one revision for each change of a record or edge, numbered in
//! commit order; what is already so is left alone.

mod compare;
mod edges;
pub(crate) mod rows;

use std::collections::{HashMap, HashSet};

use entity::revision::{self, Operation};
use entity::{Noun, RecordId, counter};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use serde_json::Value;
use uuid::Uuid;

use crate::revision::COUNTER;
use crate::{Draft, Error, Result, db};

/// Rows in one statement: below the parameter limits of both databases.
pub(crate) const CHUNK: usize = 500;

/// Changes from which on a transaction is taken to change what the tables are like.
const MANY: i64 = 1000;

/// What an upsert did, by number of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// New.
    pub created: usize,
    /// Changed.
    pub updated: usize,
    /// Already so.
    pub unchanged: usize,
}

/// A transaction that writes. Nothing is stored until [`Writer::commit`].
pub struct Writer {
    tx: DatabaseTransaction,
    actor: String,
    at: i64,
    pending: Vec<Pending>,
}

/// A revision that has no number yet.
struct Pending {
    operation: Operation,
    record_id: RecordId,
    kind: &'static str,
    version: i32,
    image: Value,
}

/// Registry keys of the records that a batch of drafts names.
#[derive(Default)]
pub(crate) struct Keys(HashMap<Uuid, (RecordId, Noun)>);

impl Keys {
    pub(crate) fn id(&self, uid: Uuid) -> Option<(RecordId, Noun)> {
        self.0.get(&uid).copied()
    }
}

impl Writer {
    /// Begins to write in the name of `actor`, at `now` in microseconds since 1970.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin(db: &DatabaseConnection, actor: &str, now: i64) -> Result<Self> {
        Ok(Self { tx: db::begin(db).await?, actor: actor.to_owned(), at: now, pending: Vec::new() })
    }

    /// The transaction, for reading what it has written.
    #[must_use]
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Makes each record as its draft says: creates, changes, or leaves alone. Drafts may name each other.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a draft that names an unknown record or does not fit its noun.
    pub async fn upsert(&mut self, drafts: Vec<Draft>) -> Result<Outcome> {
        let drafts = drafts.into_iter().map(compare::canonical).collect::<Result<Vec<Draft>>>()?;
        let mut given = HashSet::new();
        if let Some(twice) = drafts.iter().find(|draft| !given.insert(draft.uid)) {
            return Err(Error::Invalid(format!("{} {} is given twice", twice.noun, twice.uid)));
        }
        let mut keys = self.keys(&drafts).await?;
        let (new, mut known): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| keys.id(draft.uid).is_none());
        rows::insert_records(&self.tx, &new, self.at, &mut keys).await?;

        let mut outcome = Outcome { created: new.len(), ..Outcome::default() };
        self.insert(&new, &keys).await?;
        // In the order of their keys, so that writers who wait for each other never wait in a circle.
        known.sort_by_key(|draft| keys.id(draft.uid));
        for chunk in known.chunks(CHUNK) {
            let changed = self.update(chunk, &keys).await?;
            outcome.updated += changed;
            outcome.unchanged += chunk.len() - changed;
        }
        Ok(outcome)
    }

    /// Stores all that was written and gives the new data version.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn commit(self) -> Result<i64> {
        let Self { tx, actor, at, pending } = self;
        let count = i64::try_from(pending.len()).unwrap_or(i64::MAX);
        if count == 0 {
            let version = crate::revision::data_version(&tx).await?;
            tx.rollback().await?;
            return Ok(version);
        }
        let grown = counter::Entity::update_many()
            .col_expr(counter::Column::Value, Expr::col(counter::Column::Value).add(count))
            .filter(counter::Column::Name.eq(COUNTER))
            .exec_with_returning(&tx)
            .await?;
        let last = grown.first().map_or(0, |counter| counter.value);
        let mut sequence = last - count;
        let mut rows = Vec::with_capacity(pending.len());
        for Pending { operation, record_id, kind, version, image } in pending {
            sequence += 1;
            rows.push(revision::ActiveModel {
                sequence: Set(sequence),
                at: Set(at),
                actor: Set(actor.clone()),
                operation: Set(operation),
                record_id: Set(record_id),
                kind: Set(kind.to_owned()),
                version: Set(version),
                image: Set(image),
            });
        }
        insert_all::<revision::Entity>(&tx, rows).await?;
        if count >= MANY {
            db::learn(&tx).await?;
        }
        tx.commit().await?;
        Ok(last)
    }

    /// Undoes all that was written.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }

    pub(crate) fn log(&mut self, operation: Operation, record_id: RecordId, kind: &'static str, version: i32, image: Value) {
        self.pending.push(Pending { operation, record_id, kind, version, image });
    }

    /// Finds the registry keys of all that the drafts name.
    async fn keys(&self, drafts: &[Draft]) -> Result<Keys> {
        let mut uids: Vec<Uuid> = Vec::new();
        for draft in drafts {
            uids.push(draft.uid);
            uids.extend(draft.owner.iter().chain(&draft.scenario).chain(&draft.source));
            rows::refs(draft, |_, value| uids.extend(value.as_str().and_then(|text| text.parse::<Uuid>().ok())));
        }
        uids.sort_unstable();
        uids.dedup();
        let mut keys = Keys::default();
        rows::find_keys(&self.tx, &uids, &mut keys).await?;
        Ok(keys)
    }
}

/// Inserts rows in chunks that fit the databases' parameter limits.
pub(crate) async fn insert_all<E>(db: &impl ConnectionTrait, rows: Vec<E::ActiveModel>) -> Result<()>
where
    E: EntityTrait,
    E::ActiveModel: Send,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        E::insert_many(chunk).exec_without_returning(db).await?;
    }
    Ok(())
}

fn unknown(what: &str, uid: &str) -> Error {
    Error::Invalid(format!("{what}: no record {uid}"))
}
