//! A contract's fields.

use async_graphql::Context;
use entity::contract::ContractTier;
use entity::contract_party::ContractRole;
use store::{Via, contract as queries};

use super::input::{ContractFilter, ContractOrder};
use super::part::{ContractParty, ContractSection, ContractSubject, covers, parties, sections};
use super::{Contract, ContractTreeNode, DEFAULT_SIZE, tree};
use crate::Result;
use crate::graphql::money::Money;
use crate::graphql::scorecard::input::{ScorecardFilter, ScorecardOrder};
use crate::graphql::service_product::input::{ServiceProductFilter, ServiceProductOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

crate::noun_object! {
    /// An agreement between purchaser and provider (sopimus), often in a hierarchy of tiers: what the council's strategy asks,
    /// what a committee agrees with producers, what a result area agrees with its units.
    Contract("Contract") {
        fields {
            /// Its tier.
            async fn tier(&self) -> Named<ContractTier> {
                Named(self.own().tier)
            }

            /// Whether it is a template or a model, not a contract in force.
            async fn template(&self) -> bool {
                self.own().template
            }

            /// Year it is for. Null where no source says.
            async fn year(&self) -> Option<i32> {
                self.own().year
            }

            /// What must be decided before it. Null where no source says.
            async fn precondition(&self) -> Option<Words> {
                words(self.own().precondition.as_ref())
            }

            /// What it settles. Null where no source says.
            async fn content(&self) -> Option<Words> {
                words(self.own().content.as_ref())
            }

            /// Price. Null where no source gives it; a citation of the field `price` says when a source masks it.
            async fn price(&self) -> Option<Money> {
                Money::of(self.own().price_minor, self.own().currency.as_ref(), self.own().net)
            }

            /// Who does what: prepares, decides, signs, provides, is informed, monitors; of one role when given.
            async fn parties(&self, ctx: &Context<'_>, role: Option<Named<ContractRole>>) -> Result<Vec<ContractParty>> {
                parties(self, ctx, role.map(|role| role.0)).await
            }

            /// Sections, annexes and amendments, in order.
            async fn sections(&self, ctx: &Context<'_>) -> Result<Vec<ContractSection>> {
                sections(self, ctx).await
            }

            /// Services, products and indicators it covers.
            async fn covers(&self, ctx: &Context<'_>) -> Result<Vec<ContractSubject>> {
                covers(self, ctx).await
            }

            /// Every contract under it, however deep: a flat list in the order of a tree, each contract before those under it.
            /// Those not in force on the day of the lens end their branch. `depth` lies between 1 and 20. A tree of
            /// more than `first` contracts (50, at most 500) is an error. Two statements, whatever the depth.
            async fn contract_tree(
                &self,
                ctx: &Context<'_>,
                #[graphql(default = 10)] depth: i32,
                #[graphql(default_with = "DEFAULT_SIZE")] first: i32,
            ) -> Result<Vec<ContractTreeNode>> {
                tree(self, ctx, depth, first).await
            }
        }
        links {
            /// Strategy that it carries out. Null where no source says, and for contracts below the first.
            strategy: strategy = |row| row.own.strategy_id;
            /// Contract it stands under. Null at the top of a hierarchy.
            parent: contract = |row| row.own.parent_id;
            /// Scorecard that measures it. Null where there is none.
            scorecard: scorecard = |row| row.own.scorecard_id;
            /// Region it is for. Null where no source says.
            region: region = |row| row.own.region_id;
        }
        connections {
            /// Contracts under it.
            children: contract[ContractFilter, ContractOrder] = Via::Own("parent_id");
            /// Products under it: those that it covers, that realize a service it covers, or that its providers produce.
            products: service_product[ServiceProductFilter, ServiceProductOrder] = Via::Through(queries::products);
            /// Scorecards that measure it: its own, and those of its parties.
            scorecards: scorecard[ScorecardFilter, ScorecardOrder] = Via::Through(queries::scorecards);
        }
    }
}
