//! A service's fields.

use async_graphql::Context;
use entity::service::{ServiceKind, ServiceLevel};
use entity::service_arrangement::{self, ArrangementStatus, ProvisionModel};
use store::service::Arrangements;
use store::{At, Via};

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

            /// How it is organized on the day of the lens: in reality, or as the plan of the lens has it (its own arrangements,
            /// and those of reality whose area, region, organizer or producer it does not replace). With `allPlans: true` in
            /// reality and in every plan, with `ever: true` on whatever day; of some models or states when given.
            async fn arrangements(
                &self,
                ctx: &Context<'_>,
                #[graphql(default)] all_plans: bool,
                #[graphql(default)] ever: bool,
                model: Option<Vec<Named<ProvisionModel>>>,
                status: Option<Vec<Named<ArrangementStatus>>>,
            ) -> Result<Vec<ServiceArrangement>> {
                let seen = || Arrangements { all_plans, ever }.seen(At::ROOT, self.scope());
                edges::of_seen::<service_arrangement::Entity, _>(self, ctx, seen, |targets, row| {
                    let of_model = model.as_ref().is_none_or(|wanted| row.model.is_some_and(|model| wanted.contains(&Named(model))));
                    let of_status = status.as_ref().is_none_or(|wanted| wanted.contains(&Named(row.status)));
                    (of_model && of_status).then(|| show(self, targets, row))
                })
                .await
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
