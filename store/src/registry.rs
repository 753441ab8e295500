//! Which tables there are: the one list by which generic code reaches every noun and edge.

/// Runs `$body` with `$entity` naming the own table of a noun known only at run time.
#[macro_export]
macro_rules! with_noun {
    ($noun:expr, $entity:ident => $body:expr) => {
        match $noun {
            entity::Noun::Municipality => {
                type $entity = entity::municipality::Entity;
                $body
            }
            entity::Noun::Region => {
                type $entity = entity::region::Entity;
                $body
            }
            entity::Noun::MunicipalityChange => {
                type $entity = entity::municipality_change::Entity;
                $body
            }
            entity::Noun::Organization => {
                type $entity = entity::organization::Entity;
                $body
            }
            entity::Noun::Committee => {
                type $entity = entity::committee::Entity;
                $body
            }
            entity::Noun::Person => {
                type $entity = entity::person::Entity;
                $body
            }
            entity::Noun::ServiceArea => {
                type $entity = entity::service_area::Entity;
                $body
            }
            entity::Noun::ServicePoint => {
                type $entity = entity::service_point::Entity;
                $body
            }
            entity::Noun::Service => {
                type $entity = entity::service::Entity;
                $body
            }
            entity::Noun::Indicator => {
                type $entity = entity::indicator::Entity;
                $body
            }
            entity::Noun::SourceDocument => {
                type $entity = entity::source_document::Entity;
                $body
            }
            entity::Noun::Scenario => {
                type $entity = entity::scenario::Entity;
                $body
            }
            entity::Noun::Statement => {
                type $entity = entity::statement::Entity;
                $body
            }
            entity::Noun::Contract => {
                type $entity = entity::contract::Entity;
                $body
            }
            entity::Noun::ServiceProduct => {
                type $entity = entity::service_product::Entity;
                $body
            }
            entity::Noun::Scorecard => {
                type $entity = entity::scorecard::Entity;
                $body
            }
            entity::Noun::CollaborationNetwork => {
                type $entity = entity::collaboration_network::Entity;
                $body
            }
            entity::Noun::Initiative => {
                type $entity = entity::initiative::Entity;
                $body
            }
            entity::Noun::Strategy => {
                type $entity = entity::strategy::Entity;
                $body
            }
        }
    };
}

/// Runs `$body` once for each edge table, with `$entity` naming it.
#[macro_export]
macro_rules! each_edge {
    ($entity:ident => $body:expr) => {{
        {
            type $entity = entity::boundary::Entity;
            $body
        }
        {
            type $entity = entity::change_part::Entity;
            $body
        }
        {
            type $entity = entity::citation::Entity;
            $body
        }
        {
            type $entity = entity::membership::Entity;
            $body
        }
        {
            type $entity = entity::observation::Entity;
            $body
        }
        {
            type $entity = entity::region_member::Entity;
            $body
        }
        {
            type $entity = entity::service_area_member::Entity;
            $body
        }
        {
            type $entity = entity::service_at_point::Entity;
            $body
        }
        {
            type $entity = entity::replacement::Entity;
            $body
        }
        {
            type $entity = entity::mention::Entity;
            $body
        }
        {
            type $entity = entity::service_arrangement::Entity;
            $body
        }
        {
            type $entity = entity::contract_party::Entity;
            $body
        }
        {
            type $entity = entity::contract_section::Entity;
            $body
        }
        {
            type $entity = entity::contract_subject::Entity;
            $body
        }
        {
            type $entity = entity::product_item::Entity;
            $body
        }
        {
            type $entity = entity::scorecard_item::Entity;
            $body
        }
        {
            type $entity = entity::network_member::Entity;
            $body
        }
        {
            type $entity = entity::initiative_party::Entity;
            $body
        }
        {
            type $entity = entity::initiative_phase::Entity;
            $body
        }
        {
            type $entity = entity::strategy_goal::Entity;
            $body
        }
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

/// What to call a record where only text can be shown: its noun and its first name.
///
/// # Errors
/// When the database fails.
pub async fn label(db: &impl ConnectionTrait, id: RecordId) -> Result<String> {
    let record = record::Entity::find_by_id(id).one(db).await?;
    Ok(record.map_or_else(String::new, |record| {
        let name = record.names.0.first().map(|name| name.value.as_str()).unwrap_or_default();
        format!("{} {name}", record.noun)
    }))
}
