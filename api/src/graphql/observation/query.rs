//! Root field of observations.

use async_graphql::{Context, ID, Object};
use store::Condition;

use super::connection::{Observations, list};
use super::{ObservationFilter, ObservationOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::order;
use crate::graphql::page::{Listing, PageArgs};
use crate::graphql::time::Date;

/// Root field of observations.
#[derive(Default)]
pub struct ObservationsQuery;

#[Object]
impl ObservationsQuery {
    /// Values of indicators (havainnot), of whatever period: choose with `filter`. The lens decides how subjects are shown, and by
    /// which day a value is the `latest`.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn observations(
        &self,
        ctx: &Context<'_>,
        filter: Option<Box<ObservationFilter>>,
        order_by: Option<Vec<ObservationOrder>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Observations> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let filter = filter.map_or_else(|| Ok(Condition::all()), |filter| filter.condition(&scope))?;
        list(ctx, Listing { scope, filter, order: order::terms(order_by)?, page: PageArgs { first, after, last, before } }).await
    }
}
