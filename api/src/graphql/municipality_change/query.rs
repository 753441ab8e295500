//! Root fields of changes.

use async_graphql::{Context, ID, Object};

use super::MunicipalityChange;
use super::input::{MunicipalityChangeFilter, MunicipalityChangeOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::page::{Connection, Listing, PageArgs, list};
use crate::graphql::time::Date;
use crate::graphql::{filter, lookup, order};

/// Root fields of changes.
#[derive(Default)]
pub struct MunicipalityChangeQuery;

#[Object]
impl MunicipalityChangeQuery {
    /// One change of municipalities (kuntamuutos), by its id. Null if there is none.
    async fn municipality_change(
        &self,
        ctx: &Context<'_>,
        id: ID,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<MunicipalityChange>> {
        let scope = ctx.lens(as_of, scenario.as_ref())?;
        lookup::one(ctx, scope, Some(id), None).await
    }

    /// What happened to municipalities (kuntamuutokset), on whatever day: choose days with `filter: {effectiveOn: ..}`.
    /// The lens decides which names and regions of the municipalities are shown.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn municipality_changes(
        &self,
        ctx: &Context<'_>,
        filter: Option<MunicipalityChangeFilter>,
        order_by: Option<Vec<MunicipalityChangeOrder>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Connection<entity::municipality_change::Entity>> {
        let scope = ctx.lens(as_of, scenario.as_ref())?;
        let filter = filter::condition(filter.as_ref(), &scope)?;
        list(ctx, Listing { scope, filter, order: order::terms(order_by)?, page: PageArgs { first, after, last, before } }).await
    }
}
