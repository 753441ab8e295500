//! Makes the built-in dataset anew: `cargo run -p exchange --example make_dataset -- <folder with the source data> <dataset folder>`.
//! Imports what the formats of the sources read into a database in memory, in the order in which they build on each
//! other, and exports it.

use std::path::Path;
use std::time::Instant;

use exchange::{Format, Options, Progress, dataset};

/// Format and folder of each source, in order. A format that this program does not have is left out.
const SOURCES: [(&str, &str); 3] = [("sorvi", "sorvi"), ("geofi", "geofi"), ("population", "geofi")];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, target] = arguments.as_slice() else {
        return Err("usage: make_dataset <folder with the source data> <dataset folder>".into());
    };
    let db = store::db::connect("sqlite::memory:").await?;
    store::db::migrate(&db).await?;
    for (name, folder) in SOURCES {
        let Some(format) = Format::parse(name) else { continue };
        let options =
            Options { actor: "make_dataset".into(), now: 0, dry_run: false, skip_bad_rows: false, progress: Progress::hidden() };
        let start = Instant::now();
        let report = exchange::import(&db, format, &Path::new(data).join(folder), options).await?;
        println!("{name}: {} rows, {} created, {} updated, {:?}", report.rows, report.created, report.updated, start.elapsed());
    }
    for path in dataset::export(&db, Path::new(target)).await? {
        println!("{} bytes {}", std::fs::metadata(&path)?.len(), path.display());
    }
    Ok(())
}
