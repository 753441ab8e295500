//! Makes the built-in dataset anew: `cargo run -p exchange --example make_dataset -- <folder with the source data> <dataset folder>`.
//! Imports what the formats of the sources read into a database in memory, in the order in which they build on each
//! other, and exports it. Coordinates of boundaries are rounded: they are generalised to a kilometre and more.

use std::path::Path;
use std::time::Instant;

use exchange::{Format, Options, Progress, dataset};
use serde_json::Value;

/// Format and folder of each source, in order. A format that this program does not have is left out.
const SOURCES: [(&str, &str); 4] =
    [("sorvi", "sorvi"), ("geofi", "geofi"), ("population", "geofi"), ("boundaries", "hallinnollisetrajat")];
/// Decimals of a coordinate in the dataset: a tenth of a kilometre.
const DECIMALS: i32 = 3;

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
        let rounded = tempfile::tempdir()?;
        let mut folder = Path::new(data).join(folder);
        if name == "boundaries" {
            round_files(&folder, rounded.path())?;
            folder = rounded.path().to_owned();
        }
        let report = exchange::import(&db, format, &folder, options).await?;
        println!("{name}: {} rows, {} created, {} updated, {:?}", report.rows, report.created, report.updated, start.elapsed());
    }
    for path in dataset::export(&db, Path::new(target)).await? {
        println!("{} bytes {}", std::fs::metadata(&path)?.len(), path.display());
    }
    Ok(())
}

/// Copies GeoJSON files with rounded coordinates. Points that neighbours share are rounded alike, so they stay shared.
fn round_files(from: &Path, to: &Path) -> Result<(), Box<dyn std::error::Error>> {
    for file in std::fs::read_dir(from)? {
        let path = file?.path();
        let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|extension| extension == "json")) else {
            continue;
        };
        let mut collection: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        for feature in collection["features"].as_array_mut().into_iter().flatten() {
            round(&mut feature["geometry"]["coordinates"]);
        }
        std::fs::write(to.join(name), collection.to_string())?;
    }
    Ok(())
}

/// Rounds all numbers of nested lists; points that become one are one.
fn round(value: &mut Value) {
    match value {
        Value::Array(values) => {
            values.iter_mut().for_each(round);
            values.dedup_by(|next, one| one.is_array() && next == one);
        }
        other => {
            if let Some(number) = other.as_f64() {
                let unit = 10_f64.powi(DECIMALS);
                *other = ((number * unit).round() / unit).into();
            }
        }
    }
}
