//! Drafts to rows of the registry, of the noun's own table, and of names and identifiers.

use std::collections::{BTreeMap, HashMap};

use entity::noun::Ref;
use entity::text::Name;
use entity::{Noun, NounEntity, RecordId, Text, identifier, name, place, record, statement_text};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{CHUNK, Keys, insert_all, unknown};
use crate::{Draft, Error, Result, collate, each_edge, with_noun};

/// Calls `visit` with each reference of the draft's own columns and edges.
pub(super) fn refs(draft: &Draft, mut visit: impl FnMut(&Ref, &Value)) {
    let own: &[Ref] = with_noun!(draft.noun, E => E::REFS);
    for reference in own {
        if let Some(value) = draft.own.get(reference.column) {
            visit(reference, value);
        }
    }
    for (key, edges) in &draft.edges {
        for reference in edge_refs(draft.noun, key) {
            for value in edges.iter().filter_map(|edge| edge.get(reference.column)) {
                visit(reference, value);
            }
        }
    }
}

/// References of the edges that a noun carries under a key.
fn edge_refs(noun: Noun, key: &str) -> &'static [Ref] {
    let mut found: &'static [Ref] = &[];
    each_edge!(E => if <E as entity::EdgeEntity>::carried_by(noun) && <E as entity::EdgeEntity>::KEY == key {
        found = <E as entity::EdgeEntity>::REFS;
    });
    found
}

/// Adds the registry keys of those of `uids` that exist.
pub(super) async fn find_keys(db: &impl ConnectionTrait, uids: &[Uuid], keys: &mut Keys) -> Result<()> {
    for chunk in uids.chunks(CHUNK) {
        let rows: Vec<(Uuid, RecordId, Noun)> = record::Entity::find()
            .select_only()
            .columns([record::Column::Uid, record::Column::Id, record::Column::Noun])
            .filter(record::Column::Uid.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        keys.0.extend(rows.into_iter().map(|(uid, id, noun)| (uid, (id, noun))));
    }
    Ok(())
}

/// Replaces UUIDs by registry keys in the columns that refer to records.
pub(super) fn to_keys(row: &mut Map<String, Value>, refs: &[Ref], keys: &Keys) -> Result<()> {
    for reference in refs {
        let Some(value) = row.get_mut(reference.column) else { continue };
        let uid = value.as_str().unwrap_or_default().to_owned();
        let found = uid.parse().ok().and_then(|uid| keys.id(uid)).ok_or_else(|| unknown(reference.column, &uid))?;
        if reference.noun.is_some_and(|noun| noun != found.1) {
            return Err(Error::Invalid(format!("{}: {uid} is a {}", reference.column, found.1)));
        }
        *value = found.0.into();
    }
    Ok(())
}

/// Inserts registry rows and learns their keys; what they refer to in the registry is filled in afterwards.
pub(super) async fn insert_records(db: &impl ConnectionTrait, drafts: &[Draft], at: i64, keys: &mut Keys) -> Result<()> {
    for chunk in drafts.chunks(CHUNK) {
        let rows = chunk.iter().map(|draft| record::ActiveModel {
            id: NotSet,
            uid: Set(draft.uid),
            owner_id: Set(None),
            scenario_id: Set(None),
            source_id: Set(None),
            version: Set(1),
            created_at: Set(at),
            ..registry(draft, at)
        });
        record::Entity::insert_many(rows).exec_without_returning(db).await?;
        let uids: Vec<Uuid> = chunk.iter().map(|draft| draft.uid).collect();
        find_keys(db, &uids, keys).await?;
    }
    let mut groups: BTreeMap<[Option<RecordId>; 3], Vec<RecordId>> = BTreeMap::new();
    for draft in drafts {
        let points = pointers(draft, keys)?;
        if points != [None; 3] {
            groups.entry(points).or_default().extend(keys.id(draft.uid).map(|(id, _)| id));
        }
    }
    for ([owner, scenario, source], ids) in groups {
        for chunk in ids.chunks(CHUNK) {
            record::Entity::update_many()
                .col_expr(record::Column::OwnerId, Expr::val(owner))
                .col_expr(record::Column::ScenarioId, Expr::val(scenario))
                .col_expr(record::Column::SourceId, Expr::val(source))
                .filter(record::Column::Id.is_in(chunk.iter().copied()))
                .exec(db)
                .await?;
        }
    }
    Ok(())
}

/// Owner, scenario and source.
pub(super) fn pointers(draft: &Draft, keys: &Keys) -> Result<[Option<RecordId>; 3]> {
    let id = |what: &str, uid: Option<Uuid>| match uid {
        None => Ok(None),
        Some(uid) => keys.id(uid).map(|(id, _)| Some(id)).ok_or_else(|| unknown(what, &uid.to_string())),
    };
    Ok([id("owner", draft.owner)?, id("scenario", draft.scenario)?, id("source", draft.source)?])
}

/// What of the registry row follows from the draft alone.
pub(super) fn registry(draft: &Draft, at: i64) -> record::ActiveModel {
    record::ActiveModel {
        noun: Set(draft.noun),
        status: Set(draft.status),
        visibility: Set(draft.visibility),
        valid_from: Set(draft.from),
        valid_from_precision: Set(draft.from_precision),
        valid_to: Set(draft.to),
        valid_to_precision: Set(draft.to_precision),
        names: Set(draft.names.clone()),
        updated_at: Set(at),
        ..Default::default()
    }
}

/// The draft's own columns as a row of its noun.
pub(super) fn own<E: NounEntity>(draft: &Draft, id: RecordId, keys: &Keys) -> Result<E::Model> {
    let mut row = draft.own.clone();
    to_keys(&mut row, E::REFS, keys)?;
    row.insert("id".to_owned(), id.into());
    serde_json::from_value(Value::Object(row)).map_err(|error| Error::Invalid(format!("{} {}: {error}", draft.noun, draft.uid)))
}

/// Inserts own rows of one noun.
pub(super) async fn insert_own<E>(db: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<()>
where
    E: NounEntity,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    insert_all::<E>(db, rows.into_iter().map(IntoActiveModel::into_active_model).collect()).await
}

/// Writes an own row over the one with the same key.
pub(super) async fn update_own<E>(db: &impl ConnectionTrait, row: E::Model) -> Result<()>
where
    E: NounEntity,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    E::update(row.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Removes names, texts, identifiers and places of records.
pub(crate) async fn clear(db: &impl ConnectionTrait, ids: &[RecordId]) -> Result<()> {
    for table in ["name", "statement_text", "identifier", "place"] {
        let mut statement = Query::delete();
        statement.from_table(Alias::new(table)).and_where(Expr::col("record_id").is_in(ids.iter().copied()));
        db.execute(&statement).await?;
    }
    Ok(())
}

/// Characters by which a text without a name is sorted and compared as one: databases bound what an index holds.
const LABEL: usize = 200;

/// What a draft says, for nouns that say something.
fn says(draft: &Draft) -> Option<Text> {
    let column = with_noun!(draft.noun, E => E::SAYS)?;
    serde_json::from_value(draft.own.get(column)?.clone()).ok()
}

/// What a record goes by: its names, or the beginning of what it says, Finnish first.
fn names(draft: &Draft, says: Option<&Text>) -> Vec<Name> {
    let (true, Some(says)) = (draft.names.0.is_empty(), says) else { return draft.names.0.clone() };
    let label = |(lang, text): (&String, &String)| Name {
        lang: lang.clone(),
        value: text.chars().take(LABEL).collect(),
        from: None,
        to: None,
    };
    let mut names: Vec<Name> = says.0.iter().map(label).collect();
    names.sort_by_key(|name| crate::draft::lang_rank(&name.lang));
    names
}

/// Writes names and texts, made comparable, identifiers and places.
pub(crate) async fn insert_texts(db: &impl ConnectionTrait, drafts: &[(RecordId, &Draft)]) -> Result<()> {
    let mut names_of = Vec::new();
    let mut texts = Vec::new();
    let mut identifiers = Vec::new();
    let mut places = Vec::new();
    let mut keys: HashMap<String, Vec<u8>> = HashMap::new();
    for (id, draft) in drafts {
        let degrees = |column: &str| draft.own.get(column).and_then(Value::as_f64);
        if let (Some(lon), Some(lat)) = (degrees("lon"), degrees("lat")) {
            let [x, y, z] = crate::place::on_sphere(lon, lat);
            places.push(place::ActiveModel {
                record_id: Set(*id),
                lon: Set(lon),
                lat: Set(lat),
                x: Set(x),
                y: Set(y),
                z: Set(z),
            });
        }
        let says = says(draft);
        let names = names(draft, says.as_ref());
        for written in &names {
            names_of.push(name::ActiveModel {
                id: NotSet,
                record_id: Set(*id),
                lang: Set(written.lang.clone()),
                folded: Set(collate::fold(&written.value)),
                sort_key: Set(keys.entry(written.value.clone()).or_insert_with_key(|name| collate::sort_key(name)).clone()),
                valid_from: Set(written.from.unwrap_or(entity::time::FAR_PAST)),
                valid_to: Set(written.to.unwrap_or(entity::time::FAR_FUTURE)),
                sorts: Set(names.first().is_some_and(|first| first.lang == written.lang)),
            });
        }
        texts.extend(says.iter().flat_map(|says| &says.0).map(|(lang, text)| statement_text::ActiveModel {
            id: NotSet,
            record_id: Set(*id),
            lang: Set(lang.clone()),
            folded: Set(collate::fold(text)),
        }));
        identifiers.extend(draft.identifiers.iter().map(|code| identifier::ActiveModel {
            id: NotSet,
            record_id: Set(*id),
            scheme: Set(code.scheme.clone()),
            value: Set(code.value.clone()),
            valid_from: Set(code.from),
            valid_to: Set(code.to),
        }));
    }
    insert_all::<name::Entity>(db, names_of).await?;
    insert_all::<statement_text::Entity>(db, texts).await?;
    insert_all::<identifier::Entity>(db, identifiers).await?;
    insert_all::<place::Entity>(db, places).await
}
