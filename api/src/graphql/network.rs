//! The network around a record, as nodes and edges.

use async_graphql::{Context, ID, Object, SimpleObject};
use entity::{NounEntity, RecordId};
use store::Scope;
use store::graph::Graph;

use super::context::Ctx;
use super::edges::{self, Targets};
use super::id;
use super::item::Item;
use super::record::Record;
use super::time::Date;
use crate::{Error, Result};

/// Farthest distance.
const MAX_DISTANCE: i32 = 4;

/// Root field of networks.
#[derive(Default)]
pub struct NetworkQuery;

/// A record in a network.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct NetworkNode {
    /// The record: an organization, committee, person, contract, network, initiative ..
    record: Record,
    /// Number of ties between it and the centre.
    distance: i32,
}

/// A tie between two records of a network.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct NetworkTie {
    /// Id of the record at one end.
    from: ID,
    /// Id of the record at the other end.
    to: ID,
    /// Kind of tie: UNIT, TERRITORY, COMMITTEE, COMMITTEE_UNDER, MEMBER, PERSON, CONTRACT_PARTY, CONTRACT_UNDER,
    /// NETWORK_MEMBER, NETWORK_HOST, INITIATIVE_PARTY or STRATEGY.
    kind: String,
    /// Role in it, such as `PURCHASER` or `CHAIR`. Null for ties without roles.
    role: Option<String>,
}

/// The network around a record.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct NetworkGraph {
    /// Records, nearest first; the first is the centre. What the viewer may not see is left out.
    nodes: Vec<NetworkNode>,
    /// Ties between them.
    ties: Vec<NetworkTie>,
    /// Whether records were left out because there are more than 500.
    truncated: bool,
}

fn reach(distance: i32) -> Result<u32> {
    if !(1..=MAX_DISTANCE).contains(&distance) {
        return Err(Error::BadUserInput(format!("distance lies between 1 and {MAX_DISTANCE}")));
    }
    Ok(distance.unsigned_abs())
}

/// A network as the API shows it; none where the viewer may not see the centre.
fn shown(graph: &Graph, targets: &Targets) -> Option<NetworkGraph> {
    targets.record(graph.nodes.first().map(|(centre, _)| *centre))?;
    let node = |(id, distance): &(RecordId, u32)| {
        Some(NetworkNode { record: targets.record(Some(*id))?, distance: distance.cast_signed() })
    };
    let tie = |tie: &store::graph::Tie| {
        let end = |key| targets.record(Some(key)).map(|record| record.0.id());
        Some(NetworkTie { from: end(tie.from)?, to: end(tie.to)?, kind: tie.kind.clone(), role: tie.role.clone() })
    };
    Some(NetworkGraph {
        nodes: graph.nodes.iter().filter_map(node).collect(),
        ties: graph.ties.iter().filter_map(tie).collect(),
        truncated: graph.truncated,
    })
}

async fn around(ctx: &Context<'_>, scope: Scope, centres: &[RecordId], distance: u32) -> Result<(Vec<Graph>, Targets)> {
    let graphs = store::graph::around(ctx.db(), centres, distance).await?;
    let ids = graphs.iter().flat_map(|graph| &graph.nodes).map(|(id, _)| *id).collect();
    Ok((graphs, edges::targets(ctx, scope, ids).await?))
}

/// The network around a record, under its lens; fetched for all its siblings together.
///
/// # Errors
/// [`Error::BadUserInput`] for a distance out of bounds, and when the database fails.
pub async fn of<E: NounEntity>(item: &Item<E>, ctx: &Context<'_>, distance: i32) -> Result<NetworkGraph> {
    let distance = reach(distance)?;
    let load = || async { around(ctx, *item.scope(), &item.group().ids(), distance).await };
    let level = item.fetch(ctx, load).await?;
    level.0.get(item.index()).and_then(|graph| shown(graph, &level.1)).ok_or(Error::Internal)
}

#[Object]
impl NetworkQuery {
    /// The network around an organization, committee, municipality, person or other record: units and owners, committees and
    /// members, contracts, collaboration networks, initiatives and strategies, up to a distance of 4 ties. Null if there is no
    /// such record. Ties of every period are shown. Every record has the same as a field.
    async fn network_around(
        &self,
        ctx: &Context<'_>,
        id: ID,
        #[graphql(default = 2)] distance: i32,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<NetworkGraph>> {
        let distance = reach(distance)?;
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let (_, uid) = id::decode(&id)?;
        let Some((_, centre)) = store::registry::key(ctx.db(), uid).await? else { return Ok(None) };
        let (graphs, targets) = around(ctx, scope, &[centre], distance).await?;
        Ok(graphs.first().and_then(|graph| shown(graph, &targets)))
    }
}
