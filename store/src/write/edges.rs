//! Edges of drafts: inserted with new records, compared row by row with those of known ones.

use std::collections::BTreeMap;

use entity::edge::Row;
use entity::revision::Operation;
use entity::{EdgeEntity, RecordId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, QueryFilter};
use serde_json::{Map, Value};

use super::{Keys, Writer, insert_all, rows};
use crate::{Draft, Error, Result, collate};

/// Inserts the edges of new records.
pub(super) async fn insert<E>(writer: &mut Writer, drafts: &[(RecordId, i32, &Draft)], keys: &Keys) -> Result<()>
where
    E: EdgeEntity,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    let mut models = Vec::new();
    for (id, version, draft) in drafts.iter().filter(|(.., draft)| E::carried_by(draft.noun)) {
        for edge in draft.edges.get(E::KEY).into_iter().flatten() {
            models.push(model::<E>(edge, *id, draft, keys)?);
            writer.log(Operation::Create, *id, E::KEY, *version, Value::Object(edge.clone()));
        }
    }
    insert_models::<E>(&writer.tx, models).await
}

/// Makes the edges of a known record those of its draft: removes and inserts what differs.
pub(super) async fn replace<E>(
    writer: &mut Writer,
    id: RecordId,
    version: i32,
    old: &Draft,
    new: &Draft,
    keys: &Keys,
) -> Result<()>
where
    E: EdgeEntity,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    if !E::carried_by(new.noun) {
        return Ok(());
    }
    let empty = Vec::new();
    let (before, after) = (old.edges.get(E::KEY).unwrap_or(&empty), new.edges.get(E::KEY).unwrap_or(&empty));
    if before == after {
        return Ok(());
    }
    let parent = Expr::col(Alias::new(E::PARENT_COLUMN)).eq(id);
    E::delete_many().filter(parent).exec(&writer.tx).await?;
    let models = after.iter().map(|edge| model::<E>(edge, id, new, keys)).collect::<Result<Vec<_>>>()?;
    insert_models::<E>(&writer.tx, models).await?;
    for (operation, edge) in difference(before, after) {
        writer.log(operation, id, E::KEY, version, Value::Object(edge.clone()));
    }
    Ok(())
}

/// Edges of only one side, as deletions and creations, as often as one side has more of them.
fn difference<'a>(before: &'a [Map<String, Value>], after: &'a [Map<String, Value>]) -> Vec<(Operation, &'a Map<String, Value>)> {
    let mut balance: BTreeMap<String, (i32, &Map<String, Value>)> = BTreeMap::new();
    for (edges, step) in [(before, -1), (after, 1)] {
        for edge in edges {
            balance.entry(Value::Object(edge.clone()).to_string()).or_insert((0, edge)).0 += step;
        }
    }
    let mut changes = Vec::new();
    for (steps, edge) in balance.into_values() {
        let operation = if steps < 0 { Operation::Delete } else { Operation::Create };
        changes.extend((0..steps.unsigned_abs()).map(|_| (operation, edge)));
    }
    changes.sort_by_key(|(operation, _)| *operation == Operation::Create);
    changes
}

fn model<E: EdgeEntity>(edge: &Map<String, Value>, parent: RecordId, draft: &Draft, keys: &Keys) -> Result<E::Model> {
    let mut row = edge.clone();
    rows::to_keys(&mut row, E::REFS, keys)?;
    row.insert(E::PARENT_COLUMN.to_owned(), parent.into());
    let mut model: E::Model = serde_json::from_value(Value::Object(row))
        .map_err(|error| Error::Invalid(format!("{} {}, {}: {error}", draft.noun, draft.uid, E::KEY)))?;
    model.sort(collate::natural_key);
    Ok(model)
}

async fn insert_models<E>(db: &impl ConnectionTrait, models: Vec<E::Model>) -> Result<()>
where
    E: EdgeEntity,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    let unnumbered = models.into_iter().map(|model| {
        let mut model = model.into_active_model();
        for key in E::PrimaryKey::iter() {
            model.not_set(key.into_column());
        }
        model
    });
    insert_all::<E>(db, unnumbered.collect()).await
}
