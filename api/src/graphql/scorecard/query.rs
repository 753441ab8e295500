//! Root fields of scorecards.

use super::Scorecard;
use super::input::{ScorecardFilter, ScorecardOrder};

crate::noun_one! {
    ScorecardQuery,
    /// One scorecard (tuloskortti), by its id or whole name.
    scorecard: Scorecard
}

crate::noun_list! {
    ScorecardsQuery,
    /// Scorecards (tuloskortit) in force on the day of the lens.
    scorecards: scorecard[ScorecardFilter, ScorecardOrder]
}
