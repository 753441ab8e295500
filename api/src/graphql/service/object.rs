//! A service's fields.

use entity::service::{ServiceKind, ServiceLevel};
use store::Via;

use super::Service;
use super::input::{ServiceFilter, ServiceOrder};
use crate::graphql::service_point::input::{ServicePointFilter, ServicePointOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{LocalizedText, all};

crate::noun_object! {
    /// A public service (palvelu), in a tree: entity, group, service.
    Service("Service") {
        fields {
            /// Its place in the tree.
            async fn kind(&self) -> Named<ServiceKind> {
                Named(self.own().kind)
            }

            /// Level it is organized on. Null where no source says.
            async fn level(&self) -> Option<Named<ServiceLevel>> {
                self.own().level.map(Named)
            }

            /// Sector, as written, in all languages.
            async fn sectors(&self) -> Vec<LocalizedText> {
                self.own().sector.as_ref().map(all).unwrap_or_default()
            }

            /// What it is, in all languages.
            async fn descriptions(&self) -> Vec<LocalizedText> {
                self.own().description.as_ref().map(all).unwrap_or_default()
            }
        }
        links {
            /// Service it is part of. Null at the top of the tree.
            parent: service = |row| row.own.parent_id;
        }
        connections {
            /// Services that are part of it.
            children: service[ServiceFilter, ServiceOrder] = Via::Own("parent_id");
            /// Points where it is given on the day of the lens.
            service_points: service_point[ServicePointFilter, ServicePointOrder] =
                Via::Edge { table: "service_at_point", parent: "service_id", child: "service_point_id" };
        }
    }
}
