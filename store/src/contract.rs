//! Contracts: by their parties, as trees, and what comes under them.

use std::collections::HashMap;

use entity::{RecordId, contract};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{
    CommonTableExpression, Expr, ExprTrait, JoinType, Order, Query, SelectStatement, UnionType, WithClause,
};

use crate::{At, Result, Scope, children};

const AT: At = At::ROOT;

/// Those in which a record has a part, in any role.
#[must_use]
pub fn of_party(party: Expr) -> SelectStatement {
    let mut parts = Query::select();
    parts.expr(Expr::col(("p", "contract_id"))).from_as("contract_party", "p").and_where(Expr::col(("p", "party_id")).eq(party));
    parts
}

/// Parties of a contract with one of these roles; with any when there are none.
fn parties(contract: Expr, roles: &[&str]) -> SelectStatement {
    let party = |column: &'static str| Expr::col(("cp", column));
    let mut parties = Query::select();
    parties.expr(party("party_id")).from_as("contract_party", "cp").and_where(party("contract_id").eq(contract));
    if !roles.is_empty() {
        parties.and_where(party("role").is_in(roles.iter().copied()));
    }
    parties
}

fn covered(contract: Expr) -> SelectStatement {
    let mut covered = Query::select();
    let subject = |column: &'static str| Expr::col(("cs", column));
    covered.expr(subject("subject_id")).from_as("contract_subject", "cs").and_where(subject("contract_id").eq(contract));
    covered
}

/// Products under a contract: those it covers, those that realize a service it covers, those that its providers produce.
#[must_use]
pub fn products(contract: Expr) -> SelectStatement {
    let product = |column: &'static str| Expr::col(("sp", column));
    let providers = parties(contract.clone(), &["PROVIDER_INTERNAL", "PROVIDER_EXTERNAL"]);
    let mut products = Query::select();
    products.expr(product("id")).from_as("service_product", "sp").and_where(
        product("id")
            .in_subquery(covered(contract.clone()))
            .or(product("service_id").in_subquery(covered(contract)))
            .or(product("organization_id").in_subquery(providers)),
    );
    products
}

/// Scorecards that measure a contract: its own, and those of its parties.
#[must_use]
pub fn scorecards(contract: Expr) -> SelectStatement {
    let card = |column: &'static str| Expr::col(("sc", column));
    let mut own = Query::select();
    own.expr(Expr::col(("oc", "scorecard_id"))).from_as("contract", "oc").and_where(Expr::col(("oc", "id")).eq(contract.clone()));
    let mut cards = Query::select();
    cards
        .expr(card("id"))
        .from_as("scorecard", "sc")
        .and_where(card("id").in_subquery(own).or(card("organization_id").in_subquery(parties(contract, &[]))));
    cards
}

/// What trees of contracts hang on, by the column of a contract that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// A contract: the contracts under it.
    Contract,
    /// A strategy: the contracts that carry it out, and those under them.
    Strategy,
}

/// A contract in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The contract.
    pub id: RecordId,
    /// The contract right above it; none right under a strategy.
    pub parent: Option<RecordId>,
    /// Steps down from the root, 1 right under it.
    pub depth: i32,
}

/// The trees under some roots, each in the order of a tree (a contract before those under it), down to a depth; at most
/// `size` contracts a tree, none at all where one holds more. A contract that the scope does not list ends its branch. One
/// statement, whatever the number of roots and the depth.
///
/// # Errors
/// When the database fails.
pub async fn trees(
    db: &impl ConnectionTrait,
    (root, roots): (Root, &[RecordId]),
    scope: &Scope,
    depth: i32,
    size: usize,
) -> Result<Option<HashMap<RecordId, Vec<Node>>>> {
    let limit = roots.len().saturating_mul(size);
    let backend = db.get_database_backend();
    let above = |column: &'static str| Expr::col(("tree", column));

    let mut first = Query::select();
    first
        .expr_as(children::key(backend), "root")
        .expr_as(AT.own("id"), "top")
        .expr_as(AT.own("id"), "id")
        .expr_as(AT.own("parent_id"), "parent")
        .expr_as(Expr::cust("1"), "depth");
    children::keys(backend, &mut first, roots);
    let on = AT.own(if root == Root::Contract { "parent_id" } else { "strategy_id" }).eq(children::key(backend));
    first.join_as(JoinType::InnerJoin, "contract", AT.own_alias(), on);
    join_record(&mut first);
    first.cond_where(scope.listed::<contract::Entity>(AT)).and_where(AT.own("id").ne(children::key(backend)));

    // A tree with a way back to its root or to where a branch began ends there.
    let mut next = Query::select();
    next.expr(above("root")).expr(above("top")).expr(AT.own("id")).expr(AT.own("parent_id")).expr(above("depth").add(1));
    next.from("tree");
    next.join_as(JoinType::InnerJoin, "contract", AT.own_alias(), AT.own("parent_id").eq(above("id")));
    join_record(&mut next);
    next.cond_where(scope.listed::<contract::Entity>(AT))
        .and_where(above("depth").lt(depth))
        .and_where(AT.own("id").ne(above("root")))
        .and_where(AT.own("id").ne(above("top")));
    first.union(UnionType::All, next);

    let tree =
        CommonTableExpression::new().table_name("tree").columns(["root", "top", "id", "parent", "depth"]).query(first).to_owned();
    let mut statement = Query::select();
    statement
        .columns(["root", "id", "parent", "depth"])
        .from("tree")
        .order_by("depth", Order::Desc)
        .order_by("id", Order::Asc)
        .limit(u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1));
    let rows = db.query_all(&statement.with(WithClause::new().recursive(true).cte(tree).to_owned())).await?;
    if rows.len() > limit {
        return Ok(None);
    }
    // A contract that hangs both on the strategy and on another contract of the tree stands where it is deepest.
    let mut found: HashMap<RecordId, HashMap<RecordId, Node>> = HashMap::new();
    for row in &rows {
        let (root_id, id, depth): (RecordId, RecordId, i32) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(3)?);
        let parent = row.try_get_by_index::<Option<RecordId>>(2)?.filter(|_| depth > 1 || root == Root::Contract);
        found.entry(root_id).or_default().entry(id).or_insert(Node { id, parent, depth });
    }
    if found.values().any(|nodes| nodes.len() > size) {
        return Ok(None);
    }
    Ok(Some(found.into_iter().map(|(root, nodes)| (root, in_order(nodes))).collect()))
}

fn join_record(statement: &mut SelectStatement) {
    let same = AT.record("id").equals((AT.own_alias(), "id"));
    statement.join_as(JoinType::InnerJoin, "record", AT.record_alias(), same);
}

/// Nodes with those under each right after it, siblings by their key.
fn in_order(nodes: HashMap<RecordId, Node>) -> Vec<Node> {
    let mut under: HashMap<Option<RecordId>, Vec<Node>> = HashMap::new();
    for node in nodes.into_values() {
        let place = if node.depth == 1 { None } else { node.parent };
        under.entry(place).or_default().push(node);
    }
    for siblings in under.values_mut() {
        siblings.sort_by_key(|node| std::cmp::Reverse(node.id));
    }
    let mut ordered = Vec::new();
    let mut open = under.remove(&None).unwrap_or_default();
    while let Some(node) = open.pop() {
        open.extend(under.remove(&Some(node.id)).unwrap_or_default());
        ordered.push(node);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_lists_each_branch_before_the_next() {
        let node = |id, parent, depth| (id, Node { id, parent, depth });
        let nodes =
            HashMap::from([node(1, None, 1), node(2, None, 1), node(4, Some(1), 2), node(3, Some(2), 2), node(5, Some(4), 3)]);
        let ids: Vec<_> = in_order(nodes).into_iter().map(|node| node.id).collect();
        assert_eq!(ids, [1, 4, 5, 2, 3]);
    }
}
