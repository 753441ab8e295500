//! Figures with their uncertainty, and exact decimals.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value};
use entity::Micros;
use entity::quantity::UNIT;

/// An exact decimal number, as a string such as `"652.7"`: at most twelve digits before the point and six after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal(pub Micros);

/// An exact decimal number, as a string such as `"652.7"`: at most twelve digits before the point and six after it.
#[Scalar]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        let bad = || InputValueError::custom("a decimal is written with digits and a point, at most six after it");
        parse(&text).map(Self).ok_or_else(bad)
    }

    fn to_value(&self) -> Value {
        Value::String(write(self.0))
    }
}

fn parse(text: &str) -> Option<Micros> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 6 || !plain(whole) || !plain(part) {
        return None;
    }
    let part: Micros = format!("{part:0<6}").parse().ok()?;
    Some(sign * (whole.parse::<Micros>().ok()? * UNIT + part))
}

fn write(micros: Micros) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let (whole, part) = (micros.unsigned_abs() / UNIT.unsigned_abs(), micros.unsigned_abs() % UNIT.unsigned_abs());
    if part == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{}", format!("{part:06}").trim_end_matches('0'))
}

/// A figure as its source gives it. Missing is not zero, a range is not a number, "about 60" is not 60.
#[derive(SimpleObject, Clone)]
#[graphql(serial)]
pub struct Quantity {
    /// Smallest value; the same as `max` when the figure is exact. Null when the source gives none.
    pub min: Option<Decimal>,
    /// Largest value. Null when the source gives none.
    pub max: Option<Decimal>,
    /// Whether the source says "about".
    pub approximate: bool,
    /// Whether the source leaves the upper end open.
    pub open_ended: bool,
    /// The source's own wording, where it says more than the numbers.
    pub as_written: Option<String>,
}

impl From<&entity::Quantity> for Quantity {
    fn from(quantity: &entity::Quantity) -> Self {
        Self {
            min: quantity.min.map(Decimal),
            max: quantity.max.map(Decimal),
            approximate: quantity.approximate,
            open_ended: quantity.open_ended,
            as_written: quantity.as_written.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_both_ways() {
        for text in ["0", "652.7", "-0.4", "1427.000001", "999999999999"] {
            assert_eq!(parse(text).map(write).as_deref(), Some(text));
        }
        for text in ["", ".5", "1e3", "1.0000001", "--1", "1,5", "1000000000000"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
