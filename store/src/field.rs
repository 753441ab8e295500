//! Names of fields as the schema has them, for what stands on single fields of a record: citations. Mostly they follow from
//! columns and lists; the few that do not are written down here. A test compares them with the schema.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use entity::{EdgeEntity, Noun, Term};
use sea_orm::{EntityTrait, IdenStatic, Iterable};

use crate::{each_edge, with_noun};

/// Fields that every record has.
const REGISTRY: [&str; 5] = ["identifiers", "names", "status", "validity", "visibility"];

/// Columns that the schema shows under another name, or together as one field.
const COLUMNS: [(&str, &str); 18] = [
    ("as_written", "quantity"),
    ("approximate", "quantity"),
    ("class_max", "classUpper"),
    ("class_min", "classLower"),
    ("currency", "price"),
    ("hours", "openingHours"),
    ("lat", "center"),
    ("lon", "center"),
    ("net", "price"),
    ("open_ended", "quantity"),
    ("price_minor", "price"),
    ("valid_from", "validity"),
    ("valid_from_precision", "validity"),
    ("valid_to", "validity"),
    ("valid_to_precision", "validity"),
    ("value_max", "quantity"),
    ("value_min", "quantity"),
    ("record_id", "record"),
];

/// Lists of edges that the schema shows under another name, and whether as what they are: not where it shows the records at
/// their other end.
const LISTS: [(Noun, &str, &str, bool); 5] = [
    (Noun::Committee, "members", "memberships", true),
    (Noun::Region, "members", "municipalities", false),
    (Noun::ServiceArea, "members", "municipalities", false),
    (Noun::ServicePoint, "services", "services", false),
    (Noun::SourceDocument, "mentions", "mentioned", true),
];

/// What the schema does not show.
const HIDDEN: [&str; 5] = ["observations.scenario", "parties.position", "parts.fromRegion", "parts.toRegion", "raw"];

/// Lists that are no fields of their own; `boundary` is one of three nouns.
const NO_LISTS: [&str; 3] = ["boundaries", "citations", "replaces"];

static NAMES: LazyLock<HashMap<Noun, BTreeSet<String>>> =
    LazyLock::new(|| Noun::ALL.iter().map(|(noun, ..)| (*noun, of_noun(*noun))).collect());

/// Fields of a noun that a citation may stand on: `tier`; for what a list holds, `phases.method`.
#[must_use]
pub fn names(noun: Noun) -> &'static BTreeSet<String> {
    static NONE: BTreeSet<String> = BTreeSet::new();
    NAMES.get(&noun).unwrap_or(&NONE)
}

/// Whether a record of some noun has a field of that name.
#[must_use]
pub fn known(name: &str) -> bool {
    NAMES.values().any(|names| names.contains(name))
}

fn of_noun(noun: Noun) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = REGISTRY.map(str::to_owned).into();
    with_noun!(noun, E => names.extend(columns::<E>().iter().filter(|column| *column != "id").map(|column| name(column))));
    each_edge!(E => if <E as EdgeEntity>::carried_by(noun) && !NO_LISTS.contains(&<E as EdgeEntity>::KEY) {
        let key = <E as EdgeEntity>::KEY;
        let listed = LISTS.iter().find(|(of, list, ..)| *of == noun && *list == key);
        let (list, shown) = listed.map_or_else(|| (camel(key), true), |(.., name, shown)| ((*name).to_owned(), *shown));
        let own = [<E as EdgeEntity>::PARENT_COLUMN, "id"];
        let inner = columns::<E>().into_iter().filter(|column| shown && !own.contains(&column.as_str()));
        names.extend(inner.map(|column| format!("{list}.{}", name(&column))));
        names.insert(list);
    });
    if [Noun::Municipality, Noun::Region, Noun::ServiceArea].contains(&noun) {
        names.insert("boundary".to_owned());
    }
    if noun == Noun::ServicePoint && names.remove("center") {
        names.insert("location".to_owned());
    }
    names.retain(|name| !HIDDEN.contains(&name.as_str()));
    names
}

fn columns<E: EntityTrait>() -> Vec<String> {
    E::Column::iter().map(|column| column.as_str().to_owned()).collect()
}

fn name(column: &str) -> String {
    let renamed = COLUMNS.iter().find(|(known, _)| *known == column).map(|(_, name)| (*name).to_owned());
    renamed.unwrap_or_else(|| camel(column.strip_suffix("_id").unwrap_or(column)))
}

fn camel(word: &str) -> String {
    let mut name = String::with_capacity(word.len());
    for (index, part) in word.split('_').enumerate() {
        let mut letters = part.chars();
        let first = letters.next().filter(|_| index > 0).map(|letter| letter.to_ascii_uppercase());
        name.extend(first);
        name.push_str(if first.is_some() { letters.as_str() } else { part });
    }
    name
}
