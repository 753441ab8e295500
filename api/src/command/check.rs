//! `seutu check`.

use entity::{Noun, Term};
use store::check::{Asked, Rule, Severity, run as findings};
use store::{Database, Scope};
use uuid::Uuid;

use super::{Failure, connect};
use crate::config::CheckOptions;

/// Prints the findings of the checks of data quality that are asked for; fails when one of them must be mended.
pub async fn run(url: &str, options: &CheckOptions) -> Result<(), Failure> {
    let db = connect(url).await?;
    let text = |error: store::Error| error.to_string();
    let source = match &options.source {
        Some(named) => Some(document(&db, named).await?),
        None => None,
    };
    let asked = Asked { nouns: (!options.noun.is_empty()).then(|| options.noun.clone()), source };
    let mut errors = 0;
    let rules = Rule::ALL.iter().map(|(rule, ..)| *rule);
    for rule in rules.filter(|rule| options.severity.is_empty() || options.severity.contains(&rule.severity())) {
        for finding in findings(&db, &Scope::everything(), rule, &asked).await.map_err(text)? {
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

/// The document that an option names, by UUID or by a code of its own.
async fn document(db: &Database, named: &str) -> Result<Uuid, Failure> {
    let uid = named.parse().ok().or_else(|| named.split_once(':').map(|(scheme, code)| store::draft::uid(scheme, code)));
    let unknown = || format!("--source {named}: there is no such document: give its UUID, or a code such as SEUTU-SOURCE:S1");
    let uid = uid.ok_or_else(unknown)?;
    match store::registry::key(db, uid).await.map_err(|error| error.to_string())? {
        Some((Noun::SourceDocument, _)) => Ok(uid),
        _ => Err(unknown()),
    }
}
