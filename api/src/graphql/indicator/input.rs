//! Filter and order of indicators.

use store::Term;
use store::order::Kind;

use crate::graphql::filter::CodeFilter;

crate::noun_filter! {
    /// Which indicators. Conditions given together must all hold.
    IndicatorFilter(at, scope) {
        /// Its code.
        code: CodeFilter = |code| code.condition(&at.own("code"))?;
    }
}

crate::noun_order! {
    IndicatorOrder, IndicatorOrderField, "indicators" {
        /// Code.
        Code => |descending| Term::own("code", Kind::Text, descending),
    }
}
