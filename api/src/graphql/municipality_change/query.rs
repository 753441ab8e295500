//! Root fields of changes.

use super::MunicipalityChange;
use super::input::{MunicipalityChangeFilter, MunicipalityChangeOrder};

crate::noun_one! {
    MunicipalityChangeQuery,
    /// One change of municipalities (kuntamuutos), by its id or whole name.
    municipality_change: MunicipalityChange
}

crate::noun_list! {
    MunicipalityChangesQuery,
    /// What happened to municipalities (kuntamuutokset), on whatever day: choose days with `filter: {effectiveOn: ..}`.
    /// The lens decides which names and regions of the municipalities are shown.
    municipality_changes: municipality_change[MunicipalityChangeFilter, MunicipalityChangeOrder]
}
