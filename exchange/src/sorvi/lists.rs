//! The four tables as rows of their own types, checked one by one.

use std::collections::HashSet;
use std::path::Path;

use chrono::NaiveDate;

use super::source::{ABOLISHED, LIST_2005, LIST_2022, RENAMED};
use crate::finland::BASE;
use crate::table::{self, Fault, Row};
use crate::{Error, Sink};

/// A code with Finnish and Swedish name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Named {
    pub(super) code: String,
    pub(super) fi: String,
    pub(super) sv: String,
}

/// A municipality of 2005 with the name of its region.
pub(super) struct Base {
    pub(super) line: u64,
    pub(super) kunta: Named,
    pub(super) region: [String; 2],
}

/// An abolition into one successor; several rows where it was split.
#[derive(Clone)]
pub(super) struct Abolition {
    pub(super) line: u64,
    pub(super) day: NaiveDate,
    pub(super) gone: Named,
    pub(super) into: Named,
}

/// A change of name.
pub(super) struct Rename {
    pub(super) line: u64,
    pub(super) day: NaiveDate,
    pub(super) new: Named,
}

/// A municipality of 2022 with its region: code, and names in fi, sv, en.
pub(super) struct Listed {
    pub(super) line: u64,
    pub(super) kunta: Named,
    pub(super) en: String,
    pub(super) region: String,
    pub(super) region_names: [String; 3],
}

/// The municipalities of 1 January 2005. No Swedish name means that it is the Finnish one.
pub(super) fn base(sink: &mut Sink, folder: &Path) -> Result<Vec<Base>, Error> {
    let columns = ["municipality_name_fi", "municipality_name_sv", "municipality_code", "region_name_fi", "region_name_sv"];
    let mut seen = HashSet::new();
    table::read(sink, &folder.join(LIST_2005), b';', &columns, |row| {
        let kunta = named(row, [columns[2], columns[0], columns[1]])?;
        let fi = row.filled(columns[3])?;
        let sv = Some(row.text(columns[4])).filter(|sv| !sv.is_empty()).unwrap_or_else(|| fi.clone());
        once(&mut seen, &kunta.code, columns[2])?;
        Ok(Base { line: row.line, kunta, region: [fi, sv] })
    })
}

/// The abolitions after the list of 2005, in the order of the days.
pub(super) fn abolitions(sink: &mut Sink, folder: &Path) -> Result<Vec<Abolition>, Error> {
    let gone = ["Lakkautetun kunnan koodi", "Lakkautettu kunta", "Lakkautettu kunta ruotsiksi"];
    let into = ["Liitoskunta / Liitoskunnat koodi", "Liitoskunta / Liitoskunnat", "Liitoskunta / Liitoskunnat ruotsiksi"];
    let columns = [gone.as_slice(), into.as_slice(), &["Ajankohta"]].concat();
    let mut seen = HashSet::new();
    let rows = table::read(sink, &folder.join(ABOLISHED), b',', &columns, |row| {
        let day = row.date("Ajankohta")?;
        if day <= BASE {
            return Ok(None);
        }
        let row = Abolition { line: row.line, day, gone: named(row, gone)?, into: named(row, into)? };
        once(&mut seen, &format!("{} to {}", row.gone.code, row.into.code), gone[0])?;
        Ok(Some(row))
    })?;
    let mut rows: Vec<Abolition> = rows.into_iter().flatten().collect();
    rows.sort_by_key(|row| (row.day, row.line));
    Ok(rows)
}

/// The renames after the list of 2005, in the order of the days.
pub(super) fn renames(sink: &mut Sink, folder: &Path) -> Result<Vec<Rename>, Error> {
    let columns = ["Muuttuneen kunnan koodi", "Uusi nimi", "Uusi nimi ruotsiksi", "Ajankohta"];
    let mut seen = HashSet::new();
    let rows = table::read(sink, &folder.join(RENAMED), b',', &columns, |row| {
        let day = row.date(columns[3])?;
        if day <= BASE {
            return Ok(None);
        }
        let row = Rename { line: row.line, day, new: named(row, [columns[0], columns[1], columns[2]])? };
        once(&mut seen, &format!("{} on {day}", row.new.code), columns[0])?;
        Ok(Some(row))
    })?;
    let mut rows: Vec<Rename> = rows.into_iter().flatten().collect();
    rows.sort_by_key(|row| (row.day, row.line));
    Ok(rows)
}

/// The municipalities of 2022.
pub(super) fn listed(sink: &mut Sink, folder: &Path) -> Result<Vec<Listed>, Error> {
    let kunta = ["Kunnan numero", "Kunta", "Kunnan nimi ruotsiksi"];
    let names = ["Maakunta", "Maakunnan nimi ruotsiksi", "Maakunnan nimi englanniksi"];
    let columns = [kunta.as_slice(), names.as_slice(), &["Kunnan nimi englanniksi", "Maakunnan koodi"]].concat();
    let mut seen = HashSet::new();
    table::read(sink, &folder.join(LIST_2022), b',', &columns, |row| {
        let listed = Listed {
            line: row.line,
            kunta: named(row, kunta)?,
            en: row.text("Kunnan nimi englanniksi"),
            region: row.code("Maakunnan koodi", 2)?,
            region_names: names.map(|column| row.text(column)),
        };
        once(&mut seen, &listed.kunta.code, kunta[0])?;
        Ok(listed)
    })
}

fn named(row: &Row, [code, fi, sv]: [&str; 3]) -> Result<Named, Fault> {
    let (code, fi, sv) = (row.code(code, 3)?, row.filled(fi)?, row.text(sv));
    let sv = if sv.is_empty() { fi.clone() } else { sv };
    Ok(Named { code, fi, sv })
}

fn once(seen: &mut HashSet<String>, key: &str, field: &str) -> Result<(), Fault> {
    if seen.insert(key.to_owned()) { Ok(()) } else { Err(Fault::of(field, format!("{key} is given twice"))) }
}
