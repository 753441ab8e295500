//! Root fields of municipalities.

use async_graphql::{Context, ID, Object};
use store::Condition;

use super::Municipality;
use super::input::{MunicipalityFilter, MunicipalityOrder};
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::lookup::{self, Wanted};
use crate::graphql::noun::PointInput;
use crate::graphql::place;
use crate::graphql::time::Date;

/// Root field that finds one municipality.
#[derive(Default)]
pub struct MunicipalityQuery;

#[Object]
impl MunicipalityQuery {
    /// One municipality (kunta), by its id, its official code, or its whole name in any language; give exactly one of them.
    /// The day picks which one, should several have used the code or name; it hides nothing: a municipality that has ended is
    /// found. Null if there is none.
    async fn municipality(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        code: Option<String>,
        name: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Municipality>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let code = code.map(|code| Wanted::Code("FI-KUNTA".to_owned(), code));
        let name = name.map(|name| Wanted::Name(name, Condition::all()));
        let wanted = Wanted::only([id.map(Wanted::Id), code, name], "the id, the code, or the name")?;
        lookup::one(ctx, scope, wanted).await
    }
}

crate::noun_list! {
    MunicipalitiesQuery,
    /// Municipalities (kunnat) in force on the day of the lens. With `containing`, only those whose boundary on that day
    /// holds the point; where no boundary of that day is recorded, nothing is found.
    municipalities: municipality[MunicipalityFilter, MunicipalityOrder],
    with { containing: PointInput } = place::containing
}
