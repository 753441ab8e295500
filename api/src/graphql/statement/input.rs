//! Filter and order of statements.

use entity::statement::StatementKind;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::{CodeFilter, IdFilter};

crate::term_filter!(StatementKindFilter, StatementKind);

crate::noun_filter! {
    /// Which statements. Conditions given together must all hold.
    StatementFilter(at, scope) {
        /// Its kind.
        kind: StatementKindFilter = |given| given.condition(&at.own("kind"))?;
        /// Its theme.
        theme: CodeFilter = |given| given.condition(&at.own("theme"))?;
        /// The record it is about, of any noun.
        subject: IdFilter = |given| given.condition_on_key(&at.own("subject_id"))?;
        /// The document it was taken from as a whole.
        source: IdFilter = |given| given.condition_on_key(&at.record("source_id"))?;
    }
}

crate::noun_order! {
    StatementOrder, StatementOrderField, "statements" {
        /// Place in its list.
        Position => |descending| Term::own("position", Kind::Int32, descending),
        /// Theme.
        Theme => |descending| Term::own("theme", Kind::Text, descending),
    }
}
