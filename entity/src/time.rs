//! Valid time: from inclusive, to exclusive, each with its precision. Open ends are far dates, so that
//! "in force on a day" is one range test.

use chrono::NaiveDate;

/// Start of what has no known start in any source.
pub const FAR_PAST: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a date");
/// End of what has no known end.
pub const FAR_FUTURE: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

/// Default for a start that is not given.
#[must_use]
pub fn far_past() -> NaiveDate {
    FAR_PAST
}

/// Default for an end that is not given.
#[must_use]
pub fn far_future() -> NaiveDate {
    FAR_FUTURE
}

/// Whether the date stands for an open start.
#[must_use]
pub fn is_far_past(date: &NaiveDate) -> bool {
    *date == FAR_PAST
}

/// Whether the date stands for an open end.
#[must_use]
pub fn is_far_future(date: &NaiveDate) -> bool {
    *date == FAR_FUTURE
}

term! {
    /// How exactly the start or end of a period is known (päivämäärän tarkkuus).
    Precision {
        /// The day is known (päivä).
        Day = "DAY",
        /// The month is known (kuukausi); the date is its first day.
        Month = "MONTH",
        /// The year is known (vuosi); the date is its first day.
        Year = "YEAR",
        /// Not known (ei tiedossa): a start is then the date of the source, an end is open.
        Unknown = "UNKNOWN",
    }
}

impl Precision {
    /// Default where nothing else is said.
    #[must_use]
    pub fn day() -> Self {
        Self::Day
    }

    /// Whether this is the default.
    #[must_use]
    pub fn is_day(&self) -> bool {
        *self == Self::Day
    }
}
