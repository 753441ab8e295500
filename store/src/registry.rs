//! Which tables there are: the one list by which generic code reaches every noun and edge.

/// Runs `$body` with `$entity` naming the own table of a noun known only at run time.
#[macro_export]
macro_rules! with_noun {
    ($noun:expr, $entity:ident => $body:expr) => {
        match $noun {
            entity::Noun::Municipality => { type $entity = entity::municipality::Entity; $body }
            entity::Noun::Region => { type $entity = entity::region::Entity; $body }
            entity::Noun::MunicipalityChange => { type $entity = entity::municipality_change::Entity; $body }
            entity::Noun::Organization => { type $entity = entity::organization::Entity; $body }
            entity::Noun::Committee => { type $entity = entity::committee::Entity; $body }
            entity::Noun::Person => { type $entity = entity::person::Entity; $body }
            entity::Noun::ServiceArea => { type $entity = entity::service_area::Entity; $body }
            entity::Noun::ServicePoint => { type $entity = entity::service_point::Entity; $body }
            entity::Noun::Service => { type $entity = entity::service::Entity; $body }
            entity::Noun::Indicator => { type $entity = entity::indicator::Entity; $body }
            entity::Noun::SourceDocument => { type $entity = entity::source_document::Entity; $body }
        }
    };
}

/// Runs `$body` once for each edge table, with `$entity` naming it.
#[macro_export]
macro_rules! each_edge {
    ($entity:ident => $body:expr) => {{
        { type $entity = entity::boundary::Entity; $body }
        { type $entity = entity::change_part::Entity; $body }
        { type $entity = entity::citation::Entity; $body }
        { type $entity = entity::membership::Entity; $body }
        { type $entity = entity::observation::Entity; $body }
        { type $entity = entity::region_member::Entity; $body }
        { type $entity = entity::service_area_member::Entity; $body }
        { type $entity = entity::service_at_point::Entity; $body }
    }};
}

use std::collections::HashMap;

use entity::{Noun, RecordId, record};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Result;

/// Noun and key of a public UUID.
///
/// # Errors
/// When the database fails.
pub async fn key(db: &impl ConnectionTrait, uid: Uuid) -> Result<Option<(Noun, RecordId)>> {
    Ok(keys(db, &[uid]).await?.remove(&uid))
}

/// Nouns and keys of public UUIDs.
///
/// # Errors
/// When the database fails.
pub async fn keys(db: &impl ConnectionTrait, uids: &[Uuid]) -> Result<HashMap<Uuid, (Noun, RecordId)>> {
    let rows: Vec<(Uuid, Noun, RecordId)> = record::Entity::find()
        .select_only()
        .columns([record::Column::Uid, record::Column::Noun, record::Column::Id])
        .filter(record::Column::Uid.is_in(uids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(uid, noun, id)| (uid, (noun, id))).collect())
}

/// Nouns that lists do not filter by the day.
#[must_use]
pub fn undated() -> Vec<Noun> {
    let nouns = <Noun as entity::Term>::ALL.iter().map(|(noun, ..)| *noun);
    nouns.filter(|noun| with_noun!(*noun, E => !<E as entity::NounEntity>::DATED)).collect()
}

/// Nouns of records.
///
/// # Errors
/// When the database fails.
pub async fn nouns(db: &impl ConnectionTrait, ids: &[RecordId]) -> Result<HashMap<RecordId, Noun>> {
    let rows: Vec<(RecordId, Noun)> = record::Entity::find()
        .select_only()
        .columns([record::Column::Id, record::Column::Noun])
        .filter(crate::children::among(db.get_database_backend(), record::Column::Id.into_expr(), ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
