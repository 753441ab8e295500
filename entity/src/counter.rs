//! Counters that only grow, one row each: the revision sequence is the commit order.

use sea_orm::entity::prelude::*;

/// Counters that only grow, one row each: the revision sequence is the commit order.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Eq)]
#[sea_orm(table_name = "counter")]
pub struct Model {
    /// Which counter.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Last number given out.
    pub value: i64,
}

/// No relations: see the store.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
