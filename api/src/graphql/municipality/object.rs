//! A municipality's fields.

use async_graphql::{Context, Object, SimpleObject};
use store::municipality as queries;
use store::{Term, Via};

use super::Municipality;
use crate::Result;
use crate::graphql::municipality_change::MunicipalityChange;
use crate::graphql::record::RecordFields;

/// A point on the map.
#[derive(SimpleObject)]
pub struct Point {
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
}

/// A territory of local self-government (kunta), by its official code, from its founding to its end. The municipality
/// as an organization, which decides and provides, is its `organization`.
#[Object(name = "Municipality")]
impl Municipality {
    #[graphql(flatten)]
    async fn record(&self, _ctx: &Context<'_>) -> RecordFields<'_> {
        RecordFields(self)
    }

    /// Official code, three digits with leading zeros (kuntanumero).
    async fn code(&self) -> &str {
        &self.own().code
    }

    /// Municipal centre. Null where no source gives it, as for most municipalities that ended before 2020.
    async fn center(&self) -> Option<Point> {
        Some(Point { lon: self.own().lon?, lat: self.own().lat? })
    }

    /// Municipalities that it became or became part of when it ended, whatever the day of the lens. Empty while it is in force.
    async fn successors(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
        self.list(ctx, Via::Through(queries::successors), self.scope().always(), vec![Term::name(false)]).await
    }

    /// Municipalities that ended by becoming it or part of it, whatever the day of the lens.
    async fn predecessors(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
        self.list(ctx, Via::Through(queries::predecessors), self.scope().always(), vec![Term::name(false)]).await
    }

    /// What happened to it: mergers, splits, renames, moves between regions; oldest first, whatever the day of the lens.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<MunicipalityChange>> {
        self.list(ctx, Via::Through(queries::changes), self.scope().always(), queries::by_day()).await
    }
}
