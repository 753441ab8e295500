//! A record as read: its registry row and its noun's own row, in one statement.

use entity::{NounEntity, RecordId, record};
use sea_orm::sea_query::{Alias, Expr, IntoIden, SelectStatement};
use sea_orm::{DbErr, FromQueryResult, Iden, Iterable, QueryResult};

use crate::At;

/// A record of the noun `E`.
#[derive(Clone, Debug)]
pub struct Loaded<E: NounEntity> {
    /// What all records have.
    pub record: record::Model,
    /// What this noun has.
    pub own: E::Model,
}

impl<E: NounEntity> Loaded<E> {
    /// Key of the record.
    #[must_use]
    pub fn id(&self) -> RecordId {
        self.record.id
    }
}

/// Columns of the registry, in the order in which [`read`] takes them.
const COLUMNS: [&str; 16] = [
    "id",
    "uid",
    "noun",
    "status",
    "visibility",
    "owner_id",
    "scenario_id",
    "source_id",
    "valid_from",
    "valid_from_precision",
    "valid_to",
    "valid_to_precision",
    "names",
    "version",
    "created_at",
    "updated_at",
];

/// Number of leading columns that belong to the registry.
pub const REGISTRY_COLUMNS: usize = COLUMNS.len();

/// Selects the registry's columns first, by position, so that own columns may have any name.
pub fn select_record(statement: &mut SelectStatement, at: At) {
    for (index, column) in COLUMNS.iter().enumerate() {
        statement.expr_as(at.record(column), Alias::new(format!("_{index}")));
    }
}

/// Selects the own columns under their own names; those that only an export needs as null.
pub fn select_own<E: NounEntity>(statement: &mut SelectStatement, at: At) {
    for column in E::Column::iter() {
        let name = Iden::unquoted(&column).to_owned();
        let value =
            if E::EXPORT_ONLY.contains(&name.as_str()) { Expr::cust("null") } else { Expr::col((at.own_alias(), column)) };
        statement.expr_as(value, Alias::new(name));
    }
}

/// Reads a record from a row whose first columns are the registry's.
///
/// # Errors
/// When a column does not hold what it should.
pub fn read<E: NounEntity>(row: &QueryResult) -> Result<Loaded<E>, DbErr> {
    Ok(Loaded { record: read_record(row)?, own: E::Model::from_query_result(row, "")? })
}

/// Reads the registry row from the first columns.
///
/// # Errors
/// When a column does not hold what it should.
pub fn read_record(row: &QueryResult) -> Result<record::Model, DbErr> {
    Ok(record::Model {
        id: row.try_get_by_index(0)?,
        uid: row.try_get_by_index(1)?,
        noun: row.try_get_by_index(2)?,
        status: row.try_get_by_index(3)?,
        visibility: row.try_get_by_index(4)?,
        owner_id: row.try_get_by_index(5)?,
        scenario_id: row.try_get_by_index(6)?,
        source_id: row.try_get_by_index(7)?,
        valid_from: row.try_get_by_index(8)?,
        valid_from_precision: row.try_get_by_index(9)?,
        valid_to: row.try_get_by_index(10)?,
        valid_to_precision: row.try_get_by_index(11)?,
        names: row.try_get_by_index(12)?,
        version: row.try_get_by_index(13)?,
        created_at: row.try_get_by_index(14)?,
        updated_at: row.try_get_by_index(15)?,
    })
}

/// Table of the noun.
#[must_use]
pub fn table<E: NounEntity>() -> sea_orm::sea_query::DynIden {
    Alias::new(E::default().table_name()).into_iden()
}
