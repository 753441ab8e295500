//! Nested lists: the same part of the list of each of many parents in one statement, read by index from each
//! parent on, whatever the number of children. The two databases want it written differently.

use std::collections::HashMap;

use entity::RecordId;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Func, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult};

use crate::order;
use crate::page::{self, Join, Page, Selection, Source};
use crate::{At, Cursor, Result, Scope};

/// How children hang on their parent.
#[derive(Clone, Copy, Debug)]
pub enum Via {
    /// A column of the child's own table holds the parent.
    Own(&'static str),
    /// A column of the child's registry row holds the parent.
    Record(&'static str),
    /// A dated edge holds both.
    Edge {
        /// Table of the edge.
        table: &'static str,
        /// Its column with the parent.
        parent: &'static str,
        /// Its column with the child.
        child: &'static str,
    },
    /// The children are what this statement selects for a parent.
    Through(fn(Expr) -> SelectStatement),
    /// The children are what this statement selects for a parent under the lens.
    Seen(fn(&Scope, Expr) -> SelectStatement),
}

const ROOT: At = At::ROOT;

/// The part of each parent's list that `selection` asks for; a parent without children has an empty page.
///
/// # Errors
/// As [`page::page`].
pub async fn children<S: Source>(
    db: &impl ConnectionTrait,
    via: Via,
    parents: &[RecordId],
    selection: &Selection,
) -> Result<HashMap<RecordId, Page<S::Row>>> {
    let mut pages: HashMap<RecordId, Page<S::Row>> = HashMap::with_capacity(parents.len());
    if parents.is_empty() {
        return Ok(pages);
    }
    let backend = db.get_database_backend();
    if selection.rows {
        let statement = match backend {
            DbBackend::Postgres => lateral::<S>(via, parents, selection)?,
            _ => correlated::<S>(via, parents, selection)?,
        };
        let mut found: HashMap<RecordId, Vec<(Cursor, S::Row)>> = HashMap::new();
        for row in db.query_all(&statement).await? {
            found.entry(parent(&row)?).or_default().push(page::positioned::<S>(&row, &selection.order)?);
        }
        for (parent, mut rows) in found {
            rows.sort_by(|(left, _), (right, _)| order::compare(&selection.order, left, right, selection.window.backward));
            pages.insert(parent, Page::of(rows, &selection.window));
        }
    }
    for parent in parents {
        pages.entry(*parent).or_default().total = selection.count.then_some(0);
    }
    if selection.count {
        let statement = counts::<S>(backend, via, parents, selection);
        for row in db.query_all(&statement).await? {
            pages.entry(parent(&row)?).or_default().total = row.try_get("", "total")?;
        }
    }
    Ok(pages)
}

fn parent(row: &QueryResult) -> Result<RecordId> {
    Ok(row.try_get("", "parent_key")?)
}

/// Column with one parent's key, of the list of parents that the statement reads first.
pub(crate) fn key(backend: DbBackend) -> Expr {
    Expr::col(("k", if backend == DbBackend::Postgres { "k" } else { "value" }))
}

/// The list of parents as a table `k`.
pub(crate) fn keys(backend: DbBackend, statement: &mut SelectStatement, ids: &[RecordId]) {
    if backend == DbBackend::Postgres {
        statement.from_function(Func::cust("unnest").arg(Expr::val(ids.to_vec())), "k");
    } else {
        let json = serde_json::to_string(ids).unwrap_or_default();
        statement.from_function(Func::cust("json_each").arg(json), "k");
    }
}

/// Whether a column holds one of some keys. The statement is the same whatever their number, so that the database
/// need not prepare it anew.
pub(crate) fn among(backend: DbBackend, column: Expr, ids: &[RecordId]) -> Expr {
    if backend == DbBackend::Postgres {
        return column.eq(Func::cust("any").arg(Expr::val(ids.to_vec())));
    }
    let mut listed = Query::select();
    listed.expr(key(backend));
    keys(backend, &mut listed, ids);
    column.in_subquery(listed)
}

/// PostgreSQL: a limited subquery for each parent.
fn lateral<S: Source>(via: Via, parents: &[RecordId], selection: &Selection) -> Result<SelectStatement> {
    let backend = DbBackend::Postgres;
    let mut inner = Query::select();
    page::columns::<S>(&mut inner, &selection.order);
    inner.expr_as(key(backend), "parent_key");
    linked::<S>(&mut inner, via, key(backend), selection);
    page::join_name(&mut inner, &selection.order, &selection.scope);
    window(&mut inner, selection, S::id())?;
    let mut outer = Query::select();
    outer.column(("p", sea_orm::sea_query::Asterisk));
    keys(backend, &mut outer, parents);
    outer.join_lateral(JoinType::InnerJoin, inner, "p", Condition::all().add(Expr::cust("true")));
    Ok(outer)
}

/// SQLite: for each parent the keys of its children, limited, and then the children.
fn correlated<S: Source>(via: Via, parents: &[RecordId], selection: &Selection) -> Result<SelectStatement> {
    let backend = DbBackend::Sqlite;
    let mut inner = Query::select();
    inner.expr(S::id());
    linked::<S>(&mut inner, via, key(backend), selection);
    page::join_name(&mut inner, &selection.order, &selection.scope);
    window(&mut inner, selection, S::id())?;

    let mut outer = Query::select();
    page::columns::<S>(&mut outer, &selection.order);
    outer.expr_as(key(backend), "parent_key");
    keys(backend, &mut outer, parents);
    // Left to choose, SQLite may read every child and try each parent on it.
    S::join(&mut outer, Join::After, S::id().in_subquery(inner));
    page::join_name(&mut outer, &selection.order, &selection.scope);
    Ok(outer)
}

fn counts<S: Source>(backend: DbBackend, via: Via, parents: &[RecordId], selection: &Selection) -> SelectStatement {
    let mut inner = Query::select();
    inner.expr(Expr::cust("count(*)"));
    linked::<S>(&mut inner, via, key(backend), selection);
    let mut outer = Query::select();
    outer.expr_as(key(backend), "parent_key");
    outer.expr_as(Expr::SubQuery(None, Box::new(inner.into())), "total");
    keys(backend, &mut outer, parents);
    outer
}

/// Children of the parent, seen through the scope and the filter.
fn linked<S: Source>(statement: &mut SelectStatement, via: Via, parent: Expr, selection: &Selection) {
    match via {
        Via::Edge { table, parent: column, child } => {
            statement.from_as(Alias::new(table), ROOT.edge_alias());
            S::join(statement, Join::Free, S::id().equals((ROOT.edge_alias(), child)));
            statement.and_where(ROOT.edge(column).eq(parent));
            statement.cond_where(selection.scope.edge(ROOT));
        }
        Via::Own(column) => {
            S::from(statement);
            statement.and_where(ROOT.own(column).eq(parent));
        }
        Via::Record(column) => {
            S::from(statement);
            statement.and_where(ROOT.record(column).eq(parent));
        }
        Via::Through(select) => {
            S::from(statement);
            statement.and_where(S::id().in_subquery(select(parent)));
        }
        Via::Seen(select) => {
            S::from(statement);
            statement.and_where(S::id().in_subquery(select(&selection.scope, parent)));
        }
    }
    statement.cond_where(S::listed(&selection.scope)).cond_where(selection.filter.clone());
}

fn window(statement: &mut SelectStatement, selection: &Selection, id: Expr) -> Result<()> {
    statement.cond_where(selection.window.condition(&selection.order, &id)?);
    order::sort(statement, &selection.order, id, selection.window.backward);
    statement.limit(selection.window.size + 1);
    Ok(())
}
