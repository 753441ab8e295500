//! Opening the files of a data folder: plain, or compressed with gzip under the same name and `.gz`.
//!
//! Reads bytes and JSON only. What a file means is the format's own business.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde::de::DeserializeOwned;

use crate::Error;

/// The file of a name in a folder, or the same name with `.gz`, unpacked while it is read.
///
/// # Errors
/// When neither is there.
pub(crate) fn open(folder: &Path, name: &str) -> Result<(PathBuf, Box<dyn Read>), Error> {
    let plain = folder.join(name);
    if plain.is_file() {
        let file = File::open(&plain).map_err(|error| Error::file(&plain, error))?;
        return Ok((plain, Box::new(BufReader::new(file))));
    }
    let packed = folder.join(format!("{name}.gz"));
    let file = File::open(&packed).map_err(|error| Error::file(&plain, error))?;
    Ok((packed, Box::new(BufReader::new(MultiGzDecoder::new(file)))))
}

/// A JSON file of a folder, whole.
///
/// # Errors
/// When it is not there, is cut short, or is not of the shape asked for.
pub(crate) fn json<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<(PathBuf, T), Error> {
    let (path, reader) = open(folder, name)?;
    let value = serde_json::from_reader(reader).map_err(|error| Error::file(&path, error))?;
    Ok((path, value))
}

/// Row number of an index, counted from 1.
pub(crate) fn row(index: usize) -> Option<u64> {
    u64::try_from(index).ok().map(|index| index + 1)
}
