//! Sections, annexes and amendments of a contract.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Contract.sections, parent: contract_id, refs: []);

term! {
    /// Kind of part of a contract (sopimuksen osan laji).
    SectionKind {
        /// Section (kohta).
        Section = "SECTION",
        /// Annex (liite).
        Annex = "ANNEX",
        /// Amendment (muutos).
        Amendment = "AMENDMENT",
    }
}

/// Sections, annexes and amendments of a contract.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "contract_section")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The contract.
    pub contract_id: RecordId,
    /// Kind of part.
    pub kind: SectionKind,
    /// Place in the contract.
    pub position: i32,
    /// Title.
    #[sea_orm(column_type = "JsonBinary")]
    pub title: Text,
    /// Day of an amendment.
    #[serde(default)]
    pub dated_on: Option<Date>,
}
