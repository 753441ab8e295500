//! Persons in public roles: name and role, nothing more (henkilö).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Person, dated: false);

/// Persons in public roles: name and role, nothing more (henkilö).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Public role or title as the source words it.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub title: Option<Text>,
}
