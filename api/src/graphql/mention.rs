//! Mentions: documents name records.

use async_graphql::{Context, ID, SimpleObject};
use entity::citation::Certainty;
use entity::{Noun, mention};

use super::edges;
use super::id;
use super::item::Recorded;
use super::record::Record;
use super::source_document::SourceDocument;
use super::term::Named;
use super::text::{Words, words};
use crate::Result;

/// A document names this record (maininta).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct Mention {
    /// The document.
    document: SourceDocument,
    /// Place in the document, such as `s6` for slide 6. Null where the document as a whole is about it.
    locator: Option<String>,
    /// How certain it is that the document means this record.
    certainty: Named<Certainty>,
    /// In which role or sense, in the languages in which somebody noted it. Null where nothing is noted.
    note: Option<Words>,
}

/// A record that this document names (maininta).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct DocumentMention {
    /// The record.
    record: Record,
    /// Place in the document, such as `s6` for slide 6. Null where the document as a whole is about it.
    locator: Option<String>,
    /// How certain it is that the document means this record.
    certainty: Named<Certainty>,
    /// In which role or sense, in the languages in which somebody noted it. Null where nothing is noted.
    note: Option<Words>,
}

fn among<T: PartialEq>(asked: Option<&Vec<T>>, value: &T) -> bool {
    asked.is_none_or(|asked| asked.contains(value))
}

/// Mentions of a record: in one document, and of some certainties, if these are given.
///
/// # Errors
/// [`crate::Error::BadUserInput`] for a malformed id, and when the database fails.
pub async fn of(
    recorded: &dyn Recorded,
    ctx: &Context<'_>,
    asked: Option<ID>,
    certainty: Option<Vec<Named<Certainty>>>,
) -> Result<Vec<Mention>> {
    let asked = asked.map(|id| id::decode_as(Noun::SourceDocument, &id)).transpose()?;
    let shown = |targets: &edges::Targets, row: &mention::Model| {
        let document: SourceDocument = targets.item(Some(row.document_id))?;
        let certain = Named(row.certainty);
        let fits = asked.is_none_or(|asked| asked == Some(document.row().record.uid)) && among(certainty.as_ref(), &certain);
        let note = words(row.note.as_ref());
        fits.then(|| Mention { document, locator: row.locator.clone(), certainty: certain, note })
    };
    edges::pointing::<mention::Entity, _>(recorded, ctx, "record_id", |row| Some(row.record_id), shown).await
}

/// What a document names: records of some nouns, and mentions of some certainties, if these are given.
///
/// # Errors
/// When the database fails.
pub async fn by(
    document: &SourceDocument,
    ctx: &Context<'_>,
    nouns: Option<Vec<Named<Noun>>>,
    certainty: Option<Vec<Named<Certainty>>>,
) -> Result<Vec<DocumentMention>> {
    let shown = |targets: &edges::Targets, row: &mention::Model| {
        let record = targets.record(Some(row.record_id))?;
        let certain = Named(row.certainty);
        let fits = among(nouns.as_ref(), &Named(record.0.noun())) && among(certainty.as_ref(), &certain);
        let note = words(row.note.as_ref());
        fits.then(|| DocumentMention { record, locator: row.locator.clone(), certainty: certain, note })
    };
    edges::of::<mention::Entity, _>(document, ctx, shown).await
}
