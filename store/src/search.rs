//! Search over the names of all nouns and over what statements say: exact before prefix before word before inside, then in
//! Finnish order. Texts are compared folded, so that both databases answer alike.

use entity::{Noun, NounEntity, RecordId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{
    Alias, CaseStatement, Condition, Expr, ExprTrait, Func, JoinType, LikeExpr, Order, Query, SelectStatement, UnionType,
};

use crate::filter::literal;
use crate::order::{self, Key, Kind, Term};
use crate::page::{Page, Window};
use crate::{At, Cursor, Result, Scope, collate};

/// Most records of one name that are told apart.
const MAX_NAMED: u64 = 20;

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Search {
    /// The text; compared folded.
    pub text: String,
    /// Only these nouns; all when empty.
    pub nouns: Vec<Noun>,
    /// Day, scenario, visibility.
    pub scope: Scope,
    /// Which part.
    pub window: Window,
    /// Whether the rows are wanted.
    pub rows: bool,
    /// Whether the number of all is wanted.
    pub count: bool,
}

/// How well a name matches, best first.
pub const RANKS: [&str; 4] = ["EXACT", "PREFIX", "WORD", "INSIDE"];

fn like(pattern: String) -> LikeExpr {
    LikeExpr::new(pattern).escape('\\')
}

/// Names of the day that hold the text and, where statements are searched, what they say that holds it.
fn texts(literal: &str, search: &Search) -> SelectStatement {
    let holds = || Expr::col("folded").like(like(format!("%{literal}%")));
    let mut texts = Query::select();
    texts
        .columns(["record_id", "folded"])
        .from("name")
        .and_where(holds())
        .and_where(Expr::col("valid_from").lte(search.scope.as_of))
        .and_where(Expr::col("valid_to").gt(search.scope.as_of));
    if search.nouns.is_empty() || search.nouns.contains(&Noun::Statement) {
        let mut said = Query::select();
        said.columns(["record_id", "folded"]).from("statement_text").and_where(holds());
        texts.union(UnionType::All, said);
    }
    texts
}

/// Records with a name or text that holds the text, and how well the best of them matches.
fn hits(text: &str, search: &Search) -> SelectStatement {
    let literal = literal(text);
    let folded = || Expr::col(("n", "folded"));
    let rank = CaseStatement::new()
        .case(folded().eq(text), 0_i64)
        .case(folded().like(like(format!("{literal}%"))), 1_i64)
        .case(folded().like(like(format!("% {literal}%"))), 2_i64)
        .finally(3_i64);
    let mut hits = Query::select();
    hits.expr_as(Expr::col(("n", "record_id")), "record_id")
        .expr_as(Func::min(Expr::Case(Box::new(rank))), "rank")
        .from_subquery(texts(&literal, search), "n")
        .group_by_col(("n", "record_id"));
    hits
}

/// What may be found: visible, real, and in force on the day where the noun is dated.
fn findable(search: &Search) -> Condition {
    let at = At::ROOT;
    let mut found = crate::registry::listed(&search.scope, at);
    if !search.nouns.is_empty() {
        found = found.add(at.record("noun").is_in(search.nouns.iter().map(|noun| entity::Term::as_str(*noun))));
    }
    found
}

fn tables(statement: &mut SelectStatement, search: &Search, text: &str) {
    let at = At::ROOT;
    statement.from_subquery(hits(text, search), Alias::new("h")).join_as(
        JoinType::InnerJoin,
        "record",
        at.record_alias(),
        at.record("id").equals(("h", "record_id")),
    );
    statement.cond_where(findable(search));
}

/// The part of the hits that is asked for: noun, key and rank of each.
///
/// # Errors
/// [`crate::Error::Cursor`] for a cursor of another list, [`crate::Error::Database`].
pub async fn page(db: &impl ConnectionTrait, search: &Search) -> Result<Page<(Noun, RecordId, usize)>> {
    let text = collate::fold(&search.text);
    let mut page = Page::default();
    if search.rows && !text.is_empty() {
        let terms = [Term::expr(Expr::col(("h", "rank")), Kind::Int, false), Term::name(false)];
        let id = At::ROOT.record("id");
        let mut statement = Query::select();
        for term in &terms {
            statement.expr(term.expr.clone());
        }
        statement.expr(At::ROOT.record("noun")).expr(id.clone());
        tables(&mut statement, search, &text);
        crate::page::join_name(&mut statement, &terms, &search.scope);
        statement.cond_where(search.window.condition(&terms, &id)?).limit(search.window.size + 1);
        order::sort(&mut statement, &terms, id, search.window.backward);
        let mut rows = Vec::new();
        for row in db.query_all(&statement).await? {
            let keys = vec![Key::read(&row, 0, Kind::Int)?, Key::read(&row, 1, Kind::Bytes)?];
            let rank = row.try_get_by_index::<i64>(0)?;
            let id = row.try_get_by_index(3)?;
            rows.push((Cursor { keys, id }, (row.try_get_by_index(2)?, id, usize::try_from(rank).unwrap_or(0))));
        }
        page = Page::of(rows, &search.window);
    }
    if search.count {
        page.total = Some(0);
        if !text.is_empty() {
            let mut statement = Query::select();
            statement.expr(Expr::cust("count(*)"));
            tables(&mut statement, search, &text);
            page.total = db.query_one(&statement).await?.map(|row| row.try_get_by_index(0)).transpose()?;
        }
    }
    Ok(page)
}

/// Records of the noun `E` whose whole name, in any language, is this one; compared folded. Those in force on the day
/// under that name of the day; without any, those that ever had it. At most [`MAX_NAMED`].
///
/// # Errors
/// When the database fails.
pub async fn named<E: NounEntity>(
    db: &impl ConnectionTrait,
    scope: &Scope,
    name: &str,
    narrow: Condition,
) -> Result<Vec<RecordId>> {
    let at = At::ROOT;
    let column = |column: &'static str| Expr::col(("n", column));
    let in_force = Condition::all()
        .add(at.record("valid_from").lte(scope.as_of))
        .add(at.record("valid_to").gt(scope.as_of))
        .add(column("valid_from").lte(scope.as_of))
        .add(column("valid_to").gt(scope.as_of));
    let rank = CaseStatement::new().case(in_force, 0_i64).finally(1_i64);
    let mut statement = Query::select();
    statement.expr(at.record("id")).expr_as(Func::min(Expr::Case(Box::new(rank))), "rank");
    crate::page::from::<E>(&mut statement, at);
    statement
        .join_as(JoinType::InnerJoin, "name", "n", column("record_id").equals((at.record_alias(), "id")))
        .and_where(column("folded").eq(collate::fold(name)))
        .cond_where(scope.always().listed::<E>(at))
        .cond_where(narrow)
        .group_by_col((at.record_alias(), "id"))
        .order_by("rank", Order::Asc)
        .order_by((at.record_alias(), "id"), Order::Asc)
        .limit(MAX_NAMED);
    let mut found: Vec<(RecordId, i64)> = Vec::new();
    for row in db.query_all(&statement).await? {
        found.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    let best = found.first().map(|(_, rank)| *rank);
    Ok(found.into_iter().filter(|(_, rank)| Some(*rank) == best).map(|(id, _)| id).collect())
}
