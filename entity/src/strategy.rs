//! Strategies and plans of organizations and regions (strategia).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Strategy, refs: [organization_id -> Organization, region_id -> Region, initiative_id -> Initiative]);

term! {
    /// How binding a strategy is (sitovuus).
    BindingNature {
        /// Legally binding (oikeudellisesti sitova).
        Legal = "LEGAL",
        /// Politically binding (poliittisesti sitova).
        Political = "POLITICAL",
        /// Binding inside the organization (sisäisesti sitova).
        Internal = "INTERNAL",
    }
}

/// Strategies and plans of organizations and regions (strategia).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "strategy")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Organization whose strategy it is.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Region it is for.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Initiative that makes or renews it.
    #[serde(default)]
    pub initiative_id: Option<RecordId>,
    /// Legal basis.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub legal_basis: Option<Text>,
    /// How binding it is.
    #[serde(default)]
    pub binding: Option<BindingNature>,
    /// Whether it can be appealed; none: not said.
    #[serde(default)]
    pub appealable: Option<bool>,
    /// What it is.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
