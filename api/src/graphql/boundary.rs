//! Boundaries of areas: the scalar, and the field's fetch for a whole level.

use std::collections::HashMap;

use async_graphql::{Context, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use entity::{NounEntity, RecordId};

use super::context::Ctx;
use super::item::Item;
use crate::{Error, Result};

/// Largest tolerance in degrees; about 111 kilometres from north to south.
const MAX_TOLERANCE: f64 = 1.0;

/// A GeoJSON geometry (RFC 7946): an object with `type` and `coordinates`, which are longitude and latitude in degrees of WGS84
/// (EPSG:4326), in this order. Only in answers.
#[derive(Clone, Debug)]
pub struct GeoJson(Value);

/// A GeoJSON geometry (RFC 7946): an object with `type` and `coordinates`, which are longitude and latitude in degrees of WGS84
/// (EPSG:4326), in this order. Only in answers.
#[Scalar(name = "GeoJSON", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc7946#section-3.1")]
impl ScalarType for GeoJson {
    fn parse(_value: Value) -> InputValueResult<Self> {
        Err(InputValueError::custom("a geometry cannot be given"))
    }

    fn to_value(&self) -> Value {
        self.0.clone()
    }
}

/// The boundary of an area on the day of the lens; fetched for all siblings in one statement.
///
/// # Errors
/// [`Error::BadUserInput`] for a tolerance that is none, and when the database fails.
pub async fn of<E: NounEntity>(item: &Item<E>, ctx: &Context<'_>, tolerance: Option<f64>) -> Result<Option<GeoJson>> {
    if tolerance.is_some_and(|tolerance| !(0.0..=MAX_TOLERANCE).contains(&tolerance)) {
        return Err(Error::BadUserInput(format!("tolerance lies between 0 and {MAX_TOLERANCE} degrees")));
    }
    let load = || async {
        let ids = item.group().ids();
        let found = store::boundary::of(ctx.db(), item.scope(), &ids, tolerance).await?;
        let shown = |(id, geometry)| Ok((id, GeoJson(Value::from_json(geometry).map_err(|_| Error::Internal)?)));
        found.into_iter().map(shown).collect::<Result<HashMap<RecordId, GeoJson>>>()
    };
    Ok(item.fetch(ctx, load).await?.get(&item.row().id()).cloned())
}
