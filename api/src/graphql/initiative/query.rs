//! Root fields of initiatives.

use super::Initiative;
use super::input::{InitiativeFilter, InitiativeOrder};

crate::noun_one! {
    InitiativeQuery,
    /// One initiative (hanke), by its id or whole name.
    initiative: Initiative
}

crate::noun_list! {
    InitiativesQuery,
    /// Reforms, programmes, projects, pilots and studies (hankkeet), of whatever day.
    initiatives: initiative[InitiativeFilter, InitiativeOrder]
}
