//! Classes of an indicator's values: computed from the values, or as a source states them.

use async_graphql::{Context, Enum, SimpleObject};
use entity::Noun;
use store::observation::{Class, Subjects};

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

/// What classes are asked for.
pub struct Wanted {
    /// First day of the reference period; without it the newest that is no forecast.
    pub period: Option<Date>,
    /// Whose values.
    pub subjects: Subjects,
    /// How many classes.
    pub classes: i32,
    /// How they are cut.
    pub method: ClassMethod,
}

/// Classes of an indicator's values; read for all its siblings in one statement.
///
/// # Errors
/// [`Error::BadUserInput`] for a number of classes that cannot be and for regions of all families together, and when the
/// database fails.
pub async fn breaks(indicator: &Indicator, ctx: &Context<'_>, wanted: Wanted) -> Result<Vec<ClassBreak>> {
    if !(1..=MAX_CLASSES).contains(&wanted.classes) {
        return Err(Error::BadUserInput(format!("classes lies between 1 and {MAX_CLASSES}")));
    }
    if (wanted.subjects.noun == Noun::Region) != wanted.subjects.family.is_some() {
        return Err(Error::BadUserInput("give a family with noun: REGION, and only then".to_owned()));
    }
    let load = || async {
        let (scope, ids) = (indicator.scope(), indicator.group().ids());
        Ok(store::observation::values(ctx.db(), scope, &ids, wanted.subjects, wanted.period.map(|day| day.0)).await?)
    };
    let of_level = indicator.fetch(ctx, load).await?;
    let Some(values) = of_level.get(&indicator.row().id()) else { return Ok(Vec::new()) };
    if !values.stated.is_empty() {
        return Ok(values.stated.iter().cloned().map(ClassBreak::from).collect());
    }
    let classes = usize::try_from(wanted.classes).unwrap_or(1);
    let cut = match wanted.method {
        ClassMethod::Quantile => store::observation::quantiles(&values.values, classes),
        ClassMethod::EqualInterval => store::observation::intervals(&values.values, classes),
    };
    Ok(cut.into_iter().map(ClassBreak::from).collect())
}
