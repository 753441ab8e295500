//! The structure of a region in numbers, and two structures side by side.

mod compare;

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
pub use compare::against_reality;
use entity::{Noun, RecordId, indicator, observation, region, scenario};
use store::structure::{self, Replaced, Selects, Side};
use store::{Loaded, Scope};

use super::context::Ctx;
use super::id;
use super::indicator::Indicator;
use super::item::{Group, Pointed};
use super::municipality_change::MunicipalityChange;
use super::quantity::{Decimal, Quantity};
use super::record::{AnyRecord, Record};
use super::region::Region;
use super::scenario::Scenario;
use super::time::Date;
use crate::{Error, Result};

/// Root fields about structures.
#[derive(Default)]
pub struct StructureQuery;

/// One kind of thing in a structure: what a source states, and what is held. One is never given for the other.
#[derive(SimpleObject, Clone)]
#[graphql(serial, complex)]
pub struct StructureCount {
    /// Code of the indicator `structure.*` or, without a stated figure, of the records counted.
    kind: String,
    /// Number that a source states. Null where none does.
    stated: Option<Quantity>,
    /// Number of records held, under the same lens. Null for kinds that are only stated.
    held: Option<i64>,
    #[graphql(skip)]
    indicator: Option<(RecordId, Arc<Indicators>)>,
}

#[ComplexObject]
impl StructureCount {
    /// Indicator in which the number is stated: its `citations` say where, and what does not add up. Null where no source states
    /// a number.
    async fn indicator(&self, ctx: &Context<'_>) -> Result<Option<Indicator>> {
        let Some((id, indicators)) = &self.indicator else { return Ok(None) };
        indicators.pointed.find(ctx, indicators.scope, || indicators.all.clone(), Some(*id)).await
    }
}

/// The indicators of the structures of a level, loaded together.
struct Indicators {
    scope: Scope,
    all: Vec<RecordId>,
    pointed: Pointed<indicator::Entity>,
}

/// The structure of a region's services (palvelurakenne) in numbers.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct StructureSummary {
    /// The region. Null where the id names none.
    region: Option<Region>,
    /// Its kinds of things with their numbers, stated and held side by side.
    counts: Vec<StructureCount>,
}

/// A structure to compare: a region on a day, in reality or under a plan.
#[derive(InputObject)]
pub struct StructureInput {
    /// Id of the region.
    region: ID,
    /// Day; today, or the reference date of the plan.
    as_of: Option<Date>,
    /// Id of the plan; without it, reality.
    scenario: Option<ID>,
}

/// A record of a plan and the record it replaces.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct Replacement {
    /// The record of the plan.
    record: Record,
    /// The real record it replaces.
    replaces: Record,
}

/// Two structures side by side: municipalities, organizations, committees and service areas.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct StructureComparison {
    /// The first structure in numbers.
    left: StructureSummary,
    /// The second structure in numbers.
    right: StructureSummary,
    /// Records of the second that are not of the first.
    added: Vec<Record>,
    /// Records of the first that are not of the second.
    ended: Vec<Record>,
    /// What the plan of the second replaces.
    replaced: Vec<Replacement>,
    /// Mergers and splits of the municipalities of either, after the first day up to the second; none backwards in time.
    merged: Vec<MunicipalityChange>,
}

/// Kinds of which records can be held: the code and how they are counted.
const HELD: [(&str, Selects); 4] = [
    ("structure.municipalities", structure::municipalities),
    ("structure.organizations", structure::organizations),
    ("structure.governing-bodies", structure::committees),
    ("structure.service-areas", structure::service_areas),
];

/// Structures in numbers, in this order, and under `scope` their indicators; two statements for all of them.
async fn counts(ctx: &Context<'_>, scope: Scope, sides: &[Side]) -> Result<Vec<Vec<StructureCount>>> {
    let held = structure::count(ctx.db(), sides, HELD.map(|(_, select)| select)).await?;
    let stated = structure::stated(ctx.db(), sides).await?;
    let all: Vec<RecordId> = stated.iter().flatten().map(|(_, row)| row.indicator_id).collect();
    let indicators = Arc::new(Indicators { scope, all, pointed: Pointed::default() });
    Ok(held.into_iter().zip(stated).map(|(held, stated)| side_by_side(held, stated, &indicators)).collect())
}

fn side_by_side(
    held: [i64; HELD.len()],
    stated: Vec<(String, observation::Model)>,
    indicators: &Arc<Indicators>,
) -> Vec<StructureCount> {
    let count = |(kind, _): &(&str, Selects), held| StructureCount {
        kind: (*kind).to_owned(),
        stated: None,
        held: Some(held),
        indicator: None,
    };
    let mut counts: Vec<StructureCount> = HELD.iter().zip(held).map(|(kind, held)| count(kind, held)).collect();
    for (code, row) in stated {
        let quantity = Quantity {
            min: row.value_min.map(Decimal),
            max: row.value_max.map(Decimal),
            approximate: row.approximate,
            open_ended: row.open_ended,
            as_written: row.as_written,
        };
        let (stated, indicator) = (Some(quantity), Some((row.indicator_id, Arc::clone(indicators))));
        match counts.iter_mut().find(|count| count.kind == code) {
            Some(count) => (count.stated, count.indicator) = (stated, indicator),
            None => counts.push(StructureCount { kind: code, stated, held: None, indicator }),
        }
    }
    counts
}

async fn side(ctx: &Context<'_>, input: &StructureInput) -> Result<Side> {
    let scope = ctx.lens(input.as_of, input.scenario.as_ref()).await?;
    let unknown = || Error::BadUserInput("there is no such region".to_owned());
    let region = key(ctx, scope, &input.region).await?.ok_or_else(unknown)?;
    Ok(Side { scope, region })
}

/// Key of a region that the viewer may see.
async fn key(ctx: &Context<'_>, scope: Scope, region: &ID) -> Result<Option<RecordId>> {
    let Some(uid) = id::decode_as(Noun::Region, region)? else { return Ok(None) };
    let Some((_, key)) = store::registry::key(ctx.db(), uid).await? else { return Ok(None) };
    let found = ctx.loader(&scope).load::<region::Entity>(&[key]).await?;
    Ok(found.into_iter().flatten().next().map(|region| region.id()))
}

/// Keys of records with their nouns.
type Keys = Vec<(Noun, RecordId)>;

/// Records of any noun under a lens; what the viewer may not see is left out.
async fn shown(ctx: &Context<'_>, scope: Scope, keys: &[(Noun, RecordId)]) -> Result<Vec<Record>> {
    let wanted: Vec<_> = keys.iter().copied().map(Some).collect();
    let found = AnyRecord::load_all(ctx, scope, &wanted).await?;
    Ok(found.into_iter().flatten().map(Record).collect())
}

/// Pairs of records; one half of which the viewer may not see is left out.
async fn replacements(ctx: &Context<'_>, scope: Scope, pairs: &[Replaced]) -> Result<Vec<Replacement>> {
    let wanted: Vec<_> = pairs.iter().flat_map(|pair| [Some(pair.record), Some(pair.replaced)]).collect();
    let mut found = AnyRecord::load_all(ctx, scope, &wanted).await?.into_iter();
    let mut shown = Vec::with_capacity(pairs.len());
    while let (Some(record), Some(replaces)) = (found.next(), found.next()) {
        shown.extend(record.zip(replaces).map(|(record, old)| Replacement { record: Record(record), replaces: Record(old) }));
    }
    Ok(shown)
}

async fn region(ctx: &Context<'_>, side: Side) -> Result<Option<Region>> {
    let mut found = shown(ctx, side.scope, &[(Noun::Region, side.region)]).await?;
    Ok(found.pop().and_then(|record| record.0.try_into().ok()))
}

/// The structure of a region in numbers, under its lens; fetched for all its siblings together.
///
/// # Errors
/// When the database fails.
pub async fn of_region(region: &Region, ctx: &Context<'_>) -> Result<StructureSummary> {
    let sides = || region.group().ids().into_iter().map(|id| Side { scope: *region.scope(), region: id }).collect::<Vec<_>>();
    let level = region.fetch(ctx, || async { counts(ctx, *region.scope(), &sides()).await }).await?;
    Ok(StructureSummary { region: Some(region.clone()), counts: level[region.index()].clone() })
}

/// The lens of a plan: on its day, through it.
fn through(scope: &Scope, plan: &Loaded<scenario::Entity>) -> Scope {
    Scope { as_of: plan.own.reference_date, scenario: Some(plan.id()), ..*scope }
}

/// The structure of a plan: its region through its lens.
fn planned(scope: &Scope, plan: &Loaded<scenario::Entity>) -> Option<Side> {
    plan.own.region_id.map(|region| Side { scope: through(scope, plan), region })
}

/// What each sibling that has a region is given, by the place of the sibling.
fn placed<T>(group: &Group<scenario::Entity>, found: Vec<T>) -> HashMap<usize, T> {
    let placed = group.rows().enumerate().filter(|(_, plan)| plan.own.region_id.is_some());
    placed.map(|(place, _)| place).zip(found).collect()
}

/// The structure that a plan describes, in numbers; none for a plan without a region that the viewer may see. Fetched for all its siblings together.
///
/// # Errors
/// When the database fails.
pub async fn of_plan(plan: &Scenario, ctx: &Context<'_>) -> Result<Option<StructureSummary>> {
    let group = plan.group();
    let load = || async {
        let sides: Vec<Side> = group.rows().filter_map(|row| planned(plan.scope(), row)).collect();
        Ok(placed(group, counts(ctx, *plan.scope(), &sides).await?))
    };
    let level = plan.fetch(ctx, load).await?;
    let (Some(counts), Some(side)) = (level.get(&plan.index()), planned(plan.scope(), plan.row())) else { return Ok(None) };
    // Of a region that the viewer may not see nothing is told.
    let Some(region) = region(ctx, side).await? else { return Ok(None) };
    Ok(Some(StructureSummary { region: Some(region), counts: counts.clone() }))
}

/// The records of a plan, of some nouns or of all, under the lens of the plan. Fetched for all its siblings together.
///
/// # Errors
/// When the database fails.
pub async fn records(plan: &Scenario, ctx: &Context<'_>, nouns: Option<Vec<Noun>>) -> Result<Vec<Record>> {
    let load = || async {
        let found = structure::of_plans(ctx.db(), plan.scope(), &plan.group().ids(), nouns.as_deref()).await?;
        shown(ctx, *plan.scope(), &found.iter().map(|(_, record)| *record).collect::<Keys>()).await?;
        Ok(found)
    };
    let level = plan.fetch(ctx, load).await?;
    let keys: Keys = level.iter().filter(|(scenario, _)| *scenario == plan.row().id()).map(|(_, record)| *record).collect();
    shown(ctx, through(plan.scope(), plan.row()), &keys).await
}

/// What a plan's records replace. Fetched for all its siblings together.
///
/// # Errors
/// When the database fails.
pub async fn replaced_by(plan: &Scenario, ctx: &Context<'_>) -> Result<Vec<Replacement>> {
    let load = || async { Ok(structure::replacements(ctx.db(), &plan.group().ids()).await?) };
    let level = plan.fetch(ctx, load).await?;
    let scope = through(plan.scope(), plan.row());
    let of_plan: Vec<Replaced> = level.iter().filter(|pair| pair.scenario == plan.row().id()).copied().collect();
    replacements(ctx, scope, &of_plan).await
}

#[Object]
impl StructureQuery {
    /// The structure of a region's services in numbers: of each kind what a source states and how many records are held, side
    /// by side. With `scenario`, what the plan states.
    async fn structure_summary(
        &self,
        ctx: &Context<'_>,
        region: ID,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<StructureSummary> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let Some(region) = key(ctx, scope, &region).await? else {
            return Ok(StructureSummary { region: None, counts: Vec::new() });
        };
        let counts = counts(ctx, scope, &[Side { scope, region }]).await?.pop().unwrap_or_default();
        Ok(StructureSummary { region: self::region(ctx, Side { scope, region }).await?, counts })
    }

    /// Two structures side by side: reality against a plan, or a day against another day; what was added, ended, replaced,
    /// merged.
    async fn compare_structures(
        &self,
        ctx: &Context<'_>,
        left: StructureInput,
        right: StructureInput,
    ) -> Result<StructureComparison> {
        let pair = (side(ctx, &left).await?, side(ctx, &right).await?);
        match compare::differences(ctx, pair.0.scope, &[pair]).await?.first() {
            Some(difference) => difference.shown(ctx).await,
            None => Err(Error::Internal),
        }
    }
}
