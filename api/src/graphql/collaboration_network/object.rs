//! A collaboration network's fields.

use async_graphql::{Context, SimpleObject};
use entity::collaboration_network::{NetworkCategory, NetworkForm};
use entity::network_member;

use super::CollaborationNetwork;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::quantity::Quantity;
use crate::graphql::record::Record;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Validity;

/// A member of a collaboration network (verkoston jäsen).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct NetworkMember {
    /// The organization, committee or municipality. Null where the source names only a role.
    member: Option<Record>,
    /// Role as the source words it. Null where it does not say.
    role: Option<Words>,
    /// Share in per cent. Null where the source gives none.
    share: Option<Quantity>,
    /// Period of the membership.
    validity: Validity,
}

crate::noun_object! {
    /// A network of collaboration between organizations (yhteistyöverkosto).
    CollaborationNetwork("CollaborationNetwork") {
        fields {
            /// What it is about.
            async fn category(&self) -> Named<NetworkCategory> {
                Named(self.own().category)
            }

            /// How it is held together.
            async fn form(&self) -> Named<NetworkForm> {
                Named(self.own().form)
            }

            /// Number of the case in its study. Null where it is no case of a study.
            async fn number(&self) -> Option<i32> {
                self.own().number
            }

            /// What it does. Null where no source says.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Its members on the day of the lens.
            async fn members(&self, ctx: &Context<'_>) -> Result<Vec<NetworkMember>> {
                let day = self.scope().as_of;
                edges::of::<network_member::Entity, _>(self, ctx, |targets, row| {
                    (row.valid_from <= day && day < row.valid_to).then(|| NetworkMember {
                        member: targets.record(row.member_id),
                        role: words(row.role.as_ref()),
                        share: row.share.as_ref().map(Quantity::from),
                        validity: Validity::of(row),
                    })
                })
                .await
            }
        }
        links {
            /// Region where it works. Null where no source says, or where it works in none in particular.
            region: region = |row| row.own.region_id;
            /// Organization that hosts it. Null where no source says.
            host: organization = |row| row.own.host_id;
            /// Study or project that it was described in or founded by. Null where there is none.
            initiative: initiative = |row| row.own.initiative_id;
        }
        connections {}
    }
}
