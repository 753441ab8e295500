//! Root fields of regions.

use async_graphql::{Context, ID, Object};
use entity::region::RegionFamily;

use super::Region;
use super::input::{RegionFilter, RegionOrder};
use crate::graphql::context::Ctx;
use crate::graphql::lookup;
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
    /// One region (alue), by its id, or by its family and its code within the family. It is found whether or not it is in
    /// force on the day. Null if there is none.
    async fn region(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        family: Option<Named<RegionFamily>>,
        code: Option<String>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Region>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let named = match (family, code) {
            (Some(Named(family)), Some(code)) => Some((family.scheme(), code)),
            (None, None) => None,
            _ => return Err(Error::BadUserInput("give the id, or family and code together".to_owned())),
        };
        lookup::one(ctx, scope, id, named.as_ref().map(|(scheme, code)| (scheme.as_str(), code.clone()))).await
    }
}

crate::noun_list! {
    RegionsQuery,
    /// Regions (alueet) in force on the day of the lens, of every family: choose with `filter: {family: {eq: MAAKUNTA}}`.
    /// With `containing`, only those whose boundary on that day holds the point.
    regions: region[RegionFilter, RegionOrder],
    with { containing: PointInput } = place::containing
}
