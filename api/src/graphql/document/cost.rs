//! What an operation may cost: the objects its answer can hold by the sizes of its pages.

use std::collections::HashMap;

use apollo_compiler::ast::Value;
use apollo_compiler::executable::{Field, Operation, Selection, SelectionSet};
use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Node};

use super::{MAX_COST, Refusal};
use crate::graphql::contract::DEFAULT_SIZE;
use crate::graphql::page::DEFAULT_PAGE;

/// Objects assumed for a plain list, which is short by nature.
const PLAIN_LIST: u64 = 5;
/// What a geometry counts: a boundary is as large as many objects.
const GEOMETRY: u64 = 10;

/// The objects that an operation could answer with; refuses too many.
pub(super) fn check(
    document: &Valid<ExecutableDocument>,
    operation: &Node<Operation>,
    variables: &Valid<JsonMap>,
) -> Result<u64, Refusal> {
    let mut counter = Counter { document, variables, known: HashMap::new() };
    let cost = counter.selection(&operation.selection_set);
    if cost > MAX_COST {
        let message = format!(
            "this could answer with {cost} objects by its page sizes, more than the {MAX_COST} allowed: ask for smaller pages (first) on the inner lists"
        );
        return Err(Refusal { cost: Some(cost), ..Refusal::new("COST_LIMIT", message) });
    }
    Ok(cost)
}

struct Counter<'a> {
    document: &'a ExecutableDocument,
    variables: &'a JsonMap,
    known: HashMap<&'a str, u64>,
}

impl<'a> Counter<'a> {
    fn selection(&mut self, set: &'a SelectionSet) -> u64 {
        let mut sum = 0_u64;
        for selection in &set.selections {
            let cost = match selection {
                Selection::Field(field) => self.field(field),
                Selection::InlineFragment(inline) => self.selection(&inline.selection_set),
                Selection::FragmentSpread(spread) => self.fragment(&spread.fragment_name),
            };
            sum = sum.saturating_add(cost);
        }
        sum
    }

    fn fragment(&mut self, name: &str) -> u64 {
        let Some(fragment) = self.document.fragments.get(name) else { return 0 };
        if let Some(cost) = self.known.get(fragment.name.as_str()) {
            return *cost;
        }
        let cost = self.selection(&fragment.selection_set);
        self.known.insert(fragment.name.as_str(), cost);
        cost
    }

    fn field(&mut self, field: &'a Node<Field>) -> u64 {
        let ty = field.ty();
        if field.selection_set.selections.is_empty() {
            return if ty.inner_named_type() == "GeoJSON" { GEOMETRY } else { 0 };
        }
        let below = self.selection(&field.selection_set);
        if ty.inner_named_type().ends_with("Connection") {
            let size = self.size(field).unwrap_or_else(|| u64::from(DEFAULT_PAGE));
            // `edges`, `nodes` and `pageInfo` cost nothing themselves: what a row holds counts once for each row.
            return below.saturating_add(1).saturating_mul(size);
        }
        if field.selection_set.ty.as_str().ends_with("Edge")
            || field.selection_set.ty.as_str() == "PageInfo"
            || self.in_connection(field)
        {
            return below;
        }
        if ty.is_list() {
            let tree = ty.inner_named_type().ends_with("TreeNode");
            let assumed = if tree { u64::from(DEFAULT_SIZE.unsigned_abs()) } else { PLAIN_LIST };
            let size = self.size(field).or_else(|| self.ids(field)).unwrap_or(assumed);
            return below.saturating_add(1).saturating_mul(size);
        }
        below.saturating_add(1)
    }

    /// The rows of a connection, whose number the connection itself counts.
    fn in_connection(&self, field: &Field) -> bool {
        matches!(field.name.as_str(), "nodes" | "edges")
            && field.ty().is_list()
            && !field.arguments.iter().any(|argument| argument.name == "ids")
    }

    /// The size that a list is asked for.
    fn size(&self, field: &Field) -> Option<u64> {
        let given = field.arguments.iter().filter(|argument| argument.name == "first" || argument.name == "last");
        given.filter_map(|argument| self.int(&argument.value)).max()
    }

    /// The number of records that are asked for by id.
    fn ids(&self, field: &Field) -> Option<u64> {
        let given = field.arguments.iter().find(|argument| argument.name == "ids")?;
        let length = match given.value.as_ref() {
            Value::List(ids) => ids.len(),
            Value::Variable(name) => self.variables.get(name.as_str())?.as_array()?.len(),
            _ => 1,
        };
        u64::try_from(length).ok()
    }

    fn int(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Int(int) => Some(u64::try_from(int.try_to_i32().ok()?).unwrap_or(0)),
            Value::Variable(name) => Some(u64::try_from(self.variables.get(name.as_str())?.as_i64()?).unwrap_or(0)),
            _ => None,
        }
    }
}
