//! The changes replayed on the list of 2005: when each municipality begins and ends, and how it is called when.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;

use super::lists::{Abolition, Base, Listed, Named, Rename};
use super::source::{ABOLISHED, LIST_2022, RENAMED};
use crate::Sink;

/// One municipality over the years.
pub(super) struct Life {
    /// Day of its birth; none: it is in the list of 2005.
    pub(super) born: Option<NaiveDate>,
    /// Day from which it is no more.
    pub(super) gone: Option<NaiveDate>,
    /// Names with the day from which they are valid.
    pub(super) names: Vec<(NaiveDate, Named)>,
}

impl Life {
    fn alive(&self, day: NaiveDate) -> bool {
        self.born.is_none_or(|born| born <= day) && self.gone.is_none_or(|gone| day < gone)
    }

    /// The name on a day, or the first one.
    pub(super) fn name(&self, day: NaiveDate) -> Option<&Named> {
        self.names.iter().rev().find(|(from, _)| *from <= day).or(self.names.first()).map(|(_, name)| name)
    }
}

/// All that happened.
pub(super) struct History {
    pub(super) lives: BTreeMap<String, Life>,
    pub(super) abolitions: Vec<Abolition>,
    pub(super) renames: Vec<(Rename, Named)>,
}

/// Replays abolitions and renames; rows that do not fit become problems and are left out.
pub(super) fn replay(
    sink: &mut Sink,
    folder: &Path,
    base: &[Base],
    abolitions: Vec<Abolition>,
    renames: Vec<Rename>,
    listed: &[Listed],
) -> History {
    let lives = base.iter().map(|row| {
        (row.kunta.code.clone(), Life { born: None, gone: None, names: vec![(crate::finland::BASE, row.kunta.clone())] })
    });
    let mut history = History { lives: lives.collect(), abolitions: Vec::new(), renames: Vec::new() };
    let mut known: HashSet<String> = listed.iter().map(|row| row.kunta.code.clone()).collect();
    known.extend(abolitions.iter().map(|row| row.gone.code.clone()));
    for row in abolitions {
        if let Err((field, reason)) = history.abolish(&row, &known) {
            sink.problem(&folder.join(ABOLISHED), Some(row.line), Some(field), reason);
        } else {
            history.abolitions.push(row);
        }
    }
    for row in renames {
        match history.rename(&row) {
            Ok(old) => history.renames.push((row, old)),
            Err(reason) => sink.problem(&folder.join(RENAMED), Some(row.line), Some("Muuttuneen kunnan koodi"), reason),
        }
    }
    for row in listed {
        if history.lives.get(&row.kunta.code).is_none_or(|life| life.gone.is_some()) {
            let reason = format!("{} is not in force by the other tables", row.kunta.code);
            sink.problem(&folder.join(LIST_2022), Some(row.line), Some("Kunnan numero"), reason);
        }
    }
    history
}

impl History {
    fn abolish(&mut self, row: &Abolition, known: &HashSet<String>) -> Result<(), (&'static str, String)> {
        let (gone, into) = ("Lakkautetun kunnan koodi", "Liitoskunta / Liitoskunnat koodi");
        let split = |life: &Life| life.gone == Some(row.day);
        match self.lives.get(&row.gone.code) {
            None => return Err((gone, format!("unknown municipality {}", row.gone.code))),
            Some(life) if !life.alive(row.day) && !split(life) => {
                return Err((gone, format!("{} is not in force on {}", row.gone.code, row.day)));
            }
            Some(_) => {}
        }
        match self.lives.get(&row.into.code) {
            None if !known.contains(&row.into.code) => {
                return Err((into, format!("unknown successor {}", row.into.code)));
            }
            Some(life) if !life.alive(row.day) => {
                return Err((into, format!("successor {} is not in force on {}", row.into.code, row.day)));
            }
            _ => {}
        }
        self.lives.entry(row.into.code.clone()).or_insert_with(|| Life {
            born: Some(row.day),
            gone: None,
            names: vec![(row.day, row.into.clone())],
        });
        if let Some(life) = self.lives.get_mut(&row.gone.code) {
            life.gone = Some(row.day);
        }
        Ok(())
    }

    fn rename(&mut self, row: &Rename) -> Result<Named, String> {
        let life = self.lives.get_mut(&row.new.code).ok_or_else(|| format!("unknown municipality {}", row.new.code))?;
        if !life.alive(row.day) {
            return Err(format!("{} is not in force on {}", row.new.code, row.day));
        }
        let old = life.name(row.day).cloned().ok_or("it has no name")?;
        life.names.push((row.day, row.new.clone()));
        Ok(old)
    }
}
