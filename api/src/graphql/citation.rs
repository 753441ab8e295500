//! Where a fact comes from: citations of a record, its own and the one it inherits.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, ID, SimpleObject};
use entity::citation::{self, Certainty};
use entity::{Noun, RecordId};
use uuid::Uuid;

use super::context::Ctx;
use super::id;
use super::item::{Group, Recorded};
use super::source_document::SourceDocument;
use super::term::Named;
use super::text::{Words, words};
use crate::{Error, Result};

/// Where a fact comes from, and how certain it is (lähdeviite).
#[derive(SimpleObject, Clone)]
#[graphql(serial)]
pub struct Citation {
    /// Field it stands on, by its name in this schema; `phases.method` for a field of what a list holds. Null: the whole record.
    field: Option<String>,
    /// The document. Null where only the certainty is said.
    document: Option<SourceDocument>,
    /// Place in the document, such as `s6` for slide 6. Null for the document as a whole.
    locator: Option<String>,
    /// How certain the fact is.
    certainty: Named<Certainty>,
    /// What a reader should know about it, in the languages in which somebody noted it: mostly Finnish. Null where nothing is noted.
    note: Option<Words>,
    /// Whether it stands on what the record was taken from as a whole, and is inherited by the record.
    inherited: bool,
}

/// Which citations of a record are asked for.
pub struct Asked {
    /// Those that stand on this field.
    pub field: Option<String>,
    /// Those of one of these certainties.
    pub certainty: Option<Vec<Named<Certainty>>>,
    /// Only the inherited one, or only the record's own.
    pub inherited: Option<bool>,
    /// Those that name this document.
    pub document: Option<ID>,
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
/// [`Error::BadUserInput`] for a field that no record has and a malformed id, and when the database fails.
pub async fn of(recorded: &dyn Recorded, ctx: &Context<'_>, asked: Asked) -> Result<Vec<Citation>> {
    if let Some(field) = asked.field.as_deref().filter(|field| !store::field::known(field)) {
        return Err(Error::BadUserInput(format!("no record has a field {field:?} that a citation could stand on")));
    }
    let document = asked.document.as_ref().map(|id| id::decode_as(Noun::SourceDocument, id)).transpose()?;
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
    citations.retain(|citation| asked.fits(citation, document));
    Ok(citations)
}

impl Asked {
    /// Whether a citation is asked for; `document` is what the id names: nothing if it is of another noun.
    fn fits(&self, citation: &Citation, document: Option<Option<Uuid>>) -> bool {
        let cited = citation.document.as_ref().map(|document| document.row().record.uid);
        self.field.as_ref().is_none_or(|field| citation.field.as_ref() == Some(field))
            && self.certainty.as_ref().is_none_or(|listed| listed.contains(&citation.certainty))
            && self.inherited.is_none_or(|inherited| citation.inherited == inherited)
            && document.is_none_or(|document| document.is_some() && cited == document)
    }
}

fn citation(row: &citation::Model, documents: &Documents) -> Citation {
    Citation {
        field: row.field.clone(),
        document: row.document_id.and_then(|id| documents.find(id)),
        locator: row.locator.clone(),
        certainty: Named(row.certainty),
        note: words(row.note.as_ref()),
        inherited: false,
    }
}
