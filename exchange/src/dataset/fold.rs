//! Edges that differ in one reference only, as one edge with a list; and back.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

type Edge = Map<String, Value>;

/// Folds edges that are alike but for `column`.
pub(super) fn fold(edges: Vec<Edge>, column: Option<&&'static str>) -> Vec<Edge> {
    let Some(column) = column else { return edges };
    let mut folded: BTreeMap<String, (Edge, Vec<Value>)> = BTreeMap::new();
    let mut others = Vec::new();
    for mut edge in edges {
        match edge.remove(*column) {
            Some(value @ Value::String(_)) => {
                folded.entry(Value::Object(edge.clone()).to_string()).or_insert_with(|| (edge, Vec::new())).1.push(value);
            }
            Some(value) => {
                edge.insert((*column).to_owned(), value);
                others.push(edge);
            }
            None => others.push(edge),
        }
    }
    let folded = folded.into_values().map(|(mut edge, mut values)| {
        values.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
        let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
        edge.insert((*column).to_owned(), value);
        edge
    });
    others.into_iter().chain(folded).collect()
}

/// One edge for each element of the list in one of the columns.
pub(super) fn unfold(mut edge: Edge, columns: &[&'static str]) -> Result<Vec<Edge>, String> {
    let lists: Vec<&&str> = columns.iter().filter(|column| edge.get(**column).is_some_and(Value::is_array)).collect();
    let column = match lists[..] {
        [] => return Ok(vec![edge]),
        [column] => *column,
        _ => return Err(format!("only one of {lists:?} may be a list")),
    };
    let Some(Value::Array(values)) = edge.remove(column) else { return Ok(vec![edge]) };
    let one = |value: Value| {
        let mut edge = edge.clone();
        edge.insert(column.to_owned(), value);
        edge
    };
    Ok(values.into_iter().map(one).collect())
}
