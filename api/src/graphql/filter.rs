//! What filters are made of: the grammar of and, or, not. The operator inputs of single fields are in [`operator`], the
//! conditions on what every record has in [`record`], the form of a noun's filter in [`form`].

mod form;
mod operator;
mod record;

use store::filter::not;
use store::{At, Condition, Expr, Scope};

use crate::{Error, Result};

pub use operator::{CodeFilter, DateFilter, DateTimeFilter, IntFilter, TextFilter, term};
pub use record::{AnyRecordFilter, RecordFilter, RecordRelation};

/// Most values of a list in a filter.
pub const MAX_LIST: usize = 500;

/// A filter of a noun.
pub trait Filter {
    /// Its condition on the level `at`.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for lists too long or relations too deep.
    fn condition(&self, at: At, scope: &Scope) -> Result<Condition>;
}

/// The condition of a filter that may be absent.
///
/// # Errors
/// As the filter.
pub fn condition<F: Filter>(filter: Option<&F>, scope: &Scope) -> Result<Condition> {
    filter.map_or_else(|| Ok(Condition::all()), |filter| filter.condition(At::ROOT, scope))
}

/// Joins a filter's own condition with those of its `and`, `or` and `not`.
///
/// # Errors
/// As the filters.
pub fn grammar<F: Filter>(
    own: Condition,
    (and, or, negated): (Option<&[F]>, Option<&[F]>, Option<&F>),
    at: At,
    scope: &Scope,
) -> Result<Condition> {
    let mut all = own;
    for filter in bounded(and.unwrap_or_default())? {
        all = all.add(filter.condition(at, scope)?);
    }
    if let Some(or) = or {
        let mut any = Condition::any().add(Expr::cust("1 = 0"));
        for filter in bounded(or)? {
            any = any.add(filter.condition(at, scope)?);
        }
        all = all.add(any);
    }
    if let Some(negated) = negated {
        all = all.add(not(negated.condition(at, scope)?.add(Expr::cust("1 = 1"))));
    }
    Ok(all)
}

/// A list of a filter, if it is not too long.
///
/// # Errors
/// [`Error::BadUserInput`] for more than [`MAX_LIST`] values.
pub fn bounded<T>(list: &[T]) -> Result<&[T]> {
    if list.len() > MAX_LIST {
        return Err(Error::BadUserInput(format!("a list in a filter holds at most {MAX_LIST} values")));
    }
    Ok(list)
}

/// The level of a relation inside a filter.
///
/// # Errors
/// [`Error::BadUserInput`] when relations are nested too deep.
pub fn deeper(at: At) -> Result<At> {
    at.deeper().ok_or_else(|| Error::BadUserInput(format!("relations in a filter nest at most {} deep", store::at::MAX_DEPTH)))
}
