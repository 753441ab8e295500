//! A change's fields.

use async_graphql::{Context, SimpleObject};
use entity::change_part;
use entity::municipality_change::ChangeKind;
use std::collections::HashMap;
use std::sync::Arc;

use super::MunicipalityChange;
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::item::Group;
use crate::graphql::municipality::Municipality;
use crate::graphql::term::Named;
use crate::graphql::time::Date;

/// A part of a change: from which municipality to which.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ChangePart {
    /// Municipality before. Null for one that is founded from nothing.
    from: Option<Municipality>,
    /// Municipality after. Null for one that ends without a successor.
    to: Option<Municipality>,
    /// Share of the inhabitants of `from` that passed, 0 to 1. Null where no source says.
    population_share: Option<f64>,
    /// Share of the area of `from` that passed, 0 to 1. Null where no source says.
    area_share: Option<f64>,
}

crate::noun_object! {
    /// What happened to municipalities on a day (kuntamuutos): a merger, a split, a rename, a move between regions.
    /// Not filtered by the day of the lens.
    MunicipalityChange("MunicipalityChange") {
        fields {
            /// What happened.
            async fn kind(&self) -> Named<ChangeKind> {
                Named(self.own().kind)
            }

            /// Day from which it is in effect.
            async fn effective_on(&self) -> Date {
                Date(self.own().effective_on)
            }

            /// From which municipalities to which. A municipality that takes others in and goes on is a part of its own.
            async fn parts(&self, ctx: &Context<'_>) -> Result<Vec<ChangePart>> {
                let load = || async {
                    let rows = store::edge::of_parents::<change_part::Entity>(ctx.db(), &self.group().ids()).await?;
                    let mut ids: Vec<_> = rows.iter().flat_map(|row| [row.from_id, row.to_id]).flatten().collect();
                    ids.sort_unstable();
                    ids.dedup();
                    let found = ctx.loader(self.scope()).load::<entity::municipality::Entity>(&ids).await?;
                    let group = Group::new(found.into_iter().flatten().collect(), *self.scope());
                    let mut parts: HashMap<i64, Vec<change_part::Model>> = HashMap::new();
                    for row in rows {
                        parts.entry(row.change_id).or_default().push(row);
                    }
                    Ok((group, parts))
                };
                let fetched = self.fetch(ctx, load).await?;
                let (group, parts): &(Arc<Group<entity::municipality::Entity>>, _) = &fetched;
                let rows = parts.get(&self.row().id()).map(Vec::as_slice).unwrap_or_default();
                Ok(rows.iter().map(|row| part(group, row)).collect())
            }
        }
        links {}
        connections {}
    }
}

fn part(group: &Arc<Group<entity::municipality::Entity>>, row: &change_part::Model) -> ChangePart {
    let share = |micros: Option<i64>| micros.map(|micros| micros as f64 / 1e6);
    ChangePart {
        from: row.from_id.and_then(|id| group.find(id)),
        to: row.to_id.and_then(|id| group.find(id)),
        population_share: share(row.population_share),
        area_share: share(row.area_share),
    }
}
