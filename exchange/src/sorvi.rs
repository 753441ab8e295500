//! Municipalities from 2005 to 2022 from the tables that the R package sorvi keeps: the list of 2005, the
//! abolitions, the renames, and the list of 2022. The list of 2005 is the start; the changes are replayed on it.
//!
//! Makes municipalities, their changes, and the regions (maakunta) with their members of 2005.

mod drafts;
mod lists;
mod regions;
mod replay;
mod source;

use std::path::Path;

use crate::{Error, Sink};

/// Reads a directory with the four tables.
///
/// # Errors
/// When a table cannot be read, or the store refuses.
pub(crate) async fn read(sink: &mut Sink, folder: &Path) -> Result<(), Error> {
    let listed = lists::listed(sink, folder)?;
    let base = lists::base(sink, folder)?;
    let abolitions = lists::abolitions(sink, folder)?;
    let renames = lists::renames(sink, folder)?;
    let history = replay::replay(sink, folder, &base, abolitions, renames, &listed);
    for document in source::documents() {
        sink.push(document).await?;
    }
    sink.flush().await?;
    for draft in drafts::municipalities(sink, &history, &listed).await? {
        sink.push(draft).await?;
    }
    sink.flush().await?;
    for draft in drafts::changes(&history) {
        sink.push(draft).await?;
    }
    for draft in regions::regions(sink, &base, &listed).await? {
        sink.push(draft).await?;
    }
    sink.flush().await
}
