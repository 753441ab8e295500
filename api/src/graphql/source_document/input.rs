//! Filter and order of source documents.

use entity::source_document::DocumentKind;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::DateFilter;

crate::term_filter!(DocumentKindFilter, DocumentKind);

crate::noun_filter! {
    /// Which source documents. Conditions given together must all hold.
    SourceDocumentFilter(at, scope) {
        /// Its kind.
        kind: DocumentKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Day of the document.
        dated_on: DateFilter = |day| day.condition(&at.own("dated_on"))?;
    }
}

crate::noun_order! {
    SourceDocumentOrder, SourceDocumentOrderField, "source documents" {
        /// Day of the document.
        DatedOn => |descending| Term::own("dated_on", Kind::Date, descending),
    }
}
