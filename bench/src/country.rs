//! A synthetic country: municipalities in regions, with organizations, committees, service points and a figure a year.
//! The same for a scale each time, so that results can be compared.

use chrono::{Datelike, NaiveDate};
use entity::quantity::UNIT;
use entity::{Noun, Precision};
use serde_json::json;
use store::{Database, Draft, draft, write::Writer};
use uuid::Uuid;

use crate::Result;
use crate::names::{self, Name};

/// Municipalities at scale 1, as many as Finland had in 2004.
const MUNICIPALITIES: usize = 441;
/// Regions in each family.
const REGIONS: usize = 20;
/// Service points of a municipality.
const POINTS: usize = 10;
/// Services of a service point.
const SERVICES: usize = 3;
/// Services in all.
const CATALOGUE: usize = 600;
/// First year with a figure.
const FIRST_YEAR: i32 = 2016;
/// Last year with a figure.
pub const LAST_YEAR: i32 = 2025;
/// Drafts in one transaction.
const BATCH: usize = 10_000;

/// Fills an empty, migrated database.
///
/// # Errors
/// When the database fails.
pub async fn fill(db: &Database, scale: usize) -> Result<()> {
    let count = MUNICIPALITIES * scale;
    let mut drafts: Vec<Draft> = (0..CATALOGUE).map(service).collect();
    drafts.extend((0..count).map(municipality));
    write(db, drafts).await?;
    write(
        db,
        ["MAAKUNTA", "SEUTUKUNTA"]
            .into_iter()
            .flat_map(|family| (0..REGIONS).map(move |index| region(family, index, count)))
            .collect(),
    )
    .await?;
    for first in (0..count).step_by(BATCH / 14) {
        let range = first..count.min(first + BATCH / 14);
        write(db, range.clone().map(organization).collect()).await?;
        let bodies =
            range.clone().flat_map(|municipality| (0..names::BODIES.len()).map(move |index| committee(municipality, index)));
        let points = range.flat_map(|municipality| (0..POINTS).map(move |index| point(municipality, index)));
        write(db, bodies.chain(points).collect()).await?;
    }
    write(db, vec![indicator(count)]).await
}

async fn write(db: &Database, drafts: Vec<Draft>) -> Result<()> {
    let mut writer = Writer::begin(db, "bench", 1_700_000_000_000_000).await?;
    writer.upsert(drafts).await?;
    writer.commit().await?;
    Ok(())
}

fn code(municipality: usize) -> String {
    format!("{:03}", municipality + 1)
}

fn municipality_uid(municipality: usize) -> Uuid {
    draft::uid("FI-KUNTA", &code(municipality))
}

fn organization_uid(municipality: usize) -> Uuid {
    draft::uid("BENCH-ORGANIZATION", &code(municipality))
}

fn coded(noun: Noun, scheme: &str, value: &str, name: &Name) -> Draft {
    Draft::coded(noun, scheme, value).named("fi", &name.fi).named("sv", &name.sv).named("en", &name.en)
}

/// A point of the mainland, the same for the same number each time.
fn position(seed: usize) -> (f64, f64) {
    let spread = |factor: usize| (seed.wrapping_mul(factor) % 100_003) as f64 / 100_003.0;
    let degrees = |value: f64| (value * 1e6).round() / 1e6;
    (degrees(21.5 + 8.5 * spread(48_271)), degrees(60.1 + 7.4 * spread(69_621)))
}

fn municipality(index: usize) -> Draft {
    let (lon, lat) = position(index + 1);
    let code = code(index);
    let mut draft =
        coded(Noun::Municipality, "FI-KUNTA", &code, &names::place(index)).with("code", code).with("lon", lon).with("lat", lat);
    let year = 1865 + i32::try_from(index % 120).unwrap_or_default();
    draft.from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(draft.from);
    draft.from_precision = Precision::Year;
    draft
}

fn region(family: &str, index: usize, municipalities: usize) -> Draft {
    let code = format!("{:02}", index + 1);
    let mut draft =
        coded(Noun::Region, &format!("FI-{family}"), &code, &names::place(index * 7)).with("family", family).with("code", code);
    for member in (index..municipalities).step_by(REGIONS) {
        draft.edge("members", json!({ "municipality_id": municipality_uid(member), "certainty": "STATED" }));
    }
    draft
}

fn organization(municipality: usize) -> Draft {
    let name = names::place(municipality);
    let name =
        Name { fi: format!("{}n kunta", name.fi), sv: format!("{} kommun", name.sv), en: format!("Municipality of {}", name.en) };
    coded(Noun::Organization, "BENCH-ORGANIZATION", &code(municipality), &name)
        .with("kind", "MUNICIPALITY")
        .with("municipality_id", municipality_uid(municipality).to_string())
}

/// A name made of a place and a word for what is there.
fn at_place(place: &Name, (fi, sv, en): (&str, &str, &str)) -> Name {
    Name { fi: format!("{}n {fi}", place.fi), sv: format!("{} {sv}", place.sv), en: format!("{} {en}", place.en) }
}

fn committee(municipality: usize, index: usize) -> Draft {
    let (kind, fi, sv, en) = names::BODIES[index];
    let name = at_place(&names::place(municipality), (fi, sv, en));
    coded(Noun::Committee, "BENCH-COMMITTEE", &format!("{municipality}-{index}"), &name)
        .with("kind", kind)
        .with("organization_id", organization_uid(municipality).to_string())
}

fn service(index: usize) -> Draft {
    let name = at_place(&names::place(index / names::SERVICES.len() * 5), names::SERVICES[index % names::SERVICES.len()]);
    coded(Noun::Service, "BENCH-SERVICE", &index.to_string(), &name)
        .with("kind", "SERVICE")
        .with("description", json!({ "fi": "Palvelu on tarkoitettu kunnan asukkaille." }))
}

fn point(municipality: usize, index: usize) -> Draft {
    let place = names::place(municipality);
    let (lon, lat) = position(municipality * POINTS + index + 17);
    let number = municipality * POINTS + index;
    let mut draft = coded(
        Noun::ServicePoint,
        "BENCH-POINT",
        &number.to_string(),
        &at_place(&place, names::POINTS[index % names::POINTS.len()]),
    )
    .with("kind", "PLACE")
    .with("organization_id", organization_uid(municipality).to_string())
    .with("municipality_id", municipality_uid(municipality).to_string())
    .with("lon", lon)
    .with("lat", lat)
    .with("address", json!({ "fi": format!("Kirkkotie {}", index + 1), "sv": format!("Kyrkvägen {}", index + 1) }))
    .with("postal_code", format!("{:05}", 10_000 + municipality % 90_000))
    .with("postal_place", json!({ "fi": place.fi.to_uppercase(), "sv": place.sv.to_uppercase() }))
    .with("url", format!("https://palvelut.example/{number}"));
    for service in 0..SERVICES {
        let service = (number * 7 + service * 211) % CATALOGUE;
        draft.edge("services", json!({ "service_id": draft::uid("BENCH-SERVICE", &service.to_string()) }));
    }
    draft
}

fn indicator(municipalities: usize) -> Draft {
    let name = Name { fi: "Väkiluku".to_owned(), sv: "Folkmängd".to_owned(), en: "Population".to_owned() };
    let mut draft = coded(Noun::Indicator, "SEUTU-INDICATOR", "population", &name)
        .with("code", "population")
        .with("unit", json!({ "fi": "henkilöä", "sv": "personer", "en": "persons" }))
        .with("additive", true)
        .with("decimals", 0);
    let day = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    for year in FIRST_YEAR..=LAST_YEAR {
        for municipality in 0..municipalities {
            let value =
                (700 + i64::try_from(municipality * 7919 % 60_000).unwrap_or_default() + i64::from(day(year).year())) * UNIT;
            draft.edge(
                "observations",
                json!({
                    "subject_id": municipality_uid(municipality),
                    "period_from": day(year), "period_to": day(year + 1),
                    "value_min": value, "value_max": value, "status": "NORMAL",
                }),
            );
        }
    }
    draft
}
