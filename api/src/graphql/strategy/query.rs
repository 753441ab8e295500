//! Root fields of strategies.

use super::Strategy;
use super::input::{StrategyFilter, StrategyOrder};

crate::noun_one! {
    StrategyQuery,
    /// One strategy (strategia), by its id or whole name.
    strategy: Strategy
}

crate::noun_list! {
    StrategiesQuery,
    /// Strategies and plans (strategiat) in force on the day of the lens.
    strategies: strategy[StrategyFilter, StrategyOrder]
}
