//! The documents behind the tables: the collection, and one for each kind of table.

use serde_json::json;
use store::Draft;
use store::draft::uid;
use uuid::Uuid;

use crate::finland::{SOURCE, document};

const ORIGIN: &str = "https://github.com/rOpenGov/geofi";

/// The yearly keys.
pub(super) fn keys() -> Uuid {
    uid(SOURCE, "geofi/municipality_key")
}

/// The municipal centres.
pub(super) fn centres() -> Uuid {
    uid(SOURCE, "geofi/municipality_central_localities")
}

/// The collection and its tables.
pub(super) fn documents() -> Vec<Draft> {
    let collection = json!({
        "kind": "DATASET", "publisher": "rOpenGov", "url": ORIGIN, "licence": "BSD-2-Clause",
        "attribution": "Joona Lehtomäki, Juuso Parkkinen, Leo Lahti, Jussi Jousimo, Janne Aukia, geofi",
    });
    let table = |key: &str, name: &str, publisher: &str| {
        let own = json!({
            "kind": "REGISTER", "publisher": publisher, "parent_id": uid(SOURCE, "geofi"), "url": ORIGIN,
            "licence": "CC BY 4.0", "attribution": format!("{publisher}; koonnut rOpenGov/geofi"),
        });
        document(&format!("geofi/{key}"), name, own)
    };
    vec![
        document("geofi", "geofi: Suomen kuntapohjaiset aluejaot", collection),
        table("municipality_key", "Kunta-avaimet 2013-2026", "Tilastokeskus"),
        table("municipality_central_localities", "Kuntien keskukset", "Maanmittauslaitos"),
        table("region_names_swedish_2008_2018", "Aluejakojen ruotsinkieliset nimet 2008-2018", "Tilastokeskus"),
    ]
}
