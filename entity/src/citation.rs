//! Where a fact comes from, and how certain it is: on the record or on one of its fields.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Any.citations, parent: record_id, refs: [document_id -> SourceDocument], sorted: locator -> locator_key);

term! {
    /// How certain a fact is (varmuus).
    Certainty {
        /// The source says so (mainittu).
        Stated = "STATED",
        /// Follows by arithmetic or by combining sources (johdettu).
        Derived = "DERIVED",
        /// The source can be read in more than one way (monitulkintainen).
        Ambiguous = "AMBIGUOUS",
        /// The source has a place for it but no value (puuttuu).
        Missing = "MISSING",
        /// Known from elsewhere than the document at hand (ulkopuolinen).
        External = "EXTERNAL",
    }
}

impl Certainty {
    /// What is not said otherwise.
    #[must_use]
    pub fn stated() -> Self {
        Self::Stated
    }

    /// Whether the source says so.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        *self == Self::Stated
    }
}

/// Where a fact comes from, and how certain it is: on the record or on one of its fields.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "citation")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The record it stands on.
    pub record_id: RecordId,
    /// Field it stands on; none: the whole record.
    #[serde(default)]
    pub field: Option<String>,
    /// The document.
    #[serde(default)]
    pub document_id: Option<RecordId>,
    /// Place in the document, such as `s6`.
    #[serde(default)]
    pub locator: Option<String>,
    /// Key that sorts places in a document, made of the locator when it is written.
    #[serde(skip)]
    pub locator_key: Option<Vec<u8>>,
    /// How certain.
    pub certainty: Certainty,
    /// What a reader should know about it.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub note: Option<Text>,
}
