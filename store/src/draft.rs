//! A record as it should be: what importers, the built-in dataset and the revision log speak. Other records are
//! named by their public UUID, never by the internal key, so that a draft means the same in every installation.

pub mod read;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::record::{Status, Visibility};
use entity::time::{FAR_FUTURE, FAR_PAST, far_future, far_past, is_far_future, is_far_past};
use entity::{Name, Names, Noun, Precision};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::collate;

/// Namespace of the UUIDs made from scheme and value.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0b_3c52_9d1e_5f7a_8e44_7365_7574_7500);

/// Public UUID of the record that a scheme's value names: the same in every installation.
#[must_use]
pub fn uid(scheme: &str, value: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{scheme}\u{1f}{value}").as_bytes())
}

/// A record with its own columns, its identifiers and its edges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Which noun.
    pub noun: Noun,
    /// Public key.
    pub uid: Uuid,
    /// Draft, published or archived.
    #[serde(default = "published", skip_serializing_if = "is_published")]
    pub status: Status,
    /// Public or restricted.
    #[serde(default = "public", skip_serializing_if = "is_public")]
    pub visibility: Visibility,
    /// Organization that maintains it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Uuid>,
    /// Plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Uuid>,
    /// Document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Uuid>,
    /// First day in force.
    #[serde(default = "far_past", skip_serializing_if = "is_far_past")]
    pub from: NaiveDate,
    /// How exactly the start is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub from_precision: Precision,
    /// First day no longer in force.
    #[serde(default = "far_future", skip_serializing_if = "is_far_future")]
    pub to: NaiveDate,
    /// How exactly the end is known.
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub to_precision: Precision,
    /// Names in all languages, dated.
    #[serde(default)]
    pub names: Names,
    /// Codes it is known by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Code>,
    /// The noun's own columns.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub own: Map<String, Value>,
    /// Edges by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub edges: BTreeMap<String, Vec<Map<String, Value>>>,
}

/// A code with its scheme and the period it is in use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Scheme.
    pub scheme: String,
    /// Code.
    pub value: String,
    /// First day in use.
    #[serde(default = "far_past", skip_serializing_if = "is_far_past")]
    pub from: NaiveDate,
    /// First day no longer in use.
    #[serde(default = "far_future", skip_serializing_if = "is_far_future")]
    pub to: NaiveDate,
}

fn published() -> Status {
    Status::Published
}

fn is_published(status: &Status) -> bool {
    *status == Status::Published
}

fn public() -> Visibility {
    Visibility::Public
}

fn is_public(visibility: &Visibility) -> bool {
    *visibility == Visibility::Public
}

impl Draft {
    /// An empty record, published, public, always in force.
    #[must_use]
    pub fn new(noun: Noun, uid: Uuid) -> Self {
        Self {
            noun,
            uid,
            status: Status::Published,
            visibility: Visibility::Public,
            owner: None,
            scenario: None,
            source: None,
            from: FAR_PAST,
            from_precision: Precision::Day,
            to: FAR_FUTURE,
            to_precision: Precision::Day,
            names: Names::default(),
            identifiers: Vec::new(),
            own: Map::new(),
            edges: BTreeMap::new(),
        }
    }

    /// The record that a scheme's value names, with that identifier.
    #[must_use]
    pub fn coded(noun: Noun, scheme: &str, value: &str) -> Self {
        let mut draft = Self::new(noun, uid(scheme, value));
        draft.identifiers.push(Code { scheme: scheme.to_owned(), value: value.to_owned(), from: FAR_PAST, to: FAR_FUTURE });
        draft
    }

    /// Adds a name valid as long as the record; nothing if it is empty.
    #[must_use]
    pub fn named(mut self, lang: &str, value: &str) -> Self {
        let value = collate::compose(value);
        if !value.is_empty() {
            self.names.0.push(Name { lang: lang.to_owned(), value, from: None, to: None });
        }
        self
    }

    /// Sets an own column.
    #[must_use]
    pub fn with(mut self, column: &str, value: impl Into<Value>) -> Self {
        self.own.insert(column.to_owned(), value.into());
        self
    }

    /// Adds an edge.
    pub fn edge(&mut self, key: &str, edge: Value) {
        if let Value::Object(edge) = edge {
            self.edges.entry(key.to_owned()).or_default().push(edge);
        }
    }

    /// The same draft in the one form in which equal drafts are equal: no nulls, lists sorted, text composed.
    #[must_use]
    pub fn normalized(mut self) -> Self {
        self.own.retain(|_, value| !value.is_null());
        for name in &mut self.names.0 {
            name.value = collate::compose(&name.value);
        }
        self.names.0.sort_by(|a, b| {
            (lang_rank(&a.lang), &a.lang, a.from, &a.value).cmp(&(lang_rank(&b.lang), &b.lang, b.from, &b.value))
        });
        self.names.0.dedup();
        self.identifiers.sort();
        self.identifiers.dedup();
        self.edges.retain(|_, edges| !edges.is_empty());
        for edges in self.edges.values_mut() {
            for edge in edges.iter_mut() {
                edge.retain(|_, value| !value.is_null());
            }
            edges.sort_by_cached_key(|edge| Value::Object(edge.clone()).to_string());
        }
        self
    }
}

/// Place of a language in the order in which readers are answered.
pub(crate) fn lang_rank(lang: &str) -> usize {
    entity::text::FALLBACK.iter().position(|known| *known == lang).unwrap_or(usize::MAX)
}
