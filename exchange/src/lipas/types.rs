//! The tree of sports sites: categories, sub-categories, types.
//!
//! One number can stand for three things: 7000 is a category, its sub-category and a type. So each level is a
//! scheme of its own.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use entity::Noun;
use serde::Deserialize;
use serde_json::{Value, json};
use store::Draft;
use uuid::Uuid;

use super::SOURCE;
use crate::{Error, Sink, file};

const CATEGORY: &str = "LIPAS-CATEGORY";
const SUB_CATEGORY: &str = "LIPAS-SUBCATEGORY";
const TYPE: &str = "LIPAS-TYPE";

/// Services of types, by type number.
pub(super) type Types = HashMap<i64, Uuid>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    type_code: i64,
    name: String,
    #[serde(default)]
    sub_categories: Vec<Category>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    type_code: i64,
    name: String,
    #[serde(default)]
    description: Option<String>,
    sub_category: i64,
}

/// Reads the tree, writes it as services, and gives the services of types.
///
/// # Errors
/// When a file cannot be read or the store refuses.
pub(super) async fn read(sink: &mut Sink, folder: &Path) -> Result<Types, Error> {
    let sub_categories = categories(sink, folder).await?;
    let (path, rows): (_, Vec<Value>) = file::json(folder, "sports-place-types.json")?;
    let mut types = Types::new();
    for (index, row) in rows.into_iter().enumerate() {
        sink.read(1);
        let number = file::row(index);
        let kind: Type = match serde_json::from_value(row) {
            Ok(kind) => kind,
            Err(error) => {
                sink.problem(&path, number, None, error.to_string());
                continue;
            }
        };
        if !sub_categories.contains(&kind.sub_category) {
            sink.problem(&path, number, Some("subCategory"), format!("no sub-category {}", kind.sub_category));
            continue;
        }
        let Entry::Vacant(place) = types.entry(kind.type_code) else {
            sink.problem(&path, number, Some("typeCode"), format!("{} is given twice", kind.type_code));
            continue;
        };
        let mut draft = service(TYPE, kind.type_code, &kind.name, "SERVICE", Some((SUB_CATEGORY, kind.sub_category)));
        if let Some(text) = kind.description.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            draft = draft.with("description", json!({ "fi": text }));
        }
        place.insert(draft.uid);
        sink.push(draft).await?;
    }
    Ok(types)
}

/// Writes categories and sub-categories, and gives the numbers of the latter.
async fn categories(sink: &mut Sink, folder: &Path) -> Result<HashSet<i64>, Error> {
    let (path, rows): (_, Vec<Value>) = file::json(folder, "categories.json")?;
    let (mut tops, mut subs) = (HashSet::new(), HashSet::new());
    for (index, row) in rows.into_iter().enumerate() {
        sink.read(1);
        let number = file::row(index);
        let top: Category = match serde_json::from_value(row) {
            Ok(top) => top,
            Err(error) => {
                sink.problem(&path, number, None, error.to_string());
                continue;
            }
        };
        if !tops.insert(top.type_code) {
            sink.problem(&path, number, Some("typeCode"), format!("{} is given twice", top.type_code));
            continue;
        }
        sink.push(service(CATEGORY, top.type_code, &top.name, "SERVICE_ENTITY", None)).await?;
        for sub in top.sub_categories {
            if subs.insert(sub.type_code) {
                let above = Some((CATEGORY, top.type_code));
                sink.push(service(SUB_CATEGORY, sub.type_code, &sub.name, "SERVICE_GROUP", above)).await?;
            } else {
                sink.problem(&path, number, Some("subCategories"), format!("{} is given twice", sub.type_code));
            }
        }
    }
    Ok(subs)
}

fn service(scheme: &str, code: i64, name: &str, kind: &str, above: Option<(&str, i64)>) -> Draft {
    let mut draft = Draft::coded(Noun::Service, scheme, &code.to_string()).named("fi", name).with("kind", kind);
    if let Some((scheme, code)) = above {
        draft = draft.with("parent_id", store::draft::uid(scheme, &code.to_string()).to_string());
    }
    draft.source = Some(SOURCE.uid());
    draft
}
