//! A statement's fields.

use async_graphql::Context;
use entity::statement::{GovernmentLevel, StatementKind};

use super::Statement;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::record::Record;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

crate::noun_object! {
    /// What a document says that is no figure and no structure (väittämä): a goal, a policy line, a benefit, a risk, an open
    /// question, a finding, a division of labour. Most have no name of their own and go by what they say.
    Statement("Statement") {
        fields {
            /// What kind of statement.
            async fn kind(&self) -> Named<StatementKind> {
                Named(self.own().kind)
            }

            /// Theme within its kind, as a short word such as `SUCCESS`. Null where the source gives none.
            async fn theme(&self) -> Option<&str> {
                self.own().theme.as_deref()
            }

            /// Place in its list, counted from 1. Null where the source numbers nothing.
            async fn position(&self) -> Option<i32> {
                self.own().position
            }

            /// What it says.
            async fn text(&self) -> Words {
                Words(self.own().text.clone())
            }

            /// Record it is about, of any noun. Null where it is about the document's matter as a whole.
            async fn subject(&self, ctx: &Context<'_>) -> Result<Option<Record>> {
                let ids = self.group().rows().filter_map(|row| row.own.subject_id).collect();
                let found = self.fetch(ctx, || edges::targets(ctx, *self.scope(), ids)).await?;
                Ok(found.record(self.own().subject_id))
            }

            /// First level of government, for a division of labour. Null otherwise.
            async fn level_a(&self) -> Option<Named<GovernmentLevel>> {
                self.own().level_a.map(Named)
            }

            /// Second level of government, for a division of labour. Null otherwise.
            async fn level_b(&self) -> Option<Named<GovernmentLevel>> {
                self.own().level_b.map(Named)
            }

            /// Topic, for a division of labour. Null otherwise.
            async fn topic(&self) -> Option<Words> {
                words(self.own().topic.as_ref())
            }

            /// How it works. Null where the source does not say.
            async fn mechanism(&self) -> Option<Words> {
                words(self.own().mechanism.as_ref())
            }

            /// How often. Null where the source does not say.
            async fn cadence(&self) -> Option<Words> {
                words(self.own().cadence.as_ref())
            }
        }
        links {}
        connections {}
    }
}
