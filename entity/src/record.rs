//! The registry: one row for each record of any noun, with what all records have in common.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

use crate::{Names, Noun, Precision, RecordId};

term! {
    /// Where a record stands in its editing: drafts and archived records are not shown to the public (tietueen tila).
    Status {
        /// Being prepared (luonnos).
        Draft = "DRAFT",
        /// Published (julkaistu).
        Published = "PUBLISHED",
        /// Withdrawn from view, kept (arkistoitu).
        Archived = "ARCHIVED",
    }
}

term! {
    /// Who may read a record (näkyvyys).
    Visibility {
        /// Everyone (julkinen).
        Public = "PUBLIC",
        /// Readers with the scope `read:restricted` (rajoitettu).
        Restricted = "RESTRICTED",
    }
}

/// One record of any noun.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    pub id: RecordId,
    /// Public key: v5 of scheme and value for what is imported, v7 for what is made through the API.
    pub uid: Uuid,
    /// Which table holds the rest.
    pub noun: Noun,
    /// Draft, published or archived.
    pub status: Status,
    /// Public or restricted.
    pub visibility: Visibility,
    /// Organization that maintains the record; none: administrators.
    pub owner_id: Option<RecordId>,
    /// Plan the record belongs to; none: it is real.
    pub scenario_id: Option<RecordId>,
    /// Document the record rests on, unless a citation says otherwise.
    pub source_id: Option<RecordId>,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// How exactly the start is known.
    pub valid_from_precision: Precision,
    /// First day no longer in force.
    pub valid_to: NaiveDate,
    /// How exactly the end is known.
    pub valid_to_precision: Precision,
    /// Names in all languages, dated.
    #[sea_orm(column_type = "JsonBinary")]
    pub names: Names,
    /// Counts the changes of this record from 1.
    pub version: i32,
    /// Microseconds since 1970.
    pub created_at: i64,
    /// Microseconds since 1970.
    pub updated_at: i64,
}

/// No relations: joins go from a noun's table by the shared key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The day on which to read dated names: the lens day, moved into the record's own period.
    #[must_use]
    pub fn name_day(&self, day: NaiveDate) -> NaiveDate {
        let last = self.valid_to.pred_opt().unwrap_or(self.valid_to);
        day.min(last).max(self.valid_from)
    }
}
