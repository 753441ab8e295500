//! `seutu import`.

use exchange::{Error, Format, Options, Problem, Progress, Report};

use super::{Failure, connect};
use crate::clock::Clock;
use crate::config::ImportOptions;

/// Problems printed in full; the rest are counted.
const SHOWN: usize = 50;

/// Imports files, or lists the formats.
pub async fn run(url: &impl Fn() -> Result<String, Failure>, options: &ImportOptions) -> Result<(), Failure> {
    if options.format == "list" {
        for (_, name, what) in Format::ALL {
            println!("{name:16} {what}");
        }
        return Ok(());
    }
    let format = Format::parse(&options.format).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|(_, name, _)| *name).collect();
        format!("there is no format {:?}; there are {}", options.format, names.join(", "))
    })?;
    let path = options.path.as_deref().ok_or("name the folder or file to import")?;
    let db = connect(&url()?).await?;
    store::db::migrate(&db).await.map_err(|error| error.to_string())?;
    let how = Options {
        actor: format!("import {}", options.format),
        now: Clock::system().micros(),
        dry_run: options.dry_run,
        skip_bad_rows: options.skip_bad_rows,
        progress: Progress::new(&options.format),
    };
    match exchange::import(&db, format, path, how).await {
        Ok(report) => {
            print(&report, options.dry_run);
            Ok(())
        }
        Err(Error::BadRows(report)) => {
            problems(&report.problems);
            Err(format!(
                "{} bad rows; nothing was written. Mend them, or leave them out with --skip-bad-rows",
                report.problems.len()
            ))
        }
        Err(error) => Err(error.to_string()),
    }
}

fn print(report: &Report, dry_run: bool) {
    problems(&report.problems);
    let Report { rows, created, updated, unchanged, problems } = report;
    let left_out = problems.len();
    println!("{rows} rows read: {created} records created, {updated} changed, {unchanged} unchanged; {left_out} rows left out");
    if dry_run {
        println!("dry run: nothing was written");
    } else if created + updated == 0 {
        println!("nothing changed");
    }
}

fn problems(problems: &[Problem]) {
    for Problem { file, row, field, reason } in problems.iter().take(SHOWN) {
        let row = row.map(|row| format!(":{row}")).unwrap_or_default();
        let field = field.as_ref().map(|field| format!(" {field}:")).unwrap_or_default();
        eprintln!("{file}{row}:{field} {reason}");
    }
    if problems.len() > SHOWN {
        eprintln!("and {} more", problems.len() - SHOWN);
    }
}
