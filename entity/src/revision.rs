//! One row for each committed change of a record or edge, in commit order, with the image after it.

use sea_orm::entity::prelude::*;

use crate::RecordId;

term! {
    /// What a change did (muutoksen laji).
    Operation {
        /// Made (luonti).
        Create = "CREATE",
        /// Changed (muutos).
        Update = "UPDATE",
        /// Removed (poisto).
        Delete = "DELETE",
    }
}

/// One row for each committed change of a record or edge, in commit order, with the image after it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// Position in the commit order, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    /// Microseconds since 1970.
    pub at: i64,
    /// Who: subject of the token, or the import.
    pub actor: String,
    /// What was done.
    pub operation: Operation,
    /// The record changed, or the parent of the edge changed.
    pub record_id: RecordId,
    /// Table changed: a noun, or an edge's key.
    pub kind: String,
    /// Version of the record after the change.
    pub version: i32,
    /// The record or edge as it is after the change; as it was, when it was deleted.
    #[sea_orm(column_type = "JsonBinary")]
    pub image: Json,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
