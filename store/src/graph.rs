//! The network around a record: who is part of whom, who sits where, who has contracts, networks and initiatives together.

use std::collections::{HashMap, HashSet};

use entity::RecordId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};

use crate::Result;

/// Most records in one network.
pub const MAX_NODES: usize = 500;

/// A tie between two records.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tie {
    /// From which record.
    pub from: RecordId,
    /// To which record.
    pub to: RecordId,
    /// Which kind of tie, such as `CONTRACT_PARTY`.
    pub kind: String,
    /// Role in it, where there is one.
    pub role: Option<String>,
}

/// A network: records by their distance from the first, and the ties between them.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Records with their distance, nearest first.
    pub nodes: Vec<(RecordId, u32)>,
    /// Ties between them.
    pub ties: Vec<Tie>,
    /// Whether records were left out because there are too many.
    pub truncated: bool,
}

/// Tables that tie records: kind, table, the column of each end, and the column of the role.
const TIES: [(&str, &str, &str, &str, Option<&str>); 12] = [
    ("UNIT", "organization", "id", "parent_id", None),
    ("TERRITORY", "organization", "id", "municipality_id", None),
    ("COMMITTEE", "committee", "id", "organization_id", None),
    ("COMMITTEE_UNDER", "committee", "id", "parent_id", None),
    ("MEMBER", "membership", "organization_id", "committee_id", Some("role")),
    ("PERSON", "membership", "person_id", "committee_id", Some("role")),
    ("CONTRACT_PARTY", "contract_party", "party_id", "contract_id", Some("role")),
    ("CONTRACT_UNDER", "contract", "id", "parent_id", None),
    ("NETWORK_MEMBER", "network_member", "member_id", "network_id", None),
    ("NETWORK_HOST", "collaboration_network", "host_id", "id", None),
    ("INITIATIVE_PARTY", "initiative_party", "party_id", "initiative_id", Some("role")),
    ("STRATEGY", "strategy", "organization_id", "id", None),
];

fn ties(around: &[RecordId]) -> SelectStatement {
    let mut all: Option<SelectStatement> = None;
    for (kind, table, from, to, role) in TIES {
        let mut part = Query::select();
        let column = |column: &'static str| Expr::col(("t", column));
        let role = role.map_or_else(|| Expr::cust("cast(null as text)"), column);
        part.expr_as(column(from), "a")
            .expr_as(column(to), "b")
            .expr_as(Expr::cust(format!("'{kind}'")), "kind")
            .expr_as(role, "role")
            .from_as(table, "t")
            .and_where(column(from).is_not_null())
            .and_where(column(to).is_not_null())
            .and_where(column(from).is_in(around.iter().copied()).or(column(to).is_in(around.iter().copied())));
        match &mut all {
            None => all = Some(part),
            Some(all) => {
                all.union(UnionType::Distinct, part);
            }
        }
    }
    all.unwrap_or_default()
}

/// The network around each of these records up to a distance, in this order; one statement for each step, however many
/// records.
///
/// # Errors
/// When the database fails.
pub async fn around(db: &impl ConnectionTrait, centres: &[RecordId], distance: u32) -> Result<Vec<Graph>> {
    let mut known: HashMap<RecordId, Vec<Tie>> = HashMap::new();
    let mut graphs: Vec<Growing> = centres.iter().map(|centre| Growing::new(*centre)).collect();
    for step in 1..=distance {
        let mut border: Vec<RecordId> = graphs.iter().flat_map(|graph| &graph.border).copied().collect();
        border.sort_unstable();
        border.dedup();
        border.retain(|record| !known.contains_key(record));
        for ids in border.chunks(MAX_NODES) {
            tied(db, ids, &mut known).await?;
        }
        for graph in &mut graphs {
            graph.grow(step, &known);
        }
    }
    Ok(graphs.into_iter().map(|growing| growing.graph).collect())
}

/// Adds the ties of some records to what is known of each, in order.
async fn tied(db: &impl ConnectionTrait, ids: &[RecordId], known: &mut HashMap<RecordId, Vec<Tie>>) -> Result<()> {
    known.extend(ids.iter().map(|id| (*id, Vec::new())));
    for row in db.query_all(&ties(ids)).await? {
        let tie = Tie {
            from: row.try_get("", "a")?,
            to: row.try_get("", "b")?,
            kind: row.try_get("", "kind")?,
            role: row.try_get("", "role")?,
        };
        for end in [tie.from, tie.to] {
            if ids.contains(&end) {
                known.entry(end).or_default().push(tie.clone());
            }
        }
    }
    Ok(())
}

/// A network that grows step by step.
struct Growing {
    graph: Graph,
    reached: HashSet<RecordId>,
    seen: HashSet<Tie>,
    border: Vec<RecordId>,
}

impl Growing {
    fn new(centre: RecordId) -> Self {
        let graph = Graph { nodes: vec![(centre, 0)], ..Graph::default() };
        Self { graph, reached: HashSet::from([centre]), seen: HashSet::new(), border: vec![centre] }
    }

    /// Adds what is tied to its border.
    fn grow(&mut self, step: u32, known: &HashMap<RecordId, Vec<Tie>>) {
        let mut found: Vec<&Tie> = self.border.iter().filter_map(|record| known.get(record)).flatten().collect();
        found.sort_by(|a, b| (a.from, a.to, &a.kind, &a.role).cmp(&(b.from, b.to, &b.kind, &b.role)));
        self.border.clear();
        for tie in found {
            for end in [tie.from, tie.to] {
                if self.reached.contains(&end) {
                    continue;
                }
                if self.reached.len() >= MAX_NODES {
                    self.graph.truncated = true;
                    continue;
                }
                self.reached.insert(end);
                self.graph.nodes.push((end, step));
                self.border.push(end);
            }
            let ends_known = self.reached.contains(&tie.from) && self.reached.contains(&tie.to);
            if ends_known && self.seen.insert(tie.clone()) {
                self.graph.ties.push(tie.clone());
            }
        }
    }
}
