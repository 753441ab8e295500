//! The documents behind the tables: the collection, and one for each table.

use serde_json::json;
use store::Draft;
use store::draft::uid;
use uuid::Uuid;

use crate::finland::{SOURCE, document};

/// Name of the list of 2005.
pub(super) const LIST_2005: &str = "kunnat_2005.csv";
/// Name of the table of abolitions.
pub(super) const ABOLISHED: &str = "lakkautetut_kunnat_vuoteen_2022_asti.csv";
/// Name of the table of renames.
pub(super) const RENAMED: &str = "kuntien_nimenmuutokset_vuoteen_2022_asti.csv";
/// Name of the list of 2022.
pub(super) const LIST_2022: &str = "kunnat_ja_kuntapohjaiset_alueet_2022_suomeksi_ruotsiksi_englanniksi.csv";

const COLLECTION: &str = "sorvi";
const ORIGIN: &str = "https://github.com/rOpenGov/sorvi";
const PUBLISHER: &str = "Tilastokeskus";
const LICENCE: &str = "CC BY 4.0";
const ATTRIBUTION: &str = "Tilastokeskus, luokitukset; koonnut rOpenGov/sorvi";

/// Public key of the document of a table.
pub(super) fn of(file: &str) -> Uuid {
    uid(SOURCE, &key(file))
}

fn key(file: &str) -> String {
    format!("{COLLECTION}/{}", file.trim_end_matches(".csv"))
}

/// The collection and its tables.
pub(super) fn documents() -> Vec<Draft> {
    let tables = [
        (LIST_2005, "Kunnat 1.1.2005"),
        (ABOLISHED, "Lakkautetut kunnat vuoteen 2022 asti"),
        (RENAMED, "Kuntien nimenmuutokset vuoteen 2022 asti"),
        (LIST_2022, "Kunnat ja kuntapohjaiset alueet 2022 suomeksi, ruotsiksi ja englanniksi"),
    ];
    let collection = json!({
        "kind": "DATASET", "publisher": "rOpenGov", "url": ORIGIN, "licence": "BSD-2-Clause", "attribution": "Leo Lahti ym., sorvi",
    });
    let mut documents = vec![document(COLLECTION, "sorvi: Suomen kuntajaon taulukot", collection)];
    documents.extend(tables.map(|(file, name)| {
        let own = json!({
            "kind": "REGISTER", "publisher": PUBLISHER, "parent_id": uid(SOURCE, COLLECTION), "url": ORIGIN,
            "licence": LICENCE, "attribution": ATTRIBUTION,
        });
        document(&key(file), name, own)
    }));
    documents
}
