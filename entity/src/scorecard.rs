//! Scorecards: success factors and measures by perspective (tuloskortti).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Scorecard, refs: [organization_id -> Organization]);

/// Scorecards: success factors and measures by perspective (tuloskortti).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "scorecard")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Organization whose scorecard it is.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Whether it is a template.
    #[serde(default)]
    pub template: bool,
    /// Its columns, as the source heads them.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub columns: Option<Text>,
}
