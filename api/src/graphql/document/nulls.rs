//! Nulls where fields failed, as the specification wants them: the failed field is null; where it may not be, the nearest
//! part of the answer around it that may. async-graphql 7 leaves a failed field out of its object instead.

use apollo_compiler::ExecutableDocument;
use apollo_compiler::ast::Type;
use apollo_compiler::executable::{Field, Operation, Selection, SelectionSet};
use async_graphql::{Name, PathSegment, Value};

/// Puts nulls into `data` for the errors with these paths.
pub(super) fn place(document: &ExecutableDocument, operation: &Operation, data: &mut Value, paths: &[&[PathSegment]]) {
    let mut places: Vec<&[PathSegment]> =
        paths.iter().map(|path| &path[..nullable(document, &operation.selection_set, path)]).collect();
    places.sort_by_key(|place| place.len());
    let mut done: Vec<&[PathSegment]> = Vec::new();
    for place in places {
        // What lies inside of something that is null already is gone with it.
        if !done.iter().any(|outer| place.starts_with(outer)) {
            put(data, place);
            done.push(place);
        }
    }
}

/// Length of the longest beginning of a path that leads to what may be null; 0: the whole answer.
fn nullable(document: &ExecutableDocument, root: &SelectionSet, path: &[PathSegment]) -> usize {
    let mut sets = vec![root];
    let mut ty: Option<&Type> = None;
    let mut longest = 0;
    for (index, segment) in path.iter().enumerate() {
        ty = match segment {
            PathSegment::Field(key) => {
                let mut found = Vec::new();
                for set in &sets {
                    fields(document, set, key, &mut found);
                }
                sets = found.iter().map(|field| &field.selection_set).collect();
                found.first().map(|field| field.ty())
            }
            PathSegment::Index(_) => ty.map(Type::item_type),
        };
        match ty {
            Some(ty) if !ty.is_non_null() => longest = index + 1,
            Some(_) => {}
            None => break,
        }
    }
    longest
}

/// Fields of a selection under a response key, in fragments too. They all have the same type, as validation demands.
fn fields<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, key: &str, found: &mut Vec<&'a Field>) {
    for selection in &set.selections {
        match selection {
            Selection::Field(field) if field.response_key() == key => found.push(field),
            Selection::Field(_) => {}
            Selection::InlineFragment(inline) => fields(document, &inline.selection_set, key, found),
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.fragment_name) {
                    fields(document, &fragment.selection_set, key, found);
                }
            }
        }
    }
}

/// Sets a place to null. An object all of whose fields failed has come as null itself: it is made anew around the place.
fn put(data: &mut Value, place: &[PathSegment]) {
    let Some((segment, rest)) = place.split_first() else {
        *data = Value::Null;
        return;
    };
    match segment {
        PathSegment::Field(key) => {
            if *data == Value::Null {
                *data = Value::Object(Default::default());
            }
            if let Value::Object(object) = data {
                put(object.entry(Name::new(key)).or_insert(Value::Null), rest);
            }
        }
        PathSegment::Index(index) => {
            if let Value::List(list) = data
                && let Some(item) = list.get_mut(*index)
            {
                put(item, rest);
            }
        }
    }
}
