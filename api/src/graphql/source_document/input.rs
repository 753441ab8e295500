//! Filter and order of source documents, and conditions of other nouns on them.

use async_graphql::InputObject;
use entity::source_document::DocumentKind;
use store::filter::{Relation, not};
use store::order::Kind;
use store::{At, Condition, Scope, Term};

use crate::graphql::filter::{self, CodeFilter, DateFilter, Filter, RecordRelation};
use crate::graphql::municipality::input::OrganizationRelation;
use crate::{Error, Result};

crate::term_filter!(DocumentKindFilter, DocumentKind);
crate::relation_filter!(DocumentRelation, SourceDocumentFilter, "source documents");

crate::noun_filter! {
    /// Which source documents. Conditions given together must all hold.
    SourceDocumentFilter(at, scope) {
        /// Its kind.
        kind: DocumentKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Day of the document: `{gte: "2013-01-01", lt: "2014-01-01"}` gives those of a year.
        dated_on: DateFilter = |day| day.condition(&at.own("dated_on"))?;
        /// Who publishes it, compared as written.
        publisher: CodeFilter = |publisher| publisher.condition(&at.own("publisher"))?;
        /// Organization that publishes it.
        publisher_organization: OrganizationRelation = |publisher| publisher.condition(at, scope, |relation, matched| {
            relation.holds::<entity::organization::Entity>("publisher_id", matched)
        })?;
        /// Document it is part of or listed in.
        parent: DocumentRelation = |parent| parent.condition(at, scope, |relation, matched| {
            relation.holds::<entity::source_document::Entity>("parent_id", matched)
        })?;
        /// Documents that are part of it or listed in it.
        children: DocumentRelation = |children| children.condition(at, scope, |relation, matched| {
            relation.held_by::<entity::source_document::Entity>("parent_id", matched)
        })?;
        /// Records that it names, of any noun.
        mentioned: RecordRelation = |mentioned| mentioned.condition(at, scope, |relation, matched| {
            relation.carries_any("mention", "document_id", "record_id", matched)
        })?;
    }
}

/// Conditions on the documents that name a record. Without `min` and `max`: at least one does.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MentionedInFilter {
    /// Which documents count; all if not given.
    documents: Option<Box<SourceDocumentFilter>>,
    /// At least so many different documents.
    min: Option<i32>,
    /// At most so many different documents; 0: none.
    max: Option<i32>,
}

impl MentionedInFilter {
    /// The condition.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for negative numbers, and as the filter of documents.
    pub fn condition(&self, at: At, scope: &Scope) -> Result<Condition> {
        let deeper = filter::deeper(at)?;
        let documents = self.documents.as_ref().map_or_else(|| Ok(Condition::all()), |it| it.condition(deeper, scope))?;
        let number = |given: i32| {
            u32::try_from(given).map_err(|_| Error::BadUserInput("a number of documents cannot be negative".to_owned()))
        };
        let at_least = |number: u32| Relation { at, deeper, scope }.named_by(number, documents.clone());
        let min = self.min.or(self.max.is_none().then_some(1)).map(number).transpose()?;
        let mut all = Condition::all();
        if let Some(min) = min.filter(|min| *min > 0) {
            all = all.add(at_least(min));
        }
        if let Some(max) = self.max.map(number).transpose()? {
            all = all.add(not(Condition::all().add(at_least(max.saturating_add(1)))));
        }
        Ok(all)
    }
}

crate::noun_order! {
    SourceDocumentOrder, SourceDocumentOrderField, "source documents" {
        /// Day of the document.
        DatedOn => |descending| Term::own("dated_on", Kind::Date, descending),
    }
}
