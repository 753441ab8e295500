//! Scalars of time, and the period in which a record is in force.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value};
use chrono::{NaiveDate, SecondsFormat, Utc};
use entity::Precision;
use entity::edge::Dated;
use entity::time::{FAR_FUTURE, FAR_PAST};

use super::term::Named;

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// A calendar day, `YYYY-MM-DD`.
#[Scalar(specified_by_url = "https://scalars.graphql.org/andimarek/local-date.html")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        // The parser of dates is lenient: signs, blanks and missing zeros pass it.
        let shape = |(index, byte): (usize, u8)| if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        let shaped = text.len() == 10 && text.bytes().enumerate().all(shape);
        let day = shaped.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
        day.filter(|day| (FAR_PAST..=FAR_FUTURE).contains(day))
            .map(Self)
            .ok_or_else(|| InputValueError::custom("a date is written YYYY-MM-DD and must exist in the calendar"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

impl Date {
    /// The day, unless it stands for an open start.
    #[must_use]
    pub fn start(day: NaiveDate) -> Option<Self> {
        (day != FAR_PAST).then_some(Self(day))
    }

    /// The day, unless it stands for an open end.
    #[must_use]
    pub fn end(day: NaiveDate) -> Option<Self> {
        (day != FAR_FUTURE).then_some(Self(day))
    }
}

/// A moment, RFC 3339 in UTC with microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub i64);

/// A moment, RFC 3339 in UTC with microseconds.
#[Scalar(specified_by_url = "https://scalars.graphql.org/andimarek/date-time.html")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        let moment = chrono::DateTime::parse_from_rfc3339(text)
            .map_err(|_| InputValueError::custom("a moment is written as in RFC 3339, such as 2026-01-31T12:00:00Z"))?;
        Ok(Self(moment.timestamp_micros()))
    }

    fn to_value(&self) -> Value {
        let moment = chrono::DateTime::<Utc>::from_timestamp_micros(self.0).unwrap_or_default();
        Value::String(moment.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

/// The period in which a record or edge is in force: from its first day up to, not including, its end.
#[derive(SimpleObject)]
pub struct Validity {
    /// First day in force. Null when no source gives a start. With the precision UNKNOWN it is the date of the source.
    pub from: Option<Date>,
    /// How exactly the start is known.
    pub from_precision: Named<Precision>,
    /// First day no longer in force. Null while it is in force without a known end.
    pub to: Option<Date>,
    /// How exactly the end is known.
    pub to_precision: Named<Precision>,
}

impl Validity {
    /// The period between two days.
    #[must_use]
    pub fn new(from: NaiveDate, from_precision: Precision, to: NaiveDate, to_precision: Precision) -> Self {
        Self {
            from: Date::start(from),
            from_precision: Named(from_precision),
            to: Date::end(to),
            to_precision: Named(to_precision),
        }
    }

    /// The period in which a row is in force.
    #[must_use]
    pub fn of(row: &impl Dated) -> Self {
        let [(from, from_precision), (to, to_precision)] = row.period();
        Self::new(from, from_precision, to, to_precision)
    }
}
