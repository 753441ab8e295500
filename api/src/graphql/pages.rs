//! The pages of a level: which of its rows are the part of which parent, with their cursors and counts.

use std::ops::Range;

use async_graphql::Context;
use entity::RecordId;
use store::cursor::Binding;
use store::page::Source;
use store::{Cursor, Page, Selection, Via};

use super::context::Ctx;
use super::page::PageInfo;
use crate::{Error, Result};

/// The pages of all parents of a level, over rows that stand together.
pub struct Pages {
    /// Keys of the parents, sorted; one page each. Empty for a root list, which has one page.
    parents: Vec<RecordId>,
    cursors: Vec<Cursor>,
    parts: Vec<Part>,
    binding: Binding,
}

struct Part {
    range: Range<usize>,
    has_previous: bool,
    has_next: bool,
    total: Option<i64>,
}

impl Pages {
    /// Reads a root list: its page, and the rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn root<S: Source>(ctx: &Context<'_>, selection: &Selection, binding: Binding) -> Result<(Self, Vec<S::Row>)> {
        let page = store::page::page::<S>(ctx.db(), selection).await?;
        Ok(Self::of(Vec::new(), vec![page], binding))
    }

    /// Reads the list of each of many parents, in one statement: their pages, and the rows of all.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn nested<S: Source>(
        ctx: &Context<'_>,
        (via, mut parents): (Via, Vec<RecordId>),
        selection: &Selection,
        binding: Binding,
    ) -> Result<(Self, Vec<S::Row>)> {
        parents.sort_unstable();
        parents.dedup();
        let mut pages = store::children::children::<S>(ctx.db(), via, &parents, selection).await?;
        let pages = parents.iter().map(|id| pages.remove(id).unwrap_or_default()).collect();
        Ok(Self::of(parents, pages, binding))
    }

    fn of<T>(parents: Vec<RecordId>, pages: Vec<Page<T>>, binding: Binding) -> (Self, Vec<T>) {
        let (mut rows, mut cursors, mut parts) = (Vec::new(), Vec::new(), Vec::with_capacity(pages.len()));
        for page in pages {
            let start = rows.len();
            for (cursor, row) in page.rows {
                cursors.push(cursor);
                rows.push(row);
            }
            let range = start..rows.len();
            parts.push(Part { range, has_previous: page.has_previous, has_next: page.has_next, total: page.total });
        }
        (Self { parents, cursors, parts, binding }, rows)
    }

    /// Number of a parent's page.
    ///
    /// # Errors
    /// For a record that is no parent of this level.
    pub fn of_parent(&self, parent: RecordId) -> Result<usize> {
        self.parents.binary_search(&parent).map_err(|_| Error::Internal)
    }

    /// Places of the rows of a page.
    #[must_use]
    pub fn range(&self, page: usize) -> Range<usize> {
        self.parts[page].range.clone()
    }

    /// The cursor of a row.
    #[must_use]
    pub fn cursor(&self, row: usize) -> String {
        self.cursors[row].encode(self.binding)
    }

    /// Where a page stands in its list.
    #[must_use]
    pub fn info(&self, page: usize) -> PageInfo {
        let part = &self.parts[page];
        let ends = (!part.range.is_empty()).then(|| (self.cursor(part.range.start), self.cursor(part.range.end - 1)));
        let (start_cursor, end_cursor) = ends.unzip();
        PageInfo { has_next_page: part.has_next, has_previous_page: part.has_previous, start_cursor, end_cursor }
    }

    /// Number of rows in the whole list of a page, if it was asked for.
    #[must_use]
    pub fn total(&self, page: usize) -> i64 {
        self.parts[page].total.unwrap_or_default()
    }
}
