//! Two structures side by side: what one has that the other has not.

use async_graphql::Context;
use entity::{Noun, RecordId, scenario};
use store::structure::{self, Between, Replaced, Side};
use store::{Loaded, Scope};

use super::{Keys, StructureComparison, StructureCount, StructureSummary};
use super::{counts, placed, planned, region, replacements, shown};
use crate::graphql::context::Ctx;
use crate::graphql::scenario::Scenario;
use crate::graphql::time::Date;
use crate::{Error, Result};

/// What the comparison of one pair of structures finds, as keys.
pub struct Difference {
    sides: (Side, Side),
    added: Keys,
    ended: Keys,
    replaced: Vec<Replaced>,
    merged: Vec<RecordId>,
    counts: (Vec<StructureCount>, Vec<StructureCount>),
}

/// Compares pairs of structures; five statements for all of them. `scope` is that of their indicators.
///
/// # Errors
/// When the database fails.
pub async fn differences(ctx: &Context<'_>, scope: Scope, pairs: &[(Side, Side)]) -> Result<Vec<Difference>> {
    let sides: Vec<Side> = pairs.iter().flat_map(|(left, right)| [*left, *right]).collect();
    let mut counts = counts(ctx, scope, &sides).await?.into_iter();
    let records = structure::records(ctx.db(), &sides).await?;
    let scenarios: Vec<RecordId> = pairs.iter().filter_map(|(_, right)| right.scope.scenario).collect();
    let replaced = match scenarios.as_slice() {
        [] => Vec::new(),
        scenarios => structure::replacements(ctx.db(), scenarios).await?,
    };
    let between = |((left, right), records): (&(Side, Side), &[Keys])| Between {
        municipalities: records.iter().flat_map(municipalities).collect(),
        after: left.scope.as_of,
        until: right.scope.as_of,
    };
    let between: Vec<Between> = pairs.iter().zip(records.chunks(2)).map(between).collect();
    let merged = structure::mergers(ctx.db(), &between).await?;
    let mut found: Vec<Difference> = Vec::with_capacity(pairs.len());
    for ((pair, records), merged) in pairs.iter().zip(records.chunks(2)).zip(merged) {
        let [left, right] = records else { return Err(Error::Internal) };
        let of_plan = |replaced: &&Replaced| Some(replaced.scenario) == pair.1.scope.scenario;
        found.push(Difference {
            sides: *pair,
            added: without(right, left),
            ended: without(left, right),
            replaced: replaced.iter().filter(of_plan).copied().collect(),
            merged,
            counts: (counts.next().unwrap_or_default(), counts.next().unwrap_or_default()),
        });
    }
    // Loaded together, so that each comparison finds its records in the loader.
    let mut all: Keys = sides.iter().map(|side| (Noun::Region, side.region)).collect();
    for difference in &found {
        all.extend(difference.added.iter().chain(&difference.ended));
        all.extend(difference.replaced.iter().flat_map(|it| [it.record, it.replaced]));
        all.extend(difference.merged());
    }
    if let Some(first) = sides.first() {
        shown(ctx, first.scope, &all).await?;
    }
    Ok(found)
}

impl Difference {
    fn merged(&self) -> Keys {
        self.merged.iter().map(|id| (Noun::MunicipalityChange, *id)).collect()
    }

    /// The comparison as the API shows it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shown(&self, ctx: &Context<'_>) -> Result<StructureComparison> {
        let (left, right) = self.sides;
        let changes = shown(ctx, right.scope, &self.merged()).await?;
        Ok(StructureComparison {
            added: shown(ctx, right.scope, &self.added).await?,
            ended: shown(ctx, right.scope, &self.ended).await?,
            replaced: replacements(ctx, right.scope, &self.replaced).await?,
            merged: changes.into_iter().filter_map(|record| record.0.try_into().ok()).collect(),
            left: StructureSummary { region: region(ctx, left).await?, counts: self.counts.0.clone() },
            right: StructureSummary { region: region(ctx, right).await?, counts: self.counts.1.clone() },
        })
    }
}

fn without(all: &Keys, known: &Keys) -> Keys {
    all.iter().filter(|record| !known.contains(record)).copied().collect()
}

fn municipalities(records: &Keys) -> impl Iterator<Item = RecordId> {
    records.iter().filter(|(noun, _)| *noun == Noun::Municipality).map(|(_, id)| *id)
}

/// Reality on a day beside a plan; none for a plan without a region that the viewer may see. Fetched for all its siblings together.
///
/// # Errors
/// When the database fails.
pub async fn against_reality(plan: &Scenario, ctx: &Context<'_>, day: Option<Date>) -> Result<Option<StructureComparison>> {
    let group = plan.group();
    let load = || async {
        let pair = |row: &Loaded<scenario::Entity>| {
            let right = planned(plan.scope(), row)?;
            let as_of = day.map_or(plan.scope().as_of, |date| date.0);
            Some((Side { scope: Scope { as_of, scenario: None, ..right.scope }, ..right }, right))
        };
        let pairs: Vec<(Side, Side)> = group.rows().filter_map(pair).collect();
        Ok(placed(group, differences(ctx, *plan.scope(), &pairs).await?))
    };
    let level = plan.fetch(ctx, load).await?;
    let (Some(difference), Some(side)) = (level.get(&plan.index()), planned(plan.scope(), plan.row())) else { return Ok(None) };
    // Of a region that the viewer may not see nothing is told.
    if region(ctx, side).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(difference.shown(ctx).await?))
}
