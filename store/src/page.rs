//! Pages of a list: keyset on any order, both directions, one statement; the count is another, when asked for.

use entity::NounEntity;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, JoinType, Query, SelectStatement};
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
    pub(crate) fn of(mut rows: Vec<(Cursor, T)>, window: &Window) -> Self {
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

/// The part of a list that `selection` asks for.
///
/// # Errors
/// [`Error::Cursor`] for a cursor that does not fit the order, [`Error::Database`].
pub async fn page<E: NounEntity>(db: &impl ConnectionTrait, selection: &Selection) -> Result<Page<Loaded<E>>> {
    let mut page = Page::default();
    if selection.rows {
        let statement = list::<E>(selection)?;
        let rows = db.query_all(&statement).await?;
        let terms = &selection.order;
        let rows = rows.iter().map(|row| positioned::<E>(row, terms)).collect::<Result<Vec<_>>>()?;
        page = Page::of(rows, &selection.window);
    }
    if selection.count {
        let mut statement = Query::select();
        statement.expr(Expr::cust("count(*)"));
        from::<E>(&mut statement, At::ROOT);
        statement.cond_where(selection.scope.listed::<E>(At::ROOT)).cond_where(selection.filter.clone());
        let row = db.query_one(&statement).await?;
        page.total = row.map(|row| row.try_get_by_index(0)).transpose()?;
    }
    Ok(page)
}

fn list<E: NounEntity>(selection: &Selection) -> Result<SelectStatement> {
    let mut statement = Query::select();
    columns::<E>(&mut statement, &selection.order);
    from::<E>(&mut statement, At::ROOT);
    join_name(&mut statement, &selection.order, &selection.scope);
    let id = At::ROOT.record("id");
    statement
        .cond_where(selection.scope.listed::<E>(At::ROOT))
        .cond_where(selection.filter.clone())
        .cond_where(selection.window.condition(&selection.order, &id)?)
        .limit(selection.window.size + 1);
    order::sort(&mut statement, &selection.order, id, selection.window.backward);
    Ok(statement)
}

/// Registry columns, sort keys, then own columns.
pub(crate) fn columns<E: NounEntity>(statement: &mut SelectStatement, terms: &[Term]) {
    row::select_record(statement, At::ROOT);
    for (index, term) in terms.iter().enumerate() {
        statement.expr_as(term.expr.clone(), Alias::new(format!("k{index}")));
    }
    row::select_own::<E>(statement, At::ROOT);
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
pub(crate) fn join_name(statement: &mut SelectStatement, terms: &[Term], scope: &Scope) {
    if terms.iter().any(|term| term.by_name) {
        let name = |column: &'static str| Expr::col(("n0", column));
        statement.join_as(
            JoinType::LeftJoin,
            "name",
            "n0",
            Condition::all()
                .add(name("record_id").equals((At::ROOT.record_alias(), "id")))
                .add(name("sorts").eq(true))
                .add(name("valid_from").lte(scope.as_of))
                .add(name("valid_to").gt(scope.as_of)),
        );
    }
}

/// A row with its position.
pub(crate) fn positioned<E: NounEntity>(row: &QueryResult, terms: &[Term]) -> Result<(Cursor, Loaded<E>)> {
    let loaded = row::read::<E>(row)?;
    let keys = terms
        .iter()
        .enumerate()
        .map(|(index, term)| Key::read(row, REGISTRY_COLUMNS + index, term.kind))
        .collect::<std::result::Result<_, _>>()?;
    Ok((Cursor { keys, id: loaded.id() }, loaded))
}
