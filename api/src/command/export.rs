//! `seutu export`.

use std::path::Path;

use super::{Failure, connect};
use crate::config::ExportFormat;

/// Writes what the database holds.
pub async fn run(url: &str, format: ExportFormat, path: &Path) -> Result<(), Failure> {
    let _db = connect(url).await?;
    match format {
        ExportFormat::Dataset => Err(format!("cannot write to {} yet", path.display())),
    }
}
