//! How much an operation hands over in arguments: a filter in a variable can be far larger than the document.

use std::collections::HashMap;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::ast::Value;
use apollo_compiler::executable::{Operation, Selection, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};

use super::Refusal;

/// Most values in the arguments of an operation, lists and objects counted, variables at each place where they are used.
pub const MAX_VALUES: u64 = 5_000;

/// Refuses an operation whose arguments hold too many values.
pub(super) fn check(document: &ExecutableDocument, operation: &Operation, variables: &JsonMap) -> Result<(), Refusal> {
    let mut counter = Counter { document, variables, known: HashMap::new() };
    let values = counter.selection(&operation.selection_set);
    if values > MAX_VALUES {
        let message = format!("the arguments hold {values} values, more than the {MAX_VALUES} allowed");
        return Err(Refusal::new("COST_LIMIT", message));
    }
    Ok(())
}

struct Counter<'a> {
    document: &'a ExecutableDocument,
    variables: &'a JsonMap,
    known: HashMap<&'a str, u64>,
}

impl<'a> Counter<'a> {
    fn selection(&mut self, set: &'a SelectionSet) -> u64 {
        set.selections.iter().fold(0, |sum: u64, selection| sum.saturating_add(self.one(selection)))
    }

    fn one(&mut self, selection: &'a Selection) -> u64 {
        match selection {
            Selection::Field(field) => {
                let given = field.arguments.iter().map(|argument| self.written(&argument.value)).sum::<u64>();
                self.selection(&field.selection_set).saturating_add(given)
            }
            Selection::InlineFragment(inline) => self.selection(&inline.selection_set),
            Selection::FragmentSpread(spread) => {
                let Some(fragment) = self.document.fragments.get(&spread.fragment_name) else { return 0 };
                if let Some(values) = self.known.get(fragment.name.as_str()) {
                    return *values;
                }
                let values = self.selection(&fragment.selection_set);
                self.known.insert(fragment.name.as_str(), values);
                values
            }
        }
    }

    fn written(&self, value: &Value) -> u64 {
        match value {
            Value::Variable(name) => self.variables.get(name.as_str()).map_or(0, given),
            Value::List(values) => 1 + values.iter().map(|value| self.written(value)).sum::<u64>(),
            Value::Object(fields) => 1 + fields.iter().map(|(_, value)| self.written(value)).sum::<u64>(),
            _ => 1,
        }
    }
}

fn given(value: &JsonValue) -> u64 {
    match value {
        JsonValue::Array(values) => 1 + values.iter().map(given).sum::<u64>(),
        JsonValue::Object(fields) => 1 + fields.values().map(given).sum::<u64>(),
        _ => 1,
    }
}
