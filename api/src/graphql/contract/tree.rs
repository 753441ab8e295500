//! Trees of contracts: all tiers under a strategy or a contract, as a flat list.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, ID, SimpleObject};
use entity::{Noun, NounEntity, RecordId, contract};
use store::contract::{Node, Root, trees};

use super::Contract;
use crate::graphql::context::Ctx;
use crate::graphql::id;
use crate::graphql::item::{Group, Item};
use crate::graphql::page::MAX_PAGE;
use crate::{Error, Result};

/// Deepest tree.
const MAX_DEPTH: i32 = 20;
/// Contracts of a tree when nothing is asked for.
pub const DEFAULT_SIZE: i32 = 50;

/// A contract in a tree of contracts (sopimushierarkia).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ContractTreeNode {
    /// The contract.
    contract: Contract,
    /// Steps down from where the tree begins: 1 right under it.
    depth: i32,
    /// Id of the contract right above it. Null right under a strategy.
    parent: Option<ID>,
}

/// The trees of a level, their contracts as one group.
struct Level {
    trees: HashMap<RecordId, Vec<Node>>,
    contracts: Arc<Group<contract::Entity>>,
}

/// The contracts under a contract or a strategy, at every depth; fetched for all siblings together.
///
/// # Errors
/// [`Error::BadUserInput`] for a depth that cannot be, [`Error::PageTooLarge`] for trees too large, and when the database
/// fails.
pub async fn tree<E: NounEntity>(item: &Item<E>, ctx: &Context<'_>, depth: i32, first: i32) -> Result<Vec<ContractTreeNode>> {
    if !(1..=MAX_DEPTH).contains(&depth) {
        return Err(Error::BadUserInput(format!("depth lies between 1 and {MAX_DEPTH}")));
    }
    let size = usize::try_from(first).map_err(|_| Error::BadUserInput("first cannot be negative".to_owned()))?;
    if first.unsigned_abs() > MAX_PAGE {
        return Err(Error::PageTooLarge(format!("a tree holds at most {MAX_PAGE} contracts")));
    }
    let load = || async {
        let scope = *item.scope();
        let root = if E::NOUN == Noun::Strategy { Root::Strategy } else { Root::Contract };
        let found = trees(ctx.db(), (root, &item.group().ids()), &scope, depth, size).await?;
        let Some(trees) = found else {
            let message = format!("a tree holds more than {first} contracts: ask for more with first, or for less depth");
            return Err(Error::PageTooLarge(message));
        };
        let mut ids: Vec<RecordId> = trees.values().flatten().map(|node| node.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = ctx.loader(&scope).load::<contract::Entity>(&ids).await?;
        Ok(Level { trees, contracts: Group::new(rows.into_iter().flatten().collect(), scope) })
    };
    let level = item.fetch(ctx, load).await?;
    let id_of = |key: RecordId| {
        let known = level.contracts.find(key).map(|contract| contract.row().record.uid);
        let root = (key == item.row().id()).then(|| item.row().record.uid);
        known.or(root).map(|uid| id::encode(Noun::Contract, uid))
    };
    let nodes = level.trees.get(&item.row().id()).into_iter().flatten();
    let shown = |node: &Node| {
        let contract = level.contracts.find(node.id)?;
        Some(ContractTreeNode { contract, depth: node.depth, parent: node.parent.and_then(id_of) })
    };
    Ok(nodes.filter_map(shown).collect())
}
