//! A committee's fields.

use async_graphql::Context;
use entity::committee::{CommitteeKind, CommitteePower};
use entity::membership::MembershipRole;
use store::{Via, collaboration_network, contract, initiative, service};

use super::input::{CommitteeFilter, CommitteeOrder};
use super::{Committee, Membership, Wanted, memberships};
use crate::Result;
use crate::graphql::collaboration_network::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::initiative::input::{InitiativeFilter, InitiativeOrder};
use crate::graphql::quantity::Quantity;
use crate::graphql::service::input::{ServiceFilter, ServiceOrder};
use crate::graphql::term::Named;

crate::noun_object! {
    /// A municipal or joint body of any kind (toimielin): council, board, committee, steering group, working group, panel,
    /// or an office holder with power of decision.
    Committee("Committee") {
        fields {
            /// What kind of body.
            async fn kind(&self) -> Named<CommitteeKind> {
                Named(self.own().kind)
            }

            /// What it may do. Null where no source says.
            async fn power(&self) -> Option<Named<CommitteePower>> {
                self.own().power.map(Named)
            }

            /// Seats, as the source gives them. Null where no source says.
            async fn seats(&self) -> Option<Quantity> {
                self.own().seats.as_ref().map(Quantity::from)
            }

            /// Meetings a year, as the source gives them. Null where no source says.
            async fn meetings(&self) -> Option<Quantity> {
                self.own().meetings.as_ref().map(Quantity::from)
            }

            /// Members on the day of the lens; with `ever: true` all there have been; of some roles when given. Those who
            /// chair come first.
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
            /// Organization whose body it is. Null where no source says.
            organization: organization = |row| row.own.organization_id;
            /// Body it is under. Null for the highest.
            parent: committee = |row| row.own.parent_id;
            /// Region it is for. Null where no source says; that of its organization may be known.
            region: region = |row| row.own.region_id;
        }
        connections {
            /// Contracts in which it has a part: purchases, provides, prepares, decides, signs, monitors or is informed.
            contracts: contract[ContractFilter, ContractOrder] = Via::Through(contract::of_party);
            /// Services that it organizes, on the day and under the plan of the lens.
            services: service[ServiceFilter, ServiceOrder] = Via::Seen(service::of_committee);
            /// Collaboration networks that it hosts or is a member of.
            networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder] =
                Via::Through(collaboration_network::of_member);
            /// Initiatives in which it takes part.
            initiatives: initiative[InitiativeFilter, InitiativeOrder] = Via::Through(initiative::of_party);
            /// Bodies under it.
            children: committee[CommitteeFilter, CommitteeOrder] = Via::Own("parent_id");
        }
    }
}
