//! Filter and order of statements.

use entity::statement::{GovernmentLevel, StatementKind};
use store::Term;
use store::filter::said;
use store::order::Kind;

use crate::graphql::filter::{CodeFilter, IntFilter, RecordRelation, TextFilter};

crate::term_filter!(StatementKindFilter, StatementKind);
crate::term_filter!(GovernmentLevelFilter, GovernmentLevel);

crate::noun_filter! {
    /// Which statements. Conditions given together must all hold.
    StatementFilter(at, scope) {
        /// Its kind.
        kind: StatementKindFilter = |given| given.condition(&at.own("kind"))?;
        /// What it says, in any language.
        text: TextFilter = |given| given.condition(|matched| said(at, matched))?;
        /// Its theme.
        theme: CodeFilter = |given| given.condition(&at.own("theme"))?;
        /// Its place in its list.
        position: IntFilter = |given| given.condition(&at.own("position"))?;
        /// The record it is about, of any noun.
        subject: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.holds_any("subject_id", matched))?;
        /// First level of government, for a division of labour.
        level_a: GovernmentLevelFilter = |given| given.condition(&at.own("level_a"))?;
        /// Second level of government, for a division of labour.
        level_b: GovernmentLevelFilter = |given| given.condition(&at.own("level_b"))?;
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
