//! The published schema speaks the field's language: every noun, and every value of every vocabulary, with its Finnish term.

use std::collections::BTreeMap;

use api::graphql::schema::sdl;
use entity::{Noun, Term};

/// Vocabularies without terms of the field: how lists are sorted and cut, how a name matched, how a check judges.
const OWN_WORDS: [&str; 5] = ["Direction", "ClassMethod", "MatchKind", "Rule", "Severity"];
/// Values whose name is the same in every language.
const SAME_WORDS: [&str; 3] = ["RegionFamily.NUTS1", "RegionFamily.NUTS2", "RegionFamily.NUTS3"];

/// Nouns and other types with the term that their description gives, once.
const TYPES: [(&str, &str); 31] = [
    ("Municipality", "kunta"),
    ("Region", "alue"),
    ("MunicipalityChange", "kuntamuutos"),
    ("Organization", "organisaatio"),
    ("Committee", "toimielin"),
    ("Person", "henkilö"),
    ("ServiceArea", "palvelualue"),
    ("ServicePoint", "palvelupiste"),
    ("Service", "palvelu"),
    ("Indicator", "tunnusluku"),
    ("SourceDocument", "lähde"),
    ("Scenario", "skenaario"),
    ("Statement", "väittämä"),
    ("Contract", "sopimus"),
    ("ServiceProduct", "palvelutuote"),
    ("Scorecard", "tuloskortti"),
    ("CollaborationNetwork", "yhteistyöverkosto"),
    ("Initiative", "hanke"),
    ("Strategy", "strategia"),
    ("Observation", "havainto"),
    ("Membership", "kunnan kuuluminen alueeseen"),
    ("CommitteeMembership", "jäsenyys"),
    ("ServiceArrangement", "palvelun järjestäminen"),
    ("ContractParty", "sopimuksen osapuoli"),
    ("ContractSection", "sopimuksen kohta, liite tai muutos"),
    ("ContractTreeNode", "sopimushierarkia"),
    ("StrategyGoal", "strategian tavoite"),
    ("ScorecardItem", "tuloskortin rivi"),
    ("Citation", "lähdeviite"),
    ("Mention", "maininta"),
    ("Money", "rahamäärä"),
];

/// Terms of the glossary that stand somewhere in the schema, beside those of types and values above.
const TERMS: [&str; 34] = [
    "maakunta",
    "seutukunta",
    "hyvinvointialue",
    "maakuntaliitto",
    "kuntayhtymä",
    "isäntäkunta",
    "valtuusto",
    "kunnanhallitus",
    "kaupunginhallitus",
    "lautakunta",
    "valiokunta",
    "jaosto",
    "aluejaosto",
    "johtokunta",
    "yhteinen toimielin",
    "neuvottelukunta",
    "asiakasraati",
    "luottamushenkilö",
    "liikelaitos",
    "palveluntuottaja",
    "järjestäjä",
    "tilaaja-tuottaja",
    "sopimusohjaus",
    "strateginen palvelusopimus",
    "strateginen palvelutuotantosopimus",
    "operatiivinen palvelutuotantosopimus",
    "tulosalue",
    "tulosyksikkö",
    "toimintayksikkö",
    "palvelukokonaisuus",
    "tuoteryhmä",
    "menestystekijä",
    "tietolähde",
    "tavoitetaso",
];

/// Descriptions of types by name, of enum values as `Enum.VALUE`; the names of the enums.
struct Descriptions {
    of: BTreeMap<String, String>,
    enums: Vec<String>,
}

fn descriptions(sdl: &str) -> Descriptions {
    let (mut of, mut enums) = (BTreeMap::new(), Vec::new());
    let (mut text, mut reading, mut inside) = (String::new(), false, None::<String>);
    for line in sdl.lines() {
        let trimmed = line.trim();
        if let Some(rest) = trimmed.strip_prefix("\"\"\"") {
            if !reading {
                text.clear();
            }
            let one_line = rest.strip_suffix("\"\"\"").filter(|_| !reading);
            text += one_line.unwrap_or_default();
            reading = !reading && one_line.is_none();
        } else if reading {
            text += trimmed;
            text.push(' ');
        } else {
            let words: Vec<&str> = trimmed.split_whitespace().collect();
            match words[..] {
                ["type" | "interface" | "enum", name, ..] => {
                    inside = (words[0] == "enum").then(|| name.to_owned());
                    enums.extend(inside.clone());
                    of.insert(name.to_owned(), std::mem::take(&mut text));
                }
                [value] if inside.is_some() && value != "}" => {
                    let name = format!("{}.{value}", inside.as_deref().unwrap_or_default());
                    of.insert(name, std::mem::take(&mut text));
                }
                _ => text.clear(),
            }
            if trimmed == "}" {
                inside = None;
            }
        }
    }
    Descriptions { of, enums }
}

/// Texts in parentheses.
fn terms(description: &str) -> Vec<&str> {
    description.split('(').skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn every_noun_names_its_finnish_term_once() {
    let descriptions = descriptions(&sdl());
    for (noun, name, _) in Noun::ALL {
        let found = TYPES.iter().filter(|(known, _)| known.to_uppercase() == name.replace('_', ""));
        assert_eq!(found.count(), 1, "{noun:?} is not in the list of this test");
    }
    for (name, term) in TYPES {
        let description = descriptions.of.get(name).unwrap_or_else(|| panic!("no type {name}"));
        let found = terms(description).into_iter().filter(|found| *found == term).count();
        assert_eq!(found, 1, "{name} does not name ({term}) once: {description}");
    }
}

#[test]
fn every_vocabulary_and_value_names_its_finnish_term() {
    let descriptions = descriptions(&sdl());
    assert!(descriptions.enums.len() > 40);
    let mut missing = Vec::new();
    for name in &descriptions.enums {
        if name.ends_with("OrderField") || OWN_WORDS.contains(&name.as_str()) {
            continue;
        }
        let prefix = format!("{name}.");
        let of_enum = descriptions.of.iter().filter(|(key, _)| *key == name || key.starts_with(&prefix));
        for (key, description) in of_enum {
            let named = terms(description).into_iter().filter(|term| term.chars().any(char::is_alphabetic)).count();
            if named != 1 && !SAME_WORDS.contains(&key.as_str()) {
                missing.push(format!("{key}: {description}"));
            }
        }
    }
    assert!(missing.is_empty(), "without one Finnish term in parentheses:\n{}", missing.join("\n"));
}

#[test]
fn the_glossary_is_in_the_schema() {
    let sdl = sdl();
    let missing: Vec<&str> = TERMS.into_iter().filter(|term| !sdl.contains(term)).collect();
    assert!(missing.is_empty(), "not in any description: {missing:?}");
}

#[test]
fn everything_is_described() {
    let descriptions = descriptions(&sdl());
    let bare: Vec<&String> = descriptions.of.iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| name).collect();
    assert!(bare.is_empty(), "without description: {bare:?}");
}
