//! Members of a collaboration network, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Quantity, RecordId, Text};

edge!(CollaborationNetwork.members, parent: network_id, refs: [member_id -> Any]);

dated! {
    /// Members of a collaboration network, dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "network_member")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The network.
        pub network_id: RecordId,
        /// Organization, committee or municipality; none where the source names only a role.
        #[serde(default)]
        pub member_id: Option<RecordId>,
        /// Role as written.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub role: Option<Text>,
        /// Share, in per cent.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub share: Option<Quantity>,
    }
}
