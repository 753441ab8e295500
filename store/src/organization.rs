//! Organizations: their committees through memberships.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

/// Committees in which a person or an organization has ever been a member.
#[must_use]
pub fn member_of(column: &'static str, member: Expr) -> SelectStatement {
    let mut committees = Query::select();
    committees.expr(Expr::col(("m", "committee_id"))).from_as("membership", "m").and_where(Expr::col(("m", column)).eq(member));
    committees
}
