//! Conditions that filters are made of. Text is compared folded, relations under the same scope.

use entity::{NounEntity, source_document};
use sea_orm::sea_query::{
    Alias, Cond, Condition, Expr, ExprTrait, Func, JoinType, LikeExpr, Query, SelectStatement, UnionType, Value,
};

use crate::{At, Scope, collate, page};

/// The complement of a condition: a comparison with a missing value counts as no match, so its complement matches.
#[must_use]
pub fn not(condition: Condition) -> Condition {
    let matched = Func::coalesce([Expr::expr(condition), Expr::val(false)]);
    Cond::all().add(Expr::from(matched).not())
}

/// A column without a value that stands for none, such as a far day.
#[must_use]
pub fn without(column: Expr, none: impl Into<Value>) -> Expr {
    Func::cust("nullif").args([column, Expr::val(none)]).into()
}

/// How a text must match.
#[derive(Clone, Debug)]
pub enum TextMatch {
    /// The same, folded.
    Equal(String),
    /// One of these, folded.
    AnyOf(Vec<String>),
    /// Begins so.
    StartsWith(String),
    /// Holds this anywhere.
    Contains(String),
}

/// A pattern for `like` that takes its text literally.
#[must_use]
pub fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Compares a folded column.
#[must_use]
pub fn folded(column: Expr, matched: &TextMatch) -> Expr {
    let like = |pattern: String| LikeExpr::new(pattern).escape('\\');
    match matched {
        TextMatch::Equal(text) => column.eq(collate::fold(text)),
        TextMatch::AnyOf(texts) => column.is_in(texts.iter().map(|text| collate::fold(text))),
        TextMatch::StartsWith(text) => starts_with(column, collate::fold(text)),
        TextMatch::Contains(text) => column.like(like(format!("%{}%", literal(&collate::fold(text))))),
    }
}

/// Compares as a range, which an index over the column serves whatever the database knows of `like`.
fn starts_with(column: Expr, start: String) -> Expr {
    let end = format!("{start}\u{10FFFF}");
    column.clone().gte(start).and(column.lte(end))
}

/// A name, in any language, valid on the day, that matches.
#[must_use]
pub fn named(at: At, scope: &Scope, matched: &TextMatch) -> Expr {
    let name = |column: &'static str| Expr::col(("n", column));
    let mut names = Query::select();
    names.expr(name("record_id")).from_as("name", "n").and_where(folded(name("folded"), matched));
    if scope.dated {
        names.and_where(name("valid_from").lte(scope.as_of)).and_where(name("valid_to").gt(scope.as_of));
    }
    at.record("id").in_subquery(names)
}

/// A statement that says, in any language, what matches.
#[must_use]
pub fn said(at: At, matched: &TextMatch) -> Expr {
    let text = |column: &'static str| Expr::col(("st", column));
    let mut texts = Query::select();
    texts.expr(text("record_id")).from_as("statement_text", "st").and_where(folded(text("folded"), matched));
    at.own("id").in_subquery(texts)
}

/// Records that have an identifier of the scheme (any scheme if none) with one of these values.
#[must_use]
pub fn identified(at: At, scheme: Option<&str>, values: &[String]) -> Expr {
    let column = |column: &'static str| Expr::col(("i", column));
    let mut found = Query::select();
    found.expr(column("record_id")).from_as("identifier", "i").and_where(column("value").is_in(values.iter().cloned()));
    if let Some(scheme) = scheme {
        found.and_where(column("scheme").eq(scheme));
    }
    at.record("id").in_subquery(found)
}

/// A relation of a filter: from the level `at` over an edge or column to the noun `E` one level deeper.
pub struct Relation<'a> {
    /// Level of the filter that has the relation.
    pub at: At,
    /// Level of the related noun.
    pub deeper: At,
    /// Scope of the list.
    pub scope: &'a Scope,
}

impl Relation<'_> {
    /// Some related record matches: over an edge in force.
    #[must_use]
    pub fn over_edge<E: NounEntity>(
        &self,
        table: &'static str,
        here: &'static str,
        there: &'static str,
        matched: Condition,
    ) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.edge(here)).from_as(Alias::new(table), self.deeper.edge_alias());
        self.join::<E>(&mut related, there);
        related.cond_where(self.scope.edge(self.deeper)).cond_where(self.scope.listed::<E>(self.deeper)).cond_where(matched);
        self.at.record("id").in_subquery(related)
    }

    /// Some related record matches: `E` holds this record in a column of its own table.
    #[must_use]
    pub fn held_by<E: NounEntity>(&self, column: &'static str, matched: Condition) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.own(column));
        page::from::<E>(&mut related, self.deeper);
        related
            .and_where(self.deeper.own(column).is_not_null())
            .cond_where(self.scope.listed::<E>(self.deeper))
            .cond_where(matched);
        self.at.record("id").in_subquery(related)
    }

    /// The related record, held in a column of this noun's own table, matches.
    #[must_use]
    pub fn holds<E: NounEntity>(&self, column: &'static str, matched: Condition) -> Expr {
        self.points::<E>(self.at.own(column), matched)
    }

    /// The related record, held in a column of the edge that leads to this level, matches.
    #[must_use]
    pub fn ends<E: NounEntity>(&self, column: &'static str, matched: Condition) -> Expr {
        self.points::<E>(self.at.edge(column), matched)
    }

    fn points<E: NounEntity>(&self, column: Expr, matched: Condition) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.record("id"));
        page::from::<E>(&mut related, self.deeper);
        related.cond_where(self.scope.visible(self.deeper)).cond_where(matched);
        column.in_subquery(related)
    }

    /// Some edge of a table that holds this record in a column matches.
    #[must_use]
    pub fn by_edge(&self, table: &'static str, here: &'static str, matched: Condition) -> Expr {
        let mut edges = Query::select();
        edges
            .expr(self.deeper.edge(here))
            .from_as(Alias::new(table), self.deeper.edge_alias())
            .and_where(self.deeper.edge(here).is_not_null())
            .cond_where(matched);
        self.at.record("id").in_subquery(edges)
    }

    /// The record of any noun, held in a column of this noun's own table, matches. `matched` asks about its registry row only.
    #[must_use]
    pub fn holds_any(&self, column: &'static str, matched: Condition) -> Expr {
        self.points_at_any(self.at.own(column), matched)
    }

    /// The record of any noun, held in a column of the edge that leads to this level, matches. `matched` asks about its
    /// registry row only.
    #[must_use]
    pub fn ends_any(&self, column: &'static str, matched: Condition) -> Expr {
        self.points_at_any(self.at.edge(column), matched)
    }

    fn points_at_any(&self, column: Expr, matched: Condition) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.record("id")).from_as("record", self.deeper.record_alias());
        related.cond_where(self.scope.visible(self.deeper)).cond_where(matched);
        column.in_subquery(related)
    }

    /// Some record of any noun, over an edge of whatever day, matches. `matched` asks about its registry row only.
    #[must_use]
    pub fn carries_any(&self, table: &'static str, here: &'static str, there: &'static str, matched: Condition) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.edge(here)).from_as(Alias::new(table), self.deeper.edge_alias());
        let same = self.deeper.record("id").equals((self.deeper.edge_alias(), there));
        related.join_as(JoinType::InnerJoin, "record", self.deeper.record_alias(), same);
        related.cond_where(self.scope.visible(self.deeper)).cond_where(matched);
        self.at.record("id").in_subquery(related)
    }

    /// A document that matches is the one that the record was taken from as a whole, or one that a citation of its own names.
    #[must_use]
    pub fn rests_on(&self, matched: Condition) -> Expr {
        let mut documents = Query::select();
        documents.expr(self.deeper.own("id"));
        page::from::<source_document::Entity>(&mut documents, self.deeper);
        documents.cond_where(self.scope.visible(self.deeper)).cond_where(matched);
        let column = |column: &'static str| Expr::col(("s", column));
        let mut cited = Query::select();
        cited.expr(column("record_id")).from_as("citation", "s");
        cited.and_where(column("document_id").in_subquery(documents.clone()));
        let mut resting = Query::select();
        resting.expr(column("id")).from_as("record", "s").and_where(column("source_id").in_subquery(documents));
        self.at.record("id").in_subquery(resting.union(UnionType::Distinct, cited).take())
    }

    /// At least so many different documents that match name the record.
    #[must_use]
    pub fn named_by(&self, documents: u32, matched: Condition) -> Expr {
        let mut related = Query::select();
        related.expr(self.deeper.edge("record_id")).from_as("mention", self.deeper.edge_alias());
        self.join::<source_document::Entity>(&mut related, "document_id");
        related.cond_where(self.scope.visible(self.deeper)).cond_where(matched);
        if documents > 1 {
            related.add_group_by([self.deeper.edge("record_id")]);
            related.and_having(self.deeper.edge("document_id").count_distinct().gte(documents));
        }
        self.at.record("id").in_subquery(related)
    }

    fn join<E: NounEntity>(&self, statement: &mut SelectStatement, there: &'static str) {
        let own = self.deeper.own("id").equals((self.deeper.edge_alias(), there));
        statement.join_as(JoinType::InnerJoin, crate::row::table::<E>(), self.deeper.own_alias(), own);
        let same = self.deeper.record("id").equals((self.deeper.own_alias(), "id"));
        statement.join_as(JoinType::InnerJoin, "record", self.deeper.record_alias(), same);
    }
}

/// Records with one of these keys; none when there are no keys.
#[must_use]
pub fn among(at: At, ids: &[entity::RecordId]) -> Expr {
    at.record("id").is_in(ids.iter().copied())
}
