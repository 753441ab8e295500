//! Localized text: dated names, and plain maps from language to value.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Languages in the order in which a reader is answered when nothing else is asked for.
pub const FALLBACK: [&str; 3] = ["fi", "sv", "en"];

/// A name in one language for a period; no dates where it is valid as long as its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// BCP 47 language, such as `fi`.
    pub lang: String,
    /// The name, NFC.
    pub value: String,
    /// First day on which it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// First day on which it is no longer valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// All names a record has had, in all languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Names(pub Vec<Name>);

impl Names {
    /// The names valid on a day.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Name> + Clone {
        self.0.iter().filter(move |name| name.from.is_none_or(|from| from <= day) && name.to.is_none_or(|to| day < to))
    }
}

/// A text by language, not dated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// A text in Finnish only.
    #[must_use]
    pub fn fi(value: impl Into<String>) -> Self {
        Self(BTreeMap::from([("fi".to_owned(), value.into())]))
    }
}
