//! Initiatives by their parties.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

/// Those in which a record has a part, in any role.
#[must_use]
pub fn of_party(party: Expr) -> SelectStatement {
    let mut parts = Query::select();
    parts
        .expr(Expr::col(("p", "initiative_id")))
        .from_as("initiative_party", "p")
        .and_where(Expr::col(("p", "party_id")).eq(party));
    parts
}
