//! Committees: municipal and joint bodies of every kind (toimielin).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId};

noun!(Committee, refs: [organization_id -> Organization, parent_id -> Committee, region_id -> Region]);

term! {
    /// Kind of body (toimielimen laji).
    CommitteeKind {
        /// Council (valtuusto).
        Council = "COUNCIL",
        /// Municipal or city board (hallitus: kunnanhallitus, kaupunginhallitus).
        Board = "BOARD",
        /// Section of a board (hallituksen jaosto).
        BoardSection = "BOARD_SECTION",
        /// Committee (lautakunta).
        Committee = "COMMITTEE",
        /// Purchaser committee (tilaajalautakunta).
        PurchaserCommittee = "PURCHASER_COMMITTEE",
        /// Standing committee (valiokunta).
        StandingCommittee = "STANDING_COMMITTEE",
        /// Section or sub-committee (jaosto).
        Section = "SECTION",
        /// Area section (aluejaosto).
        AreaSection = "AREA_SECTION",
        /// Management board (johtokunta).
        ManagementBoard = "MANAGEMENT_BOARD",
        /// Joint body of several organizations (yhteinen toimielin).
        JointBody = "JOINT_BODY",
        /// Body of a joint municipal authority (kuntayhtymän toimielin).
        JointAuthorityBody = "JOINT_AUTHORITY_BODY",
        /// Audit committee (tarkastuslautakunta).
        AuditCommittee = "AUDIT_COMMITTEE",
        /// Election committee (vaalilautakunta).
        ElectionCommittee = "ELECTION_COMMITTEE",
        /// Steering group (ohjausryhmä).
        SteeringGroup = "STEERING_GROUP",
        /// Coordination group (koordinaatioryhmä).
        CoordinationGroup = "COORDINATION_GROUP",
        /// Development group (kehittämisryhmä).
        DevelopmentGroup = "DEVELOPMENT_GROUP",
        /// Working group (työryhmä).
        WorkingGroup = "WORKING_GROUP",
        /// Group preparing a service package (palvelupakettiryhmä).
        ServicePackageGroup = "SERVICE_PACKAGE_GROUP",
        /// Managers' group (johtoryhmä).
        ManagersGroup = "MANAGERS_GROUP",
        /// Advisory board (neuvottelukunta, toimikunta).
        AdvisoryBoard = "ADVISORY_BOARD",
        /// Customer panel (asiakasraati).
        CustomerPanel = "CUSTOMER_PANEL",
        /// Residents' cooperation body (asukasyhteistyöelin).
        ResidentBody = "RESIDENT_BODY",
        /// Parents' council (vanhempainneuvosto).
        ParentsCouncil = "PARENTS_COUNCIL",
        /// Interim body (väliaikaishallinto).
        InterimBody = "INTERIM_BODY",
        /// Series of seminars (seminaarisarja).
        SeminarSeries = "SEMINAR_SERIES",
        /// Office holder with power of decision (viranhaltija).
        OfficeHolder = "OFFICE_HOLDER",
        /// Elected officer with power of decision (luottamushenkilöpäättäjä).
        ElectedOfficer = "ELECTED_OFFICER",
    }
}

term! {
    /// What a body may do (toimielimen tehtävä).
    CommitteePower {
        /// Decides (päättävä).
        Decision = "DECISION",
        /// Prepares (valmisteleva).
        Preparation = "PREPARATION",
        /// Coordinates (koordinoiva).
        Coordination = "COORDINATION",
        /// Advises (neuvoa-antava).
        Advisory = "ADVISORY",
    }
}

/// Committees: municipal and joint bodies of every kind (toimielin).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "committee")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind.
    pub kind: CommitteeKind,
    /// What it may do.
    #[serde(default)]
    pub power: Option<CommitteePower>,
    /// Organization whose body it is.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Body it is under.
    #[serde(default)]
    pub parent_id: Option<RecordId>,
    /// Region it is for.
    #[serde(default)]
    pub region_id: Option<RecordId>,
    /// Seats.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub seats: Option<Quantity>,
    /// Meetings a year.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub meetings: Option<Quantity>,
}
