//! A person's fields.

use store::{Via, organization as queries};

use super::Person;
use crate::graphql::committee::input::{CommitteeFilter, CommitteeOrder};
use crate::graphql::text::{Words, words};

crate::noun_object! {
    /// A person in a public role (henkilö): the name and the role, nothing more.
    Person("Person") {
        fields {
            /// Public role or title, as the source words it.
            async fn title(&self) -> Option<Words> {
                words(self.own().title.as_ref())
            }
        }
        links {}
        connections {
            /// Committees in which the person is or was a member, of those in force on the day of the lens.
            committees: committee[CommitteeFilter, CommitteeOrder] =
                Via::Through(|member| queries::member_of("person_id", member));
        }
    }
}
