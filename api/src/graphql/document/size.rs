//! How large a document is with its fragments written out, counted once for each fragment.

use std::collections::HashMap;

use async_graphql::parser::types::{Directive, ExecutableDocument, FragmentDefinition, Selection, SelectionSet};
use async_graphql::{Name, Positioned};

use super::Refusal;

/// Most fields of a document, fragments written out.
pub const MAX_FIELDS: u64 = 5_000;
/// Deepest nesting of fields.
pub const MAX_DEPTH: u64 = 20;
/// Most aliases in a document.
const MAX_ALIASES: u64 = 500;
/// Most directives in a document.
const MAX_DIRECTIVES: u64 = 100;
/// Deepest nesting of brackets that is parsed at all.
const MAX_BRACKETS: usize = 60;

#[derive(Clone, Copy, Default)]
struct Size {
    fields: u64,
    aliases: u64,
    directives: u64,
    depth: u64,
}

impl Size {
    fn add(&mut self, other: Self) {
        self.fields = self.fields.saturating_add(other.fields);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
        self.depth = self.depth.max(other.depth);
    }
}

/// Refuses what would exhaust the parser's stack: brackets nested too deep, outside of strings and comments.
pub(super) fn check_tokens(text: &str) -> Result<(), Refusal> {
    let (mut depth, mut quoted, mut comment, mut escaped) = (0_usize, false, false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => (comment, quoted) = (false, false),
            _ if comment => {}
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'#' => comment = true,
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_BRACKETS {
            return Err(Refusal::new("GRAPHQL_VALIDATION_FAILED", format!("a document nests at most {MAX_BRACKETS} brackets")));
        }
    }
    Ok(())
}

/// Names, numbers, strings, lists and objects of a document, which its memory goes by; what stands in strings and comments
/// is counted too.
pub(super) fn parts(text: &str) -> u64 {
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let counted = |part: &&[u8]| word(&part[0]) || matches!(part[0], b'{' | b'[' | b'"');
    text.as_bytes().chunk_by(|left, right| word(left) && word(right)).filter(counted).count() as u64
}

/// Refuses a document that is too large when its fragments are written out.
pub(super) fn check(document: &ExecutableDocument) -> Result<(), Refusal> {
    let mut counter = Counter { fragments: &document.fragments, known: HashMap::new(), open: Vec::new() };
    let mut whole = Size::default();
    for (_, operation) in document.operations.iter() {
        whole.directives += operation.node.directives.len() as u64;
        whole.add(counter.selection(&operation.node.selection_set.node)?);
    }
    for name in document.fragments.keys() {
        counter.fragment(name)?;
    }
    let limits = [
        (whole.fields, MAX_FIELDS, "fields, fragments written out"),
        (whole.depth, MAX_DEPTH, "levels of fields"),
        (whole.aliases, MAX_ALIASES, "aliases"),
        (whole.directives, MAX_DIRECTIVES, "directives"),
    ];
    for (found, limit, what) in limits {
        if found > limit {
            return Err(Refusal::new("GRAPHQL_VALIDATION_FAILED", format!("a document has at most {limit} {what}")));
        }
    }
    Ok(())
}

struct Counter<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    known: HashMap<&'a Name, Size>,
    open: Vec<&'a Name>,
}

impl<'a> Counter<'a> {
    fn selection(&mut self, set: &'a SelectionSet) -> Result<Size, Refusal> {
        let mut sum = Size::default();
        for item in &set.items {
            sum.add(self.item(&item.node)?);
        }
        Ok(sum)
    }

    fn item(&mut self, item: &'a Selection) -> Result<Size, Refusal> {
        let directives = |list: &[Positioned<Directive>]| Size { directives: list.len() as u64, ..Size::default() };
        match item {
            Selection::Field(field) => {
                let mut size = self.selection(&field.node.selection_set.node)?;
                size.add(directives(&field.node.directives));
                size.fields = size.fields.saturating_add(1);
                size.depth += 1;
                size.aliases = size.aliases.saturating_add(u64::from(field.node.alias.is_some()));
                Ok(size)
            }
            Selection::InlineFragment(inline) => {
                let mut size = self.selection(&inline.node.selection_set.node)?;
                size.add(directives(&inline.node.directives));
                Ok(size)
            }
            Selection::FragmentSpread(spread) => {
                let mut size = self.fragment(&spread.node.fragment_name.node)?;
                size.add(directives(&spread.node.directives));
                Ok(size)
            }
        }
    }

    /// Size of a fragment; of an unknown one nothing, which validation will say.
    fn fragment(&mut self, name: &Name) -> Result<Size, Refusal> {
        let fragments = self.fragments;
        let Some((name, fragment)) = fragments.get_key_value(name) else { return Ok(Size::default()) };
        if let Some(size) = self.known.get(name) {
            return Ok(*size);
        }
        if self.open.contains(&name) {
            return Err(Refusal::new("GRAPHQL_VALIDATION_FAILED", format!("fragment {name} spreads itself")));
        }
        self.open.push(name);
        let size = self.selection(&fragment.node.selection_set.node)?;
        self.open.pop();
        self.known.insert(name, size);
        Ok(size)
    }
}
