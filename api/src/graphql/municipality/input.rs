//! Filter and order of municipalities.

use async_graphql::{Enum, InputObject};
use store::order::Kind;
use store::{At, Condition, Scope, Term};

use crate::Result;
use crate::graphql::filter::{CodeFilter, Filter, RecordFilter, grammar};

/// Which municipalities. Conditions given together must all hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MunicipalityFilter {
    /// All of these must hold.
    and: Option<Vec<MunicipalityFilter>>,
    /// At least one of these must hold.
    or: Option<Vec<MunicipalityFilter>>,
    /// This must not hold.
    not: Option<Box<MunicipalityFilter>>,
    #[graphql(flatten)]
    record: RecordFilter,
    /// Its official code.
    code: Option<CodeFilter>,
}

impl Filter for MunicipalityFilter {
    fn condition(&self, at: At, scope: &Scope) -> Result<Condition> {
        let mut own = self.record.condition(at, scope)?;
        if let Some(code) = &self.code {
            own = own.add(code.condition(&at.own("code"))?);
        }
        grammar(own, (self.and.as_deref(), self.or.as_deref(), self.not.as_deref()), at, scope)
    }
}

/// What municipalities can be sorted by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MunicipalityOrderField {
    /// Official code.
    Code,
    /// Name on the day of the lens, in Finnish order.
    Name,
    /// First day in force.
    ValidFrom,
    /// First day no longer in force.
    ValidTo,
    /// Longitude of the centre, from west to east; last where it is not known.
    Lon,
    /// Latitude of the centre, from south to north; last where it is not known.
    Lat,
    /// When it was last changed.
    UpdatedAt,
}

/// A term of the order of municipalities.
#[derive(InputObject, Clone, Debug)]
pub struct MunicipalityOrder {
    /// By what.
    field: MunicipalityOrderField,
    /// Which way; missing values come last either way.
    #[graphql(default)]
    direction: crate::graphql::order::Direction,
}

impl From<MunicipalityOrder> for Term {
    fn from(order: MunicipalityOrder) -> Self {
        let descending = order.direction.descending();
        match order.field {
            MunicipalityOrderField::Code => Self::own("code", Kind::Text, descending),
            MunicipalityOrderField::Name => Self::name(descending),
            MunicipalityOrderField::ValidFrom => Self::record("valid_from", Kind::Date, descending),
            MunicipalityOrderField::ValidTo => Self::record("valid_to", Kind::Date, descending),
            MunicipalityOrderField::Lon => Self::own("lon", Kind::Real, descending),
            MunicipalityOrderField::Lat => Self::own("lat", Kind::Real, descending),
            MunicipalityOrderField::UpdatedAt => Self::record("updated_at", Kind::Int, descending),
        }
    }
}
