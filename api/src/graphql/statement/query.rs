//! Root fields of statements.

use super::Statement;
use super::input::{StatementFilter, StatementOrder};

crate::noun_one! {
    StatementQuery,
    /// One statement (väittämä), by its id or whole name.
    statement: Statement
}

crate::noun_list! {
    StatementsQuery,
    /// What documents say that is no figure and no structure (väittämät), of whatever day.
    statements: statement[StatementFilter, StatementOrder]
}
