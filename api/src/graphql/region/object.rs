//! A region's fields.

use async_graphql::{Context, SimpleObject};
use entity::citation::Certainty;
use entity::region::RegionFamily;
use store::{Via, committee, service};

use super::Region;
use crate::Result;
use crate::graphql::boundary::{self, GeoJson};
use crate::graphql::collaboration_network::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};
use crate::graphql::committee::input::{CommitteeFilter, CommitteeOrder};
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::initiative::input::{InitiativeFilter, InitiativeOrder};
use crate::graphql::municipality::input::{MunicipalityFilter, MunicipalityOrder};
use crate::graphql::organization::input::{OrganizationFilter, OrganizationOrder};
use crate::graphql::scenario::input::{ScenarioFilter, ScenarioOrder};
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::service_area::input::{ServiceAreaFilter, ServiceAreaOrder};
use crate::graphql::strategy::input::{StrategyFilter, StrategyOrder};
use crate::graphql::structure::{self, StructureSummary};
use crate::graphql::term::Named;
use crate::graphql::time::Date;

/// A period for which the membership of a family of regions is known. Outside of it, no members means that nothing is
/// known, not that there were none.
#[derive(SimpleObject)]
pub struct Coverage {
    /// First day covered.
    from: Date,
    /// First day no longer covered. Null: covered on.
    to: Option<Date>,
    /// Stated by lists of that time, or derived between two of them.
    certainty: Named<Certainty>,
}

crate::noun_object! {
    /// A grouping of municipalities (alue), by family: regions (maakunta), sub-regional units (seutukunta), wellbeing
    /// services counties (hyvinvointialue) and others.
    Region("Region") {
        fields {
            /// Its family.
            async fn family(&self) -> Named<RegionFamily> {
                Named(self.own().family)
            }

            /// Official code within the family, leading zeros kept.
            async fn code(&self) -> &str {
                &self.own().code
            }

            /// Periods for which the membership of its family is known.
            async fn coverage(&self) -> Vec<Coverage> {
                let periods = self.own().coverage.0.iter();
                periods.map(|it| Coverage { from: Date(it.from), to: it.to.map(Date), certainty: Named(it.certainty) }).collect()
            }

            /// The structure of its services in numbers, on the day and under the plan of the lens: of each kind what a source
            /// states and how many records are held.
            async fn structure_summary(&self, ctx: &Context<'_>) -> Result<StructureSummary> {
                structure::of_region(self, ctx).await
            }

            /// Where it ends on the day of the lens: a GeoJSON Polygon or MultiPolygon, in degrees of WGS84 (EPSG:4326). Null
            /// where no boundary is recorded for that day; none is made up from other days or from its members. `tolerance`, in degrees
            /// from 0 to 1, leaves out points closer than that to the simplified line (0.01 is about a kilometre from
            /// north to south): each area for itself, so that neighbours may overlap or part by as much. The source is
            /// among the `citations`, for the field `boundaries`.
            async fn boundary(&self, ctx: &Context<'_>, tolerance: Option<f64>) -> Result<Option<GeoJson>> {
                boundary::of(self, ctx, tolerance).await
            }
        }
        links {}
        connections {
            /// Municipalities that belong to it on the day of the lens. See `coverage` before reading an empty list.
            municipalities: municipality[MunicipalityFilter, MunicipalityOrder] =
                Via::Edge { table: "region_member", parent: "region_id", child: "municipality_id" };
            /// Organizations that serve it or lie in it.
            organizations: organization[OrganizationFilter, OrganizationOrder] = Via::Own("region_id");
            /// Committees for it, and those of the organizations that serve it or lie in it.
            committees: committee[CommitteeFilter, CommitteeOrder] = Via::Through(committee::of_region);
            /// Plans for it.
            scenarios: scenario[ScenarioFilter, ScenarioOrder] = Via::Own("region_id");
            /// Collaboration networks that work in it.
            networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder] = Via::Own("region_id");
            /// Initiatives for it.
            initiatives: initiative[InitiativeFilter, InitiativeOrder] = Via::Own("region_id");
            /// Strategies and plans for it.
            strategies: strategy[StrategyFilter, StrategyOrder] = Via::Own("region_id");
            /// Contracts for it.
            contracts: contract[ContractFilter, ContractOrder] = Via::Own("region_id");
            /// Services arranged for it or for a service area in it, on the day and under the plan of the lens. What single
            /// municipalities in it have are their `services`.
            services: service[ServiceFilter, ServiceOrder] = Via::Seen(service::of_region);
            /// Service areas in it.
            service_areas: service_area[ServiceAreaFilter, ServiceAreaOrder] = Via::Own("region_id");
        }
    }
}
