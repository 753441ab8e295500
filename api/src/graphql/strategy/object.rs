//! A strategy's fields.

use async_graphql::{Context, SimpleObject};
use entity::Precision;
use entity::strategy::BindingNature;
use entity::strategy_goal;
use store::Via;

use super::Strategy;
use crate::Result;
use crate::graphql::contract::input::{ContractFilter, ContractOrder};
use crate::graphql::contract::{ContractTreeNode, DEFAULT_SIZE, tree};
use crate::graphql::edges;
use crate::graphql::indicator::Indicator;
use crate::graphql::quantity::Quantity;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Date;

/// A goal of a strategy (strategian tavoite).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct StrategyGoal {
    /// Place in the list, counted from 1.
    position: i32,
    /// The goal.
    text: Words,
    /// Indicator that measures it. Null where none does.
    indicator: Option<Indicator>,
    /// Target. Null where none is set.
    target: Option<Quantity>,
    /// Day by which. Null where none is set.
    deadline: Option<Date>,
    /// How exactly that day is known. Null where none is set.
    deadline_precision: Option<Named<Precision>>,
}

crate::noun_object! {
    /// A strategy or plan of an organization or region (strategia).
    Strategy("Strategy") {
        fields {
            /// Legal basis. Null where no source says.
            async fn legal_basis(&self) -> Option<Words> {
                words(self.own().legal_basis.as_ref())
            }

            /// How binding it is. Null where no source says.
            async fn binding(&self) -> Option<Named<BindingNature>> {
                self.own().binding.map(Named)
            }

            /// Whether it can be appealed. Null where no source says.
            async fn appealable(&self) -> Option<bool> {
                self.own().appealable
            }

            /// What it is. Null where nothing is added to its name.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Its goals, in order.
            async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<StrategyGoal>> {
                let mut goals = edges::of::<strategy_goal::Entity, _>(self, ctx, |targets, row| {
                    Some(StrategyGoal {
                        position: row.position,
                        text: Words(row.text.clone()),
                        indicator: targets.item(row.indicator_id),
                        target: row.target.as_ref().map(Quantity::from),
                        deadline: row.deadline.map(Date),
                        deadline_precision: row.deadline_precision.map(Named),
                    })
                })
                .await?;
                goals.sort_by_key(|goal| goal.position);
                Ok(goals)
            }

            /// The contracts that carry it out and every contract under them, from the first tier to the last: a flat list in
            /// the order of a tree, each contract before those under it. Those not in force on the day of the lens end their
            /// branch. `depth` lies between 1 and 20. A tree of more than `first` contracts (50, at most 500) is an error.
            /// Two statements, whatever the depth.
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
            /// Organization whose strategy it is. Null where no source says.
            organization: organization = |row| row.own.organization_id;
            /// Region it is for. Null where no source says.
            region: region = |row| row.own.region_id;
            /// Initiative that makes or renews it. Null where there is none.
            initiative: initiative = |row| row.own.initiative_id;
        }
        connections {
            /// Contracts that carry it out, of the first tier; for those under them see `contractTree`.
            contracts: contract[ContractFilter, ContractOrder] = Via::Own("strategy_id");
        }
    }
}
