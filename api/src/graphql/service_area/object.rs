//! A service area's fields.

use async_graphql::Context;
use store::{Via, service};

use super::ServiceArea;
use crate::Result;
use crate::graphql::boundary::{self, GeoJson};
use crate::graphql::municipality::input::{MunicipalityFilter, MunicipalityOrder};
use crate::graphql::quantity::Quantity;
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::service_point::input::{ServicePointFilter, ServicePointOrder};

crate::noun_object! {
    /// An area that services are organized for (palvelualue): municipalities or parts of them.
    ServiceArea("ServiceArea") {
        fields {
            /// Inhabitants, as the source gives them. Null where it does not.
            async fn population(&self) -> Option<Quantity> {
                self.own().population.as_ref().map(Quantity::from)
            }

            /// Area teams (aluetiimit), as the source gives them. Null where it does not.
            async fn teams(&self) -> Option<Quantity> {
                self.own().teams.as_ref().map(Quantity::from)
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
        links {
            /// Region it lies in. Null where no source says.
            region: region = |row| row.own.region_id;
            /// Organization that organizes the services. Null where no source says.
            organization: organization = |row| row.own.organization_id;
        }
        connections {
            /// Municipalities that belong to it, whole or in part, on the day of the lens.
            municipalities: municipality[MunicipalityFilter, MunicipalityOrder] =
                Via::Edge { table: "service_area_member", parent: "service_area_id", child: "municipality_id" };
            /// Services arranged for it, or given at points that serve it; on the day and under the plan of the lens.
            services: service[ServiceFilter, ServiceOrder] = Via::Seen(service::of_area);
            /// Service points that serve it.
            service_points: service_point[ServicePointFilter, ServicePointOrder] = Via::Own("service_area_id");
        }
    }
}
