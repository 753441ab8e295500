//! A scenario's fields.

use entity::Precision;
use entity::scenario::ScenarioKind;

use super::Scenario;
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
