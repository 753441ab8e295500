//! Pages of a list: keyset on any order, both directions, one statement; the count is another, when asked for.

use entity::NounEntity;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, IntoTableRef, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::order::{self, Key, Term};
use crate::row::{self, Loaded, REGISTRY_COLUMNS};
use crate::{At, Cursor, Error, Result, Scope};

/// Which part of a list: the first or last so many, after or before a cursor.
#[derive(Clone, Debug)]
pub struct Window {
    /// How many.
    pub size: u64,
    /// From the end of the list.
    pub backward: bool,
    /// Rows after this one.
    pub after: Option<Cursor>,
    /// Rows before this one.
    pub before: Option<Cursor>,
}

impl Window {
    /// The first so many.
    #[must_use]
    pub fn first(size: u64) -> Self {
        Self { size, backward: false, after: None, before: None }
    }

    /// Keyset conditions of the cursors.
    pub(crate) fn condition(&self, terms: &[Term], id: &Expr) -> Result<Condition> {
        let mut condition = Condition::all();
        for (cursor, backward) in [(&self.after, false), (&self.before, true)] {
            if let Some(cursor) = cursor {
                let beyond = order::beyond(terms, &cursor.keys, (id.clone(), cursor.id), backward);
                condition = condition.add(beyond.ok_or(Error::Cursor("this is not a cursor of this list"))?);
            }
        }
        Ok(condition)
    }
}

/// What is asked of a list.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Day, scenario, visibility.
    pub scope: Scope,
    /// Further conditions, written for [`At::ROOT`].
    pub filter: Condition,
    /// Sort terms.
    pub order: Vec<Term>,
    /// Which part.
    pub window: Window,
    /// Whether the rows are wanted.
    pub rows: bool,
    /// Whether the number of all rows is wanted.
    pub count: bool,
}

/// Part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows with their positions.
    pub rows: Vec<(Cursor, T)>,
    /// Whether the list goes on before this part.
    pub has_previous: bool,
    /// Whether the list goes on after this part.
    pub has_next: bool,
    /// Number of all rows; none if it was not asked for.
    pub total: Option<i64>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), has_previous: false, has_next: false, total: None }
    }
}

impl<T> Page<T> {
    /// A page from rows fetched in the direction of the window, one more than its size if there are more.
    #[must_use]
    pub fn of(mut rows: Vec<(Cursor, T)>, window: &Window) -> Self {
        let size = usize::try_from(window.size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        if window.backward {
            rows.reverse();
        }
        Self {
            has_previous: if window.backward { more } else { window.after.is_some() },
            has_next: if window.backward { window.before.is_some() } else { more },
            rows,
            total: None,
        }
    }
}

/// How a table is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// In whatever order the database finds best.
    Free,
    /// After the tables named before, as SQLite reads a cross join.
    After,
}

impl Join {
    pub(crate) fn add(self, statement: &mut SelectStatement, table: impl IntoTableRef, alias: &'static str, on: Expr) {
        match self {
            Self::Free => statement.join_as(JoinType::InnerJoin, table, alias, on),
            Self::After => statement.join_as(JoinType::CrossJoin, table, alias, Condition::all()).and_where(on),
        };
    }
}

/// Where the rows of a list come from: the registry joined with a noun's own table, or a table of its own.
pub trait Source {
    /// A row as read.
    type Row: Clone + Send + Sync;
    /// Number of columns before the sort keys.
    const LEADING: usize;

    /// Selects the columns before the sort keys.
    fn select_leading(statement: &mut SelectStatement);
    /// Selects the columns after the sort keys.
    fn select_rest(statement: &mut SelectStatement);
    /// Names the tables.
    fn from(statement: &mut SelectStatement);
    /// Names the tables when the first is joined on a condition over [`Source::id`].
    fn join(statement: &mut SelectStatement, how: Join, on: Expr);
    /// What the scope lets through.
    fn listed(scope: &Scope) -> Condition;
    /// The key that breaks ties.
    fn id() -> Expr;
    /// Reads a row.
    ///
    /// # Errors
    /// When a column does not hold what it should.
    fn read(row: &QueryResult) -> Result<Self::Row>;
    /// Key of a row.
    fn key(row: &Self::Row) -> i64;
}

/// Records of the noun `E`.
pub struct Records<E>(std::marker::PhantomData<E>);

impl<E: NounEntity> Source for Records<E> {
    type Row = Loaded<E>;
    const LEADING: usize = REGISTRY_COLUMNS;

    fn select_leading(statement: &mut SelectStatement) {
        row::select_record(statement, At::ROOT);
    }

    fn select_rest(statement: &mut SelectStatement) {
        row::select_own::<E>(statement, At::ROOT);
    }

    fn from(statement: &mut SelectStatement) {
        from::<E>(statement, At::ROOT);
    }

    fn join(statement: &mut SelectStatement, how: Join, on: Expr) {
        how.add(statement, row::table::<E>(), At::ROOT.own_alias(), on);
        let same = At::ROOT.record("id").equals((At::ROOT.own_alias(), "id"));
        how.add(statement, "record", At::ROOT.record_alias(), same);
    }

    fn listed(scope: &Scope) -> Condition {
        scope.listed::<E>(At::ROOT)
    }

    fn id() -> Expr {
        At::ROOT.own("id")
    }

    fn read(row: &QueryResult) -> Result<Loaded<E>> {
        Ok(row::read::<E>(row)?)
    }

    fn key(row: &Loaded<E>) -> i64 {
        row.id()
    }
}

/// The part of a list that `selection` asks for.
///
/// # Errors
/// [`Error::Cursor`] for a cursor that does not fit the order, [`Error::Database`].
pub async fn page<S: Source>(db: &impl ConnectionTrait, selection: &Selection) -> Result<Page<S::Row>> {
    let mut page = Page::default();
    if selection.rows {
        let statement = list::<S>(selection)?;
        let rows = db.query_all(&statement).await?;
        let terms = &selection.order;
        let rows = rows.iter().map(|row| positioned::<S>(row, terms)).collect::<Result<Vec<_>>>()?;
        page = Page::of(rows, &selection.window);
    }
    if selection.count {
        let mut statement = Query::select();
        statement.expr(Expr::cust("count(*)"));
        S::from(&mut statement);
        statement.cond_where(S::listed(&selection.scope)).cond_where(selection.filter.clone());
        let row = db.query_one(&statement).await?;
        page.total = row.map(|row| row.try_get_by_index(0)).transpose()?;
    }
    Ok(page)
}

fn list<S: Source>(selection: &Selection) -> Result<SelectStatement> {
    let mut statement = Query::select();
    columns::<S>(&mut statement, &selection.order);
    S::from(&mut statement);
    join_name(&mut statement, &selection.order, &selection.scope);
    statement
        .cond_where(S::listed(&selection.scope))
        .cond_where(selection.filter.clone())
        .cond_where(selection.window.condition(&selection.order, &S::id())?)
        .limit(selection.window.size + 1);
    order::sort(&mut statement, &selection.order, S::id(), selection.window.backward);
    Ok(statement)
}

/// Leading columns, sort keys, then the rest.
pub(crate) fn columns<S: Source>(statement: &mut SelectStatement, terms: &[Term]) {
    S::select_leading(statement);
    for (index, term) in terms.iter().enumerate() {
        statement.expr_as(term.expr.clone(), Alias::new(format!("k{index}")));
    }
    S::select_rest(statement);
}

/// The noun's own table joined to its registry row.
pub(crate) fn from<E: NounEntity>(statement: &mut SelectStatement, at: At) {
    statement.from_as(row::table::<E>(), at.own_alias()).join_as(
        JoinType::InnerJoin,
        "record",
        at.record_alias(),
        at.record("id").equals((at.own_alias(), "id")),
    );
}

/// The name by which lists sort, where a term needs it: the one valid on the day, or for undated nouns the only one.
/// `sorts` is compared with a word, not a parameter, so that the index over sorting names alone fits.
pub(crate) fn join_name(statement: &mut SelectStatement, terms: &[Term], scope: &Scope) {
    if terms.iter().any(|term| term.by_name) {
        let name = |column: &'static str| Expr::col(("n0", column));
        statement.join_as(
            JoinType::LeftJoin,
            "name",
            "n0",
            Condition::all()
                .add(name("record_id").equals((At::ROOT.record_alias(), "id")))
                .add(name("sorts").eq(Expr::cust("true")))
                .add(name("valid_from").lte(scope.as_of))
                .add(name("valid_to").gt(scope.as_of)),
        );
    }
}

/// A row with its position.
pub(crate) fn positioned<S: Source>(row: &QueryResult, terms: &[Term]) -> Result<(Cursor, S::Row)> {
    let read = S::read(row)?;
    let keys = terms
        .iter()
        .enumerate()
        .map(|(index, term)| Key::read(row, S::LEADING + index, term.kind))
        .collect::<std::result::Result<_, _>>()?;
    Ok((Cursor { keys, id: S::key(&read) }, read))
}
