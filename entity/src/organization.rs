//! Organizations: who owns, purchases, provides and decides (organisaatio).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

noun!(Organization, refs: [parent_id -> Organization, municipality_id -> Municipality, region_id -> Region]);

term! {
    /// Kind of organization (organisaation laji).
    OrganizationKind {
        /// Municipality as an organization (kunta organisaationa).
        Municipality = "MUNICIPALITY",
        /// Joint municipal authority (kuntayhtymä).
        JointMunicipalAuthority = "JOINT_MUNICIPAL_AUTHORITY",
        /// Regional council (maakunnan liitto, maakuntaliitto).
        RegionalCouncil = "REGIONAL_COUNCIL",
        /// Sub-regional organization (seutuorganisaatio).
        SubRegionalOrganization = "SUB_REGIONAL_ORGANIZATION",
        /// Wellbeing services county (hyvinvointialue).
        WellbeingServicesCounty = "WELLBEING_SERVICES_COUNTY",
        /// Region planned in the reform that lapsed in 2019 (perustettavaksi aiottu maakunta).
        PlannedRegion = "PLANNED_REGION",
        /// Ministry (ministeriö).
        Ministry = "MINISTRY",
        /// Regional state authority (valtion aluehallinto).
        StateRegional = "STATE_REGIONAL",
        /// National state agency (valtion virasto).
        StateNational = "STATE_NATIONAL",
        /// Municipal enterprise (kunnallinen liikelaitos).
        MunicipalEnterprise = "MUNICIPAL_ENTERPRISE",
        /// Company owned by municipalities (kuntayhtiö).
        MunicipalCompany = "MUNICIPAL_COMPANY",
        /// Private company (yritys).
        PrivateCompany = "PRIVATE_COMPANY",
        /// Association or other third-sector actor (kolmas sektori).
        ThirdSector = "THIRD_SECTOR",
        /// Foundation (säätiö).
        Foundation = "FOUNDATION",
        /// University, school or research institute (tutkimus- tai oppilaitos).
        ResearchEducation = "RESEARCH_EDUCATION",
        /// Interest organization (etujärjestö).
        InterestOrganization = "INTEREST_ORGANIZATION",
        /// Unit of another organization (yksikkö).
        OrgUnit = "ORG_UNIT",
    }
}

term! {
    /// Level of a unit inside its organization (yksikön taso).
    UnitLevel {
        /// Sector (toimiala).
        Sector = "SECTOR",
        /// Agency (virasto).
        Agency = "AGENCY",
        /// Division or department (osasto).
        Division = "DIVISION",
        /// Service within a division (palvelu).
        Service = "SERVICE",
        /// Result area (tulosalue).
        ResultArea = "RESULT_AREA",
        /// Result unit (tulosyksikkö).
        ResultUnit = "RESULT_UNIT",
        /// Operating unit (toimintayksikkö).
        OperatingUnit = "OPERATING_UNIT",
        /// Area team (aluetiimi).
        AreaTeam = "AREA_TEAM",
        /// Service centre (palvelukeskus).
        ServiceCentre = "SERVICE_CENTRE",
        /// Group administration (konsernihallinto).
        GroupAdministration = "GROUP_ADMINISTRATION",
    }
}

/// Organizations: who owns, purchases, provides and decides (organisaatio).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind.
    pub kind: OrganizationKind,
    /// Level, for units.
    #[serde(default)]
    pub level: Option<UnitLevel>,
    /// Organization it is a unit of.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Territory: for a municipality its own, else the home.
    #[serde(default)]
    pub municipality_id: Option<RecordId>,
    /// Region it serves or lies in.
    #[serde(default)]
    pub region_id: Option<RecordId>,
}
