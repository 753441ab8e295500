//! Root fields of committees.

use super::Committee;
use super::input::{CommitteeFilter, CommitteeOrder};

crate::noun_one! {
    CommitteeQuery,
    /// One committee (toimielin), by its id or whole name; by a code, see `record`.
    committee: Committee
}

crate::noun_list! {
    CommitteesQuery,
    /// Committees (toimielimet) of every kind in force on the day of the lens.
    committees: committee[CommitteeFilter, CommitteeOrder]
}
