//! One module a format, and what is asked of every format alike: an import is all or nothing, bad rows can be
//! skipped, a dry run writes nothing, and a second run changes nothing.

mod ahjo;
mod boundaries;
mod lipas;
mod numbers;
mod population;

use std::path::{Path, PathBuf};

use exchange::{Error, Problem, Report};
use sea_orm::DatabaseConnection;
use store::Draft;

use crate::support::run;

/// The excerpt of a format.
fn excerpt(format: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format)
}

/// A copy of an excerpt in which one file has a piece of text replaced.
fn spoiled(format: &str, file: &str, old: &str, new: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(excerpt(format)).unwrap() {
        let entry = entry.unwrap();
        let mut text = std::fs::read_to_string(entry.path()).unwrap();
        if entry.file_name() == file {
            assert!(text.contains(old), "{file} has no {old}");
            text = text.replacen(old, new, 1);
        }
        std::fs::write(folder.path().join(entry.file_name()), text).unwrap();
    }
    folder
}

/// Everything stored.
async fn all(db: &DatabaseConnection) -> Vec<Draft> {
    store::draft::read::all(db).await.unwrap()
}

/// Imports the excerpt dry, for good, and once more. Gives the report of the import for good.
async fn imported(db: &DatabaseConnection, format: &str) -> Report {
    let before = all(db).await;
    let dry = run(db, format, &excerpt(format), false, true).await.unwrap();
    assert_eq!(all(db).await, before, "a dry run writes nothing");
    let report = run(db, format, &excerpt(format), false, false).await.unwrap();
    assert_eq!(dry, report, "a dry run reports what the import does");
    let after = all(db).await;
    let again = run(db, format, &excerpt(format), false, false).await.unwrap();
    assert_eq!((again.created, again.updated), (0, 0), "a second run changes nothing");
    assert_eq!(all(db).await, after);
    report
}

/// Imports an excerpt with bad rows: refused whole, then again without them. Gives the problems.
async fn with_bad_rows(db: &DatabaseConnection, format: &str, folder: &Path) -> Vec<Problem> {
    let before = all(db).await;
    let Err(Error::BadRows(refused)) = run(db, format, folder, false, false).await else { panic!("bad rows pass") };
    assert_eq!(all(db).await, before, "nothing is written");
    let report = run(db, format, folder, true, false).await.unwrap();
    assert_eq!(report.problems, refused.problems);
    assert_ne!(all(db).await, before, "the rest is written");
    report.problems
}

/// File, row and field of a problem.
fn place(problem: &Problem) -> (&str, Option<u64>, Option<&str>) {
    (&problem.file, problem.row, problem.field.as_deref())
}
