//! Committees: those of a region, and memberships, seen from the committee, the person or the organization.

use entity::membership::{Entity, MembershipRole, Model};
use entity::{RecordId, Term, committee};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};

use crate::{At, Result, Scope, edge};

/// Memberships with a column that holds one of these records: in committees that the lens lists, on its day or ever, of some
/// roles or of all.
///
/// # Errors
/// When the database fails.
pub async fn memberships(
    db: &impl ConnectionTrait,
    (column, records): (&'static str, &[RecordId]),
    scope: &Scope,
    ever: bool,
    roles: Option<&[MembershipRole]>,
) -> Result<Vec<Model>> {
    let scope = if ever { scope.always() } else { *scope };
    let mut seen = scope.edge(At::ROOT);
    if let Some(roles) = roles {
        seen = seen.add(At::ROOT.edge("role").is_in(roles.iter().map(|role| role.as_str())));
    }
    if column != "committee_id" {
        let mut committees = Query::select();
        committees
            .expr(At::ROOT.record("id"))
            .from_as("record", At::ROOT.record_alias())
            .cond_where(scope.listed::<committee::Entity>(At::ROOT));
        seen = seen.add(Condition::all().add(At::ROOT.edge("committee_id").in_subquery(committees)));
    }
    edge::pointing::<Entity>(db, column, records, seen).await
}

/// Committees for a region, and those of the organizations that serve it or lie in it.
#[must_use]
pub fn of_region(region: Expr) -> SelectStatement {
    let committee = |column: &'static str| Expr::col(("c", column));
    let organization = |column: &'static str| Expr::col(("o", column));
    let mut organizations = Query::select();
    organizations.expr(organization("id")).from_as("organization", "o").and_where(organization("region_id").eq(region.clone()));
    let mut committees = Query::select();
    committees
        .expr(committee("id"))
        .from_as("committee", "c")
        .and_where(committee("region_id").eq(region).or(committee("organization_id").in_subquery(organizations)));
    committees
}
