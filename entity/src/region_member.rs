//! Municipalities of a region, dated.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, citation::Certainty};

edge!(Region.members, parent: region_id, refs: [municipality_id -> Municipality]);

dated! {
    /// Municipalities of a region, dated.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "region_member")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The region.
        pub region_id: RecordId,
        /// The municipality.
        pub municipality_id: RecordId,
        /// Stated by a list of that time, or derived.
        pub certainty: Certainty,
    }
}
