//! Root fields of indicators.

use async_graphql::{Context, ID, Object};
use store::Condition;

use super::Indicator;
use super::input::{IndicatorFilter, IndicatorOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::lookup::{self, Wanted};
use crate::graphql::time::Date;

/// Root field that finds one indicator.
#[derive(Default)]
pub struct IndicatorQuery;

#[Object]
impl IndicatorQuery {
    /// One indicator (tunnusluku), by its id, its code, or its whole name in any language; give exactly one of
    /// them. Null if there is none.
    async fn indicator(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        code: Option<String>,
        name: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Indicator>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let code = code.map(|code| Wanted::Code("SEUTU-INDICATOR".to_owned(), code));
        let name = name.map(|name| Wanted::Name(name, Condition::all()));
        let wanted = Wanted::only([id.map(Wanted::Id), code, name], "the id, the code, or the name")?;
        lookup::one(ctx, scope, wanted).await
    }
}

crate::noun_list! {
    IndicatorsQuery,
    /// Indicators (tunnusluvut): the catalogue of what is measured.
    indicators: indicator[IndicatorFilter, IndicatorOrder]
}
