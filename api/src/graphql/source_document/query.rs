//! Root fields of source documents.

use super::SourceDocument;
use super::input::{SourceDocumentFilter, SourceDocumentOrder};

crate::noun_one! {
    SourceDocumentQuery,
    /// One source document (lähde), by its id or whole name.
    source_document: SourceDocument
}

crate::noun_list! {
    SourceDocumentsQuery,
    /// Documents and data sets that facts come from (lähteet), of whatever day.
    source_documents: source_document[SourceDocumentFilter, SourceDocumentOrder]
}
