//! Dataset files to drafts.

use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{Name, Names};
use serde_json::{Map, Value};
use store::Draft;
use store::draft::{Code, uid};

use super::boundary::Boundary;
use super::file::{DatedName, Edges, File, Identifier, Naming, Record};
use super::{fold, matrix, refs};

/// What a line of a file is, or its number in the file, counted from 1, and what is wrong with it.
type Read<T> = Result<T, (u64, String)>;

/// The records of a file, and boundaries of records of any file.
type Lines = (Vec<Read<Draft>>, Vec<Read<Boundary>>);

/// Reads a file.
///
/// # Errors
/// What is wrong when the text is no dataset file.
pub(super) fn file(text: &str) -> Result<Lines, String> {
    let plain: String = text
        .lines()
        .map(|line| if line.trim_start().starts_with("//") { "\n".to_owned() } else { format!("{line}\n") })
        .collect();
    let mut file: File = serde_json::from_str(&plain).map_err(|error| error.to_string())?;
    let boundaries = std::mem::take(&mut file.boundaries);
    let records = match file.records.take() {
        None if boundaries.is_empty() => return Err("there are no `records`".to_owned()),
        records => records.unwrap_or_default(),
    };
    let wrong = |number: u64| move |reason| (number, reason);
    let records = (1..).zip(records).map(|(number, record)| draft(&file, record).map_err(wrong(number)));
    let boundaries = (1..).zip(boundaries).map(|(number, line)| Boundary::read(number, line, &file.own).map_err(wrong(number)));
    Ok((records.collect(), boundaries.collect()))
}

fn draft(file: &File, record: Value) -> Result<Draft, String> {
    let record: Record = serde_json::from_value(record).map_err(|error| error.to_string())?;
    let noun = record.noun.or(file.noun).ok_or("no noun")?;
    let id = record.id.as_deref().map(refs::code).transpose()?;
    let made = id.as_ref().map(|code| uid(&code.scheme, &code.value));
    let mut draft = Draft::new(noun, record.uid.or(made).ok_or("neither id nor uid")?);
    draft.identifiers.extend(id);
    for identifier in record.identifiers {
        draft.identifiers.push(code(identifier)?);
    }
    draft.names = names(record.names);
    draft.status = record.status.unwrap_or(draft.status);
    draft.visibility = record.visibility.unwrap_or(draft.visibility);
    draft.owner = record.owner.as_deref().map(refs::parse).transpose()?;
    draft.scenario = record.scenario.as_deref().map(refs::parse).transpose()?;
    draft.source = record.source.unwrap_or_else(|| file.source.clone()).as_deref().map(refs::parse).transpose()?;
    (draft.from, draft.from_precision) = (record.from, record.from_precision);
    (draft.to, draft.to_precision) = (record.to, record.to_precision);
    draft.own = file.own.clone();
    draft.own.extend(record.own);
    refs::read(&mut draft.own, &refs::own(noun))?;
    draft.edges = edges(&draft, record.edges)?;
    Ok(draft)
}

fn edges(draft: &Draft, short: Edges) -> Result<Edges, String> {
    let mut edges = Edges::new();
    for (key, list) in short {
        let columns = refs::edge(draft.noun, &key);
        let mut long: Vec<Map<String, Value>> = Vec::new();
        for edge in list {
            let spread =
                if key == matrix::KEY && matrix::is_matrix(&edge) { matrix::spread(edge) } else { fold::unfold(edge, &columns) };
            long.extend(spread.map_err(|reason| format!("{key}: {reason}"))?);
        }
        for edge in &mut long {
            refs::read(edge, &columns).map_err(|reason| format!("{key}: {reason}"))?;
        }
        edges.insert(key, long);
    }
    Ok(edges)
}

fn code(identifier: Identifier) -> Result<Code, String> {
    match identifier {
        Identifier::Always(word) => refs::code(&word),
        Identifier::Dated(Code { scheme, value, from, to }) => {
            Ok(Code { scheme, value, from: from.max(FAR_PAST), to: to.min(FAR_FUTURE) })
        }
    }
}

fn names(names: std::collections::BTreeMap<String, Naming>) -> Names {
    let mut all = Vec::new();
    for (lang, naming) in names {
        match naming {
            Naming::Always(value) => all.push(Name { lang, value, from: None, to: None }),
            Naming::Dated(dated) => {
                let name = |DatedName { value, from, to }| Name { lang: lang.clone(), value, from, to };
                all.extend(dated.into_iter().map(name));
            }
        }
    }
    Names(all)
}
