//! Memberships in regions with their periods, for showing how a municipality moved.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use entity::citation::Certainty;
use entity::{RecordId, region_member};

use super::Region;
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::item::Group;
use crate::graphql::municipality::Municipality;
use crate::graphql::term::Named;
use crate::graphql::time::Validity;

/// A municipality's membership in a region, dated (kunnan kuuluminen alueeseen).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct Membership {
    /// The region.
    region: Region,
    /// Period of the membership.
    validity: Validity,
    /// Stated by a list of that time, or derived between two of them.
    certainty: Named<Certainty>,
}

type Found = (Arc<Group<entity::region::Entity>>, HashMap<RecordId, Vec<region_member::Model>>);

/// All recorded memberships of a municipality, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn memberships(municipality: &Municipality, ctx: &Context<'_>) -> Result<Vec<Membership>> {
    let scope = *municipality.scope();
    let load = || async {
        let mut rows: HashMap<RecordId, Vec<region_member::Model>> = HashMap::new();
        let mut ids = Vec::new();
        for row in store::region::memberships(ctx.db(), &municipality.group().ids()).await? {
            ids.push(row.region_id);
            rows.entry(row.municipality_id).or_default().push(row);
        }
        ids.sort_unstable();
        ids.dedup();
        let regions = ctx.loader(&scope).load::<entity::region::Entity>(&ids).await?;
        Ok((Group::new(regions.into_iter().flatten().collect(), scope), rows))
    };
    let found: Arc<Found> = municipality.fetch(ctx, load).await?;
    let (regions, rows) = found.as_ref();
    let rows = rows.get(&municipality.row().id()).into_iter().flatten();
    Ok(rows
        .filter_map(|row| {
            let validity = Validity::of(row);
            Some(Membership { region: regions.find(row.region_id)?, validity, certainty: Named(row.certainty) })
        })
        .collect())
}
