//! Who does what in a contract: an organization, a unit, a committee, or a role alone.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Contract.parties, parent: contract_id, refs: [party_id -> Any]);

term! {
    /// What a party does in a contract (rooli sopimuksessa).
    ContractRole {
        /// Purchases (tilaaja).
        Purchaser = "PURCHASER",
        /// Purchases inside the organization (sisäinen tilaaja).
        InternalPurchaser = "INTERNAL_PURCHASER",
        /// Provides, of the same organization (sisäinen tuottaja).
        ProviderInternal = "PROVIDER_INTERNAL",
        /// Provides, from outside (ulkoinen tuottaja).
        ProviderExternal = "PROVIDER_EXTERNAL",
        /// Prepares or proposes (valmistelija).
        Prepares = "PREPARES",
        /// Decides or concludes (päättäjä).
        Decides = "DECIDES",
        /// Signs for the purchaser (allekirjoittaja, tilaaja).
        SignsForPurchaser = "SIGNS_FOR_PURCHASER",
        /// Signs for the provider (allekirjoittaja, tuottaja).
        SignsForProvider = "SIGNS_FOR_PROVIDER",
        /// Is informed (tiedoksi).
        Informed = "INFORMED",
        /// Monitors (seuraaja).
        Monitors = "MONITORS",
        /// Advises (neuvoa-antava).
        Advises = "ADVISES",
    }
}

/// Who does what in a contract: an organization, a unit, a committee, or a role alone.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "contract_party")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The contract.
    pub contract_id: RecordId,
    /// Organization, unit or committee; none where the source names only a role.
    #[serde(default)]
    pub party_id: Option<RecordId>,
    /// What it does.
    pub role: ContractRole,
    /// The role as the source words it, such as `committee chair`.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub label: Option<Text>,
    /// Place in the list.
    #[serde(default)]
    pub position: Option<i32>,
}
