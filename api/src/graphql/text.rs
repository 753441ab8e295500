//! Text in several languages: one answer in the reader's language, or all.

use async_graphql::{Context, InputValueError, InputValueResult, Object, Scalar, ScalarType, SimpleObject, Value};
use entity::text::FALLBACK;

use super::context::Ctx;

/// A language, as a BCP 47 tag such as `fi`, `sv`, `en` or `se`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub String);

/// A language, as a BCP 47 tag such as `fi`, `sv`, `en` or `se`.
#[Scalar(specified_by_url = "https://www.rfc-editor.org/info/bcp47")]
impl ScalarType for Language {
    fn parse(value: Value) -> InputValueResult<Self> {
        match value {
            Value::String(tag) if is_tag(&tag) => Ok(Self(tag.to_ascii_lowercase())),
            Value::String(_) => Err(InputValueError::custom("a language is a tag such as fi, sv or en")),
            other => Err(InputValueError::expected_type(other)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}

/// Whether a text can be a language tag.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    (2..=35).contains(&text.len())
        && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A text in one language.
#[derive(SimpleObject, Clone)]
pub struct LocalizedText {
    /// Language of the text.
    pub lang: Language,
    /// The text.
    pub value: String,
}

/// A text in several languages.
#[derive(Clone)]
pub struct Words(pub entity::Text);

/// A text in one or more languages.
#[Object(name = "Text", serial)]
impl Words {
    /// The text in the first language of `lang` that exists, null if none does; without `lang`, in the reader's language
    /// (Accept-Language), else Finnish, Swedish, English.
    async fn value(&self, ctx: &Context<'_>, lang: Option<Vec<Language>>) -> Option<&str> {
        let texts = self.0.0.iter().map(|(lang, text)| (lang.as_str(), text.as_str()));
        choose(texts, lang.as_deref(), &ctx.request().languages)
    }

    /// The text in all its languages.
    async fn all(&self) -> Vec<LocalizedText> {
        all(&self.0)
    }
}

/// A text that may be missing.
#[must_use]
pub fn words(text: Option<&entity::Text>) -> Option<Words> {
    text.cloned().map(Words)
}

/// The first text that exists: in the languages asked for, or else in the reader's and then fi, sv, en.
pub fn choose<'a>(
    texts: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    asked: Option<&[Language]>,
    reader: &[String],
) -> Option<&'a str> {
    let find = |lang: &str| texts.clone().find(|(known, _)| *known == lang).map(|(_, value)| value);
    match asked {
        Some(asked) => asked.iter().find_map(|lang| find(&lang.0)),
        None => reader
            .iter()
            .map(String::as_str)
            .chain(FALLBACK)
            .find_map(find)
            .or_else(|| texts.clone().next().map(|(_, value)| value)),
    }
}

/// All texts of a map, Finnish first.
#[must_use]
pub fn all(text: &entity::Text) -> Vec<LocalizedText> {
    let mut texts: Vec<LocalizedText> =
        text.0.iter().map(|(lang, value)| LocalizedText { lang: Language(lang.clone()), value: value.clone() }).collect();
    texts.sort_by_key(|text| FALLBACK.iter().position(|lang| *lang == text.lang.0).unwrap_or(FALLBACK.len()));
    texts
}
