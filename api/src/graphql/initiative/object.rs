//! An initiative's fields.

use async_graphql::Context;
use entity::initiative::InitiativeKind;
use entity::initiative_party::InitiativeRole;
use store::Via;

use super::Initiative;
use super::input::{InitiativeFilter, InitiativeOrder};
use super::part::{InitiativeParty, InitiativePhase, parties, phases};
use crate::Result;
use crate::graphql::collaboration_network::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};
use crate::graphql::quantity::Quantity;
use crate::graphql::strategy::input::{StrategyFilter, StrategyOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

crate::noun_object! {
    /// A reform, programme, project, pilot or study (hanke). Not filtered by the day of the lens.
    Initiative("Initiative") {
        fields {
            /// What kind of initiative.
            async fn kind(&self) -> Named<InitiativeKind> {
                Named(self.own().kind)
            }

            /// Cost in euros, as the source gives it. Null where it does not.
            async fn cost(&self) -> Option<Quantity> {
                self.own().cost.as_ref().map(Quantity::from)
            }

            /// What it is. Null where nothing is added to its name.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Who takes part, in which role and with which share; of one role when given.
            async fn parties(&self, ctx: &Context<'_>, role: Option<Named<InitiativeRole>>) -> Result<Vec<InitiativeParty>> {
                parties(self, ctx, role.map(|role| role.0)).await
            }

            /// Its phases, in order.
            async fn phases(&self, ctx: &Context<'_>) -> Result<Vec<InitiativePhase>> {
                phases(self, ctx).await
            }
        }
        links {
            /// Initiative it is part of. Null where there is none.
            parent: initiative = |row| row.own.parent_id;
            /// Region it is for. Null where no source says.
            region: region = |row| row.own.region_id;
        }
        connections {
            /// Initiatives that are part of it.
            children: initiative[InitiativeFilter, InitiativeOrder] = Via::Own("parent_id");
            /// Collaboration networks that it describes or has founded.
            networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder] = Via::Own("initiative_id");
            /// Strategies that it makes or renews.
            strategies: strategy[StrategyFilter, StrategyOrder] = Via::Own("initiative_id");
        }
    }
}
