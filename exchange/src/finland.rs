//! What the Finnish sources share: schemes of codes, days, documents, and the words of composed names.

use chrono::{Datelike, NaiveDate};
use entity::{Names, Noun};
use serde_json::{Value, json};
use store::draft::{Draft, uid};
use uuid::Uuid;

/// Scheme of municipality codes.
pub(crate) const KUNTA: &str = "FI-KUNTA";
/// Scheme of region codes (maakunta).
pub(crate) const MAAKUNTA: &str = "FI-MAAKUNTA";
/// Scheme of the changes, which have no official code: day, code, kind.
pub(crate) const CHANGE: &str = "SEUTU-MUUTOS";
/// Scheme of the sources.
pub(crate) const SOURCE: &str = "SEUTU-SOURCE";

/// Day of the oldest complete list of municipalities at hand.
pub(crate) const BASE: NaiveDate = NaiveDate::from_ymd_opt(2005, 1, 1).expect("a date");

/// Public key of a municipality.
pub(crate) fn kunta(code: &str) -> Uuid {
    uid(KUNTA, code)
}

/// First of January.
pub(crate) fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(BASE)
}

/// A day as it is written in Finnish, such as 1.1.2016.
pub(crate) fn written(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// The name in a language on a day.
pub(crate) fn name_on<'a>(names: &'a Names, lang: &str, day: NaiveDate) -> Option<&'a str> {
    names.on(day).find(|name| name.lang == lang).map(|name| name.value.as_str())
}

/// A source document under its key, with own columns.
pub(crate) fn document(key: &str, name: &str, own: Value) -> Draft {
    let mut draft = Draft::coded(Noun::SourceDocument, SOURCE, key).named("fi", name);
    if let Value::Object(own) = own {
        draft.own = own;
    }
    draft
}

/// A change of municipalities: `key` is what stands between day and kind in its identifier.
pub(crate) fn change(day: NaiveDate, key: &str, kind: entity::municipality_change::ChangeKind, name: &str) -> Draft {
    let mut draft = Draft::coded(Noun::MunicipalityChange, CHANGE, &format!("{day}/{key}/{kind}"))
        .named("fi", &format!("{name} {}", written(day)))
        .with("kind", json!(kind))
        .with("effective_on", json!(day));
    draft.from = day;
    draft
}

/// Adds a part of a change: from which municipality to which.
pub(crate) fn part(change: &mut Draft, from: &str, to: &str) {
    change.edge("parts", json!({"from_id": kunta(from), "to_id": kunta(to)}));
}
