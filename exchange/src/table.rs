//! Tables in CSV files, read as streams, with every bad row told by file, line and field.
//!
//! Cells come out composed (NFC) and with single spaces, because sources differ in both.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};
use store::collate;

use crate::{Error, Sink};

/// Why a row cannot be taken.
#[derive(Debug)]
pub(crate) struct Fault {
    field: Option<String>,
    reason: String,
}

impl Fault {
    /// A fault of one field.
    pub(crate) fn of(field: &str, reason: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), reason: reason.into() }
    }
}

/// A row of a table.
pub(crate) struct Row {
    /// Line in the file, counted from 1.
    pub(crate) line: u64,
    columns: Arc<HashMap<String, usize>>,
    cells: StringRecord,
}

impl Row {
    /// The cell of a column; empty where the table has no such column.
    pub(crate) fn text(&self, column: &str) -> String {
        self.columns.get(column).and_then(|index| self.cells.get(*index)).map(tidy).unwrap_or_default()
    }

    /// A cell that must not be empty.
    pub(crate) fn filled(&self, column: &str) -> Result<String, Fault> {
        let text = self.text(column);
        if text.is_empty() { Err(Fault::of(column, "empty")) } else { Ok(text) }
    }

    /// A numeric code, with the leading zeros that an integer column has lost.
    pub(crate) fn code(&self, column: &str, width: usize) -> Result<String, Fault> {
        let text = self.text(column);
        if text.is_empty() || text.len() > width || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Fault::of(column, format!("{text:?} is not a code of {width} digits")));
        }
        Ok(format!("{text:0>width$}"))
    }

    /// An ISO date.
    pub(crate) fn date(&self, column: &str) -> Result<NaiveDate, Fault> {
        let text = self.text(column);
        text.parse().map_err(|_| Fault::of(column, format!("{text:?} is not a date")))
    }

    /// A decimal number between two bounds.
    pub(crate) fn number(&self, column: &str, from: f64, to: f64) -> Result<f64, Fault> {
        let text = self.text(column);
        let number: Option<f64> = text.parse().ok();
        number
            .filter(|number| (from..=to).contains(number))
            .ok_or_else(|| Fault::of(column, format!("{text:?} is not a number from {from} to {to}")))
    }
}

/// A text as it is compared and stored: NFC, single spaces, none at the ends.
pub(crate) fn tidy(text: &str) -> String {
    let composed = collate::compose(text);
    if composed.contains("  ") { composed.split_whitespace().collect::<Vec<_>>().join(" ") } else { composed }
}

/// Reads a table row by row. What `take` refuses, and rows that are no rows, become problems of the sink;
/// a table without a needed column is a problem and gives nothing.
///
/// # Errors
/// [`Error::File`] when the file cannot be read.
pub(crate) fn read<T>(
    sink: &mut Sink,
    path: &Path,
    delimiter: u8,
    needed: &[&str],
    mut take: impl FnMut(&Row) -> Result<T, Fault>,
) -> Result<Vec<T>, Error> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).from_path(path).map_err(|error| Error::file(path, error))?;
    let headers = reader.headers().map_err(|error| Error::file(path, error))?;
    let columns: HashMap<String, usize> =
        headers.iter().enumerate().map(|(index, name)| (tidy(name.trim_start_matches('\u{feff}')), index)).collect();
    let missing: Vec<&&str> = needed.iter().filter(|column| !columns.contains_key(**column)).collect();
    for column in &missing {
        sink.problem(path, Some(1), Some(column), "the column is missing");
    }
    if !missing.is_empty() {
        return Ok(Vec::new());
    }
    let columns = Arc::new(columns);
    let mut taken = Vec::new();
    for cells in reader.into_records() {
        sink.read(1);
        let cells = match cells {
            Ok(cells) => cells,
            Err(error) if error.is_io_error() => return Err(Error::file(path, error)),
            Err(error) => {
                sink.problem(path, error.position().map(csv::Position::line), None, error.to_string());
                continue;
            }
        };
        let line = cells.position().map_or(0, csv::Position::line);
        let row = Row { line, columns: Arc::clone(&columns), cells };
        match take(&row) {
            Ok(value) => taken.push(value),
            Err(Fault { field, reason }) => sink.problem(path, Some(line), field.as_deref(), reason),
        }
    }
    Ok(taken)
}
