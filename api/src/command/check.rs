//! `seutu check`.

use entity::Term;
use store::Scope;
use store::check::{Rule, Severity, run as findings};

use super::{Failure, connect};

/// Prints the findings of the checks of data quality; fails when there is one that must be mended.
pub async fn run(url: &str) -> Result<(), Failure> {
    let db = connect(url).await?;
    let text = |error: store::Error| error.to_string();
    let mut errors = 0;
    for (rule, ..) in Rule::ALL {
        for finding in findings(&db, &Scope::everything(), *rule).await.map_err(text)? {
            let name = store::registry::label(&db, finding.record).await.map_err(text)?;
            let figure = |micros: Option<i64>| micros.map(|micros| micros as f64 / 1e6);
            let figures = match (figure(finding.stated), figure(finding.found)) {
                (Some(stated), Some(found)) => format!(" stated {stated}, found {found}"),
                _ => String::new(),
            };
            let detail = finding.detail.map(|detail| format!(" ({detail})")).unwrap_or_default();
            println!("{:8} {:15} {name}{detail}{figures}", rule.severity().as_str(), rule.as_str());
            errors += usize::from(rule.severity() == Severity::Error);
        }
    }
    if errors > 0 { Err(format!("{errors} findings must be mended")) } else { Ok(()) }
}
