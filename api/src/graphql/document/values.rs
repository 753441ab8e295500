//! How much the arguments of a field may hold, written in the document or given by variables: what a database could not
//! read is refused here.

use std::collections::HashMap;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::ast::{Argument, Value};
use apollo_compiler::executable::{Operation, Selection, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};

use super::Refusal;

/// Most input objects in the arguments of a field, but for those that hold only plain values. SQLite reads expressions
/// 1 000 deep, and each may add to the depth.
const MAX_OBJECTS: usize = 600;
/// Deepest nesting of input objects and lists, for the same reason.
const MAX_NESTING: usize = 52;
/// Most plain values in the arguments of a field: below the parameter limits of both databases.
const MAX_VALUES: usize = 5_000;

/// Most objects and values in all arguments of an operation, those of a fragment at each place where it is spread.
const MAX_TOTAL: usize = 5_000;

/// Refuses arguments that hold too much, of a field or together, and text that a database cannot hold.
pub(super) fn check(document: &ExecutableDocument, operation: &Operation, variables: &JsonMap) -> Result<(), Refusal> {
    let mut walk = Walk { document, variables, known: HashMap::new() };
    let total = walk.selection(&operation.selection_set)?;
    if total > MAX_TOTAL {
        let message = format!("the arguments of an operation hold at most {MAX_TOTAL} values in all, these hold {total}");
        return Err(Refusal::new("COST_LIMIT", message));
    }
    Ok(())
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    variables: &'a JsonMap,
    known: HashMap<&'a str, usize>,
}

impl<'a> Walk<'a> {
    fn selection(&mut self, set: &'a SelectionSet) -> Result<usize, Refusal> {
        let mut total = 0_usize;
        for selection in &set.selections {
            let found = match selection {
                Selection::Field(field) => {
                    let own = measure(field.arguments.iter().map(AsRef::as_ref), self.variables)?;
                    own.saturating_add(self.selection(&field.selection_set)?)
                }
                Selection::InlineFragment(inline) => self.selection(&inline.selection_set)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.fragment_name)?,
            };
            total = total.saturating_add(found);
        }
        Ok(total)
    }

    fn fragment(&mut self, name: &str) -> Result<usize, Refusal> {
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(0) };
        if let Some(total) = self.known.get(fragment.name.as_str()) {
            return Ok(*total);
        }
        let total = self.selection(&fragment.selection_set)?;
        self.known.insert(fragment.name.as_str(), total);
        Ok(total)
    }
}

fn measure<'a>(arguments: impl Iterator<Item = &'a Argument>, variables: &JsonMap) -> Result<usize, Refusal> {
    let mut size = Size::default();
    for argument in arguments {
        size.literal(&argument.value, variables, 0)?;
    }
    Ok(size.objects + size.values)
}

/// What has been counted in the arguments of a field.
#[derive(Default)]
struct Size {
    objects: usize,
    values: usize,
}

impl Size {
    fn literal(&mut self, value: &Value, variables: &JsonMap, depth: usize) -> Result<(), Refusal> {
        match value {
            Value::Variable(name) => variables.get(name.as_str()).map_or(Ok(()), |value| self.json(value, depth)),
            Value::Object(fields) => {
                let plain = |value: &Value| !matches!(value, Value::Object(_) | Value::List(_) | Value::Variable(_));
                self.object(depth, !fields.is_empty() && fields.iter().all(|(_, value)| plain(value)))?;
                fields.iter().try_for_each(|(_, value)| self.literal(value, variables, depth + 1))
            }
            Value::List(values) => values.iter().try_for_each(|value| self.literal(value, variables, depth + 1)),
            Value::String(text) => self.plain(text),
            _ => self.plain(""),
        }
    }

    fn json(&mut self, value: &JsonValue, depth: usize) -> Result<(), Refusal> {
        match value {
            JsonValue::Object(fields) => {
                let plain = |value: &JsonValue| !matches!(value, JsonValue::Object(_) | JsonValue::Array(_));
                self.object(depth, !fields.is_empty() && fields.values().all(plain))?;
                fields.values().try_for_each(|value| self.json(value, depth + 1))
            }
            JsonValue::Array(values) => values.iter().try_for_each(|value| self.json(value, depth + 1)),
            JsonValue::String(text) => self.plain(text.as_str()),
            _ => self.plain(""),
        }
    }

    fn object(&mut self, depth: usize, plain: bool) -> Result<(), Refusal> {
        self.objects += usize::from(!plain);
        if self.objects > MAX_OBJECTS {
            return Err(refuse(format!("the arguments of a field hold at most {MAX_OBJECTS} input objects")));
        }
        if depth > MAX_NESTING {
            return Err(refuse(format!("input objects nest at most {MAX_NESTING} deep")));
        }
        Ok(())
    }

    fn plain(&mut self, text: &str) -> Result<(), Refusal> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(refuse(format!("the arguments of a field hold at most {MAX_VALUES} values")));
        }
        if text.contains('\0') {
            return Err(refuse("a text cannot hold the character U+0000".to_owned()));
        }
        Ok(())
    }
}

fn refuse(message: String) -> Refusal {
    Refusal::new("BAD_USER_INPUT", message)
}
