//! Services as a tree: entity, group, service (palvelu).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Service, refs: [parent_id -> Service]);

term! {
    /// Place in the tree of services (palvelun taso luokituksessa).
    ServiceKind {
        /// Service entity (palvelukokonaisuus).
        ServiceEntity = "SERVICE_ENTITY",
        /// Service group (palveluryhmä).
        ServiceGroup = "SERVICE_GROUP",
        /// Service (palvelu).
        Service = "SERVICE",
        /// Service package (palvelupaketti).
        ServicePackage = "SERVICE_PACKAGE",
    }
}

term! {
    /// Level a service is organized on (palvelun aluetaso).
    ServiceLevel {
        /// Local (lähipalvelu).
        Local = "LOCAL",
        /// Area (aluepalvelu).
        Area = "AREA",
        /// Regional (maakunnallinen palvelu).
        Regional = "REGIONAL",
        /// Larger than a region (ylimaakunnallinen palvelu).
        SupraRegional = "SUPRA_REGIONAL",
        /// National (valtakunnallinen palvelu).
        National = "NATIONAL",
    }
}

/// Services as a tree: entity, group, service (palvelu).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "service")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Place in the tree.
    pub kind: ServiceKind,
    /// Service it is part of.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Sector, as written.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub sector: Option<Text>,
    /// Level it is organized on.
    #[serde(default)]
    pub level: Option<ServiceLevel>,
    /// What it is.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
