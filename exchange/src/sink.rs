//! Where an import puts what it reads: records in batches, problems by row.

use std::path::Path;

use sea_orm::{DatabaseConnection, DatabaseTransaction};
use store::Draft;
use store::write::{Outcome, Writer};

use crate::{Error, Format, Progress};

/// Records written at a time.
const BATCH: usize = 500;

/// How to import.
pub struct Options {
    /// Who imports, for the revision log.
    pub actor: String,
    /// Time of the import, microseconds since 1970.
    pub now: i64,
    /// Check everything, write nothing.
    pub dry_run: bool,
    /// Leave bad rows out instead of stopping.
    pub skip_bad_rows: bool,
    /// Where to show how far it has come.
    pub progress: Progress,
}

/// A row that cannot be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// File, by its name.
    pub file: String,
    /// Line or record in the file, counted from 1.
    pub row: Option<u64>,
    /// Field, by the file's own name for it.
    pub field: Option<String>,
    /// What is wrong.
    pub reason: String,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// Rows read.
    pub rows: u64,
    /// Records made.
    pub created: usize,
    /// Records changed.
    pub updated: usize,
    /// Records that were already so.
    pub unchanged: usize,
    /// Rows left out.
    pub problems: Vec<Problem>,
}

/// Takes what an import reads.
pub struct Sink {
    writer: Writer,
    waiting: Vec<Draft>,
    outcome: Outcome,
    report: Report,
    progress: Progress,
}

impl Sink {
    /// The transaction, for reading what is there already. Records still waiting are not: see [`Sink::flush`].
    #[must_use]
    pub fn tx(&self) -> &DatabaseTransaction {
        self.writer.tx()
    }

    /// Counts rows as read.
    pub fn read(&mut self, rows: u64) {
        self.report.rows += rows;
        self.progress.advance(rows);
    }

    /// A record as it should be.
    ///
    /// # Errors
    /// When the store refuses a batch.
    pub async fn push(&mut self, draft: Draft) -> Result<(), Error> {
        self.waiting.push(draft);
        if self.waiting.len() >= BATCH { self.flush().await } else { Ok(()) }
    }

    /// Records that name each other in any order, written at once.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn push_together(&mut self, drafts: Vec<Draft>) -> Result<(), Error> {
        self.waiting.extend(drafts);
        self.flush().await
    }

    /// Writes what is waiting. Records that name each other must come in one batch or in order.
    ///
    /// # Errors
    /// When the store refuses the batch.
    pub async fn flush(&mut self) -> Result<(), Error> {
        let done = self.writer.upsert(std::mem::take(&mut self.waiting)).await?;
        self.outcome.created += done.created;
        self.outcome.updated += done.updated;
        self.outcome.unchanged += done.unchanged;
        Ok(())
    }

    /// How many rows could not be taken so far.
    #[must_use]
    pub fn problems(&self) -> usize {
        self.report.problems.len()
    }

    /// A row that cannot be taken.
    pub fn problem(&mut self, file: &Path, row: Option<u64>, field: Option<&str>, reason: impl Into<String>) {
        let file = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.report.problems.push(Problem { file, row, field: field.map(str::to_owned), reason: reason.into() });
    }
}

/// Imports the files at a path: one transaction, undone when a row is bad unless bad rows are to be skipped.
///
/// # Errors
/// [`Error::BadRows`] with the report, or whatever stops the reading.
pub async fn import(db: &DatabaseConnection, format: Format, path: &Path, options: Options) -> Result<Report, Error> {
    let Options { actor, now, dry_run, skip_bad_rows, progress } = options;
    let writer = Writer::begin(db, &actor, now).await?;
    let mut sink = Sink { writer, waiting: Vec::new(), outcome: Outcome::default(), report: Report::default(), progress };
    format.read(&mut sink, path).await?;
    sink.flush().await?;
    let Sink { writer, outcome, mut report, progress, .. } = sink;
    progress.finish();
    (report.created, report.updated, report.unchanged) = (outcome.created, outcome.updated, outcome.unchanged);
    if !report.problems.is_empty() && !skip_bad_rows {
        writer.rollback().await?;
        return Err(Error::BadRows(report));
    }
    if dry_run {
        writer.rollback().await?;
    } else {
        writer.commit().await?;
    }
    Ok(report)
}
