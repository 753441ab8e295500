//! Filter and order of changes.

use entity::municipality_change::ChangeKind;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::DateFilter;
use crate::graphql::municipality::input::MunicipalityFilter;

crate::term_filter!(ChangeKindFilter, ChangeKind);
crate::relation_filter!(MunicipalityRelation, MunicipalityFilter, "municipalities");

crate::noun_filter! {
    /// Which changes. Conditions given together must all hold.
    MunicipalityChangeFilter(at, scope) {
        /// What happened.
        kind: ChangeKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Day from which it is in effect: `{gte, lt}` gives the changes between two days.
        effective_on: DateFilter = |day| day.condition(&at.own("effective_on"))?;
    }
}

crate::noun_order! {
    MunicipalityChangeOrder, MunicipalityChangeOrderField, "changes" {
        /// Day from which it is in effect.
        EffectiveOn => |descending| Term::own("effective_on", Kind::Date, descending),
    }
}
