//! Where a fact comes from: citations of a record, its own and the one it inherits.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use entity::RecordId;
use entity::citation::{self, Certainty};

use super::context::Ctx;
use super::item::{Group, Recorded};
use super::source_document::SourceDocument;
use super::term::Named;
use crate::Result;

/// Where a fact comes from, and how certain it is (lähdeviite).
#[derive(SimpleObject, Clone)]
#[graphql(serial)]
pub struct Citation {
    /// Field it stands on, by its name in this schema. Null: the whole record.
    field: Option<String>,
    /// The document. Null where only the certainty is said.
    document: Option<SourceDocument>,
    /// Place in the document, such as `s6` for slide 6.
    locator: Option<String>,
    /// How certain the fact is.
    certainty: Named<Certainty>,
    /// What a reader should know about it.
    note: Option<String>,
    /// Whether it stands on what the record was taken from as a whole, and is inherited by the record.
    inherited: bool,
}

type Documents = Arc<Group<entity::source_document::Entity>>;

/// Citations of a level, and the documents they name.
struct Cited {
    rows: HashMap<RecordId, Vec<citation::Model>>,
    documents: Documents,
}

/// Citations of a record: its own first, then the document that the record as a whole was taken from.
///
/// # Errors
/// When the database fails.
pub async fn of(recorded: &dyn Recorded, ctx: &Context<'_>) -> Result<Vec<Citation>> {
    let load = || async {
        let mut rows: HashMap<RecordId, Vec<citation::Model>> = HashMap::new();
        let mut ids: Vec<RecordId> = recorded.sources();
        for row in store::edge::of_parents::<citation::Entity>(ctx.db(), &recorded.siblings()).await? {
            ids.extend(row.document_id);
            rows.entry(row.record_id).or_default().push(row);
        }
        ids.sort_unstable();
        ids.dedup();
        let scope = *recorded.lens();
        let documents = ctx.loader(&scope).load::<entity::source_document::Entity>(&ids).await?;
        Ok(Cited { rows, documents: Group::new(documents.into_iter().flatten().collect(), scope) })
    };
    let cited = recorded.level().fetch(ctx, load).await?;
    let record = recorded.record();
    let own = cited.rows.get(&record.id).into_iter().flatten();
    let mut citations: Vec<Citation> = own.map(|row| citation(row, &cited.documents)).collect();
    let inherited = record.source_id.and_then(|id| cited.documents.find(id));
    citations.extend(inherited.map(|document| Citation {
        field: None,
        document: Some(document),
        locator: None,
        certainty: Named(Certainty::Stated),
        note: None,
        inherited: true,
    }));
    Ok(citations)
}

fn citation(row: &citation::Model, documents: &Documents) -> Citation {
    Citation {
        field: row.field.clone(),
        document: row.document_id.and_then(|id| documents.find(id)),
        locator: row.locator.clone(),
        certainty: Named(row.certainty),
        note: row.note.clone(),
        inherited: false,
    }
}
