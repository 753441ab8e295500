//! A sports site as a service point.
//!
//! What has a field of its own is taken out of the source's object; the rest of it is kept as `raw`, so that
//! nothing is lost. Texts are the register's Finnish ones, also where a name in them is Swedish.

use std::collections::HashSet;

use entity::Noun;
use serde_json::{Map, Value, json};
use store::Draft;
use uuid::Uuid;

use super::types::Types;
use super::{SOURCE, Wrong, take_text};
use crate::known;

/// Scheme of site numbers.
const SCHEME: &str = "LIPAS";

/// A site as a draft.
///
/// # Errors
/// The field that is wrong, and why.
pub(super) fn draft(place: Value, types: &Types, municipalities: &HashSet<Uuid>) -> Result<Draft, Wrong> {
    let Value::Object(mut place) = place else { return Err(("sportsPlaceId", "is not an object".to_owned())) };
    let id = take_number(&mut place, "sportsPlaceId")?;
    let service = service(&mut place, types)?;
    let Some(name) = take_text(&mut place, "name") else { return Err(("name", "has no name".to_owned())) };
    let mut draft = Draft::coded(Noun::ServicePoint, SCHEME, &id.to_string()).named("fi", &name).with("kind", "PLACE");
    draft.source = Some(SOURCE.uid());
    draft.edge("services", json!({ "service_id": service.to_string() }));

    if let Some(Value::Object(mut location)) = place.remove("location") {
        draft = locate(draft, &mut location, municipalities)?;
        keep(&mut place, "location", location);
    } else {
        return Err(("location", "has no location".to_owned()));
    }
    if let Some(Value::Object(mut properties)) = place.remove("properties") {
        if let Some(text) = take_text(&mut properties, "infoFi") {
            draft = draft.with("description", json!({ "fi": text }));
        }
        keep(&mut place, "properties", properties);
    }
    if let Some(url) = take_text(&mut place, "www") {
        draft = draft.with("url", url);
    }
    Ok(if place.is_empty() { draft } else { draft.with("raw", Value::Object(place)) })
}

/// The service of the site's type. The type's name stands on the service.
fn service(place: &mut Map<String, Value>, types: &Types) -> Result<Uuid, Wrong> {
    let code = place.get("type").and_then(|kind| kind.get("typeCode")).and_then(Value::as_i64);
    let Some(code) = code else { return Err(("typeCode", "is not a number".to_owned())) };
    let Some(service) = types.get(&code) else { return Err(("typeCode", format!("no type {code}"))) };
    place.remove("type");
    Ok(*service)
}

/// Municipality, position and address.
fn locate(mut draft: Draft, location: &mut Map<String, Value>, municipalities: &HashSet<Uuid>) -> Result<Draft, Wrong> {
    let code = match location.get_mut("city").and_then(Value::as_object_mut) {
        Some(city) => take_number(city, "cityCode")?,
        None => return Err(("cityCode", "has no municipality".to_owned())),
    };
    let municipality = known::municipality(&code.to_string()).filter(|uid| municipalities.contains(uid));
    let Some(municipality) = municipality else { return Err(("cityCode", format!("no municipality {code:03}"))) };
    draft = draft.with("municipality_id", municipality.to_string());
    if let Some([lon, lat]) = position(location)? {
        draft = draft.with("lon", lon).with("lat", lat);
    }
    if let Some(address) = take_text(location, "address") {
        draft = draft.with("address", json!({ "fi": address }));
    }
    if let Some(town) = take_text(location, "postalOffice") {
        draft = draft.with("postal_place", json!({ "fi": town }));
    }
    let is_code = |code: &str| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    if location.get("postalCode").and_then(Value::as_str).is_some_and(is_code)
        && let Some(code) = location.remove("postalCode")
    {
        draft = draft.with("postal_code", code);
    }
    Ok(draft)
}

/// Longitude and latitude in WGS84 degrees, taken out; none if the site has none.
fn position(location: &mut Map<String, Value>) -> Result<Option<[f64; 2]>, Wrong> {
    let Some(coordinates) = location.get_mut("coordinates").and_then(Value::as_object_mut) else { return Ok(None) };
    let Some(wgs84) = coordinates.remove("wgs84").filter(|wgs84| !wgs84.is_null()) else { return Ok(None) };
    let degrees = |key: &str, bound: f64| wgs84.get(key).and_then(Value::as_f64).filter(|value| value.abs() <= bound);
    match (degrees("lon", 180.0), degrees("lat", 90.0)) {
        (Some(lon), Some(lat)) => Ok(Some([lon, lat])),
        _ => Err(("wgs84", format!("{wgs84} is no position"))),
    }
}

fn take_number(object: &mut Map<String, Value>, field: &'static str) -> Result<i64, Wrong> {
    let number = object.get(field).and_then(Value::as_i64).filter(|number| *number >= 0);
    object.remove(field);
    number.ok_or_else(|| (field, "is not a number".to_owned()))
}

/// Puts what is left of an object back.
fn keep(place: &mut Map<String, Value>, field: &str, rest: Map<String, Value>) {
    if !rest.is_empty() {
        place.insert(field.to_owned(), Value::Object(rest));
    }
}
