//! Root fields of scenarios.

use super::Scenario;
use super::input::{ScenarioFilter, ScenarioOrder};

crate::noun_one! {
    ScenarioQuery,
    /// One scenario (skenaario), by its id or whole name.
    scenario: Scenario
}

crate::noun_list! {
    ScenariosQuery,
    /// Plans laid over reality (skenaariot), of whatever day.
    scenarios: scenario[ScenarioFilter, ScenarioOrder]
}
