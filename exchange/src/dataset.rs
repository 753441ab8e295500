//! The built-in dataset, and the form in which any dataset is exported and imported: JSON files for people to read and
//! to write, a set of records each. Lines that begin with `//` are comments. What is exported and imported again is
//! the same to the byte.
//!
//! A file is `{about, noun, source, own, records}`; `noun`, `source` and the columns in `own` hold for the records that
//! do not say otherwise. A record is a [`store::Draft`] in short: `id` is the `SCHEME:code` that its UUID is made of,
//! other records are named in the same way, `names` is a map by language, and edges that differ in one reference only
//! are one edge with a list there. Yearly figures are a matrix: `periods`, and `values` by subject. Boundaries stand in a
//! file of their own: `{about, own, boundaries}`.

mod boundary;
mod file;
mod fold;
mod matrix;
mod read;
mod refs;
mod write;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use boundary::Boundary;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use store::Draft;
use store::write::{Outcome, Writer};
use uuid::Uuid;

use crate::{Error, Sink};

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../dataset/", $name)))),*]
    };
}

/// The files of the built-in dataset: name and text.
pub const FILES: &[(&str, &str)] = embedded![
    "boundary.json",
    "hyvinsivi-2018-collaboration_network.json",
    "hyvinsivi-2018-committee.json",
    "hyvinsivi-2018-initiative.json",
    "hyvinsivi-2018-organization.json",
    "hyvinsivi-2018-person.json",
    "hyvinsivi-2018-related_document.json",
    "hyvinsivi-2018-scenario.json",
    "hyvinsivi-2018-source_document.json",
    "hyvinsivi-2018-statement.json",
    "indicator.json",
    "municipality.json",
    "municipality_change.json",
    "organizations-paijat-hame-2007.json",
    "organizations-pohjois-karjala-2017.json",
    "paijat-hame-2007-committee.json",
    "paijat-hame-2007-indicator.json",
    "paijat-hame-2007-initiative.json",
    "paijat-hame-2007-person.json",
    "paijat-hame-2007-scenario.json",
    "paijat-hame-2007-service.json",
    "paijat-hame-2007-service_area.json",
    "paijat-hame-2007-source_document.json",
    "paijat-hame-2007-statement.json",
    "pohjois-karjala-2017-committee.json",
    "pohjois-karjala-2017-initiative.json",
    "pohjois-karjala-2017-person.json",
    "pohjois-karjala-2017-scenario.json",
    "pohjois-karjala-2017-source_document.json",
    "pohjois-karjala-2017-statement.json",
    "pohjois-karjala-2017-strategy.json",
    "region-avi.json",
    "region-elinvoimakeskus.json",
    "region-ely.json",
    "region-erva.json",
    "region-hyvinvointialue.json",
    "region-kela_asumistukialue.json",
    "region-kela_palvelualue.json",
    "region-kielisuhde.json",
    "region-kuntaryhmitys.json",
    "region-maakunta.json",
    "region-nuts1.json",
    "region-nuts2.json",
    "region-nuts3.json",
    "region-sairaanhoitopiiri.json",
    "region-seutukunta.json",
    "region-suuralue.json",
    "region-tyollisyysalue.json",
    "region-tyossakayntialue.json",
    "region-vaalipiiri.json",
    "region-yhteistyoalue.json",
    "sopimusohjaus-hankkeet.json",
    "sopimusohjaus-henkilot.json",
    "sopimusohjaus-lahteet.json",
    "sopimusohjaus-organisaatiot.json",
    "sopimusohjaus-palvelut.json",
    "sopimusohjaus-palvelutuotteet.json",
    "sopimusohjaus-sopimukset.json",
    "sopimusohjaus-strategiat.json",
    "sopimusohjaus-toimielimet.json",
    "sopimusohjaus-tuloskortit.json",
    "sopimusohjaus-tunnusluvut.json",
    "sopimusohjaus-vaittamat.json",
    "source_document.json",
    "suupohja-2004-committee.json",
    "suupohja-2004-initiative.json",
    "suupohja-2004-organization.json",
    "suupohja-2004-person.json",
    "suupohja-2004-service.json",
    "suupohja-2004-service_area.json",
    "suupohja-2004-source_document.json",
    "suupohja-2004-statement.json",
    "suupohja-2004-strategy.json",
];

/// Writes all records as a dataset into a folder, which is made if it does not exist; gives the files written.
///
/// # Errors
/// When the database fails or a file cannot be written.
pub async fn export(db: &impl ConnectionTrait, folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let drafts = store::draft::read::all(db).await?;
    std::fs::create_dir_all(folder).map_err(|error| Error::file(folder, error))?;
    let mut written = Vec::new();
    for (name, text) in write::files(drafts) {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| Error::file(&path, error))?;
        written.push(path);
    }
    Ok(written)
}

/// Loads the built-in dataset at `now`, microseconds since 1970, in one transaction.
///
/// # Errors
/// When a file is not sound, or the store refuses.
pub async fn load(db: &DatabaseConnection, now: i64) -> Result<Outcome, Error> {
    let mut set = Set::default();
    for (name, text) in FILES {
        set.read(name.as_ref(), text)?;
    }
    set.join();
    if let Some((path, number, reason)) = set.problems.first() {
        return Err(Error::file(path, format!("record {number}: {reason}")));
    }
    let Set { drafts, .. } = set;
    let mut writer = Writer::begin(db, "dataset", now).await?;
    let outcome = writer.upsert(drafts).await?;
    writer.commit().await?;
    Ok(outcome)
}

/// Reads a dataset from a folder, all of its `.json` files, or from one file. Records may name each other across files.
///
/// # Errors
/// When a file cannot be read or is no dataset, or the store refuses.
pub(crate) async fn import_dir(sink: &mut Sink, path: &Path) -> Result<(), Error> {
    let mut set = Set::default();
    for path in files(path)? {
        let text = std::fs::read_to_string(&path).map_err(|error| Error::file(&path, error))?;
        sink.read(set.read(&path, &text)?);
    }
    set.join();
    for (path, number, reason) in set.problems {
        sink.problem(&path, Some(number), None, reason);
    }
    sink.push_together(set.drafts).await
}

/// What the files of a dataset hold.
#[derive(Default)]
struct Set {
    drafts: Vec<Draft>,
    boundaries: Vec<(PathBuf, Boundary)>,
    /// File, number of the record or boundary in it, and what is wrong.
    problems: Vec<(PathBuf, u64, String)>,
}

impl Set {
    /// Reads a file; the number of its lines.
    fn read(&mut self, path: &Path, text: &str) -> Result<u64, Error> {
        let (records, boundaries) = read::file(text).map_err(|reason| Error::file(path, reason))?;
        let lines = records.len() + boundaries.len();
        let mut problem = |(number, reason)| self.problems.push((path.to_owned(), number, reason));
        self.drafts.extend(records.into_iter().filter_map(|record| record.map_err(&mut problem).ok()));
        let boundaries = boundaries.into_iter().filter_map(|boundary| boundary.map_err(&mut problem).ok());
        self.boundaries.extend(boundaries.map(|boundary| (path.to_owned(), boundary)));
        Ok(lines as u64)
    }

    /// Puts the boundaries to their records.
    fn join(&mut self) {
        let places: HashMap<Uuid, usize> = self.drafts.iter().enumerate().map(|(place, draft)| (draft.uid, place)).collect();
        for (path, boundary) in self.boundaries.drain(..) {
            match places.get(&boundary.record) {
                Some(place) => boundary.join(&mut self.drafts[*place]),
                None => self.problems.push((path, boundary.number, "no file holds the record of this boundary".to_owned())),
            }
        }
    }
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|error| Error::file(path, error))? {
        let file = entry.map_err(|error| Error::file(path, error))?.path();
        if file.extension().is_some_and(|extension| extension == "json") {
            files.push(file);
        }
    }
    if files.is_empty() {
        return Err(Error::file(path, "there is no .json file"));
    }
    files.sort();
    Ok(files)
}
