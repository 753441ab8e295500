//! Root fields of regions.

use async_graphql::{Context, ID, Object};
use entity::Term;
use entity::region::RegionFamily;
use store::{At, Condition, ExprTrait};

use super::Region;
use super::input::{RegionFilter, RegionOrder};
use crate::graphql::context::Ctx;
use crate::graphql::lookup::{self, Wanted};
use crate::graphql::noun::PointInput;
use crate::graphql::place;
use crate::graphql::term::Named;
use crate::graphql::time::Date;
use crate::{Error, Result};

/// Root field that finds one region.
#[derive(Default)]
pub struct RegionQuery;

#[Object]
impl RegionQuery {
    /// One region (alue), by its id, or by its family and its code or whole name within the family. It is found whether or
    /// not it is in force on the day. Null if there is none.
    #[expect(clippy::too_many_arguments, reason = "three ways to name a region, and the lens")]
    async fn region(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        family: Option<Named<RegionFamily>>,
        code: Option<String>,
        name: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Region>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let (code, name) = match family {
            Some(Named(family)) => (
                code.map(|code| Wanted::Code(family.scheme(), code)),
                name.map(|name| Wanted::Name(name, Condition::all().add(At::ROOT.own("family").eq(family.as_str())))),
            ),
            None if code.is_none() && name.is_none() => (None, None),
            None => return Err(Error::BadUserInput("a code or name of a region belongs to a family: give it too".to_owned())),
        };
        let wanted = Wanted::only([id.map(Wanted::Id), code, name], "the id, or of a family the code or the name")?;
        lookup::one(ctx, scope, wanted).await
    }
}

crate::noun_list! {
    RegionsQuery,
    /// Regions (alueet) in force on the day of the lens, of every family: choose with `filter: {family: {eq: MAAKUNTA}}`.
    /// With `containing`, only those whose boundary on that day holds the point.
    regions: region[RegionFilter, RegionOrder],
    with { containing: PointInput } = place::containing
}
