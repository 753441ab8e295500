//! Services: which of their arrangements a lens shows.

use sea_orm::sea_query::{Condition, ExprTrait};

use crate::{At, Scope, filter};

/// Columns with what an arrangement is made of, any of which a plan may replace.
const PARTS: [&str; 4] = ["service_area_id", "region_id", "organizer_id", "producer_id"];

/// Which arrangements to look at, beside those that the lens shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arrangements {
    /// Those of reality and of every plan, not of the lens only.
    pub all_plans: bool,
    /// Those of other days.
    pub ever: bool,
}

impl Arrangements {
    /// Condition on the edge of a level. With a plan: its own arrangements, and those of reality unless the plan replaces
    /// the area, region, organizer or producer that they name.
    #[must_use]
    pub fn seen(self, at: At, scope: &Scope) -> Condition {
        let mut all = Condition::all();
        if !self.ever {
            all = all.add(scope.edge(at));
        }
        let plan = at.edge("scenario_id");
        if self.all_plans {
            return all.add(scope.sees(plan));
        }
        let Some(scenario) = scope.scenario else { return all.add(plan.is_null()) };
        let replaced = PARTS.into_iter().fold(Condition::any(), |any, part| {
            any.add_option(scope.replaced().map(|replaced| at.edge(part).in_subquery(replaced)))
        });
        let kept = Condition::all().add(plan.clone().is_null()).add(filter::not(replaced));
        all.add(Condition::any().add(plan.eq(scenario)).add(kept))
    }
}
