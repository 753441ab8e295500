//! Documents and data sets that facts come from (lähde).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(SourceDocument, refs: [publisher_id -> Organization, parent_id -> SourceDocument], dated: false);

term! {
    /// What kind of source a document is (lähteen laji).
    DocumentKind {
        /// Written report or study (raportti).
        Report = "REPORT",
        /// Slide deck (esitys).
        Presentation = "PRESENTATION",
        /// Table or file of data (tietoaineisto).
        Dataset = "DATASET",
        /// Register or classification kept by an authority (rekisteri).
        Register = "REGISTER",
        /// Act or decree (säädös).
        Legislation = "LEGISLATION",
        /// Page on the web (verkkosivu).
        WebPage = "WEB_PAGE",
        /// Contract document (sopimusasiakirja).
        Contract = "CONTRACT",
    }
}

/// Documents and data sets that facts come from (lähde).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "source_document")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind of source.
    pub kind: DocumentKind,
    /// Who publishes it, as written.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Organization that publishes it.
    #[serde(default)]
    pub publisher_id: Option<RecordId>,
    /// Document it is part of or listed in.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Day of the document, when known.
    #[serde(default)]
    pub dated_on: Option<Date>,
    /// Where it can be found.
    #[serde(default)]
    pub url: Option<String>,
    /// Licence of the data, as its publisher names it.
    #[serde(default)]
    pub licence: Option<String>,
    /// Words of attribution that the licence asks for.
    #[serde(default)]
    pub attribution: Option<String>,
    /// What it is, in plain words.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
