//! Names by year made names by period, and the yearly list of Swedish names.

use std::collections::BTreeMap;
use std::path::Path;

use entity::Name;

use super::family;
use crate::finland::new_year;
use crate::{Error, Sink, table};

/// Swedish names by type and code as written, by year.
#[derive(Default)]
pub(super) struct Yearly(BTreeMap<(String, String), BTreeMap<i32, String>>);

/// Reads the list of Swedish names; nothing where the folder has none.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn yearly(sink: &mut Sink, folder: &Path) -> Result<Yearly, Error> {
    let path = folder.join("region_names_swedish_2008_2018.csv");
    let mut yearly = Yearly::default();
    if !path.exists() {
        return Ok(yearly);
    }
    table::read(sink, &path, b',', &["kod", "benämning", "vuosi", "type"], |row| {
        let year = row.code("vuosi", 4)?;
        let year = year.parse().map_err(|_| table::Fault::of("vuosi", format!("{year:?} is not a year")))?;
        let kind = row.text("type");
        let Some(family) = family::ALL.iter().find(|family| !family.yearly.is_empty() && family.yearly == kind) else {
            return Ok(());
        };
        let code = family.code(&row.text("kod")).map_err(|reason| table::Fault::of("kod", reason))?;
        if let Some(code) = code {
            yearly.0.entry((kind, code)).or_default().insert(year, row.filled("benämning")?);
        }
        Ok(())
    })?;
    Ok(yearly)
}

impl Yearly {
    /// Names of a region by year.
    pub(super) fn of(&self, kind: &str, code: &str) -> impl Iterator<Item = (i32, &String)> {
        self.0.get(&(kind.to_owned(), code.to_owned())).into_iter().flatten().map(|(year, name)| (*year, name))
    }

    /// The year whose list, the first of all, no longer has a region that the list of the year before has.
    pub(super) fn ended(&self, kind: &str, code: &str) -> Option<i32> {
        let last = self.of(kind, code).last()?.0;
        let listed = self.0.iter().any(|((other, _), years)| other == kind && years.contains_key(&(last + 1)));
        listed.then_some(last + 1)
    }
}

/// Names by year as names by period: each from 1 January of its first year until the next; the first and the last
/// without an end of their own.
pub(super) fn periods(lang: &str, years: &BTreeMap<i32, String>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (year, value) in years.iter().filter(|(_, value)| !value.is_empty()) {
        if names.last().is_some_and(|last| last.value == *value) {
            continue;
        }
        let from = (!names.is_empty()).then(|| new_year(*year));
        if let Some(last) = names.last_mut() {
            last.to = from;
        }
        names.push(Name { lang: lang.to_owned(), value: value.clone(), from, to: None });
    }
    names
}
