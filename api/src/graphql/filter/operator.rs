//! Operator inputs: what a single field of a filter can be compared with.

use async_graphql::{InputObject, InputType};
use entity::Term;
use store::filter::TextMatch;
use store::{Condition, Expr, ExprTrait};

use super::bounded;
use crate::graphql::term::Named;
use crate::graphql::time::{Date, DateTime};
use crate::{Error, Result};

/// Longest text to look for in names, in characters: SQLite takes no pattern of any length.
const MAX_TEXT: usize = 200;

/// Conditions on a code: compared as it is written, leading zeros and all. Conditions given together must all hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CodeFilter {
    /// The same.
    eq: Option<String>,
    /// One of these; at most 500.
    #[graphql(name = "in")]
    within: Option<Vec<String>>,
    /// Another one; a missing value does not match.
    ne: Option<String>,
    /// Begins so.
    starts_with: Option<String>,
    /// Missing, or not missing.
    is_null: Option<bool>,
}

impl CodeFilter {
    /// Condition on a column.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for a list too long.
    pub fn condition(&self, column: &Expr) -> Result<Condition> {
        let mut all = Condition::all();
        if let Some(value) = &self.eq {
            all = all.add(column.clone().eq(value.as_str()));
        }
        if let Some(values) = &self.within {
            all = all.add(column.clone().is_in(bounded(values)?.iter().map(String::as_str)));
        }
        if let Some(value) = &self.ne {
            all = all.add(column.clone().ne(value.as_str()));
        }
        if let Some(start) = &self.starts_with {
            let end = format!("{start}\u{10FFFF}");
            all = all.add(column.clone().gte(start.as_str())).add(column.clone().lte(end));
        }
        Ok(null(all, column, self.is_null))
    }
}

fn null(all: Condition, column: &Expr, wanted: Option<bool>) -> Condition {
    match wanted {
        None => all,
        Some(true) => all.add(column.clone().is_null()),
        Some(false) => all.add(column.clone().is_not_null()),
    }
}

/// Conditions on a name or text in any language: letter case and diacritics do not count. All that are given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct TextFilter {
    /// The same.
    eq: Option<String>,
    /// One of these; at most 500.
    #[graphql(name = "in")]
    within: Option<Vec<String>>,
    /// Begins so.
    starts_with: Option<String>,
    /// Holds this anywhere.
    contains: Option<String>,
}

impl TextFilter {
    /// All that is given must hold, each as `holds` says.
    ///
    /// # Errors
    /// As [`TextFilter::matches`].
    pub fn condition(&self, holds: impl Fn(&TextMatch) -> Expr) -> Result<Condition> {
        Ok(self.matches()?.iter().fold(Condition::all(), |all, matched| all.add(holds(matched))))
    }

    /// What a name must match, for each condition given.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for lists or texts too long.
    pub fn matches(&self) -> Result<Vec<TextMatch>> {
        let one = [&self.eq, &self.starts_with, &self.contains];
        if one.into_iter().flatten().any(|text| text.chars().count() > MAX_TEXT) {
            return Err(Error::BadUserInput(format!("a text to look for has at most {MAX_TEXT} characters")));
        }
        let mut all = Vec::new();
        all.extend(self.eq.clone().map(TextMatch::Equal));
        if let Some(values) = &self.within {
            all.push(TextMatch::AnyOf(bounded(values)?.to_vec()));
        }
        all.extend(self.starts_with.clone().map(TextMatch::StartsWith));
        all.extend(self.contains.clone().map(TextMatch::Contains));
        Ok(all)
    }
}

macro_rules! range_filter {
    ($(#[doc = $doc:literal])+ $name:ident, $type:ty, $value:expr) => {
        $(#[doc = $doc])+
        #[derive(InputObject, Clone, Debug, Default)]
        pub struct $name {
            /// The same.
            eq: Option<$type>,
            /// One of these; at most 500.
            #[graphql(name = "in")]
            within: Option<Vec<$type>>,
            /// Another one; a missing value does not match.
            ne: Option<$type>,
            /// Larger or later.
            gt: Option<$type>,
            /// Larger or later, or the same.
            gte: Option<$type>,
            /// Smaller or earlier.
            lt: Option<$type>,
            /// Smaller or earlier, or the same.
            lte: Option<$type>,
            /// Missing, or not missing.
            is_null: Option<bool>,
        }

        impl $name {
            /// Condition on a column.
            ///
            /// # Errors
            /// [`Error::BadUserInput`] for a list too long.
            pub fn condition(&self, column: &Expr) -> Result<Condition> {
                let value = $value;
                let column = || column.clone();
                let mut all = Condition::all();
                if let Some(values) = &self.within {
                    all = all.add(column().is_in(bounded(values)?.iter().map(|given| value(*given))));
                }
                let comparisons = [
                    self.eq.map(|given| column().eq(value(given))),
                    self.ne.map(|given| column().ne(value(given))),
                    self.gt.map(|given| column().gt(value(given))),
                    self.gte.map(|given| column().gte(value(given))),
                    self.lt.map(|given| column().lt(value(given))),
                    self.lte.map(|given| column().lte(value(given))),
                ];
                for comparison in comparisons.into_iter().flatten() {
                    all = all.add(comparison);
                }
                Ok(null(all, &column(), self.is_null))
            }
        }
    };
}

range_filter! {
    /// Conditions on a day. Conditions given together must all hold: `{gte, lt}` is a range.
    DateFilter, Date, |given: Date| given.0
}
range_filter! {
    /// Conditions on a moment. Conditions given together must all hold: `{gte, lt}` is a range.
    DateTimeFilter, DateTime, |given: DateTime| given.0
}
range_filter! {
    /// Conditions on a whole number. Conditions given together must all hold: `{gte, lt}` is a range.
    IntFilter, i32, |given: i32| given
}

/// Condition on a column of a vocabulary: the same, or one of a list.
///
/// # Errors
/// [`Error::BadUserInput`] for a list too long.
pub fn term<T: Term>(column: &Expr, eq: Option<Named<T>>, within: Option<&Vec<Named<T>>>) -> Result<Condition>
where
    Named<T>: InputType,
{
    let mut all = Condition::all();
    if let Some(Named(value)) = eq {
        all = all.add(column.clone().eq(value.as_str()));
    }
    if let Some(values) = within {
        all = all.add(column.clone().is_in(bounded(values)?.iter().map(|value| value.0.as_str())));
    }
    Ok(all)
}

/// Declares the operator input of a vocabulary.
#[macro_export]
macro_rules! term_filter {
    ($name:ident, $term:ty) => {
        #[doc = concat!("Conditions on a ", stringify!($term), ".")]
        #[derive(async_graphql::InputObject, Clone, Debug, Default)]
        pub struct $name {
            /// The same.
            eq: Option<$crate::graphql::term::Named<$term>>,
            /// One of these; at most 500.
            #[graphql(name = "in")]
            within: Option<Vec<$crate::graphql::term::Named<$term>>>,
        }

        impl $name {
            /// Condition on a column.
            ///
            /// # Errors
            /// For a list too long.
            pub fn condition(&self, column: &store::Expr) -> $crate::Result<store::Condition> {
                $crate::graphql::filter::term(column, self.eq, self.within.as_ref())
            }
        }
    };
}
