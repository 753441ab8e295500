//! What came of a request to `/graphql`: travels with the answer to where it is logged and counted, and is never sent.

use axum::response::Response;

use crate::graphql::document::Refusal;

/// Longest operation name in the log, in characters.
const NAME: usize = 64;

/// What came of a request.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The operation it named, fit for a log.
    pub operation: Option<String>,
    /// Objects its answer could have held.
    pub cost: Option<u64>,
    /// SQL statements it took.
    pub statements: u64,
    /// Whether it was executed.
    pub executed: bool,
    /// Codes of its errors.
    pub codes: Vec<&'static str>,
}

impl Outcome {
    /// A request that was not executed.
    #[must_use]
    pub fn refused(refusals: &[Refusal]) -> Self {
        Self {
            cost: refusals.iter().find_map(|refusal| refusal.cost),
            codes: refusals.iter().map(|refusal| refusal.code).collect(),
            ..Self::default()
        }
    }

    /// What it is counted as.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (self.executed, self.codes.is_empty()) {
            (true, true) => "ok",
            (true, false) => "errors",
            (false, false) => "refused",
            (false, true) => "not_modified",
        }
    }

    /// Lays it down with an answer.
    #[must_use]
    pub fn with(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }
}

/// A name fit for a log: names of GraphQL as they are, anything else with its strange characters replaced, and not long.
#[must_use]
pub fn loggable(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '?' };
    let mut text: String = name.chars().take(NAME).map(plain).collect();
    if name.chars().nth(NAME).is_some() {
        text.push_str("...");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_plain_in_the_log() {
        assert_eq!(loggable("Map_2"), "Map_2");
        assert_eq!(loggable("a\n{\"level\":\"ERROR\"}\u{1b}[2J\u{202e}ä"), "a???level???ERROR????2J??");
        assert_eq!(loggable(&"x".repeat(64)), "x".repeat(64));
        assert_eq!(loggable(&"x".repeat(100_000)), "x".repeat(64) + "...");
    }
}
