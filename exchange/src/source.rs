//! Data sets that imports rest on, as source documents: publisher, licence, words of attribution, and where to
//! find the data. Every record an import makes names one of these.

use entity::Noun;
use store::Draft;
use uuid::Uuid;

/// Scheme under which data sets are known.
const SCHEME: &str = "SEUTU-SOURCE";

/// A data set.
pub(crate) struct Source {
    /// Short name, unique.
    pub key: &'static str,
    /// Name, Finnish.
    pub fi: &'static str,
    /// Name, English.
    pub en: &'static str,
    /// Who publishes the data.
    pub publisher: &'static str,
    /// Licence of the data.
    pub licence: &'static str,
    /// Words of attribution.
    pub attribution: &'static str,
    /// Where the files come from.
    pub url: &'static str,
}

impl Source {
    /// Public key of the document.
    pub(crate) fn uid(&self) -> Uuid {
        store::draft::uid(SCHEME, self.key)
    }

    /// The document.
    pub(crate) fn draft(&self) -> Draft {
        Draft::coded(Noun::SourceDocument, SCHEME, self.key)
            .named("fi", self.fi)
            .named("en", self.en)
            .with("kind", "DATASET")
            .with("publisher", self.publisher)
            .with("licence", self.licence)
            .with("attribution", self.attribution)
            .with("url", self.url)
    }
}
