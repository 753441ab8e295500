//! What statements say, made comparable: derived from their texts by the store, for searching.

use sea_orm::entity::prelude::*;

use crate::RecordId;

/// What a statement says in one language, made comparable.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Eq)]
#[sea_orm(table_name = "statement_text")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The statement.
    pub record_id: RecordId,
    /// Language of the text.
    pub lang: String,
    /// NFC, case and diacritics folded: what text filters and search compare.
    pub folded: String,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
