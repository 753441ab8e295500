//! Files to records and back: one module a format. Beside GraphQL, on the same store; knows neither GraphQL nor HTTP.
//!
//! An import reads its files as a stream, checks each row, and writes in one transaction: all or nothing, or, when
//! asked, all but the bad rows. Running it again changes nothing.

mod ahjo;
mod boundaries;
pub mod dataset;
mod file;
mod known;
mod lipas;
mod population;
pub mod progress;
pub mod sink;
mod source;

mod finland;
mod geofi;
mod sorvi;
mod table;

pub use progress::Progress;
pub use sink::{Options, Problem, Report, Sink, import};

use std::path::Path;

/// A format that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Decision makers of the City of Helsinki.
    HelsinkiAhjo,
    /// Sports and recreation sites.
    Lipas,
    /// Boundaries of municipalities and regions.
    Boundaries,
    /// Population of municipalities by year.
    Population,
    /// Tables of the R package sorvi.
    Sorvi,
    /// Tables of the R package geofi.
    Geofi,
    /// Our own files.
    Dataset,
}

impl Format {
    /// Every format with the name it has on the command line and what it reads.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::HelsinkiAhjo, "helsinki-ahjo", "folder with decisionmakers.json and decisionmakers_sv.json: committees and units"),
        (Self::Lipas, "lipas", "folder with sports-places-1000.json and its type lists: service points and services"),
        (Self::Boundaries, "boundaries", "folder with kuntarajat and maakuntarajat GeoJSON files: boundaries of known areas"),
        (Self::Population, "population", "folder with sotkadata_population.csv: population of municipalities by year"),
        (Self::Sorvi, "sorvi", "directory of the sorvi tables: municipalities, mergers and renames 2005-2022"),
        (Self::Dataset, "dataset", "dataset files of our own, a directory or one file: what export writes"),
        (Self::Geofi, "geofi", "directory of the geofi tables: yearly municipality keys 2013-2026, regions and their members"),
    ];

    /// The format of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(format, ..)| *format)
    }

    async fn read(self, sink: &mut Sink, path: &Path) -> Result<(), Error> {
        match self {
            Self::HelsinkiAhjo => ahjo::read(sink, path).await,
            Self::Lipas => lipas::read(sink, path).await,
            Self::Boundaries => boundaries::read(sink, path).await,
            Self::Population => population::read(sink, path).await,
            Self::Sorvi => sorvi::read(sink, path).await,
            Self::Dataset => dataset::import_dir(sink, path).await,
            Self::Geofi => geofi::read(sink, path).await,
        }
    }
}

/// What stops an import.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be read.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        reason: String,
    },
    /// The data layer refused.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Rows were bad and bad rows were not to be skipped; nothing is written.
    #[error("{} bad rows; nothing is written", .0.problems.len())]
    BadRows(Report),
}

impl Error {
    /// A file that cannot be read.
    #[must_use]
    pub fn file(path: &Path, reason: impl std::fmt::Display) -> Self {
        Self::File { path: path.display().to_string(), reason: reason.to_string() }
    }
}
