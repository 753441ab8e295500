//! Inserting new records whole, and changing known ones where their draft differs from what is stored.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::noun::Ref;
use entity::revision::Operation;
use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{EdgeEntity, NounEntity, RecordId, Term, record};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Keys, Writer, edges, rows};
use crate::{Draft, Error, Result, draft, each_edge, field, with_noun};

impl Writer {
    /// Writes everything but the registry rows of new records.
    pub(super) async fn insert(&mut self, drafts: &[Draft], keys: &Keys) -> Result<()> {
        let mut numbered = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let (id, _) = keys.id(draft.uid).ok_or_else(|| Error::Invalid(format!("{} is given twice", draft.uid)))?;
            numbered.push((id, 1, draft));
        }
        for (noun, ..) in entity::Noun::ALL {
            let of_noun = || numbered.iter().filter(|(.., draft)| draft.noun == *noun);
            with_noun!(*noun, E => {
                let own = of_noun().map(|(id, _, draft)| rows::own::<E>(draft, *id, keys)).collect::<Result<Vec<_>>>()?;
                rows::insert_own::<E>(&self.tx, own).await?;
            });
        }
        let texts: Vec<(RecordId, &Draft)> = numbered.iter().map(|(id, _, draft)| (*id, *draft)).collect();
        rows::insert_texts(&self.tx, &texts).await?;
        for (id, version, draft) in &numbered {
            self.log(Operation::Create, *id, draft.noun.as_str(), *version, image(draft));
        }
        each_edge!(E => edges::insert::<E>(self, &numbered, keys).await?);
        Ok(())
    }

    /// Changes known records where they differ from their drafts; gives the number changed.
    pub(super) async fn update(&mut self, drafts: &[Draft], keys: &Keys) -> Result<usize> {
        let ids: Vec<RecordId> = drafts.iter().filter_map(|draft| keys.id(draft.uid)).map(|(id, _)| id).collect();
        self.lock(&ids).await?;
        let stored = draft::read::of_ids(&self.tx, &ids).await?;
        let stored: HashMap<RecordId, (i32, Draft)> =
            stored.into_iter().map(|(id, version, draft)| (id, (version, draft))).collect();
        let mut changed = 0;
        for draft in drafts {
            let Some((id, _)) = keys.id(draft.uid) else { continue };
            let (version, old) = stored.get(&id).ok_or_else(|| Error::Invalid(format!("{}: no such record", draft.uid)))?;
            if old.noun != draft.noun {
                return Err(Error::Invalid(format!("{} is a {}, not a {}", draft.uid, old.noun, draft.noun)));
            }
            if old != draft {
                self.change(id, version + 1, old, draft, keys).await?;
                changed += 1;
            }
        }
        Ok(changed)
    }

    /// Keeps other writers from these records until the end of the transaction. SQLite has one writer anyway.
    async fn lock(&self, ids: &[RecordId]) -> Result<()> {
        let lock = record::Entity::find().filter(record::Column::Id.is_in(ids.iter().copied())).order_by_asc(record::Column::Id);
        lock.select_only().column(record::Column::Id).lock_exclusive().into_tuple::<RecordId>().all(&self.tx).await?;
        Ok(())
    }

    async fn change(&mut self, id: RecordId, version: i32, old: &Draft, new: &Draft, keys: &Keys) -> Result<()> {
        let [owner, scenario, source] = rows::pointers(new, keys)?;
        let row = record::ActiveModel {
            id: Set(id),
            owner_id: Set(owner),
            scenario_id: Set(scenario),
            source_id: Set(source),
            version: Set(version),
            ..rows::registry(new, self.at)
        };
        record::Entity::update(row).exec(&self.tx).await?;
        with_noun!(new.noun, E => rows::update_own::<E>(&self.tx, rows::own::<E>(new, id, keys)?).await?);
        rows::clear(&self.tx, &[id]).await?;
        rows::insert_texts(&self.tx, &[(id, new)]).await?;
        self.log(Operation::Update, id, new.noun.as_str(), version, image(new));
        each_edge!(E => edges::replace::<E>(self, id, version, old, new, keys).await?);
        Ok(())
    }
}

/// The draft as it will read when stored: columns checked against their tables, defaults filled in.
pub(super) fn canonical(mut draft: Draft) -> Result<Draft> {
    with_noun!(draft.noun, E => draft.own = through::<<E as EntityTrait>::Model>(&draft, &draft.own, E::REFS, "id")?);
    let mut edges = std::mem::take(&mut draft.edges);
    let mut known = Vec::new();
    each_edge!(E => if <E as EdgeEntity>::carried_by(draft.noun) {
        known.push(<E as EdgeEntity>::KEY);
        for edge in edges.get_mut(<E as EdgeEntity>::KEY).into_iter().flatten() {
            *edge = through::<<E as EntityTrait>::Model>(&draft, edge, E::REFS, E::PARENT_COLUMN)?;
        }
    });
    if let Some(key) = edges.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(Error::Invalid(format!("a {} has no {key}", draft.noun)));
    }
    draft.edges = edges;
    let draft = draft.normalized();
    check_periods(&draft)?;
    check_citations(&draft)?;
    Ok(draft)
}

/// Periods begin before they end, and a record has one name in a language at a time: lists sort by it.
fn check_periods(draft: &Draft) -> Result<()> {
    let refuse = |what: &str| Err(Error::Invalid(format!("{} {}: {what}", draft.noun, draft.uid)));
    if draft.from > draft.to {
        return refuse("it ends before it begins");
    }
    for edge in draft.edges.values().flatten() {
        let day = |column: &str, open: NaiveDate| {
            edge.get(column).and_then(Value::as_str).and_then(|day| day.parse().ok()).unwrap_or(open)
        };
        if day("valid_from", FAR_PAST) > day("valid_to", FAR_FUTURE) {
            return refuse("an edge ends before it begins");
        }
    }
    for pair in draft.names.0.windows(2) {
        if pair[0].lang == pair[1].lang && pair[0].to.is_none_or(|to| pair[1].from.is_none_or(|from| from < to)) {
            return refuse("two names in one language at the same time");
        }
    }
    Ok(())
}

/// A citation that stands on a field names it as the schema does, so that whoever reads it finds the field.
fn check_citations(draft: &Draft) -> Result<()> {
    let citations = draft.edges.get(<entity::citation::Entity as EdgeEntity>::KEY).into_iter().flatten();
    let mut fields = citations.filter_map(|citation| citation.get("field").and_then(Value::as_str)).peekable();
    if fields.peek().is_none() {
        return Ok(());
    }
    let known = field::names(draft.noun);
    match fields.find(|field| !known.contains(*field)) {
        Some(field) => {
            Err(Error::Invalid(format!("{} {}: a citation of {field:?}, which is no field of it", draft.noun, draft.uid)))
        }
        None => Ok(()),
    }
}

/// A row read as its table's type and written again; references stay as they are.
fn through<M: Serialize + DeserializeOwned>(
    draft: &Draft,
    row: &Map<String, Value>,
    refs: &[Ref],
    key: &str,
) -> Result<Map<String, Value>> {
    let mut keyed = row.clone();
    keyed.insert(key.to_owned(), 0.into());
    for reference in refs {
        if let Some(value) = keyed.get_mut(reference.column) {
            if value.as_str().is_none_or(|uid| uid.parse::<uuid::Uuid>().is_err()) {
                return Err(Error::Invalid(format!("{} {}: {} is not a UUID", draft.noun, draft.uid, reference.column)));
            }
            *value = 0.into();
        }
    }
    let model: M = serde_json::from_value(Value::Object(keyed))
        .map_err(|error| Error::Invalid(format!("{} {}: {error}", draft.noun, draft.uid)))?;
    let mut written = draft::read::object(&model);
    written.remove(key);
    for reference in refs {
        if let Some(uid) = row.get(reference.column) {
            written.insert(reference.column.to_owned(), uid.clone());
        }
    }
    Ok(written)
}

fn image(draft: &Draft) -> Value {
    let mut image = serde_json::to_value(draft).unwrap_or_default();
    if let Some(image) = image.as_object_mut() {
        image.remove("edges");
    }
    image
}
