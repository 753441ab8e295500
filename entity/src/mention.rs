//! Where a document names a record.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

edge!(SourceDocument.mentions, parent: document_id, refs: [record_id -> Any]);

/// Where a document names a record.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "mention")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The document.
    pub document_id: RecordId,
    /// The record it names.
    pub record_id: RecordId,
    /// Place in the document, such as `s6`.
    #[serde(default)]
    pub locator: Option<String>,
    /// In which role or sense.
    #[serde(default)]
    pub note: Option<String>,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
