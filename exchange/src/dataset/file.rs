//! What stands in a dataset file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::record::{Status, Visibility};
use entity::time::{far_future, far_past, is_far_future, is_far_past};
use entity::{Noun, Precision};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use store::draft::Code;
use uuid::Uuid;

/// A file: what holds for its records, and the records.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// What the file is, for people.
    #[serde(default, rename = "about")]
    pub(super) _about: Option<String>,
    /// Noun of the records.
    #[serde(default)]
    pub(super) noun: Option<Noun>,
    /// Document that the records rest on.
    #[serde(default)]
    pub(super) source: Option<String>,
    /// Own columns of the records.
    #[serde(default)]
    pub(super) own: Map<String, Value>,
    /// The records.
    #[serde(default)]
    pub(super) records: Option<Vec<Value>>,
    /// Boundaries of records, which may stand in other files; `own` holds for each.
    #[serde(default)]
    pub(super) boundaries: Vec<Map<String, Value>>,
}

/// A record in short.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) uid: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) noun: Option<Noun>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) names: BTreeMap<String, Naming>,
    #[serde(default = "far_past", skip_serializing_if = "is_far_past")]
    pub(super) from: NaiveDate,
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub(super) from_precision: Precision,
    #[serde(default = "far_future", skip_serializing_if = "is_far_future")]
    pub(super) to: NaiveDate,
    #[serde(default = "Precision::day", skip_serializing_if = "Precision::is_day")]
    pub(super) to_precision: Precision,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) identifiers: Vec<Identifier>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) visibility: Option<Visibility>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scenario: Option<String>,
    /// Not given: that of the file; null: none.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub(super) source: Option<Option<String>>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(super) own: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Edges::is_empty")]
    pub(super) edges: Edges,
}

/// Edges by key.
pub(super) type Edges = BTreeMap<String, Vec<Map<String, Value>>>;

/// The names in one language.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Naming {
    /// One, valid as long as the record.
    Always(String),
    /// Dated.
    Dated(Vec<DatedName>),
}

/// A name with its period.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DatedName {
    pub(super) value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<NaiveDate>,
}

/// A further code: `SCHEME:code`, or with its period.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Identifier {
    Always(String),
    Dated(Code),
}

fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
