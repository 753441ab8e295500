//! Search over all nouns.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use entity::Noun;
use store::cursor::Binding;
use store::search::{Search, page};
use store::{Condition, Cursor};

use super::context::Ctx;
use super::page::{Listing, PageArgs, PageInfo};
use super::record::{AnyRecord, Record};
use super::term::Named;
use super::time::Date;
use crate::{Error, Result};

/// Longest text to search for, in characters.
const MAX_TEXT: usize = 200;

/// Root field that searches.
#[derive(Default)]
pub struct SearchQuery;

/// How well a name matches, or what a statement says.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// The whole of it.
    Exact,
    /// Its beginning.
    Prefix,
    /// The beginning of a word of it.
    Word,
    /// Somewhere inside.
    Inside,
}

const KINDS: [MatchKind; 4] = [MatchKind::Exact, MatchKind::Prefix, MatchKind::Word, MatchKind::Inside];

/// A record that was found.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct SearchHit {
    /// The record.
    record: Record,
    /// How well its best name matches, or what it says.
    matched: MatchKind,
}

/// A record that was found, with its place in the list.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct SearchEdge {
    /// Place in this list: give it as `after` with the same text, nouns and lens.
    cursor: String,
    /// What was found.
    node: SearchHit,
}

/// Part of the list of what was found.
pub struct SearchConnection {
    hits: Vec<(Cursor, AnyRecord, MatchKind)>,
    binding: Binding,
    has_previous: bool,
    has_next: bool,
    total: Option<i64>,
}

impl SearchConnection {
    fn hit(&self, index: usize) -> SearchHit {
        let (_, record, matched) = &self.hits[index];
        SearchHit { record: Record(record.clone()), matched: *matched }
    }

    fn cursor(&self, index: usize) -> String {
        self.hits[index].0.encode(self.binding)
    }
}

/// Part of the list of what was found, best matches first.
#[Object(serial)]
impl SearchConnection {
    /// What was found, with cursors.
    async fn edges(&self) -> Vec<SearchEdge> {
        (0..self.hits.len()).map(|index| SearchEdge { cursor: self.cursor(index), node: self.hit(index) }).collect()
    }

    /// What was found.
    async fn nodes(&self) -> Vec<SearchHit> {
        (0..self.hits.len()).map(|index| self.hit(index)).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        let ends = (!self.hits.is_empty()).then(|| (self.cursor(0), self.cursor(self.hits.len() - 1)));
        let (start_cursor, end_cursor) = ends.unzip();
        PageInfo { has_next_page: self.has_next, has_previous_page: self.has_previous, start_cursor, end_cursor }
    }

    /// Number of records found in all. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.total.unwrap_or_default()
    }
}

#[Object]
impl SearchQuery {
    /// Records of any noun with a name, in any language, that holds the text, and statements that say it; letter case and diacritics
    /// do not count. Whole names come first, then names that begin so, then words that begin so, then the rest; among equals, in
    /// Finnish order. Finds what is in force on the day of the lens, under the names of that day.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn search(
        &self,
        ctx: &Context<'_>,
        text: String,
        nouns: Option<Vec<Named<Noun>>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<SearchConnection> {
        if text.chars().count() > MAX_TEXT {
            return Err(Error::BadUserInput(format!("a text to search for has at most {MAX_TEXT} characters")));
        }
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let page_args = PageArgs { first, after, last, before };
        let listing = Listing { scope, filter: Condition::all(), order: Vec::new(), page: page_args };
        let (selection, binding) = listing.selection(ctx)?;
        let nouns = nouns.unwrap_or_default().into_iter().map(|noun| noun.0).collect();
        let search = Search { text, nouns, scope, window: selection.window, rows: selection.rows, count: selection.count };
        let found = page(ctx.db(), &search).await?;
        let keys: Vec<_> = found.rows.iter().map(|(_, (noun, id, _))| Some((*noun, *id))).collect();
        let records = AnyRecord::load_all(ctx, scope, &keys).await?;
        let hits = found.rows.into_iter().zip(records);
        let hits = hits.filter_map(|((cursor, (.., rank)), record)| Some((cursor, record?, KINDS[rank.min(3)]))).collect();
        let (has_previous, has_next) = (found.has_previous, found.has_next);
        Ok(SearchConnection { hits, binding, has_previous, has_next, total: found.total })
    }
}
