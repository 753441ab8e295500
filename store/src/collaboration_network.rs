//! Collaboration networks by their hosts and members.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};

/// Those that a record hosts or is a member of.
#[must_use]
pub fn of_member(member: Expr) -> SelectStatement {
    let mut networks = Query::select();
    let column = |column: &'static str| Expr::col(("m", column));
    networks.expr(column("network_id")).from_as("network_member", "m").and_where(column("member_id").eq(member.clone()));
    let mut hosted = Query::select();
    let column = |column: &'static str| Expr::col(("cn", column));
    hosted.expr(column("id")).from_as("collaboration_network", "cn").and_where(column("host_id").eq(member));
    networks.union(UnionType::Distinct, hosted);
    networks
}
