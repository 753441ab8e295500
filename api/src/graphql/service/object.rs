//! A service's fields.

use async_graphql::Context;
use entity::service::{ServiceKind, ServiceLevel};
use entity::service_arrangement;
use store::Via;

use super::arrangement::show;
use super::input::{ServiceFilter, ServiceOrder};
use super::{Service, ServiceArrangement};
use crate::Result;
use crate::graphql::edges;
use crate::graphql::service_point::input::{ServicePointFilter, ServicePointOrder};
use crate::graphql::service_product::input::{ServiceProductFilter, ServiceProductOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

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

            /// Sector, as written. Null where no source says.
            async fn sector(&self) -> Option<Words> {
                words(self.own().sector.as_ref())
            }

            /// What it is. Null where no source says.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// How it is organized, in reality and in all plans, whatever the day: each arrangement says its plan and period.
            async fn arrangements(&self, ctx: &Context<'_>) -> Result<Vec<ServiceArrangement>> {
                edges::pointing::<service_arrangement::Entity, _>(self, ctx, "service_id", |row| Some(row.service_id), show).await
            }
        }
        links {
            /// Service it is part of. Null at the top of the tree.
            parent: service = |row| row.own.parent_id;
        }
        connections {
            /// Services that are part of it.
            children: service[ServiceFilter, ServiceOrder] = Via::Own("parent_id");
            /// Products that realize it.
            products: service_product[ServiceProductFilter, ServiceProductOrder] = Via::Own("service_id");
            /// Points where it is given on the day of the lens.
            service_points: service_point[ServicePointFilter, ServicePointOrder] =
                Via::Edge { table: "service_at_point", parent: "service_id", child: "service_point_id" };
        }
    }
}
