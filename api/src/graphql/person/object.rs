//! A person's fields.

use async_graphql::Context;
use entity::membership::MembershipRole;
use store::{Via, initiative, organization as queries};

use super::Person;
use crate::Result;
use crate::graphql::committee::input::{CommitteeFilter, CommitteeOrder};
use crate::graphql::committee::{Membership, Wanted, memberships};
use crate::graphql::initiative::input::{InitiativeFilter, InitiativeOrder};
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

crate::noun_object! {
    /// A person in a public role (henkilö): the name and the role, nothing more.
    Person("Person") {
        fields {
            /// Public role or title, as the source words it.
            async fn title(&self) -> Option<Words> {
                words(self.own().title.as_ref())
            }

            /// Every membership in a committee that is recorded, past ones too, oldest first; with `ever: false` those on the
            /// day of the lens only; of some roles when given.
            async fn memberships(
                &self,
                ctx: &Context<'_>,
                #[graphql(default = true)] ever: bool,
                role: Option<Vec<Named<MembershipRole>>>,
            ) -> Result<Vec<Membership>> {
                memberships(self, ctx, Wanted { ever, roles: role }).await
            }
        }
        links {}
        connections {
            /// Committees in which the person is or was a member, of those in force on the day of the lens.
            committees: committee[CommitteeFilter, CommitteeOrder] =
                Via::Through(|member| queries::member_of("person_id", member));
            /// Initiatives in which the person takes part, in whatever role.
            initiatives: initiative[InitiativeFilter, InitiativeOrder] = Via::Through(initiative::of_party);
        }
    }
}
