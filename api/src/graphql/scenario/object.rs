//! A scenario's fields.

use async_graphql::Context;
use entity::scenario::ScenarioKind;
use entity::{Noun, Precision};

use super::Scenario;
use crate::Result;
use crate::graphql::record::Record;
use crate::graphql::structure::{self, Replacement, StructureComparison, StructureSummary};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Date;

crate::noun_object! {
    /// A plan laid over reality (skenaario): a vision, a new model, a step of transition. What exists now is real and is no
    /// scenario. Give its id as `scenario` to a root field to see reality with the plan laid over it.
    Scenario("Scenario") {
        fields {
            /// What kind of plan.
            async fn kind(&self) -> Named<ScenarioKind> {
                Named(self.own().kind)
            }

            /// Day the plan is about; the day of the lens where only the scenario is given.
            async fn reference_date(&self) -> Date {
                Date(self.own().reference_date)
            }

            /// How exactly that day is known.
            async fn reference_precision(&self) -> Named<Precision> {
                Named(self.own().reference_precision)
            }

            /// What it says, in short. Null where nothing is added to its name.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// What it holds: records that exist only in this plan, of all nouns or of some, by noun; seen through the plan on its
            /// reference date.
            async fn records(&self, ctx: &Context<'_>, nouns: Option<Vec<Named<Noun>>>) -> Result<Vec<Record>> {
                structure::records(self, ctx, nouns.map(|nouns| nouns.into_iter().map(|noun| noun.0).collect())).await
            }

            /// What of reality its records replace.
            async fn replaces(&self, ctx: &Context<'_>) -> Result<Vec<Replacement>> {
                structure::replaced_by(self, ctx).await
            }

            /// The structure it describes for its region, in numbers: stated by sources, and held. Null where it is for no region.
            async fn structure_summary(&self, ctx: &Context<'_>) -> Result<Option<StructureSummary>> {
                structure::of_plan(self, ctx).await
            }

            /// Reality (left) beside the plan (right) for its region: what the plan adds, ends and replaces. Reality is that of
            /// `asOf`, without it of the day of the lens; the plan is that of its reference date. Null where it is for no region.
            async fn compared_with_reality(&self, ctx: &Context<'_>, as_of: Option<Date>) -> Result<Option<StructureComparison>> {
                structure::against_reality(self, ctx, as_of).await
            }
        }
        links {
            /// Region the plan is for. Null where it is for none.
            region: region = |row| row.own.region_id;
            /// Organization whose plan it is. Null where no source says.
            organization: organization = |row| row.own.organization_id;
        }
        connections {}
    }
}
