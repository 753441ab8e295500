//! Networks of collaboration between organizations (yhteistyöverkosto).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(CollaborationNetwork, refs: [region_id -> Region, host_id -> Organization, initiative_id -> Initiative]);

term! {
    /// What a network is about (verkoston aihe).
    NetworkCategory {
        /// Culture (kulttuuri).
        Culture = "CULTURE",
        /// Sports counselling (liikuntaneuvonta).
        SportsCounselling = "SPORTS_COUNSELLING",
        /// Student welfare (opiskeluhuolto).
        StudentWelfare = "STUDENT_WELFARE",
        /// One-stop guidance of young people (Ohjaamo).
        YouthOhjaamo = "YOUTH_OHJAAMO",
        /// Promotion of wellbeing and health (hyvinvoinnin ja terveyden edistäminen).
        WellbeingPromotion = "WELLBEING_PROMOTION",
        /// Alliance (allianssi).
        Alliance = "ALLIANCE",
        /// Education (sivistys, koulutus).
        Education = "EDUCATION",
        /// Administration and development (hallinto ja kehittäminen).
        Administration = "ADMINISTRATION",
        /// Other (muu).
        Other = "OTHER",
    }
}

term! {
    /// How a network is held together (verkoston muoto).
    NetworkForm {
        /// By networking (verkosto).
        Network = "NETWORK",
        /// By contract (sopimus).
        Contract = "CONTRACT",
        /// By information (informaatio-ohjaus).
        InformationSteering = "INFORMATION_STEERING",
        /// As an alliance (allianssi).
        Alliance = "ALLIANCE",
        /// Not classified, as by the source itself (määrittelemätön).
        Undefined = "UNDEFINED",
    }
}

/// Networks of collaboration between organizations (yhteistyöverkosto).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "collaboration_network")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What it is about.
    pub category: NetworkCategory,
    /// How it is held together.
    pub form: NetworkForm,
    /// Number of the case in its study.
    #[serde(default)]
    pub number: Option<i32>,
    /// Region where it works.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Organization that hosts it.
    #[serde(default)]
    pub host_id: Option<RecordId>,
    /// Study or project it was described in or founded by.
    #[serde(default)]
    pub initiative_id: Option<RecordId>,
    /// What it does.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
}
