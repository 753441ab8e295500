//! Records as drafts: what is stored, in the form in which it is written. For comparing and for export.

use std::collections::{BTreeMap, HashMap};

use entity::noun::Ref;
use entity::{EdgeEntity, Noun, NounEntity, RecordId, Term, identifier, record};
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Code, Draft};
use crate::write::CHUNK;
use crate::{Result, each_edge, with_noun};

/// Every record, in the order of its key.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Draft>> {
    let ids: Vec<RecordId> = record::Entity::find()
        .select_only()
        .column(record::Column::Id)
        .order_by_asc(record::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(of_ids(db, &ids).await?.into_iter().map(|(.., draft)| draft).collect())
}

/// Every record of a noun, in the order of its key.
///
/// # Errors
/// When the database fails.
pub async fn of_noun(db: &impl ConnectionTrait, noun: Noun) -> Result<Vec<Draft>> {
    let ids: Vec<RecordId> = record::Entity::find()
        .select_only()
        .column(record::Column::Id)
        .filter(record::Column::Noun.eq(noun))
        .order_by_asc(record::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(of_ids(db, &ids).await?.into_iter().map(|(.., draft)| draft).collect())
}

/// The records with these keys, with key and version, in the order of their keys.
///
/// # Errors
/// When the database fails.
pub async fn of_ids(db: &impl ConnectionTrait, ids: &[RecordId]) -> Result<Vec<(RecordId, i32, Draft)>> {
    let mut drafts = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        drafts.extend(read_chunk(db, chunk).await?);
    }
    Ok(drafts)
}

async fn read_chunk(db: &impl ConnectionTrait, ids: &[RecordId]) -> Result<Vec<(RecordId, i32, Draft)>> {
    let records: Vec<record::Model> = record::Entity::find()
        .filter(record::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(record::Column::Id)
        .all(db)
        .await?;
    let mut parts: HashMap<RecordId, (i32, Draft)> = HashMap::new();
    let mut wanted: Vec<RecordId> = Vec::new();
    for row in &records {
        wanted.extend([row.owner_id, row.scenario_id, row.source_id].into_iter().flatten());
        parts.insert(row.id, (row.version, registry(row)));
    }
    for (noun, ..) in Noun::ALL {
        let of_noun: Vec<RecordId> = records.iter().filter(|row| row.noun == *noun).map(|row| row.id).collect();
        if of_noun.is_empty() {
            continue;
        }
        with_noun!(*noun, E => {
            let rows = E::find().filter(Expr::col(Alias::new("id")).is_in(of_noun)).all(db).await?;
            for row in rows {
                let values = own::<E>(&row);
                wanted.extend(keys(&values, E::REFS));
                if let Some((_, draft)) = parts.get_mut(&entity::noun::Own::id(&row)) {
                    draft.own = values;
                }
            }
        });
    }
    let codes = identifier::Entity::find().filter(identifier::Column::RecordId.is_in(ids.iter().copied())).all(db).await?;
    for code in codes {
        if let Some((_, draft)) = parts.get_mut(&code.record_id) {
            draft.identifiers.push(Code { scheme: code.scheme, value: code.value, from: code.valid_from, to: code.valid_to });
        }
    }
    each_edge!(E => {
        let parents: Vec<RecordId> =
            records.iter().filter(|row| <E as EdgeEntity>::carried_by(row.noun)).map(|row| row.id).collect();
        if !parents.is_empty() {
            read_edges::<E>(db, &parents, &mut parts, &mut wanted).await?;
        }
    });
    name_refs(db, &records, &mut parts, wanted).await?;
    Ok(records
        .iter()
        .filter_map(|row| parts.remove(&row.id).map(|(version, draft)| (row.id, version, draft.normalized())))
        .collect())
}

async fn read_edges<E: EdgeEntity>(
    db: &impl ConnectionTrait,
    parents: &[RecordId],
    parts: &mut HashMap<RecordId, (i32, Draft)>,
    wanted: &mut Vec<RecordId>,
) -> Result<()> {
    let parent = Expr::col(Alias::new(E::PARENT_COLUMN)).is_in(parents.iter().copied());
    for row in E::find().filter(parent).all(db).await? {
        let mut edge = object(&row);
        let parent = edge.remove(E::PARENT_COLUMN).and_then(|id| id.as_i64()).unwrap_or_default();
        wanted.extend(keys(&edge, E::REFS));
        if let Some((_, draft)) = parts.get_mut(&parent) {
            draft.edges.entry(E::KEY.to_owned()).or_default().push(edge);
        }
    }
    Ok(())
}

/// Replaces keys by UUIDs wherever a draft refers to a record.
async fn name_refs(
    db: &impl ConnectionTrait,
    records: &[record::Model],
    parts: &mut HashMap<RecordId, (i32, Draft)>,
    mut wanted: Vec<RecordId>,
) -> Result<()> {
    wanted.sort_unstable();
    wanted.dedup();
    let mut uids: BTreeMap<RecordId, Uuid> = BTreeMap::new();
    for chunk in wanted.chunks(CHUNK) {
        let rows: Vec<(RecordId, Uuid)> = record::Entity::find()
            .select_only()
            .columns([record::Column::Id, record::Column::Uid])
            .filter(record::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        uids.extend(rows);
    }
    for row in records {
        let Some((_, draft)) = parts.get_mut(&row.id) else { continue };
        let uid = |id: Option<RecordId>| id.and_then(|id| uids.get(&id).copied());
        draft.owner = uid(row.owner_id);
        draft.scenario = uid(row.scenario_id);
        draft.source = uid(row.source_id);
        with_noun!(draft.noun, E => to_uids(&mut draft.own, E::REFS, &uids));
        each_edge!(E => if <E as EdgeEntity>::carried_by(draft.noun) {
            for edge in draft.edges.get_mut(<E as EdgeEntity>::KEY).into_iter().flatten() {
                to_uids(edge, <E as EdgeEntity>::REFS, &uids);
            }
        });
    }
    Ok(())
}

fn to_uids(row: &mut Map<String, Value>, refs: &[Ref], uids: &BTreeMap<RecordId, Uuid>) {
    for reference in refs {
        if let Some(value) = row.get_mut(reference.column) {
            *value = value.as_i64().and_then(|id| uids.get(&id)).map_or(Value::Null, |uid| uid.to_string().into());
        }
    }
}

fn keys<'a>(row: &'a Map<String, Value>, refs: &'a [Ref]) -> impl Iterator<Item = RecordId> + 'a {
    refs.iter().filter_map(|reference| row.get(reference.column)?.as_i64())
}

fn registry(row: &record::Model) -> Draft {
    Draft {
        status: row.status,
        visibility: row.visibility,
        from: row.valid_from,
        from_precision: row.valid_from_precision,
        to: row.valid_to,
        to_precision: row.valid_to_precision,
        names: row.names.clone(),
        ..Draft::new(row.noun, row.uid)
    }
}

/// The own columns of a row, without its key and without what is null.
pub(crate) fn own<E: NounEntity>(row: &E::Model) -> Map<String, Value> {
    let mut values = object(row);
    values.remove("id");
    values
}

/// A row as an object, without what is null.
pub(crate) fn object(row: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(row) {
        Ok(Value::Object(mut values)) => {
            values.retain(|_, value| *value != Value::Null);
            values
        }
        _ => Map::new(),
    }
}
