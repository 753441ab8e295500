//! Boundaries of municipalities and regions, from GeoJSON files of single years. They are added to areas that the
//! store knows already.
//!
//! A boundary holds from the year of its file until the first day on which the territory changed, the next file,
//! or the end of the area itself. Between a change and the next file no boundary is known, and none is guessed.

mod apply;
pub(crate) mod shape;

use std::path::Path;

use chrono::NaiveDate;
use entity::Noun;

use crate::source::Source;
use crate::{Error, Sink};
use apply::Areas;

/// Words of attribution that stand on each boundary.
const ATTRIBUTION: &str = "Source: National Land Survey of Finland, division into administrative areas, CC BY 4.0";

const SOURCE: Source = Source {
    key: "hallinnollisetrajat",
    fi: "Kuntarajat ja maakuntarajat 2013 ja 2023",
    en: "Boundaries of municipalities and regions, 2013 and 2023",
    publisher: "Maanmittauslaitos",
    licence: "CC BY 4.0",
    attribution: ATTRIBUTION,
    url: "https://github.com/samilaine/hallinnollisetrajat",
};

const YEAR_2013: NaiveDate = NaiveDate::from_ymd_opt(2013, 1, 1).expect("a date");
const YEAR_2023: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date");

/// A file of boundaries.
struct File {
    name: &'static str,
    noun: Noun,
    /// First day it is true of.
    from: NaiveDate,
    /// First day of the next file of the same areas.
    next: Option<NaiveDate>,
}

const FILES: [File; 3] = [
    File { name: "kuntarajat.2013.json", noun: Noun::Municipality, from: YEAR_2013, next: Some(YEAR_2023) },
    File { name: "kuntarajat.2023.json", noun: Noun::Municipality, from: YEAR_2023, next: None },
    File { name: "maakuntarajat.2023.json", noun: Noun::Region, from: YEAR_2023, next: None },
];

/// Reads `kuntarajat.2013.json`, `kuntarajat.2023.json` and `maakuntarajat.2023.json`, each plain or with `.gz`.
///
/// # Errors
/// When a file cannot be read or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    sink.push(SOURCE.draft()).await?;
    let mut areas = Areas::stored(sink).await?;
    for file in &FILES {
        areas.add(sink, folder, file)?;
    }
    for draft in areas.changed() {
        sink.push(draft).await?;
    }
    Ok(())
}
