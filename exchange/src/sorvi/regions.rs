//! The regions (maakunta) and their members of 2005. The list of 2005 names them without code; the codes come from
//! the list of 2022, and from here for the one that ended in between.

use std::collections::{BTreeMap, HashMap, HashSet};

use entity::{Noun, Precision};
use serde_json::{Value, json};
use store::Draft;
use store::draft::uid;
use uuid::Uuid;

use super::lists::{Base, Listed};
use super::source;
use crate::finland::{BASE, MAAKUNTA, kunta, new_year};
use crate::{Error, Sink};

/// Regions of 2005 that the list of 2022 no longer has.
const ENDED: [(&str, &str); 1] = [("20", "Itä-Uusimaa")];

/// The regions of 2005 with their members in that year; those stored with them already are left as they are.
///
/// # Errors
/// When the database fails.
pub(super) async fn regions(sink: &mut Sink, base: &[Base], listed: &[Listed]) -> Result<Vec<Draft>, Error> {
    let mut codes: HashMap<&str, (&str, Option<&Listed>)> = ENDED.map(|(code, name)| (name, (code, None))).into();
    codes.extend(listed.iter().map(|row| (row.region_names[0].as_str(), (row.region.as_str(), Some(row)))));
    let mut stored = stored(sink).await?;
    let mut drafts: BTreeMap<&str, Draft> = BTreeMap::new();
    for row in base {
        let Some((code, listed)) = codes.get(row.region[0].as_str()).copied() else {
            let reason = format!("unknown region {:?}", row.region[0]);
            sink.problem(source::LIST_2005.as_ref(), Some(row.line), Some("region_name_fi"), reason);
            continue;
        };
        let draft = drafts
            .entry(code)
            .or_insert_with(|| stored.remove(&uid(MAAKUNTA, code)).unwrap_or_else(|| region(code, row, listed)));
        if !members_of_2005(draft).contains(&kunta(&row.kunta.code).to_string()) {
            draft.edge("members", json!({
                "municipality_id": kunta(&row.kunta.code), "certainty": "STATED", "valid_from": BASE, "valid_to": new_year(2006),
            }));
        }
    }
    Ok(drafts.into_values().collect())
}

async fn stored(sink: &Sink) -> Result<HashMap<Uuid, Draft>, Error> {
    let stored = store::draft::read::of_noun(sink.tx(), Noun::Region).await?;
    Ok(stored.into_iter().map(|draft| (draft.uid, draft)).collect())
}

fn region(code: &str, row: &Base, listed: Option<&Listed>) -> Draft {
    let mut draft = Draft::coded(Noun::Region, MAAKUNTA, code)
        .named("fi", &row.region[0])
        .named("sv", &row.region[1])
        .named("en", listed.map_or("", |listed| &listed.region_names[2]))
        .with("family", "MAAKUNTA")
        .with("code", code)
        .with("coverage", json!([{"from": BASE, "to": new_year(2006), "certainty": "STATED"}]));
    (draft.from, draft.from_precision) = (BASE, Precision::Unknown);
    draft.source = Some(source::of(source::LIST_2005));
    draft
}

/// Municipalities with a membership on the day of the list.
fn members_of_2005(region: &Draft) -> HashSet<String> {
    let day = BASE.to_string();
    let members = region.edges.get("members").into_iter().flatten();
    let then = members.filter(|edge| edge.get("valid_from").and_then(Value::as_str) == Some(day.as_str()));
    then.filter_map(|edge| edge.get("municipality_id")?.as_str().map(str::to_owned)).collect()
}
