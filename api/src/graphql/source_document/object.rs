//! A source document's fields.

use async_graphql::Context;
use entity::Noun;
use entity::citation::Certainty;
use entity::source_document::DocumentKind;
use store::Via;

use super::SourceDocument;
use super::fact::{self, FactConnection, FactCount};
use super::input::{SourceDocumentFilter, SourceDocumentOrder};
use crate::Result;
use crate::graphql::mention::{self, DocumentMention};
use crate::graphql::page::PageArgs;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Date;

crate::noun_object! {
    /// A document or data set that facts come from (lähde), with its licence and the attribution it asks for.
    SourceDocument("SourceDocument") {
        fields {
            /// What kind of source.
            async fn kind(&self) -> Named<DocumentKind> {
                Named(self.own().kind)
            }

            /// Who publishes it, as written. Null where not known.
            async fn publisher(&self) -> Option<&str> {
                self.own().publisher.as_deref()
            }

            /// Day of the document. Null where not known.
            async fn dated_on(&self) -> Option<Date> {
                self.own().dated_on.map(Date)
            }

            /// Where it can be found. Null where it is not on the web.
            async fn url(&self) -> Option<&str> {
                self.own().url.as_deref()
            }

            /// Licence of the data, as its publisher names it. Null where none is named.
            async fn licence(&self) -> Option<&str> {
                self.own().licence.as_deref()
            }

            /// Words of attribution that the licence asks for. Null where it asks for none.
            async fn attribution(&self) -> Option<&str> {
                self.own().attribution.as_deref()
            }

            /// What it is. Null where no source says.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Records that it names, of any noun, in its order.
            async fn mentioned(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "Only records of these nouns.")] nouns: Option<Vec<Named<Noun>>>,
                #[graphql(desc = "Only mentions of these certainties.")] certainty: Option<Vec<Named<Certainty>>>,
            ) -> Result<Vec<DocumentMention>> {
                mention::by(self, ctx, nouns, certainty).await
            }

            /// Facts that it tells (tiedot): the citations that name it, about records of any noun, day and plan. In the order of places in
            /// the document, `s2` before `s10`, then of records; what is from the document as a whole comes last. Those of some certainties,
            /// about records of some `nouns`, on one `field` (by its name in this schema, such as `phases.method`), where these are given;
            /// with `parts` also those of the documents that are directly part of it or listed in it.
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn facts(
                &self,
                ctx: &Context<'_>,
                certainty: Option<Vec<Named<Certainty>>>,
                nouns: Option<Vec<Named<Noun>>>,
                field: Option<String>,
                #[graphql(default)] parts: bool,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
            ) -> Result<FactConnection> {
                let asked = fact::asked(certainty, nouns, field, parts)?;
                fact::facts(self, ctx, asked, PageArgs { first, after, last, before }).await
            }

            /// How many facts it tells of each certainty, by the same arguments; certainties without any are left out.
            async fn fact_counts(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "Only facts about records of these nouns.")] nouns: Option<Vec<Named<Noun>>>,
                #[graphql(desc = "Only facts on this field, by its name in this schema: `tier`, `phases.method`.")] field: Option<
                    String,
                >,
                #[graphql(default, desc = "Facts of the documents that are directly part of it or listed in it, too.")] parts: bool,
            ) -> Result<Vec<FactCount>> {
                fact::counts(self, ctx, fact::asked(None, nouns, field, parts)?).await
            }
        }
        links {
            /// Organization that publishes it. Null where it is not among the organizations held.
            publisher_organization: organization = |row| row.own.publisher_id;
            /// Document it is part of or listed in. Null where there is none.
            parent: source_document = |row| row.own.parent_id;
        }
        connections {
            /// Documents that are part of it or listed in it.
            children: source_document[SourceDocumentFilter, SourceDocumentOrder] = Via::Own("parent_id");
        }
    }
}
