//! The structure of a region in numbers, and two structures side by side.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entity::{Noun, RecordId};
use store::{Scope, structure};

use super::context::Ctx;
use super::edges;
use super::id;
use super::municipality_change::MunicipalityChange;
use super::quantity::{Decimal, Quantity};
use super::record::Record;
use super::region::Region;
use super::time::Date;
use crate::{Error, Result};

/// Root fields about structures.
#[derive(Default)]
pub struct StructureQuery;

/// One kind of thing in a structure: what a source states, and what is held. One is never given for the other.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct StructureCount {
    /// Code of the indicator `structure.*` or, without a stated figure, of the records counted.
    kind: String,
    /// Number that a source states. Null where none does.
    stated: Option<Quantity>,
    /// Number of records held, under the same lens. Null for kinds that are only stated.
    held: Option<i64>,
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

/// What of a structure a statement selects, under a scope, for a region.
type Selects = fn(&Scope, RecordId) -> store::Select;

/// Kinds of which records can be held: the code and how they are counted.
const HELD: [(&str, Selects); 4] = [
    ("structure.municipalities", structure::municipalities),
    ("structure.organizations", structure::organizations),
    ("structure.governing-bodies", structure::committees),
    ("structure.service-areas", structure::service_areas),
];

async fn key(ctx: &Context<'_>, region: &ID) -> Result<Option<RecordId>> {
    let Some(uid) = id::decode_as(Noun::Region, region)? else { return Ok(None) };
    Ok(store::registry::key(ctx.db(), uid).await?.map(|(_, key)| key))
}

async fn summary(ctx: &Context<'_>, scope: Scope, region: Option<RecordId>) -> Result<StructureSummary> {
    let Some(region) = region else { return Ok(StructureSummary { region: None, counts: Vec::new() }) };
    let held = structure::count(ctx.db(), HELD.iter().map(|(_, select)| select(&scope, region)).collect()).await?;
    let stated = structure::stated(ctx.db(), &scope, region).await?;
    let mut counts: Vec<StructureCount> = HELD
        .iter()
        .zip(held)
        .map(|((kind, _), held)| StructureCount { kind: (*kind).to_owned(), stated: None, held: Some(held) })
        .collect();
    for (code, row) in stated {
        let quantity = Quantity {
            min: row.value_min.map(Decimal),
            max: row.value_max.map(Decimal),
            approximate: row.approximate,
            open_ended: row.open_ended,
            as_written: row.as_written,
        };
        match counts.iter_mut().find(|count| count.kind == code) {
            Some(count) => count.stated = Some(quantity),
            None => counts.push(StructureCount { kind: code, stated: Some(quantity), held: None }),
        }
    }
    let region = edges::targets(ctx, scope, vec![region]).await?.item(Some(region));
    Ok(StructureSummary { region, counts })
}

/// A side of a comparison: its lens, its region and its records.
struct Side {
    scope: Scope,
    region: RecordId,
    records: Vec<(Noun, RecordId)>,
}

async fn side(ctx: &Context<'_>, input: &StructureInput) -> Result<Side> {
    let scope = ctx.lens(input.as_of, input.scenario.as_ref()).await?;
    let unknown = || Error::BadUserInput("there is no such region".to_owned());
    let region = key(ctx, &input.region).await?.ok_or_else(unknown)?;
    Ok(Side { scope, region, records: structure::records(ctx.db(), &scope, region).await? })
}

impl Side {
    fn without(&self, other: &Self) -> Vec<RecordId> {
        self.records.iter().filter(|record| !other.records.contains(record)).map(|(_, id)| *id).collect()
    }

    fn municipalities(&self) -> impl Iterator<Item = RecordId> {
        self.records.iter().filter(|(noun, _)| *noun == Noun::Municipality).map(|(_, id)| *id)
    }
}

async fn compare(ctx: &Context<'_>, left: Side, right: Side) -> Result<StructureComparison> {
    let (added, ended) = (right.without(&left), left.without(&right));
    let replaced = match right.scope.scenario {
        Some(scenario) => structure::replacements(ctx.db(), scenario).await?,
        None => Vec::new(),
    };
    let municipalities: Vec<RecordId> = left.municipalities().chain(right.municipalities()).collect();
    let mergers = structure::mergers(&municipalities, left.scope.as_of, right.scope.as_of);
    let merged = structure::keys(ctx.db(), &mergers).await?;
    let mut ids: Vec<RecordId> = added.iter().chain(&ended).chain(&merged).copied().collect();
    ids.extend(replaced.iter().flat_map(|(new, old)| [*new, *old]));
    let targets = edges::targets(ctx, right.scope, ids).await?;
    let records = |ids: &[RecordId]| ids.iter().filter_map(|id| targets.record(Some(*id))).collect();
    Ok(StructureComparison {
        added: records(&added),
        ended: records(&ended),
        replaced: replaced
            .iter()
            .filter_map(|(new, old)| {
                Some(Replacement { record: targets.record(Some(*new))?, replaces: targets.record(Some(*old))? })
            })
            .collect(),
        merged: merged.iter().filter_map(|id| targets.item(Some(*id))).collect(),
        left: summary(ctx, left.scope, Some(left.region)).await?,
        right: summary(ctx, right.scope, Some(right.region)).await?,
    })
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
        let region = key(ctx, &region).await?;
        summary(ctx, scope, region).await
    }

    /// Two structures side by side: reality against a plan, or a day against another day; what was added, ended, replaced,
    /// merged.
    async fn compare_structures(
        &self,
        ctx: &Context<'_>,
        left: StructureInput,
        right: StructureInput,
    ) -> Result<StructureComparison> {
        let (left, right) = (side(ctx, &left).await?, side(ctx, &right).await?);
        compare(ctx, left, right).await
    }
}
