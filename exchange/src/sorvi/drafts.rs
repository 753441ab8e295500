//! The replayed history as drafts: municipalities and changes. What other imports know of a municipality stays.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::municipality_change::ChangeKind;
use entity::time::FAR_FUTURE;
use entity::{Name, Noun, Precision};
use store::Draft;
use uuid::Uuid;

use super::lists::{Listed, Named};
use super::replay::{History, Life};
use super::source;
use crate::finland::{BASE, KUNTA, change, kunta, new_year, part};
use crate::{Error, Sink};

/// First day of which the tables say nothing.
const HORIZON: i32 = 2023;

/// Every municipality in force on 1 January 2005 or later.
///
/// # Errors
/// When the database fails.
pub(super) async fn municipalities(sink: &Sink, history: &History, listed: &[Listed]) -> Result<Vec<Draft>, Error> {
    let stored = store::draft::read::of_noun(sink.tx(), Noun::Municipality).await?;
    let mut stored: HashMap<Uuid, Draft> = stored.into_iter().map(|draft| (draft.uid, draft)).collect();
    let english: HashMap<&str, &str> = listed.iter().map(|row| (row.kunta.code.as_str(), row.en.as_str())).collect();
    let drafts = history.lives.iter().map(|(code, life)| {
        let draft = stored.remove(&kunta(code)).unwrap_or_else(|| Draft::coded(Noun::Municipality, KUNTA, code));
        let draft = municipality(draft.with("code", code.as_str()), life);
        match english.get(code.as_str()) {
            Some(en) if !draft.names.0.iter().any(|name| name.lang == "en") => draft.named("en", en),
            _ => draft,
        }
    });
    Ok(drafts.collect())
}

fn municipality(mut draft: Draft, life: &Life) -> Draft {
    (draft.from, draft.from_precision) = match life.born {
        Some(day) => (day, Precision::Day),
        None => (BASE, Precision::Unknown),
    };
    if let Some(day) = life.gone {
        (draft.to, draft.to_precision) = (day, Precision::Day);
    } else if draft.to < new_year(HORIZON) {
        (draft.to, draft.to_precision) = (FAR_FUTURE, Precision::Day);
    }
    draft.source = Some(source::of(if life.born.is_none() { source::LIST_2005 } else { source::ABOLISHED }));
    draft.names.0.retain(|name| !["fi", "sv"].contains(&name.lang.as_str()));
    draft.names.0.extend(dated(life, "fi", |name| &name.fi));
    draft.names.0.extend(dated(life, "sv", |name| &name.sv));
    draft
}

/// Names of one language, each until the next; the first and the last without an end of their own.
fn dated(life: &Life, lang: &str, value: impl Fn(&Named) -> &String) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (from, named) in &life.names {
        let value = value(named);
        if names.last().is_some_and(|last| last.value == *value) {
            continue;
        }
        if let Some(last) = names.last_mut() {
            last.to = Some(*from);
        }
        let from = (!names.is_empty()).then_some(*from);
        names.push(Name { lang: lang.to_owned(), value: value.clone(), from, to: None });
    }
    names
}

/// Mergers, splits and renames.
pub(super) fn changes(history: &History) -> Vec<Draft> {
    let mut successors: BTreeMap<(NaiveDate, &str), BTreeSet<&str>> = BTreeMap::new();
    for row in &history.abolitions {
        successors.entry((row.day, &row.gone.code)).or_default().insert(&row.into.code);
    }
    let mut mergers: BTreeMap<(NaiveDate, &str), BTreeSet<&str>> = BTreeMap::new();
    let mut drafts = Vec::new();
    for ((day, gone), into) in successors {
        if into.len() == 1 {
            mergers.entry((day, into.first().copied().unwrap_or_default())).or_default().insert(gone);
        } else {
            let name = format!("{} → {}", history.name(gone, day), history.names(&into, day));
            let mut split = change(day, gone, ChangeKind::Split, &name);
            into.iter().for_each(|into| part(&mut split, gone, into));
            drafts.push(sourced(split, source::ABOLISHED));
        }
    }
    for ((day, into), gone) in mergers {
        let name = format!("{} → {}", history.names(&gone, day), history.name(into, day));
        let mut merge = change(day, into, ChangeKind::Merge, &name);
        gone.iter().for_each(|gone| part(&mut merge, gone, into));
        if history.lives.get(into).is_some_and(|life| life.born != Some(day)) {
            part(&mut merge, into, into);
        }
        drafts.push(sourced(merge, source::ABOLISHED));
    }
    drafts.extend(history.renames.iter().map(|(row, old)| {
        let (new, code) = (&row.new, &row.new.code);
        let name = if new.fi == old.fi {
            format!("{}: {} → {}", new.fi, old.sv, new.sv)
        } else {
            format!("{} → {}", old.fi, new.fi)
        };
        let mut rename = change(row.day, code, ChangeKind::Rename, &name);
        part(&mut rename, code, code);
        sourced(rename, source::RENAMED)
    }));
    drafts
}

fn sourced(mut draft: Draft, file: &str) -> Draft {
    draft.source = Some(source::of(file));
    draft
}

impl History {
    fn name(&self, code: &str, day: NaiveDate) -> &str {
        self.lives.get(code).and_then(|life| life.name(day)).map_or("?", |name| &name.fi)
    }

    fn names(&self, codes: &BTreeSet<&str>, day: NaiveDate) -> String {
        codes.iter().map(|code| self.name(code, day)).collect::<Vec<_>>().join(", ")
    }
}
