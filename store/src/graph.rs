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

/// The records within a distance of one, and the ties between them; one statement for each step.
///
/// # Errors
/// When the database fails.
pub async fn around(db: &impl ConnectionTrait, centre: RecordId, distance: u32) -> Result<Graph> {
    let mut graph = Graph { nodes: vec![(centre, 0)], ..Graph::default() };
    let mut known: HashMap<RecordId, u32> = HashMap::from([(centre, 0)]);
    let mut seen: HashSet<Tie> = HashSet::new();
    let mut border = vec![centre];
    for step in 1..=distance {
        let mut next = Vec::new();
        let mut found = Vec::new();
        for row in db.query_all(&ties(&border)).await? {
            found.push(Tie {
                from: row.try_get("", "a")?,
                to: row.try_get("", "b")?,
                kind: row.try_get("", "kind")?,
                role: row.try_get("", "role")?,
            });
        }
        found.sort_by(|a, b| (a.from, a.to, &a.kind, &a.role).cmp(&(b.from, b.to, &b.kind, &b.role)));
        for tie in found {
            for end in [tie.from, tie.to] {
                if !known.contains_key(&end) {
                    if known.len() >= MAX_NODES {
                        graph.truncated = true;
                        continue;
                    }
                    known.insert(end, step);
                    graph.nodes.push((end, step));
                    next.push(end);
                }
            }
            if known.contains_key(&tie.from) && known.contains_key(&tie.to) && seen.insert(tie.clone()) {
                graph.ties.push(tie);
            }
        }
        border = next;
        if border.is_empty() {
            break;
        }
    }
    Ok(graph)
}
