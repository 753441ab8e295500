//! Root fields of municipalities.

use async_graphql::{Context, ID, Object};

use super::Municipality;
use super::input::{MunicipalityFilter, MunicipalityOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::filter;
use crate::graphql::lookup;
use crate::graphql::order;
use crate::graphql::page::{Connection, Listing, PageArgs, list};
use crate::graphql::time::Date;

/// Root fields of municipalities.
#[derive(Default)]
pub struct MunicipalityQuery;

#[Object]
impl MunicipalityQuery {
    /// One municipality (kunta), by its id or by its official code; give exactly one of them. The day picks which one,
    /// should a code have been used by several; it hides nothing: a municipality that has ended is found. Null if there is none.
    async fn municipality(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        code: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Municipality>> {
        let scope = ctx.lens(as_of, scenario.as_ref())?;
        lookup::one(ctx, scope, id, code.map(|code| ("FI-KUNTA", code))).await
    }

    /// Municipalities (kunnat) in force on the day of the lens.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn municipalities(
        &self,
        ctx: &Context<'_>,
        filter: Option<MunicipalityFilter>,
        order_by: Option<Vec<MunicipalityOrder>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Connection<entity::municipality::Entity>> {
        let scope = ctx.lens(as_of, scenario.as_ref())?;
        let filter = filter::condition(filter.as_ref(), &scope)?;
        list(ctx, Listing { scope, filter, order: order::terms(order_by)?, page: PageArgs { first, after, last, before } }).await
    }
}
