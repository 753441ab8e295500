//! Connections: the arguments that choose a part of a list, and the part with its cursors and count.

use std::borrow::Cow;
use std::sync::Arc;

use async_graphql::{Context, Object, ObjectType, SimpleObject, TypeName};
use entity::NounEntity;
use store::cursor::Binding;
use store::{Condition, Cursor, Loaded, Records, Scope, Selection, Term, Via, Window};

use super::item::{Group, Item};
use super::pages::Pages;
use crate::{Error, Result};

/// Rows of a page when nothing is asked for.
pub const DEFAULT_PAGE: u32 = 20;
/// Most rows of a page.
pub const MAX_PAGE: u32 = 500;

/// The paging arguments of a connection.
#[derive(Clone, Debug, Default)]
pub struct PageArgs {
    /// The first so many.
    pub first: Option<i32>,
    /// Those after a cursor.
    pub after: Option<String>,
    /// The last so many.
    pub last: Option<i32>,
    /// Those before a cursor.
    pub before: Option<String>,
}

impl PageArgs {
    /// The window that the arguments choose.
    ///
    /// # Errors
    /// For arguments that cannot be used.
    pub fn window(&self, binding: Binding) -> Result<Window> {
        let size = match (self.first, self.last) {
            (Some(_), Some(_)) => return Err(Error::BadUserInput("give first or last, not both".to_owned())),
            (Some(size), None) | (None, Some(size)) => size,
            (None, None) => DEFAULT_PAGE.cast_signed(),
        };
        let size = u32::try_from(size).map_err(|_| Error::BadUserInput("first and last cannot be negative".to_owned()))?;
        if size > MAX_PAGE {
            return Err(Error::PageTooLarge(format!(
                "a page holds at most {MAX_PAGE} rows; ask for the next with after: endCursor"
            )));
        }
        let cursor = |text: &Option<String>| text.as_deref().map(|text| Cursor::decode(text, binding)).transpose();
        Ok(Window {
            size: u64::from(size),
            backward: self.last.is_some(),
            after: cursor(&self.after)?,
            before: cursor(&self.before)?,
        })
    }
}

/// What a list is asked for, beside its page.
pub struct Listing {
    /// Lens.
    pub scope: Scope,
    /// Conditions of the filter.
    pub filter: Condition,
    /// Sort terms.
    pub order: Vec<Term>,
    /// Part of the list.
    pub page: PageArgs,
}

impl Listing {
    /// The selection that the field asks for, and what its cursors belong to.
    ///
    /// # Errors
    /// For arguments that cannot be used.
    pub fn selection(self, ctx: &Context<'_>) -> Result<(Selection, Binding)> {
        let binding = binding(ctx, &self.scope)?;
        let ahead = ctx.look_ahead();
        let asked = |field: &str| ahead.field(field).exists();
        let selection = Selection {
            window: self.page.window(binding)?,
            rows: asked("nodes") || asked("edges") || asked("pageInfo"),
            count: asked("totalCount"),
            scope: self.scope,
            filter: self.filter,
            order: self.order,
        };
        Ok((selection, binding))
    }
}

/// What the cursors of this field belong to: everything but the choice of the part.
///
/// # Errors
/// When the arguments cannot be read.
pub fn binding(ctx: &Context<'_>, scope: &Scope) -> Result<Binding> {
    use std::fmt::Write;
    let mut parts = format!("{}@{}/{:?}", ctx.item.node.name.node, scope.as_of, scope.scenario);
    let mut arguments = ctx.field().arguments().map_err(|error| Error::BadUserInput(error.message))?;
    arguments.retain(|(name, value)| {
        !matches!(name.as_str(), "first" | "after" | "last" | "before" | "asOf" | "scenario")
            && *value != async_graphql::Value::Null
    });
    arguments.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (name, value) in arguments {
        let _ = write!(parts, ";{name}={value}");
    }
    Ok(Binding::of(&parts))
}

/// The part of a root list.
///
/// # Errors
/// For arguments that cannot be used, and when the database fails.
pub async fn list<E: NounEntity>(ctx: &Context<'_>, listing: Listing) -> Result<Connection<E>> {
    let scope = listing.scope;
    let (selection, binding) = listing.selection(ctx)?;
    let read = Pages::root::<Records<E>>(ctx, &selection, binding).await?;
    Ok(Connection { level: Arc::new(Level::of(read, scope)), page: 0 })
}

impl<E: NounEntity> Item<E> {
    /// The part of a list that hangs on this record; fetched for all siblings in one statement.
    ///
    /// # Errors
    /// For arguments that cannot be used, and when the database fails.
    pub async fn nested<C: NounEntity>(
        &self,
        ctx: &Context<'_>,
        via: Via,
        listing: impl FnOnce() -> Result<Listing> + Send,
    ) -> Result<Connection<C>> {
        let load = || async {
            let listing = listing()?;
            let scope = listing.scope;
            let (selection, binding) = listing.selection(ctx)?;
            let read = Pages::nested::<Records<C>>(ctx, (via, self.group().ids()), &selection, binding).await?;
            Ok(Level::of(read, scope))
        };
        let level = self.fetch(ctx, load).await?;
        let page = level.pages.of_parent(self.row().id())?;
        Ok(Connection { level, page })
    }

    /// A whole list that is short by nature; fetched for all siblings in one statement.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn whole<C: NounEntity>(
        &self,
        ctx: &Context<'_>,
        via: Via,
        scope: Scope,
        order: Vec<Term>,
    ) -> Result<Vec<Item<C>>> {
        let load = || async {
            let window = Window::first(u64::from(MAX_PAGE));
            let selection = Selection { scope, filter: Condition::all(), order, window, rows: true, count: false };
            let read = Pages::nested::<Records<C>>(ctx, (via, self.group().ids()), &selection, Binding::of("")).await?;
            Ok(Level::of(read, scope))
        };
        let level = self.fetch(ctx, load).await?;
        let range = level.pages.range(level.pages.of_parent(self.row().id())?);
        Ok(level.group.items(range).collect())
    }
}

/// The pages of all parents of a level, their rows as one group.
struct Level<E: NounEntity> {
    pages: Pages,
    group: Arc<Group<E>>,
}

impl<E: NounEntity> Level<E> {
    fn of((pages, rows): (Pages, Vec<Loaded<E>>), scope: Scope) -> Self {
        Self { pages, group: Group::new(rows.into_iter().map(Arc::new).collect(), scope) }
    }
}

/// Part of a list of records.
pub struct Connection<E: NounEntity> {
    level: Arc<Level<E>>,
    page: usize,
}

impl<E: NounEntity> TypeName for Connection<E>
where
    Item<E>: ObjectType,
{
    fn type_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Connection", <Item<E> as async_graphql::OutputType>::type_name()))
    }
}

/// Part of a list: its records, where it stands in the whole, and how many there are in all.
#[Object(name_type, serial)]
impl<E: NounEntity> Connection<E>
where
    Item<E>: ObjectType,
{
    /// The records of this part with their cursors.
    async fn edges(&self) -> Vec<Edge<E>> {
        let (pages, range) = (&self.level.pages, self.level.pages.range(self.page));
        range.clone().zip(self.level.group.items(range)).map(|(row, node)| Edge { cursor: pages.cursor(row), node }).collect()
    }

    /// The records of this part.
    async fn nodes(&self) -> Vec<Item<E>> {
        self.level.group.items(self.level.pages.range(self.page)).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        self.level.pages.info(self.page)
    }

    /// Number of records in the whole list, under the same filter, day and scenario. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.level.pages.total(self.page)
    }
}

/// A record with its place in a list.
pub struct Edge<E: NounEntity> {
    cursor: String,
    node: Item<E>,
}

impl<E: NounEntity> TypeName for Edge<E>
where
    Item<E>: ObjectType,
{
    fn type_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Edge", <Item<E> as async_graphql::OutputType>::type_name()))
    }
}

/// A record with its place in a list.
#[Object(name_type, serial)]
impl<E: NounEntity> Edge<E>
where
    Item<E>: ObjectType,
{
    /// Place of the record in this list: give it as `after` or `before`, with the same order, filter and lens.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The record.
    async fn node(&self) -> Item<E> {
        self.node.clone()
    }
}

/// Where a part stands in its list.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct PageInfo {
    /// Whether the list goes on after this part.
    pub has_next_page: bool,
    /// Whether the list goes on before this part.
    pub has_previous_page: bool,
    /// Cursor of the first record of this part. Null when it is empty.
    pub start_cursor: Option<String>,
    /// Cursor of the last record of this part. Null when it is empty.
    pub end_cursor: Option<String>,
}
