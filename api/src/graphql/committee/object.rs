//! A committee's fields.

use async_graphql::Context;
use entity::committee::{CommitteeKind, CommitteePower};
use store::{Via, contract};

use super::input::{CommitteeFilter, CommitteeOrder};
use super::{Committee, Membership, memberships};
use crate::Result;
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::quantity::Quantity;
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

            /// Members on the day of the lens; with `ever: true` all there have been.
            async fn memberships(&self, ctx: &Context<'_>, #[graphql(default)] ever: bool) -> Result<Vec<Membership>> {
                memberships(self, ctx, ever).await
            }
        }
        links {
            /// Organization whose body it is. Null where no source says.
            organization: organization = |row| row.own.organization_id;
            /// Body it is under. Null for the highest.
            parent: committee = |row| row.own.parent_id;
        }
        connections {
            /// Contracts in which it has a part: purchases, provides, prepares, decides, signs, monitors or is informed.
            contracts: contract[ContractFilter, ContractOrder] = Via::Through(contract::of_party);
            /// Bodies under it.
            children: committee[CommitteeFilter, CommitteeOrder] = Via::Own("parent_id");
        }
    }
}
