//! Observations: values of indicators. They are no records of their own but belong to their indicator.

mod connection;
mod input;
mod query;

pub use connection::{ObservationEdge, Observations, of_record};
pub use input::{ObservationFilter, ObservationOrder};
pub use query::ObservationsQuery;
