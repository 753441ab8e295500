//! Facts of a document: the citations that name it, from the document's own end.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use entity::citation::Certainty;
use entity::{Noun, RecordId};
use store::Selection;
use store::citation::{Asked, Fact as Row, Facts};
use tokio::sync::OnceCell;

use super::SourceDocument;
use crate::graphql::context::Ctx;
use crate::graphql::item::Pointed;
use crate::graphql::page::{Listing, PageArgs, PageInfo};
use crate::graphql::pages::Pages;
use crate::graphql::record::{AnyRecord, Record};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::{Error, Result};

/// Which facts are asked for, by the arguments of a field.
///
/// # Errors
/// [`Error::BadUserInput`] for a field that no record has.
pub fn asked(
    certainty: Option<Vec<Named<Certainty>>>,
    nouns: Option<Vec<Named<Noun>>>,
    field: Option<String>,
    parts: bool,
) -> Result<Asked> {
    if let Some(field) = field.as_deref().filter(|field| !store::field::known(field)) {
        return Err(Error::BadUserInput(format!("no record has a field {field:?} that a citation could stand on")));
    }
    let certainty = certainty.map(|listed| listed.into_iter().map(|certainty| certainty.0).collect());
    let nouns = nouns.map(|listed| listed.into_iter().map(|noun| noun.0).collect());
    Ok(Asked { certainty, nouns, field, parts })
}

/// The facts of a level of documents, with what they point at.
struct Level {
    pages: Pages,
    rows: Vec<Row>,
    scope: store::Scope,
    documents: Pointed<entity::source_document::Entity>,
    records: OnceCell<Result<Vec<Option<AnyRecord>>>>,
}

impl Level {
    async fn record(&self, ctx: &Context<'_>, index: usize) -> Result<Option<AnyRecord>> {
        let load = || async {
            let wanted: Vec<_> = self.rows.iter().map(|row| Some((row.noun, row.own.record_id))).collect();
            AnyRecord::load_all(ctx, self.scope, &wanted).await
        };
        let records = self.records.get_or_init(load).await;
        Ok(records.as_ref().map_err(Clone::clone)?.get(index).cloned().flatten())
    }
}

/// The part of a document's facts; fetched for all siblings in one statement.
///
/// # Errors
/// For arguments that cannot be used, and when the database fails.
pub async fn facts(document: &SourceDocument, ctx: &Context<'_>, asked: Asked, page: PageArgs) -> Result<FactConnection> {
    let load = || async {
        let scope = *document.scope();
        let listing = Listing { scope, filter: asked.condition(), order: store::citation::order(), page };
        let (selection, binding): (Selection, _) = listing.selection(ctx)?;
        let parents = (asked.via(), document.group().ids());
        let (pages, rows) = Pages::nested::<Facts>(ctx, parents, &selection, binding).await?;
        Ok(Level { pages, rows, scope, documents: Pointed::default(), records: OnceCell::new() })
    };
    let level = document.fetch(ctx, load).await?;
    let page = level.pages.of_parent(document.row().id())?;
    Ok(FactConnection { level, page })
}

/// A certainty with the number of facts that have it.
#[derive(SimpleObject, Clone)]
#[graphql(serial)]
pub struct FactCount {
    /// The certainty.
    certainty: Named<Certainty>,
    /// How many facts have it.
    count: i64,
}

/// The number of a document's facts by certainty; fetched for all siblings in one statement.
///
/// # Errors
/// When the database fails.
pub async fn counts(document: &SourceDocument, ctx: &Context<'_>, asked: Asked) -> Result<Vec<FactCount>> {
    let load = || async {
        let counts = store::citation::counts(ctx.db(), document.scope(), &document.group().ids(), &asked).await?;
        let shown = |(certainty, count)| FactCount { certainty: Named(certainty), count };
        let counts = counts.into_iter().map(|(id, counts)| (id, counts.into_iter().map(shown).collect()));
        Ok(counts.collect::<HashMap<RecordId, Vec<FactCount>>>())
    };
    let counts = document.fetch(ctx, load).await?;
    Ok(counts.get(&document.row().id()).cloned().unwrap_or_default())
}

/// Part of the facts of a document.
pub struct FactConnection {
    level: Arc<Level>,
    page: usize,
}

/// Part of a list: its facts, where it stands in the whole, and how many there are in all.
#[Object(serial)]
impl FactConnection {
    /// The facts of this part with their cursors.
    async fn edges(&self) -> Vec<FactEdge> {
        let edge =
            |index| FactEdge { cursor: self.level.pages.cursor(index), node: Fact { level: Arc::clone(&self.level), index } };
        self.level.pages.range(self.page).map(edge).collect()
    }

    /// The facts of this part.
    async fn nodes(&self) -> Vec<Fact> {
        self.level.pages.range(self.page).map(|index| Fact { level: Arc::clone(&self.level), index }).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        self.level.pages.info(self.page)
    }

    /// Number of facts in the whole list, under the same arguments. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.level.pages.total(self.page)
    }
}

/// A fact with its place in the list.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct FactEdge {
    /// Place of the fact in this list: give it as `after` or `before`, with the same arguments.
    cursor: String,
    /// The fact.
    node: Fact,
}

/// A fact that a document tells.
pub struct Fact {
    level: Arc<Level>,
    index: usize,
}

impl Fact {
    fn row(&self) -> &entity::citation::Model {
        &self.level.rows[self.index].own
    }
}

/// A fact that a document tells (tieto): a citation, seen from its document.
#[Object(serial)]
impl Fact {
    /// The record that the fact is about.
    async fn record(&self, ctx: &Context<'_>) -> Result<Record> {
        Ok(Record(self.level.record(ctx, self.index).await?.ok_or(Error::Internal)?))
    }

    /// Field of the record that it stands on, by its name in this schema; `phases.method` for a field of what a list holds. Null: the
    /// whole record.
    async fn field(&self) -> Option<&str> {
        self.row().field.as_deref()
    }

    /// The document that tells it: the one asked for, or with `parts` a part of it.
    async fn document(&self, ctx: &Context<'_>) -> Result<SourceDocument> {
        let ids = || self.level.rows.iter().filter_map(|row| row.own.document_id).collect();
        let found = self.level.documents.find(ctx, self.level.scope, ids, self.row().document_id).await?;
        found.ok_or(Error::Internal)
    }

    /// Place in the document, such as `s6` for slide 6. Null for the document as a whole.
    async fn locator(&self) -> Option<&str> {
        self.row().locator.as_deref()
    }

    /// How certain the fact is.
    async fn certainty(&self) -> Named<Certainty> {
        Named(self.row().certainty)
    }

    /// What a reader should know about it, in the languages in which somebody noted it: mostly Finnish. Null where nothing is noted.
    async fn note(&self) -> Option<Words> {
        words(self.row().note.as_ref())
    }
}
