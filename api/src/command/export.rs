//! `seutu export`.

use std::path::Path;

use super::{Failure, connect};
use crate::config::ExportFormat;

/// Writes what the database holds.
pub async fn run(url: &str, format: ExportFormat, path: &Path) -> Result<(), Failure> {
    let db = connect(url).await?;
    match format {
        ExportFormat::Dataset => {
            let files = exchange::dataset::export(&db, path).await.map_err(|error| error.to_string())?;
            println!("{} files written to {}", files.len(), path.display());
            Ok(())
        }
    }
}
