//! Root fields of indicators.

use async_graphql::{Context, ID, Object};

use super::Indicator;
use super::input::{IndicatorFilter, IndicatorOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::lookup;
use crate::graphql::time::Date;

/// Root field that finds one indicator.
#[derive(Default)]
pub struct IndicatorQuery;

#[Object]
impl IndicatorQuery {
    /// One indicator (tunnusluku), by its id or by its code; give exactly one of them. Null if there is none.
    async fn indicator(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        code: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Indicator>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        lookup::one(ctx, scope, id, code.map(|code| ("SEUTU-INDICATOR", code))).await
    }
}

crate::noun_list! {
    IndicatorsQuery,
    /// Indicators (tunnusluvut): the catalogue of what is measured.
    indicators: indicator[IndicatorFilter, IndicatorOrder]
}
