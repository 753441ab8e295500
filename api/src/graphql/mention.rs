//! Mentions: documents name records.

use async_graphql::{Context, SimpleObject};
use entity::mention;

use super::edges;
use super::item::Recorded;
use super::record::Record;
use super::source_document::SourceDocument;
use crate::Result;

/// A document names this record (maininta).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct Mention {
    /// The document.
    document: SourceDocument,
    /// Place in the document. Null where the document as a whole is about it.
    locator: Option<String>,
    /// In which role or sense.
    note: Option<String>,
}

/// A record that this document names (maininta).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct DocumentMention {
    /// The record.
    record: Record,
    /// Place in the document. Null where the document as a whole is about it.
    locator: Option<String>,
    /// In which role or sense.
    note: Option<String>,
}

/// Mentions of a record.
///
/// # Errors
/// When the database fails.
pub async fn of(recorded: &dyn Recorded, ctx: &Context<'_>) -> Result<Vec<Mention>> {
    edges::pointing::<mention::Entity, _>(
        recorded,
        ctx,
        "record_id",
        |row| Some(row.record_id),
        |targets, row| {
            let document = targets.item(Some(row.document_id))?;
            Some(Mention { document, locator: row.locator.clone(), note: row.note.clone() })
        },
    )
    .await
}

/// What a document names.
///
/// # Errors
/// When the database fails.
pub async fn by(document: &SourceDocument, ctx: &Context<'_>) -> Result<Vec<DocumentMention>> {
    edges::of::<mention::Entity, _>(document, ctx, |targets, row| {
        let record = targets.record(Some(row.record_id))?;
        Some(DocumentMention { record, locator: row.locator.clone(), note: row.note.clone() })
    })
    .await
}
