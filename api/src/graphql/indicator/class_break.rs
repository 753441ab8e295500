//! Classes of an indicator's values: computed from the values, or as a source states them.

use async_graphql::{Context, Enum, SimpleObject};
use store::observation::Class;

use super::Indicator;
use crate::graphql::context::Ctx;
use crate::graphql::quantity::Decimal;
use crate::graphql::time::Date;
use crate::{Error, Result};

/// Most classes.
const MAX_CLASSES: i32 = 20;

/// How classes are cut.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassMethod {
    /// About the same number of subjects in each class; equal values are never parted.
    Quantile,
    /// Classes of the same width.
    EqualInterval,
}

/// A class of values with the number of subjects in it.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ClassBreak {
    /// Lower bound, included. Null: open.
    lower: Option<Decimal>,
    /// Upper bound, included. Null: open.
    upper: Option<Decimal>,
    /// Number of subjects in the class.
    count: i64,
    /// Whether the source gives this class and its count. If not, they are computed from the values held.
    stated: bool,
}

impl From<Class> for ClassBreak {
    fn from(class: Class) -> Self {
        Self { lower: class.lower.map(Decimal), upper: class.upper.map(Decimal), count: class.count, stated: class.stated }
    }
}

/// Classes of the values whose reference period begins on a day.
///
/// # Errors
/// [`Error::BadUserInput`] for a number of classes that cannot be, and when the database fails.
pub async fn breaks(
    indicator: &Indicator,
    ctx: &Context<'_>,
    period: Option<Date>,
    classes: i32,
    method: ClassMethod,
) -> Result<Vec<ClassBreak>> {
    if !(1..=MAX_CLASSES).contains(&classes) {
        return Err(Error::BadUserInput(format!("classes lies between 1 and {MAX_CLASSES}")));
    }
    let classes = usize::try_from(classes).unwrap_or(1);
    let scope = indicator.scope();
    let values = store::observation::values(ctx.db(), scope, indicator.row().id(), period.map(|day| day.0)).await?;
    if !values.stated.is_empty() {
        return Ok(values.stated.into_iter().map(ClassBreak::from).collect());
    }
    let cut = match method {
        ClassMethod::Quantile => store::observation::quantiles(&values.values, classes),
        ClassMethod::EqualInterval => store::observation::intervals(&values.values, classes),
    };
    Ok(cut.into_iter().map(ClassBreak::from).collect())
}
