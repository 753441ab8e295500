//! What orders are made of.

use async_graphql::Enum;
use store::Term;

use crate::{Error, Result};

/// Most terms of an order.
const MAX_TERMS: usize = 5;

/// Direction of an order.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    #[default]
    Asc,
    /// Largest first.
    Desc,
}

impl Direction {
    /// Whether the largest comes first.
    #[must_use]
    pub fn descending(self) -> bool {
        self == Self::Desc
    }
}

/// Sort terms of an `orderBy` argument.
///
/// # Errors
/// [`Error::BadUserInput`] for more than five.
pub fn terms<O: Into<Term>>(order: Option<Vec<O>>) -> Result<Vec<Term>> {
    let order = order.unwrap_or_default();
    if order.len() > MAX_TERMS {
        return Err(Error::BadUserInput(format!("an order has at most {MAX_TERMS} terms")));
    }
    Ok(order.into_iter().map(Into::into).collect())
}
