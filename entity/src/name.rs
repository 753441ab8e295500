//! Names made comparable: derived from the registry by the store, for searching and sorting.

use sea_orm::entity::prelude::*;

use crate::RecordId;

/// Names made comparable: derived from the registry by the store, for searching and sorting.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Eq)]
#[sea_orm(table_name = "name")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The record so named.
    pub record_id: RecordId,
    /// Language of the name.
    pub lang: String,
    /// NFC, case and diacritics folded: what text filters and search compare.
    pub folded: String,
    /// CLDR collation key for Finnish: what lists are sorted by.
    pub sort_key: Vec<u8>,
    /// First day the name is valid.
    pub valid_from: Date,
    /// First day it is no longer valid.
    pub valid_to: Date,
    /// Whether lists sort by this name: the first of fi, sv, en that the record has.
    pub sorts: bool,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
