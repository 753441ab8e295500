//! Municipalities through their changes: what became of them, and of what they became.

use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query, SelectStatement, UnionType};

use crate::Term;
use crate::order::Kind;

fn part(column: &'static str) -> Expr {
    Expr::col(("cp", column))
}

/// Parts of changes by which one municipality ends and passes into another.
fn passing() -> SelectStatement {
    let mut parts = Query::select();
    let change = |column: &'static str| Expr::col(("mc", column));
    parts
        .from_as("change_part", "cp")
        .join_as(JoinType::InnerJoin, "municipality_change", "mc", change("id").equals(("cp", "change_id")))
        .and_where(change("kind").is_in(["MERGE", "SPLIT", "CODE_CHANGE"]))
        .and_where(part("from_id").ne(part("to_id")));
    parts
}

/// Municipalities that a municipality became, or became part of.
#[must_use]
pub fn successors(municipality: Expr) -> SelectStatement {
    let mut parts = passing();
    parts.expr(part("to_id")).and_where(part("from_id").eq(municipality));
    parts
}

/// Municipalities that became a municipality, or part of it.
#[must_use]
pub fn predecessors(municipality: Expr) -> SelectStatement {
    let mut parts = passing();
    parts.expr(part("from_id")).and_where(part("to_id").eq(municipality));
    parts
}

/// Changes that a municipality has a part in.
#[must_use]
pub fn changes(municipality: Expr) -> SelectStatement {
    let mut from = Query::select();
    from.expr(part("change_id")).from_as("change_part", "cp").and_where(part("from_id").eq(municipality.clone()));
    let mut to = Query::select();
    to.expr(part("change_id")).from_as("change_part", "cp").and_where(part("to_id").eq(municipality));
    from.union(UnionType::Distinct, to);
    from
}

/// Changes in the order in which they happened.
#[must_use]
pub fn by_day() -> Vec<Term> {
    vec![Term::own("effective_on", Kind::Date, false)]
}

/// The organization that a municipality itself is.
#[must_use]
pub fn own_organization(municipality: Expr) -> SelectStatement {
    let organization = |column: &'static str| Expr::col(("o", column));
    let mut own = Query::select();
    own.expr(organization("id"))
        .from_as("organization", "o")
        .and_where(organization("municipality_id").eq(municipality))
        .and_where(organization("kind").eq("MUNICIPALITY"));
    own
}

/// Committees of the organizations whose territory or home a municipality is.
#[must_use]
pub fn committees(municipality: Expr) -> SelectStatement {
    let mut committees = Query::select();
    committees
        .expr(Expr::col(("c", "id")))
        .from_as("committee", "c")
        .join_as(JoinType::InnerJoin, "organization", "o", Expr::col(("o", "id")).equals(("c", "organization_id")))
        .and_where(Expr::col(("o", "municipality_id")).eq(municipality));
    committees
}

/// A municipality, its organizations and their committees: whoever acts for it.
fn actors(municipality: Expr) -> SelectStatement {
    let organization = |column: &'static str| Expr::col(("ao", column));
    let mut actors = Query::select();
    actors
        .expr(organization("id"))
        .from_as("organization", "ao")
        .and_where(organization("municipality_id").eq(municipality.clone()));
    let mut own = Query::select();
    let record = |column: &'static str| Expr::col(("am", column));
    own.expr(record("id")).from_as("municipality", "am").and_where(record("id").eq(municipality.clone()));
    actors.union(UnionType::Distinct, committees(municipality)).union(UnionType::Distinct, own);
    actors
}

/// Rows of an edge table whose column holds an actor of the municipality.
fn with_actor(table: &'static str, parent: &'static str, column: &'static str, municipality: Expr) -> SelectStatement {
    let mut found = Query::select();
    found
        .expr(Expr::col(("x", parent)))
        .from_as(table, "x")
        .and_where(Expr::col(("x", column)).in_subquery(actors(municipality)));
    found
}

/// Contracts in which an actor of a municipality has a part.
#[must_use]
pub fn contracts(municipality: Expr) -> SelectStatement {
    with_actor("contract_party", "contract_id", "party_id", municipality)
}

/// Initiatives in which an actor of a municipality takes part.
#[must_use]
pub fn initiatives(municipality: Expr) -> SelectStatement {
    with_actor("initiative_party", "initiative_id", "party_id", municipality)
}

/// Collaboration networks that an actor of a municipality hosts or is a member of.
#[must_use]
pub fn networks(municipality: Expr) -> SelectStatement {
    let mut members = with_actor("network_member", "network_id", "member_id", municipality.clone());
    members.union(UnionType::Distinct, with_actor("collaboration_network", "id", "host_id", municipality));
    members
}

/// Strategies of the organizations of a municipality.
#[must_use]
pub fn strategies(municipality: Expr) -> SelectStatement {
    with_actor("strategy", "id", "organization_id", municipality)
}
