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
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{At, Result, Scope};

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

/// What lists hold of all nouns together: visible, real, and in force on the day where the noun is dated.
#[must_use]
pub fn listed(scope: &Scope, at: At) -> Condition {
    let undated = undated();
    let in_force = Condition::all().add(at.record("valid_from").lte(scope.as_of)).add(at.record("valid_to").gt(scope.as_of));
    let timeless = at.record("noun").is_in(undated.iter().map(|noun| entity::Term::as_str(*noun)));
    scope.visible(at).add(at.record("scenario_id").is_null()).add(Condition::any().add(timeless).add(in_force))
}

/// How many records of each noun lists hold, in the order of nouns; nouns without any are left out.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<(Noun, i64)>> {
    let at = At::ROOT;
    let mut statement = Query::select();
    statement
        .expr(at.record("noun"))
        .expr(Expr::cust("count(*)"))
        .from_as("record", at.record_alias())
        .cond_where(listed(scope, at))
        .add_group_by([at.record("noun")]);
    let mut counted = HashMap::new();
    for row in db.query_all(&statement).await? {
        counted.insert(row.try_get_by_index::<Noun>(0)?, row.try_get_by_index::<i64>(1)?);
    }
    let nouns = <Noun as entity::Term>::ALL.iter().map(|(noun, ..)| *noun);
    Ok(nouns.filter_map(|noun| Some((noun, *counted.get(&noun)?))).collect())
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

/// What to call a record where only text can be shown: its noun and its first name, or what it says.
///
/// # Errors
/// When the database fails.
pub async fn label(db: &impl ConnectionTrait, id: RecordId) -> Result<String> {
    let Some(record) = record::Entity::find_by_id(id).one(db).await? else { return Ok(String::new()) };
    let mut name = record.names.0.first().map(|name| name.value.clone());
    if name.is_none() {
        let says: Option<entity::Text> = with_noun!(record.noun, E => {
            E::find_by_id(id).one(db).await?.and_then(|own| entity::noun::Own::says(&own).cloned())
        });
        name = says.and_then(|says| says.0.get("fi").or(says.0.values().next()).cloned());
    }
    Ok(format!("{} {}", record.noun, name.unwrap_or_default()))
}
