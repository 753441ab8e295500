//! Decision makers of Helsinki.

use entity::{Noun, Precision};
use store::Draft;

use super::{excerpt, imported, place, spoiled, with_bad_rows};
use crate::support::{database, day, municipality, run, store_all, stored};

const FORMAT: &str = "helsinki-ahjo";

fn of<'a>(drafts: &'a [Draft], id: &str) -> &'a Draft {
    drafts.iter().find(|draft| draft.uid == uid(id)).unwrap()
}

fn uid(id: &str) -> uuid::Uuid {
    store::draft::uid("HELSINKI-AHJO", id)
}

fn name<'a>(draft: &'a Draft, lang: &str) -> Option<&'a str> {
    draft.names.0.iter().find(|name| name.lang == lang).map(|name| name.value.as_str())
}

#[tokio::test]
async fn decision_makers_become_committees_under_units() {
    let db = database().await;
    store_all(&db, vec![municipality("091", "Helsinki")]).await;
    let report = imported(&db, FORMAT).await;
    assert_eq!((report.rows, report.updated), (20, 0));

    let committees = stored(&db, Noun::Committee).await;
    assert_eq!(committees.len(), 10);
    let board = of(&committees, "00400");
    assert_eq!((name(board, "fi"), name(board, "sv")), (Some("Kaupunginhallitus"), Some("Stadsstyrelsen")));
    assert_eq!((&board.own["kind"], &board.own["power"]), (&"BOARD".into(), &"DECISION".into()));
    assert_eq!(board.own["parent_id"], uid("02900").to_string(), "the board is under the council");
    assert_eq!(board.own["organization_id"], uid("00001").to_string(), "and a body of the city");
    let section = of(&committees, "U321100");
    assert_eq!(section.own["kind"], "SECTION");
    assert_eq!(section.own["organization_id"], uid("U321200").to_string());
    assert!(!section.own.contains_key("parent_id"), "the committee above is not stated");

    let units = stored(&db, Noun::Organization).await;
    let city = of(&units, "00001");
    assert_eq!(city.own["kind"], "MUNICIPALITY");
    assert_eq!(city.own["municipality_id"], store::draft::uid("FI-KUNTA", "091").to_string());
    assert_eq!(of(&units, "U321200").own["level"], "SECTOR");
    assert_eq!(of(&units, "U321200").own["parent_id"], uid("00001").to_string());
    assert_eq!(of(&units, "U321200401520").own["parent_id"], uid("U321200").to_string());
    assert_eq!(of(&units, "U3011000").own["kind"], "MUNICIPAL_ENTERPRISE");
    assert_eq!(of(&units, "U003000").own["level"], "AGENCY");
    assert!(units.iter().chain(&committees).all(|draft| draft.source.is_some()));
}

#[tokio::test]
async fn periods_are_read_as_the_register_means_them() {
    let db = database().await;
    run(&db, FORMAT, &excerpt(FORMAT), false, false).await.unwrap();
    let committees = stored(&db, Noun::Committee).await;
    let holder = of(&committees, "U321200401520VH1");
    assert_eq!((holder.from, holder.to), (day("2024-01-01"), day("2024-06-01")), "23:59:59 is the last day");
    let council = of(&committees, "02900");
    assert_eq!((council.from, council.from_precision), (day("2009-01-01"), Precision::Unknown), "where the register begins");
    assert_eq!(council.to, entity::time::FAR_FUTURE, "2100 is never");
    let city = stored(&db, Noun::Organization).await.into_iter().find(|draft| draft.uid == uid("00001")).unwrap();
    assert!(!city.own.contains_key("municipality_id"), "Helsinki is not in the store");
}

#[tokio::test]
async fn a_city_that_is_already_an_organization_is_not_made_again() {
    let db = database().await;
    let helsinki = municipality("091", "Helsinki");
    let city = Draft::coded(Noun::Organization, "TEST", "city")
        .named("fi", "Helsingin kaupunki")
        .with("kind", "MUNICIPALITY")
        .with("municipality_id", helsinki.uid.to_string());
    store_all(&db, vec![helsinki, city.clone()]).await;
    imported(&db, FORMAT).await;
    let units = stored(&db, Noun::Organization).await;
    assert_eq!(units.iter().filter(|draft| draft.own["kind"] == "MUNICIPALITY").count(), 1);
    assert_eq!(of(&units, "U321200").own["parent_id"], city.uid.to_string());
}

#[tokio::test]
async fn bad_rows_stop_the_import_or_are_left_out() {
    let council = r#""Name": "Kaupunginvaltuusto", "ID": "02900", "TypeId": "1", "Existing": "true", "Formed": "2009-01-01T00:00:00.000", "Dissolved": "2100-01-01T00:00:00.000", "Type""#;
    let folder = spoiled(FORMAT, "decisionmakers.json", council, &council.replace("2009-01-01T00:00:00.000", "once"));
    let db = database().await;
    let problems = with_bad_rows(&db, FORMAT, folder.path()).await;
    let file = "decisionmakers.json";
    let expected = [(file, Some(2), Some("Formed")), (file, Some(1), Some("OrganizationLevelAbove"))];
    assert_eq!(problems.iter().map(place).collect::<Vec<_>>(), expected, "the board goes with the council above it");
    assert_eq!(stored(&db, Noun::Committee).await.len(), 8);
}

#[tokio::test]
async fn an_id_given_twice_and_an_unknown_type_are_problems() {
    let db = database().await;
    let folder = spoiled(FORMAT, "decisionmakers.json", r#""ID": "U321100""#, r#""ID": "U321""#);
    let problems = with_bad_rows(&db, FORMAT, folder.path()).await;
    assert_eq!(problems[0].field.as_deref(), Some("ID"));
    let folder = spoiled(FORMAT, "decisionmakers.json", r#""TypeId": "19""#, r#""TypeId": "99""#);
    let db = database().await;
    let problems = with_bad_rows(&db, FORMAT, folder.path()).await;
    assert_eq!(problems[0].field.as_deref(), Some("TypeId"));
}
