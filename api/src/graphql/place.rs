//! Arguments of place: near a point, in a box, areas that contain a point.

use async_graphql::Context;
use store::order::Kind;
use store::place::{Bbox, Near};
use store::{At, Condition, Scope, Term};

use super::context::Ctx;
use super::noun::{BboxInput, NearInput, PointInput};
use crate::{Error, Result};

/// Farthest distance of `near`, in metres.
const MAX_METERS: f64 = 1_000_000.0;

fn degrees(lon: f64, lat: f64) -> Result<()> {
    let within = |value: f64, limit: f64| value.is_finite() && value.abs() <= limit;
    if within(lon, 180.0) && within(lat, 90.0) {
        return Ok(());
    }
    Err(Error::BadUserInput("a longitude lies between -180 and 180, a latitude between -90 and 90".to_owned()))
}

/// Keeps the areas whose boundary on the day of the lens holds the point.
///
/// # Errors
/// [`Error::BadUserInput`] for a point that is none, and when the database fails.
pub async fn containing<O>(
    ctx: &Context<'_>,
    scope: &Scope,
    filter: Condition,
    order: Vec<O>,
    point: Option<PointInput>,
) -> Result<(Condition, Vec<O>)> {
    let Some(PointInput { lon, lat }) = point else { return Ok((filter, order)) };
    degrees(lon, lat)?;
    let areas = store::boundary::containing(ctx.db(), scope, lon, lat).await?;
    Ok((filter.add(store::filter::among(At::ROOT, &areas)), order))
}

/// Keeps what lies near a point or in a box, and turns the order `DISTANCE` into the distance from the point.
///
/// # Errors
/// [`Error::BadUserInput`] for places that are none, or for `DISTANCE` without a point.
pub async fn near<O: ByDistance>(
    _ctx: &Context<'_>,
    _scope: &Scope,
    mut filter: Condition,
    order: Vec<O>,
    (near, bbox): (Option<NearInput>, Option<BboxInput>),
) -> Result<(Condition, Vec<Sorted<O>>)> {
    let near = near.map(point).transpose()?;
    if let Some(near) = &near {
        filter = filter.add(near.condition(At::ROOT));
    }
    if let Some(bbox) = bbox {
        filter = filter.add(corners(bbox)?.condition(At::ROOT));
    }
    let by = |term: O| match (term.distance(), near) {
        (Some(descending), Some(near)) => Ok(Sorted::Distance(Term::expr(near.chord_squared(At::ROOT), Kind::Real, descending))),
        (Some(_), None) => Err(Error::BadUserInput("order by DISTANCE needs near".to_owned())),
        (None, _) => Ok(Sorted::Other(term)),
    };
    Ok((filter, order.into_iter().map(by).collect::<Result<_>>()?))
}

/// An order that may be by distance.
pub trait ByDistance: Into<Term> {
    /// Whether it is by distance, and if so whether the farthest comes first.
    fn distance(&self) -> Option<bool>;
}

/// A term of an order, with the distance filled in.
pub enum Sorted<O> {
    /// By the distance from the point asked for.
    Distance(Term),
    /// By something else.
    Other(O),
}

impl<O: Into<Term>> From<Sorted<O>> for Term {
    fn from(sorted: Sorted<O>) -> Self {
        match sorted {
            Sorted::Distance(term) => term,
            Sorted::Other(other) => other.into(),
        }
    }
}

fn point(near: NearInput) -> Result<Near> {
    let NearInput { lon, lat, meters } = near;
    degrees(lon, lat)?;
    if !(meters.is_finite() && (0.0..=MAX_METERS).contains(&meters)) {
        return Err(Error::BadUserInput(format!("meters lies between 0 and {MAX_METERS}")));
    }
    Ok(Near { lon, lat, meters })
}

fn corners(bbox: BboxInput) -> Result<Bbox> {
    let BboxInput { west, south, east, north } = bbox;
    degrees(west, south)?;
    degrees(east, north)?;
    if south > north {
        return Err(Error::BadUserInput("south must not lie north of north".to_owned()));
    }
    Ok(Bbox { west, south, east, north })
}
