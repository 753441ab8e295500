//! Phases of an initiative.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(Initiative.phases, parent: initiative_id, refs: []);

dated! {
    /// Phases of an initiative.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[sea_orm(table_name = "initiative_phase")]
    pub struct Model {
        /// Internal key.
        #[sea_orm(primary_key)]
        #[serde(skip)]
        pub id: i64,
        /// The initiative.
        pub initiative_id: RecordId,
        /// Place in the order.
        pub position: i32,
        /// What is done.
        #[sea_orm(column_type = "JsonBinary")]
        pub title: Text,
        /// What comes out.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub output: Option<Text>,
        /// How it is done.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        #[serde(default)]
        pub method: Option<Text>,
    }
}
