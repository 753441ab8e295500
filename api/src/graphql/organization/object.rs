//! An organization's fields.

use async_graphql::Context;
use entity::membership::MembershipRole;
use entity::organization::{OrganizationKind, UnitLevel};
use store::{Via, collaboration_network, contract, initiative, organization as queries, service};

use super::Organization;
use super::input::{OrganizationFilter, OrganizationOrder};
use crate::Result;
use crate::graphql::collaboration_network::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};
use crate::graphql::committee::input::{CommitteeFilter, CommitteeOrder};
use crate::graphql::committee::{Membership, Wanted, memberships};
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::initiative::input::{InitiativeFilter, InitiativeOrder};
use crate::graphql::scorecard::input::{ScorecardFilter, ScorecardOrder};
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::service_area::input::{ServiceAreaFilter, ServiceAreaOrder};
use crate::graphql::service_point::input::{ServicePointFilter, ServicePointOrder};
use crate::graphql::service_product::input::{ServiceProductFilter, ServiceProductOrder};
use crate::graphql::strategy::input::{StrategyFilter, StrategyOrder};
use crate::graphql::term::Named;

crate::noun_object! {
    /// A legal or organizational person (organisaatio): a municipality as an organization, a joint municipal authority, an
    /// enterprise, a company, a state agency, an association, or a unit of one of these. It owns, purchases, provides, decides.
    Organization("Organization") {
        fields {
            /// What kind of organization.
            async fn kind(&self) -> Named<OrganizationKind> {
                Named(self.own().kind)
            }

            /// Level of a unit inside its organization. Null for what is no unit, or where no source says.
            async fn level(&self) -> Option<Named<UnitLevel>> {
                self.own().level.map(Named)
            }

            /// Memberships in committees in which it is represented or itself the member, oldest first: those on the day of the
            /// lens, with `ever: true` all there have been; of some roles when given.
            async fn memberships(
                &self,
                ctx: &Context<'_>,
                #[graphql(default)] ever: bool,
                role: Option<Vec<Named<MembershipRole>>>,
            ) -> Result<Vec<Membership>> {
                memberships(self, ctx, Wanted { ever, roles: role }).await
            }
        }
        links {
            /// The organization it is a unit of. Null for what is no unit.
            parent: organization = |row| row.own.parent_id;
            /// Its territory, for a municipality; else where it has its home. Null where no source says.
            municipality: municipality = |row| row.own.municipality_id;
            /// Region it serves or lies in. Null where no source says.
            region: region = |row| row.own.region_id;
        }
        connections {
            /// Contracts in which it has a part: purchases, provides, prepares, decides, signs, monitors or is informed.
            contracts: contract[ContractFilter, ContractOrder] = Via::Through(contract::of_party);
            /// Collaboration networks that it hosts or is a member of.
            networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder] =
                Via::Through(collaboration_network::of_member);
            /// Initiatives in which it takes part.
            initiatives: initiative[InitiativeFilter, InitiativeOrder] = Via::Through(initiative::of_party);
            /// Its strategies and plans.
            strategies: strategy[StrategyFilter, StrategyOrder] = Via::Own("organization_id");
            /// Products that it produces.
            products: service_product[ServiceProductFilter, ServiceProductOrder] = Via::Own("organization_id");
            /// Its scorecards.
            scorecards: scorecard[ScorecardFilter, ScorecardOrder] = Via::Own("organization_id");
            /// Its units.
            units: organization[OrganizationFilter, OrganizationOrder] = Via::Own("parent_id");
            /// Its committees: bodies that decide, prepare or advise for it.
            committees: committee[CommitteeFilter, CommitteeOrder] = Via::Own("organization_id");
            /// Committees in which it is or was represented or a member.
            seats: committee[CommitteeFilter, CommitteeOrder] =
                Via::Through(|member| queries::member_of("organization_id", member));
            /// Services that it organizes or produces, or gives at its points; on the day and under the plan of the lens.
            services: service[ServiceFilter, ServiceOrder] = Via::Seen(service::of_organization);
            /// Service points where it gives services.
            service_points: service_point[ServicePointFilter, ServicePointOrder] = Via::Own("organization_id");
            /// Service areas for which it organizes services.
            service_areas: service_area[ServiceAreaFilter, ServiceAreaOrder] = Via::Own("organization_id");
        }
    }
}
