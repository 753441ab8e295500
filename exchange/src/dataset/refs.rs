//! References to records as people read them: `SCHEME:code` where the record's UUID is made of that, else the UUID.

use std::collections::HashMap;

use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{EdgeEntity, Noun, NounEntity};
use serde_json::{Map, Value};
use store::draft::{Code, uid};
use store::{Draft, each_edge, with_noun};
use uuid::Uuid;

/// The code that a record's UUID is made of: always in use, and with a scheme that can be split off again.
pub(super) fn key(draft: &Draft) -> Option<&Code> {
    let always = |code: &&Code| code.from == FAR_PAST && code.to == FAR_FUTURE && !code.scheme.contains(':');
    draft.identifiers.iter().filter(always).find(|code| uid(&code.scheme, &code.value) == draft.uid)
}

/// A code as one word.
pub(super) fn word(code: &Code) -> String {
    format!("{}:{}", code.scheme, code.value)
}

/// A word as a code.
pub(super) fn code(word: &str) -> Result<Code, String> {
    let (scheme, value) = word.split_once(':').ok_or_else(|| format!("{word:?} is not SCHEME:code"))?;
    Ok(Code { scheme: scheme.to_owned(), value: value.to_owned(), from: FAR_PAST, to: FAR_FUTURE })
}

/// A word or UUID as a UUID.
pub(super) fn parse(word: &str) -> Result<Uuid, String> {
    word.parse().or_else(|_| code(word).map(|code| uid(&code.scheme, &code.value)))
}

/// Words by UUID, of all records that have one.
pub(super) struct Words(HashMap<Uuid, String>);

impl Words {
    pub(super) fn of(drafts: &[Draft]) -> Self {
        Self(drafts.iter().filter_map(|draft| Some((draft.uid, word(key(draft)?)))).collect())
    }

    /// The word of a record, else its UUID.
    pub(super) fn name(&self, uid: Uuid) -> String {
        self.0.get(&uid).cloned().unwrap_or_else(|| uid.to_string())
    }

    /// Replaces UUIDs by words.
    pub(super) fn write(&self, row: &mut Map<String, Value>, columns: &[&'static str]) {
        for column in columns {
            if let Some(Value::String(text)) = row.get_mut(*column)
                && let Ok(uid) = text.parse()
            {
                *text = self.name(uid);
            }
        }
    }
}

/// Replaces words by UUIDs.
pub(super) fn read(row: &mut Map<String, Value>, columns: &[&'static str]) -> Result<(), String> {
    for column in columns {
        if let Some(Value::String(text)) = row.get_mut(*column) {
            *text = parse(text).map_err(|reason| format!("{column}: {reason}"))?.to_string();
        }
    }
    Ok(())
}

/// Own columns of a noun that refer to records.
pub(super) fn own(noun: Noun) -> Vec<&'static str> {
    with_noun!(noun, E => <E as NounEntity>::REFS.iter().map(|reference| reference.column).collect())
}

/// Columns of edges that refer to records; the first is the one that a list may stand in.
pub(super) fn edge(noun: Noun, key: &str) -> Vec<&'static str> {
    let mut columns = Vec::new();
    each_edge!(E => if <E as EdgeEntity>::carried_by(noun) && <E as EdgeEntity>::KEY == key {
        columns = <E as EdgeEntity>::REFS.iter().map(|reference| reference.column).collect();
    });
    columns
}
