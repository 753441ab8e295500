//! Sports sites.

use entity::Noun;
use serde_json::json;

use super::{imported, place, spoiled, with_bad_rows};
use crate::support::{database, municipality, store_all, stored};

const FORMAT: &str = "lipas";

async fn seeded() -> sea_orm::DatabaseConnection {
    let db = database().await;
    store_all(&db, vec![municipality("005", "Alajärvi"), municipality("249", "Keuruu")]).await;
    db
}

#[tokio::test]
async fn sites_become_service_points() {
    let db = seeded().await;
    let report = imported(&db, FORMAT).await;
    assert_eq!((report.rows, report.created), (2 + 2 + 2, 2 + 6 + 1));
    let points = stored(&db, Noun::ServicePoint).await;
    let uid = |id| store::draft::uid("LIPAS", id);
    let point = points.iter().find(|draft| draft.uid == uid("72269")).unwrap();
    assert_eq!(point.names.0[0].value, "Koulukeskuksen lähiliikunta-alue");
    assert_eq!(point.own["municipality_id"], store::draft::uid("FI-KUNTA", "249").to_string());
    assert_eq!((&point.own["lon"], &point.own["lat"]), (&json!(24.7051081551397), &json!(62.2613211721703)));
    assert_eq!(point.own["postal_code"], "42700");
    assert_eq!(point.own["description"], json!({ "fi": "Pannakenttä." }));
    assert_eq!(point.edges["services"][0]["service_id"], store::draft::uid("LIPAS-TYPE", "1120").to_string());
    let raw = json!({
        "owner": "Kunta", "admin": "Kunta / tekninen toimi", "constructionYear": 2011, "properties": { "fieldsCount": 1.0 },
        "location": {
            "city": { "name": "Keuruu" },
            "coordinates": { "tm35fin": { "lon": 380848.639900476, "lat": 6905404.53185308 } },
        },
    });
    assert_eq!(point.own["raw"], raw, "what has no field is kept, and no more");

    let bare = points.iter().find(|draft| draft.uid == uid("7")).unwrap();
    assert_eq!(bare.own["municipality_id"], store::draft::uid("FI-KUNTA", "005").to_string(), "5 is 005");
    assert!(!bare.own.contains_key("address") && !bare.own.contains_key("postal_code"));
    assert_eq!(bare.own["raw"]["location"]["address"], "-");
    assert_eq!(bare.own["raw"]["location"]["postalCode"], "427");
}

#[tokio::test]
async fn one_number_can_be_category_sub_category_and_type() {
    let db = seeded().await;
    imported(&db, FORMAT).await;
    let services = stored(&db, Noun::Service).await;
    let of = |scheme: &str| services.iter().find(|draft| draft.uid == store::draft::uid(scheme, "7000")).unwrap();
    let [top, sub, kind] = ["LIPAS-CATEGORY", "LIPAS-SUBCATEGORY", "LIPAS-TYPE"].map(of);
    assert_eq!([top, sub, kind].map(|draft| draft.own["kind"].clone()), ["SERVICE_ENTITY", "SERVICE_GROUP", "SERVICE"]);
    assert_eq!(sub.own["parent_id"], top.uid.to_string());
    assert_eq!(kind.own["parent_id"], sub.uid.to_string());
}

#[tokio::test]
async fn bad_rows_stop_the_import_or_are_left_out() {
    let file = "sports-places-1000.json";
    let cases = [
        ("\"cityCode\": 5", "\"cityCode\": 901", 2, "cityCode"),
        ("\"typeCode\": 1120", "\"typeCode\": 1", 1, "typeCode"),
        ("\"name\": \"Huoltorakennus\"", "\"name\": \" \"", 2, "name"),
        ("\"lon\": 23.8", "\"lon\": 380848.6", 2, "wgs84"),
        ("\"sportsPlaceId\": 7,", "\"sportsPlaceId\": 72269,", 2, "sportsPlaceId"),
    ];
    for (old, new, row, field) in cases {
        let db = seeded().await;
        let folder = spoiled(FORMAT, file, old, new);
        let problems = with_bad_rows(&db, FORMAT, folder.path()).await;
        assert_eq!(problems.iter().map(place).collect::<Vec<_>>(), [(file, Some(row), Some(field))]);
        assert_eq!(stored(&db, Noun::ServicePoint).await.len(), 1);
    }
}
