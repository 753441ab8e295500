//! What a read may see: the day, the scenario, and who asks. Made in one place from lens and viewer.

use chrono::NaiveDate;
use entity::RecordId;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Query, SelectStatement};

use crate::At;

/// Day, scenario and visibility of a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    /// The day on which things must be in force.
    pub as_of: NaiveDate,
    /// The plan laid over reality; none: only what is real.
    pub scenario: Option<RecordId>,
    /// Whether lists keep what is in force on the day; false for lists that tell a history.
    pub dated: bool,
    /// Whether restricted, draft and archived records are seen too.
    pub restricted: bool,
}

impl Scope {
    /// Everything of whatever day: for those who keep the data.
    #[must_use]
    pub fn everything() -> Self {
        Self { as_of: entity::time::FAR_PAST, scenario: None, dated: false, restricted: true }
    }

    /// The same without the day: for lists that tell a history.
    #[must_use]
    pub fn always(self) -> Self {
        Self { dated: false, ..self }
    }

    /// What the viewer may see at all, whatever the day: for single records.
    #[must_use]
    pub fn visible(&self, at: At) -> Condition {
        let mut condition = Condition::all();
        if !self.restricted {
            condition = condition.add(at.record("status").eq("PUBLISHED")).add(at.record("visibility").eq("PUBLIC"));
        }
        condition
    }

    /// What a list of the noun `E` holds: visible, in the scenario, and in force on the day where the noun is dated.
    #[must_use]
    pub fn listed<E: entity::NounEntity>(&self, at: At) -> Condition {
        let mut condition = self.visible(at).add(self.planned(at));
        if E::DATED && self.dated {
            condition = condition.add(at.record("valid_from").lte(self.as_of)).add(at.record("valid_to").gt(self.as_of));
        }
        condition
    }

    /// Real records; with a scenario also its own, less those that its own replace.
    fn planned(&self, at: At) -> Expr {
        let real = at.record("scenario_id").is_null();
        let (Some(scenario), Some(replaced)) = (self.scenario, self.replaced()) else { return real };
        let kept = real.and(at.record("id").in_subquery(replaced).not());
        kept.or(at.record("scenario_id").eq(scenario))
    }

    /// Keys of the records that records of the scenario replace; none without a scenario.
    #[must_use]
    pub fn replaced(&self) -> Option<SelectStatement> {
        let mut replaced = Query::select();
        replaced
            .expr(Expr::col(("rp", "replaced_id")))
            .from_as("replacement", "rp")
            .join_as(JoinType::InnerJoin, "record", "rr", Expr::col(("rr", "id")).equals(("rp", "record_id")))
            .and_where(Expr::col(("rr", "scenario_id")).eq(self.scenario?));
        Some(replaced)
    }

    /// Whether the viewer may see the record that a column points at, or the column is null.
    #[must_use]
    pub fn sees(&self, column: Expr) -> Condition {
        if self.restricted {
            return Condition::all();
        }
        let of = |column: &'static str| Expr::col(("seen", column));
        let mut seen = Query::select();
        seen.expr(of("id"))
            .from_as("record", "seen")
            .and_where(of("status").eq("PUBLISHED"))
            .and_where(of("visibility").eq("PUBLIC"));
        Condition::any().add(column.clone().is_null()).add(column.in_subquery(seen))
    }

    /// An edge in force on the day.
    #[must_use]
    pub fn edge(&self, at: At) -> Condition {
        if !self.dated {
            return Condition::all();
        }
        Condition::all().add(at.edge("valid_from").lte(self.as_of)).add(at.edge("valid_to").gt(self.as_of))
    }
}
