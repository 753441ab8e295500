//! Money: integer minor units with their currency, never a float.

use async_graphql::SimpleObject;

/// An amount of money (rahamäärä).
#[derive(SimpleObject, Clone)]
#[graphql(serial)]
pub struct Money {
    /// The amount in minor units of the currency, such as cents, as a decimal string.
    minor_units: String,
    /// Currency, ISO 4217.
    currency: String,
    /// Whether it is without value added tax. Null where the source does not say.
    net: Option<bool>,
}

impl Money {
    /// An amount, if there is one.
    #[must_use]
    pub fn of(minor: Option<i64>, currency: Option<&String>, net: Option<bool>) -> Option<Self> {
        Some(Self { minor_units: minor?.to_string(), currency: currency?.clone(), net })
    }
}
