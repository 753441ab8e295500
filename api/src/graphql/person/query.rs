//! Root fields of persons.

use super::Person;
use super::input::{PersonFilter, PersonOrder};

crate::noun_one! {
    PersonQuery,
    /// One person (henkilö), by its id or whole name.
    person: Person
}

crate::noun_list! {
    PersonsQuery,
    /// Persons (henkilöt) in public roles, of whatever day.
    persons: person[PersonFilter, PersonOrder]
}
