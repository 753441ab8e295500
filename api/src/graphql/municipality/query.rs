//! Root fields of municipalities.

use async_graphql::{Context, ID, Object};

use super::Municipality;
use super::input::{MunicipalityFilter, MunicipalityOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::lookup;
use crate::graphql::noun::PointInput;
use crate::graphql::place;
use crate::graphql::time::Date;

/// Root field that finds one municipality.
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
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        lookup::one(ctx, scope, id, code.map(|code| ("FI-KUNTA", code))).await
    }
}

crate::noun_list! {
    MunicipalitiesQuery,
    /// Municipalities (kunnat) in force on the day of the lens. With `containing`, only those whose boundary on that day
    /// holds the point; where no boundary of that day is recorded, nothing is found.
    municipalities: municipality[MunicipalityFilter, MunicipalityOrder],
    with { containing: PointInput } = place::containing
}
