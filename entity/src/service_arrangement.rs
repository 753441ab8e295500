//! How a service is organized: where, by whom, on which level and in which model; real or planned.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text, service::ServiceLevel};

edge!(Service.arrangements, parent: service_id, refs: [
    service_area_id -> ServiceArea, region_id -> Region, organizer_id -> Any, producer_id -> Organization, scenario_id -> Scenario
]);

term! {
    /// Model by which a service is provided (palvelun järjestämis- tai tuotantotapa).
    ProvisionModel {
        /// Own production (oma tuotanto).
        OwnProduction = "OWN_PRODUCTION",
        /// Service cooperation (palveluyhteistyö).
        ServiceCooperation = "SERVICE_COOPERATION",
        /// Contract-based (sopimuspohjainen).
        ContractBased = "CONTRACT_BASED",
        /// Host municipality (isäntäkunta).
        HostMunicipality = "HOST_MUNICIPALITY",
        /// Joint body (yhteinen toimielin).
        JointBody = "JOINT_BODY",
        /// Joint municipal authority (kuntayhtymä).
        JointMunicipalAuthority = "JOINT_MUNICIPAL_AUTHORITY",
        /// Municipal enterprise (liikelaitos).
        MunicipalEnterprise = "MUNICIPAL_ENTERPRISE",
        /// Limited company (osakeyhtiö).
        LimitedCompany = "LIMITED_COMPANY",
        /// Purchaser-provider (tilaaja-tuottaja).
        PurchaserProvider = "PURCHASER_PROVIDER",
        /// Contract steering (sopimusohjaus).
        ContractSteering = "CONTRACT_STEERING",
        /// Process organization (prosessiorganisaatio).
        ProcessOrganization = "PROCESS_ORGANIZATION",
        /// Bought from a unit owned by the municipality (kunnan omistama yksikkö).
        OutsourcedMunicipalUnit = "OUTSOURCED_MUNICIPAL_UNIT",
        /// Bought from a private company (yksityinen yritys).
        OutsourcedPrivate = "OUTSOURCED_PRIVATE",
        /// Bought from the third sector (kolmas sektori).
        OutsourcedThirdSector = "OUTSOURCED_THIRD_SECTOR",
        /// Regional body (maakunnallinen toimielin).
        RegionalBody = "REGIONAL_BODY",
        /// Network (verkosto).
        Network = "NETWORK",
        /// Alliance (allianssi).
        Alliance = "ALLIANCE",
    }
}

term! {
    /// Whether an arrangement exists (järjestelyn tila).
    ArrangementStatus {
        /// Exists (nykyinen).
        Existing = "EXISTING",
        /// Proposed (ehdotettu).
        Proposed = "PROPOSED",
        /// Under study (selvitettävä).
        UnderStudy = "UNDER_STUDY",
        /// Given up (luovuttu).
        Abandoned = "ABANDONED",
    }
}

dated! {
    /// How a service is organized: where, by whom, on which level and in which model; real or planned.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "service_arrangement")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The service.
        pub service_id: RecordId,
        /// Area it is for.
        #[serde(default)]
        pub service_area_id: Option<RecordId>,
        /// Region it is for.
        #[serde(default)]
        pub region_id: Option<RecordId>,
        /// Organization or committee that organizes.
        #[serde(default)]
        pub organizer_id: Option<RecordId>,
        /// Organization that produces; several producers are several arrangements.
        #[serde(default)]
        pub producer_id: Option<RecordId>,
        /// Plan it belongs to; none: it is real.
        #[serde(default)]
        pub scenario_id: Option<RecordId>,
        /// Level.
        #[serde(default)]
        pub level: Option<ServiceLevel>,
        /// Model.
        #[serde(default)]
        pub model: Option<ProvisionModel>,
        /// Whether it exists.
        pub status: ArrangementStatus,
        /// Number of the phase, where the plan has phases.
        #[serde(default)]
        pub phase: Option<i32>,
        /// What the source adds.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub note: Option<Text>,
    }
}
