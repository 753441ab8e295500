//! Two rules of the specification that apollo-compiler 1.33 keeps only in part: an input object names a field once, and a
//! variable fits its place also inside of lists and input objects, and where its default is null.

use std::collections::HashSet;
use std::ops::Range;

use apollo_compiler::ast::{Argument, InputValueDefinition, Type, Value, VariableDefinition};
use apollo_compiler::executable::{DirectiveList, Operation, Selection, SelectionSet};
use apollo_compiler::parser::LineColumn;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Name, Node, Schema};

use super::Refusal;

/// Refuses the first break of these rules. The document is valid by all others.
pub(super) fn check(schema: &Schema, document: &Valid<ExecutableDocument>) -> Result<(), Refusal> {
    document.operations.iter().try_for_each(|operation| {
        let mut walk = Walk { schema, document, operation, spread: HashSet::new() };
        for variable in &operation.variables {
            if let Some(value) = &variable.default_value {
                walk.value(value, &variable.ty, false)?;
            }
        }
        walk.selection(&operation.selection_set)
    })
}

struct Walk<'a> {
    schema: &'a Schema,
    document: &'a ExecutableDocument,
    operation: &'a Operation,
    /// Fragments seen in this operation.
    spread: HashSet<&'a Name>,
}

impl<'a> Walk<'a> {
    fn selection(&mut self, set: &'a SelectionSet) -> Result<(), Refusal> {
        set.selections.iter().try_for_each(|selection| match selection {
            Selection::Field(field) => {
                self.directives(&field.directives)?;
                self.arguments(&field.arguments, &field.definition.arguments)?;
                self.selection(&field.selection_set)
            }
            Selection::InlineFragment(inline) => {
                self.directives(&inline.directives)?;
                self.selection(&inline.selection_set)
            }
            Selection::FragmentSpread(spread) => {
                self.directives(&spread.directives)?;
                match self.document.fragments.get(&spread.fragment_name) {
                    Some(fragment) if self.spread.insert(&spread.fragment_name) => self.selection(&fragment.selection_set),
                    _ => Ok(()),
                }
            }
        })
    }

    fn directives(&self, directives: &DirectiveList) -> Result<(), Refusal> {
        directives.iter().try_for_each(|directive| match self.schema.directive_definitions.get(&directive.name) {
            Some(definition) => self.arguments(&directive.arguments, &definition.arguments),
            None => Ok(()),
        })
    }

    fn arguments(&self, given: &[Node<Argument>], defined: &[Node<InputValueDefinition>]) -> Result<(), Refusal> {
        given.iter().try_for_each(|argument| match defined.iter().find(|definition| definition.name == argument.name) {
            Some(definition) => self.value(&argument.value, &definition.ty, definition.default_value.is_some()),
            None => Ok(()),
        })
    }

    /// A value in a place of a type, where there may be a default.
    fn value(&self, value: &Node<Value>, ty: &Type, default: bool) -> Result<(), Refusal> {
        match value.as_ref() {
            Value::Variable(name) => match self.operation.variables.iter().find(|variable| variable.name == *name) {
                Some(variable) if !fits(variable, ty, default) => {
                    let message = format!("the variable `${name}` of type `{}` is used where `{ty}` is expected", variable.ty);
                    Err(self.refuse(message, value.line_column_range(&self.document.sources)))
                }
                _ => Ok(()),
            },
            Value::List(items) => {
                let item = if ty.is_list() { ty.item_type() } else { ty };
                items.iter().try_for_each(|value| self.value(value, item, false))
            }
            Value::Object(fields) => {
                let mut seen = HashSet::with_capacity(fields.len());
                let object = self.schema.get_input_object(ty.inner_named_type());
                fields.iter().try_for_each(|(name, value)| {
                    if !seen.insert(name) {
                        let message = format!("an input object names a field once, this one names `{name}` again");
                        return Err(self.refuse(message, name.line_column_range(&self.document.sources)));
                    }
                    match object.and_then(|object| object.fields.get(name)) {
                        Some(field) => self.value(value, &field.ty, field.default_value.is_some()),
                        None => Ok(()),
                    }
                })
            }
            _ => Ok(()),
        }
    }

    fn refuse(&self, message: String, place: Option<Range<LineColumn>>) -> Refusal {
        let locations = place.map(|place| (place.start.line, place.start.column)).into_iter().collect();
        Refusal { locations, ..Refusal::new("GRAPHQL_VALIDATION_FAILED", message) }
    }
}

/// Whether a variable may stand in a place: `IsVariableUsageAllowed` of the specification.
fn fits(variable: &VariableDefinition, place: &Type, default: bool) -> bool {
    if !place.is_non_null() || variable.ty.is_non_null() {
        return variable.ty.is_assignable_to(place);
    }
    let never_null = variable.default_value.as_ref().is_some_and(|value| !value.is_null());
    (never_null || default) && variable.ty.is_assignable_to(&place.clone().nullable())
}
