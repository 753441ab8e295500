//! Codes people know a record by: scheme and value, with the period they are in use.

use sea_orm::entity::prelude::*;

use crate::RecordId;

/// Codes people know a record by: scheme and value, with the period they are in use.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Eq)]
#[sea_orm(table_name = "identifier")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The record so called.
    pub record_id: RecordId,
    /// Short name of the scheme, such as `FI-KUNTA`.
    pub scheme: String,
    /// The code, leading zeros kept.
    pub value: String,
    /// First day in use.
    pub valid_from: Date,
    /// First day no longer in use.
    pub valid_to: Date,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
