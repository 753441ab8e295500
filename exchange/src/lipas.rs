//! Sports and recreation sites of Finland, from the register LIPAS: sites become service points, the tree of
//! categories and types becomes services.
//!
//! Owner and administrator are classes ("Valtio", "Kunta / muu"), not organizations: like all else that has no
//! field of its own they are kept as they stand, in `raw`.

mod place;
mod types;

use std::collections::HashSet;
use std::path::Path;

use entity::Noun;
use serde_json::{Map, Value};

use crate::source::Source;
use crate::{Error, Sink, file, known};

const SOURCE: Source = Source {
    key: "lipas",
    fi: "LIPAS, liikunnan paikkatietojärjestelmä",
    en: "LIPAS, register of sports and recreation sites",
    publisher: "Jyväskylän yliopisto",
    licence: "CC BY 4.0",
    attribution: "Source: LIPAS, University of Jyväskylä, CC BY 4.0",
    url: "https://github.com/lipas-liikuntapaikat/lipas",
};

/// Reads `categories.json`, `sports-place-types.json` and `sports-places-1000.json`, each plain or with `.gz`.
///
/// # Errors
/// When a file cannot be read or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    sink.push(SOURCE.draft()).await?;
    let types = types::read(sink, folder).await?;
    let (path, places): (_, Vec<Value>) = file::json(folder, "sports-places-1000.json")?;
    let municipalities = known::uids(sink.tx(), Noun::Municipality).await?;
    let mut seen = HashSet::new();
    for (index, place) in places.into_iter().enumerate() {
        sink.read(1);
        match place::draft(place, &types, &municipalities) {
            Ok(draft) if seen.insert(draft.uid) => sink.push(draft).await?,
            Ok(_) => sink.problem(&path, file::row(index), Some("sportsPlaceId"), "is given twice"),
            Err((field, reason)) => sink.problem(&path, file::row(index), Some(field), reason),
        }
    }
    Ok(())
}

/// A field of a file and what is wrong with it.
type Wrong = (&'static str, String);

/// Takes a text out of an object; none, and left where it is, if it is blank or a mere dash.
fn take_text(object: &mut Map<String, Value>, field: &str) -> Option<String> {
    let text = object.get(field)?.as_str()?.trim();
    let said = text.chars().any(|letter| !matches!(letter, '-' | '–') && !letter.is_whitespace()).then(|| text.to_owned());
    if said.is_some() {
        object.remove(field);
    }
    said
}
