//! The time, by an injected clock: today is the date in Helsinki.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Helsinki;

/// Tells the time; tests hold it still.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Utc::now))
    }

    /// A clock that stands still.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self(Arc::new(move || at))
    }

    /// Now, in microseconds since 1970.
    #[must_use]
    pub fn micros(&self) -> i64 {
        (self.0)().timestamp_micros()
    }

    /// Today in Helsinki.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        (self.0)().with_timezone(&Helsinki).date_naive()
    }
}
