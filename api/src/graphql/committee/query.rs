//! Root fields of committees.

use super::Committee;
use super::input::{CommitteeFilter, CommitteeOrder};

crate::noun_one! {
    CommitteeQuery,
    /// One committee (toimielin), by its id; by a code, see `record`. Null if there is none.
    committee: Committee
}

crate::noun_list! {
    CommitteesQuery,
    /// Committees (toimielimet) of every kind in force on the day of the lens.
    committees: committee[CommitteeFilter, CommitteeOrder]
}
