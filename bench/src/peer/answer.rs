//! The peer's answers: the same JSON as the API's.

use chrono::NaiveDate;
use entity::text::FALLBACK;
use entity::time::{FAR_FUTURE, FAR_PAST};
use entity::{Micros, Names, Noun, quantity::UNIT};
use sea_orm::sqlx::types::Json;
use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
pub struct Nodes<T> {
    pub nodes: Vec<T>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Flat {
    pub municipalities: FlatPage,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FlatPage {
    pub nodes: Vec<Municipality>,
    pub page_info: PageInfo,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageInfo {
    pub has_next_page: bool,
}

#[derive(Serialize)]
pub struct Municipality {
    pub code: String,
    pub name: Option<String>,
    pub center: Option<Point>,
    pub validity: Validity,
}

#[derive(Serialize)]
pub struct Validity {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

#[derive(Serialize)]
pub struct Point {
    pub lon: f64,
    pub lat: f64,
}

#[derive(Serialize)]
pub struct Nested {
    pub municipalities: Nodes<Parent>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parent {
    pub id: String,
    pub name: Option<String>,
    pub service_points: Nodes<ServicePoint>,
}

#[derive(Serialize)]
pub struct ServicePoint {
    pub id: String,
    pub name: Option<String>,
    pub location: Option<Point>,
    pub services: Nodes<Named>,
}

#[derive(Serialize)]
pub struct Named {
    pub id: String,
    pub name: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Near {
    pub service_points: Nodes<Neighbor>,
}

#[derive(Serialize)]
pub struct Neighbor {
    pub id: String,
    pub name: Option<String>,
    pub location: Option<Point>,
    pub distance: Option<f64>,
    pub municipality: Option<Coded>,
    pub organization: Option<Named>,
}

#[derive(Serialize)]
pub struct Coded {
    pub code: String,
    pub name: Option<String>,
}

#[derive(Serialize)]
pub struct Map {
    pub observations: Nodes<Observation>,
}

#[derive(Serialize)]
pub struct Observation {
    pub value: Option<String>,
    pub subject: Option<Coded>,
}

/// The opaque id of a record.
pub fn id(noun: Noun, uid: Uuid) -> String {
    api::graphql::id::encode(noun, uid).0
}

/// The name on a day, in Finnish where there is one.
pub fn name(Json(names): Json<Names>, day: NaiveDate) -> Option<String> {
    let find = |lang: &str| names.on(day).find(|name| name.lang == lang);
    FALLBACK.into_iter().find_map(find).map(|name| name.value.clone())
}

/// A point, where both degrees are known.
pub fn point(lon: Option<f64>, lat: Option<f64>) -> Option<Point> {
    Some(Point { lon: lon?, lat: lat? })
}

/// The period, open ends as null.
pub fn validity(from: NaiveDate, to: NaiveDate) -> Validity {
    Validity { from: Some(from).filter(|day| *day != FAR_PAST), to: Some(to).filter(|day| *day != FAR_FUTURE) }
}

/// A whole number of units.
pub fn decimal(value: Micros) -> String {
    (value / UNIT).to_string()
}
