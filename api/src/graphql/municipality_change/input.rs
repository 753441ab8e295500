//! Filter and order of changes.

use async_graphql::{Enum, InputObject};
use entity::municipality_change::ChangeKind;
use store::order::Kind;
use store::{At, Condition, Scope, Term};

use crate::Result;
use crate::graphql::filter::{DateFilter, Filter, RecordFilter, grammar};
use crate::graphql::order::Direction;

crate::term_filter!(ChangeKindFilter, ChangeKind);

/// Which changes. Conditions given together must all hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MunicipalityChangeFilter {
    /// All of these must hold.
    and: Option<Vec<MunicipalityChangeFilter>>,
    /// At least one of these must hold.
    or: Option<Vec<MunicipalityChangeFilter>>,
    /// This must not hold.
    not: Option<Box<MunicipalityChangeFilter>>,
    #[graphql(flatten)]
    record: RecordFilter,
    /// What happened.
    kind: Option<ChangeKindFilter>,
    /// Day from which it is in effect: `{gte, lt}` gives the changes between two days.
    effective_on: Option<DateFilter>,
}

impl Filter for MunicipalityChangeFilter {
    fn condition(&self, at: At, scope: &Scope) -> Result<Condition> {
        let mut own = self.record.condition(at, scope)?;
        if let Some(kind) = &self.kind {
            own = own.add(kind.condition(&at.own("kind"))?);
        }
        if let Some(day) = &self.effective_on {
            own = own.add(day.condition(&at.own("effective_on"))?);
        }
        grammar(own, (self.and.as_deref(), self.or.as_deref(), self.not.as_deref()), at, scope)
    }
}

/// What changes can be sorted by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MunicipalityChangeOrderField {
    /// Day from which it is in effect.
    EffectiveOn,
    /// Name of the change, in Finnish order.
    Name,
    /// When it was last changed.
    UpdatedAt,
}

/// A term of the order of changes.
#[derive(InputObject, Clone, Debug)]
pub struct MunicipalityChangeOrder {
    /// By what.
    field: MunicipalityChangeOrderField,
    /// Which way; missing values come last either way.
    #[graphql(default)]
    direction: Direction,
}

impl From<MunicipalityChangeOrder> for Term {
    fn from(order: MunicipalityChangeOrder) -> Self {
        let descending = order.direction.descending();
        match order.field {
            MunicipalityChangeOrderField::EffectiveOn => Self::own("effective_on", Kind::Date, descending),
            MunicipalityChangeOrderField::Name => Self::name(descending),
            MunicipalityChangeOrderField::UpdatedAt => Self::record("updated_at", Kind::Int, descending),
        }
    }
}
