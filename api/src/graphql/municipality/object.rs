//! A municipality's fields.

use async_graphql::{Context, SimpleObject};
use entity::Term as _;
use entity::region::RegionFamily;
use store::municipality as queries;
use store::{At, Condition, ExprTrait, Term, Via, service};

use super::Municipality;
use crate::Result;
use crate::graphql::boundary::{self, GeoJson};
use crate::graphql::collaboration_network::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};
use crate::graphql::committee::input::{CommitteeFilter, CommitteeOrder};
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::initiative::input::{InitiativeFilter, InitiativeOrder};
use crate::graphql::municipality_change::MunicipalityChange;
use crate::graphql::organization::Organization;
use crate::graphql::organization::input::{OrganizationFilter, OrganizationOrder};
use crate::graphql::region::Membership;
use crate::graphql::region::input::{RegionFilter, RegionOrder};
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::service_area::input::{ServiceAreaFilter, ServiceAreaOrder};
use crate::graphql::service_point::input::{ServicePointFilter, ServicePointOrder};
use crate::graphql::strategy::input::{StrategyFilter, StrategyOrder};
use crate::graphql::term::Named;

/// A point on the map.
#[derive(SimpleObject)]
pub struct Point {
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
}

crate::noun_object! {
    /// A territory of local self-government (kunta), by its official code, from its founding to its end. The municipality
    /// as an organization, which decides and provides, is its `organization`.
    Municipality("Municipality") {
        fields {
            /// Official code, three digits with leading zeros (kuntanumero).
            async fn code(&self) -> &str {
                &self.own().code
            }

            /// Municipal centre. Null where no source gives it, as for most municipalities that ended before 2020.
            async fn center(&self) -> Option<Point> {
                Some(Point { lon: self.own().lon?, lat: self.own().lat? })
            }

            /// Where it ends on the day of the lens: a GeoJSON Polygon or MultiPolygon, in degrees of WGS84 (EPSG:4326). Null
            /// where no boundary is recorded for that day; none is made up from other days. `tolerance`, in degrees
            /// from 0 to 1, leaves out points closer than that to the simplified line (0.01 is about a kilometre from
            /// north to south): each area for itself, so that neighbours may overlap or part by as much. The source is
            /// among the `citations`, for the field `boundaries`.
            async fn boundary(&self, ctx: &Context<'_>, tolerance: Option<f64>) -> Result<Option<GeoJson>> {
                boundary::of(self, ctx, tolerance).await
            }

            /// Municipalities that it became or became part of when it ended, whatever the day of the lens. Empty while
            /// it is in force.
            async fn successors(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
                self.whole(ctx, Via::Through(queries::successors), self.scope().always(), vec![Term::name(false)]).await
            }

            /// Municipalities that ended by becoming it or part of it, whatever the day of the lens.
            async fn predecessors(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
                self.whole(ctx, Via::Through(queries::predecessors), self.scope().always(), vec![Term::name(false)]).await
            }

            /// What happened to it: mergers, splits, renames, moves between regions; oldest first, whatever the day of
            /// the lens.
            async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<MunicipalityChange>> {
                self.whole(ctx, Via::Through(queries::changes), self.scope().always(), queries::by_day()).await
            }

            /// Every membership in a region that is recorded, with its period and certainty, whatever the day of the lens;
            /// oldest first.
            async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<Membership>> {
                crate::graphql::region::memberships(self, ctx).await
            }

            /// The municipality as an organization: it owns, purchases, provides and decides. Null where none is recorded.
            async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
                let via = Via::Through(queries::own_organization);
                Ok(self.whole(ctx, via, *self.scope(), Vec::new()).await?.into_iter().next())
            }
        }
        links {}
        connections {
            /// Regions it belongs to on the day of the lens, of every family or of the one given. Empty may mean that
            /// nothing is known: see the `coverage` of the family's regions.
            regions: region[RegionFilter, RegionOrder] =
                Via::Edge { table: "region_member", parent: "municipality_id", child: "region_id" },
                with family: Named<RegionFamily> =
                    |family| Condition::all().add(At::ROOT.own("family").eq(family.0.as_str()));
            /// Organizations whose territory or home it is.
            organizations: organization[OrganizationFilter, OrganizationOrder] = Via::Own("municipality_id");
            /// Committees of its organizations.
            committees: committee[CommitteeFilter, CommitteeOrder] = Via::Through(queries::committees);
            /// Contracts in which an organization or committee of its has a part.
            contracts: contract[ContractFilter, ContractOrder] = Via::Through(queries::contracts);
            /// Collaboration networks that it or an organization of its hosts or is a member of.
            networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder] =
                Via::Through(queries::networks);
            /// Initiatives in which it or an organization of its takes part.
            initiatives: initiative[InitiativeFilter, InitiativeOrder] = Via::Through(queries::initiatives);
            /// Strategies and plans of its organizations.
            strategies: strategy[StrategyFilter, StrategyOrder] = Via::Through(queries::strategies);
            /// Service areas it belongs to.
            service_areas: service_area[ServiceAreaFilter, ServiceAreaOrder] =
                Via::Edge { table: "service_area_member", parent: "municipality_id", child: "service_area_id" };
            /// Services given at points in it, or arranged for a service area or region it belongs to; on the day and under the plan
            /// of the lens.
            services: service[ServiceFilter, ServiceOrder] = Via::Seen(service::of_municipality);
            /// Service points that lie in it.
            service_points: service_point[ServicePointFilter, ServicePointOrder] = Via::Own("municipality_id");
        }
    }
}
