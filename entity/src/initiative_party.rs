//! Who takes part in an initiative, in which role and share.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId, Text};

edge!(Initiative.parties, parent: initiative_id, refs: [party_id -> Any]);

term! {
    /// Role in an initiative (rooli hankkeessa).
    InitiativeRole {
        /// Funds (rahoittaja).
        Funder = "FUNDER",
        /// Administers (hallinnoija).
        Administrator = "ADMINISTRATOR",
        /// Takes part (osallistuja).
        Participant = "PARTICIPANT",
        /// Carries out (toteuttaja).
        Implementer = "IMPLEMENTER",
        /// Has ordered it (tilaaja).
        Client = "CLIENT",
        /// Steers (ohjaaja).
        Steering = "STEERING",
        /// Programme behind it (taustaohjelma).
        ParentProgramme = "PARENT_PROGRAMME",
    }
}

term! {
    /// What a share is a share of (osuuden laji).
    ShareKind {
        /// Of the funding (rahoitus).
        Funding = "FUNDING",
        /// Of the working time (työaika).
        WorkingTime = "WORKING_TIME",
        /// Not said (ei tiedossa).
        Unknown = "UNKNOWN",
    }
}

/// Who takes part in an initiative, in which role and share.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "initiative_party")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The initiative.
    pub initiative_id: RecordId,
    /// Organization, committee, municipality or person; none where the source names only a role.
    #[serde(default)]
    pub party_id: Option<RecordId>,
    /// Role.
    pub role: InitiativeRole,
    /// Role as written.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub label: Option<Text>,
    /// Share, in per cent.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub share: Option<Quantity>,
    /// What the share is of.
    #[serde(default)]
    pub share_kind: Option<ShareKind>,
}
