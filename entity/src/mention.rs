//! Where a document names a record.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::citation::Certainty;
use crate::{RecordId, Text};

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
    /// How certain it is that the document names this record.
    #[serde(default = "Certainty::stated", skip_serializing_if = "Certainty::is_stated")]
    pub certainty: Certainty,
    /// In which role or sense.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub note: Option<Text>,
}
