//! The yearly keys: one row a municipality in force on 1 January, with its regions.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::family;
use crate::table::{self, Fault, Row};
use crate::{Error, Sink};

/// The key of a year.
pub(super) struct Key {
    pub(super) year: i32,
    pub(super) path: PathBuf,
    pub(super) rows: Vec<Entry>,
    /// Whether every row could be taken: only then does a missing municipality mean that it is no more.
    pub(super) whole: bool,
}

/// A municipality in a key.
pub(super) struct Entry {
    pub(super) line: u64,
    pub(super) code: String,
    pub(super) names: [String; 3],
    /// Region by index of its family.
    pub(super) regions: BTreeMap<usize, Group>,
}

/// A region in a row of a key.
pub(super) struct Group {
    pub(super) code: String,
    pub(super) names: [String; 3],
}

/// Languages in the order in which names are read.
pub(super) const LANGS: [&str; 3] = ["fi", "sv", "en"];

/// All keys in a folder, by year.
///
/// # Errors
/// When the folder or a file cannot be read, or there is no key.
pub(super) fn read(sink: &mut Sink, folder: &Path) -> Result<Vec<Key>, Error> {
    let mut files: Vec<(i32, PathBuf)> = Vec::new();
    for file in std::fs::read_dir(folder).map_err(|error| Error::file(folder, error))? {
        let path = file.map_err(|error| Error::file(folder, error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let year = name.strip_prefix("municipality_key_").and_then(|name| name.strip_suffix(".csv"));
        files.extend(year.and_then(|year| year.parse().ok()).map(|year| (year, path)));
    }
    if files.is_empty() {
        return Err(Error::file(folder, "there is no municipality_key_YYYY.csv"));
    }
    files.sort();
    let mut keys = Vec::with_capacity(files.len());
    for (year, path) in files {
        let (mut seen, before) = (HashSet::new(), sink.problems());
        let rows = table::read(sink, &path, b',', &["kunta", "municipality_name_fi"], |row| {
            let entry = entry(row, year)?;
            if !seen.insert(entry.code.clone()) {
                return Err(Fault::of("kunta", format!("{} is given twice", entry.code)));
            }
            Ok(entry)
        })?;
        keys.push(Key { year, path, rows, whole: sink.problems() == before });
    }
    Ok(keys)
}

fn entry(row: &Row, year: i32) -> Result<Entry, Fault> {
    let code = row.code("kunta", 3)?;
    row.filled("municipality_name_fi")?;
    let mut regions = BTreeMap::new();
    for (index, family) in family::ALL.iter().enumerate().filter(|(_, family)| family.exists(year)) {
        let column = format!("{}_code", family.column);
        if let Some(code) = family.code(&row.text(&column)).map_err(|reason| Fault::of(&column, reason))? {
            let names = LANGS.map(|lang| row.text(&format!("{}_name_{lang}", family.column)));
            regions.insert(index, Group { code, names });
        }
    }
    Ok(Entry { line: row.line, code, names: LANGS.map(|lang| row.text(&format!("municipality_name_{lang}"))), regions })
}
