//! Figures as sources give them: exact, ranged, approximate, open-ended or only as written.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A decimal in millionths of its unit: exact, and ordered alike in both databases.
pub type Micros = i64;

/// One unit in [`Micros`].
pub const UNIT: Micros = 1_000_000;

/// A figure with the uncertainty its source gives it. Missing is not zero, a range is not a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Smallest value; equal to `max` when the figure is exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Micros>,
    /// Largest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Micros>,
    /// "About": the source rounds or estimates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// The upper end is left open by the source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open_ended: bool,
    /// The source's own wording, when it says more than the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
}

impl Quantity {
    /// A whole number, exact.
    #[must_use]
    pub fn exact(value: i64) -> Self {
        Self { min: Some(value * UNIT), max: Some(value * UNIT), ..Self::default() }
    }
}
