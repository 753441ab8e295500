//! Members of a committee: a person, a represented organization, or a role alone; dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Committee.members, parent: committee_id, refs: [person_id -> Person, organization_id -> Organization]);

term! {
    /// Role of a member (jäsenen tehtävä).
    MembershipRole {
        /// Chair (puheenjohtaja).
        Chair = "CHAIR",
        /// Vice chair (varapuheenjohtaja).
        ViceChair = "VICE_CHAIR",
        /// Member of a chairing team (puheenjohtajatiimi).
        ChairingTeam = "CHAIRING_TEAM",
        /// Convener (koollekutsuja).
        Convener = "CONVENER",
        /// Member (jäsen).
        Member = "MEMBER",
        /// Substitute (varajäsen).
        Substitute = "SUBSTITUTE",
        /// Secretary (sihteeri).
        Secretary = "SECRETARY",
        /// Representative of the staff (henkilöstön edustaja).
        StaffRepresentative = "STAFF_REPRESENTATIVE",
        /// Expert (asiantuntija).
        Expert = "EXPERT",
        /// Adviser (neuvonantaja).
        Adviser = "ADVISER",
        /// Coordinator (koordinaattori).
        Coordinator = "COORDINATOR",
        /// Project leader (projektinjohtaja).
        ProjectLeader = "PROJECT_LEADER",
        /// Change leader (muutosjohtaja).
        ChangeLeader = "CHANGE_LEADER",
    }
}

dated! {
    /// Members of a committee: a person, a represented organization, or a role alone; dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The committee.
        pub committee_id: RecordId,
        /// Who, when a person is named.
        #[serde(default)]
        pub person_id: Option<RecordId>,
        /// Organization represented, or the member itself.
        #[serde(default)]
        pub organization_id: Option<RecordId>,
        /// Role.
        pub role: MembershipRole,
        /// Title or role as the source words it.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub label: Option<Text>,
        /// Number of such members, where the source gives no names.
        #[serde(default)]
        pub seats: Option<i32>,
        /// Whether the member votes; none: not said.
        #[serde(default)]
        pub votes: Option<bool>,
    }
}
