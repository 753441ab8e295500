//! A service point's fields.

use async_graphql::Json;
use entity::service_point::ServicePointKind;
use store::Via;

use super::ServicePoint;
use crate::graphql::municipality::object::Point;
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::{Error, Result};

crate::noun_object! {
    /// A place or channel where services are given (palvelupiste).
    ServicePoint("ServicePoint") {
        fields {
            /// What kind of service point.
            async fn kind(&self) -> Named<ServicePointKind> {
                Named(self.own().kind)
            }

            /// Where it lies. Null for channels that are no place, or where no source says.
            async fn location(&self) -> Option<Point> {
                Some(Point { lon: self.own().lon?, lat: self.own().lat? })
            }

            /// Distance in metres from a point, along the surface of a sphere of the Earth's mean radius (error below 0.6 %).
            /// Null where `location` is.
            async fn distance(&self, lon: f64, lat: f64) -> Result<Option<f64>> {
                if !(lon.is_finite() && lat.is_finite() && lon.abs() <= 180.0 && lat.abs() <= 90.0) {
                    return Err(Error::BadUserInput("a longitude lies between -180 and 180, a latitude between -90 and 90".to_owned()));
                }
                let (Some(own_lon), Some(own_lat)) = (self.own().lon, self.own().lat) else { return Ok(None) };
                let (here, there) = (store::place::on_sphere(own_lon, own_lat), store::place::on_sphere(lon, lat));
                let chord = here.iter().zip(there).map(|(a, b)| (a - b) * (a - b)).sum();
                Ok(Some(store::place::metres(chord).round()))
            }

            /// Street address. Null where no source gives it.
            async fn address(&self) -> Option<Words> {
                words(self.own().address.as_ref())
            }

            /// Postal code, five digits. Null where no source gives it.
            async fn postal_code(&self) -> Option<&str> {
                self.own().postal_code.as_deref()
            }

            /// Town of the postal code. Null where no source says.
            async fn postal_place(&self) -> Option<Words> {
                words(self.own().postal_place.as_ref())
            }

            /// Web address. Null where no source gives it.
            async fn url(&self) -> Option<&str> {
                self.own().url.as_deref()
            }

            /// What it is. Null where no source says.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Accessibility statements as the source gives them. Null where it gives none.
            async fn accessibility(&self) -> Option<Json<serde_json::Value>> {
                self.own().accessibility.clone().map(Json)
            }

            /// Opening hours as the source gives them. Null where it gives none.
            async fn opening_hours(&self) -> Option<Json<serde_json::Value>> {
                self.own().hours.clone().map(Json)
            }
        }
        links {
            /// Organization that gives the services. Null where no source says.
            organization: organization = |row| row.own.organization_id;
            /// Municipality where it lies. Null for channels that are no place.
            municipality: municipality = |row| row.own.municipality_id;
            /// Area it serves, where that is not its municipality.
            service_area: service_area = |row| row.own.service_area_id;
        }
        connections {
            /// Services given there on the day of the lens.
            services: service[ServiceFilter, ServiceOrder] =
                Via::Edge { table: "service_at_point", parent: "service_point_id", child: "service_id" };
        }
    }
}
