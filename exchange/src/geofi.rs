//! Yearly keys of municipalities and their regions, 2013-2026, as the R package geofi keeps them, with municipal
//! centres and the Swedish names of 2008-2018. Codes are integers there, and some groupings are back-filled.
//!
//! Adds to the municipalities that are stored, makes the regions of every family with dated members, and the moves
//! from region to region. Works best after `sorvi`, which knows the days of the mergers and the regions of 2005.

mod family;
mod keys;
mod moves;
mod municipalities;
mod names;
mod regions;
mod source;
mod timeline;

use std::collections::BTreeMap;
use std::path::Path;

use entity::Noun;
use serde_json::Value;
use store::Draft;

use crate::{Error, Sink};

/// Reads a directory with the keys.
///
/// # Errors
/// When a table cannot be read, or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    let keys = keys::read(sink, folder)?;
    let centres = municipalities::centres(sink, folder)?;
    let yearly = names::yearly(sink, folder)?;
    push(sink, source::documents()).await?;

    let stored = by_code(store::draft::read::of_noun(sink.tx(), Noun::Municipality).await?);
    let keys = municipalities::checked(sink, keys, &stored);
    let (municipalities, mergers) = municipalities::drafts(stored, &keys, &centres);
    push(sink, municipalities.values().cloned().collect()).await?;
    push(sink, mergers).await?;

    let regions = store::draft::read::of_noun(sink.tx(), Noun::Region).await?;
    let changes = store::draft::read::of_noun(sink.tx(), Noun::MunicipalityChange).await?;
    let world = regions::World { keys: &keys, yearly: &yearly, municipalities: &municipalities, changes: &changes };
    let (regions, moves) = regions::drafts(&world, regions);
    push(sink, regions).await?;
    push(sink, moves).await
}

async fn push(sink: &mut Sink, drafts: Vec<Draft>) -> Result<(), Error> {
    for draft in drafts {
        sink.push(draft).await?;
    }
    sink.flush().await
}

/// Drafts by their own code.
fn by_code(drafts: Vec<Draft>) -> BTreeMap<String, Draft> {
    drafts.into_iter().filter_map(|draft| Some((draft.own.get("code").and_then(Value::as_str)?.to_owned(), draft))).collect()
}
