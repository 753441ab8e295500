//! The one error of the API, its stable codes, and the only door through which errors become GraphQL errors.
//!
//! Deliberately without `Display`: the blanket conversion of async-graphql would send any text to clients. Causes are
//! logged here, once, and never sent.

use async_graphql::ErrorExtensions;

/// Result of resolvers.
pub type Result<T> = std::result::Result<T, Error>;

/// All codes of errors, as docs/API.md lists them.
pub const CODES: &[&str] = &[
    "BAD_CURSOR",
    "BAD_REQUEST",
    "BAD_USER_INPUT",
    "COST_LIMIT",
    "FORBIDDEN",
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "INTERNAL",
    "METHOD_NOT_ALLOWED",
    "OVERLOADED",
    "PAGE_TOO_LARGE",
    "PAYLOAD_TOO_LARGE",
    "PERSISTED_QUERY_MISMATCH",
    "PERSISTED_QUERY_NOT_FOUND",
    "REQUEST_TIMEOUT",
    "TIMEOUT",
    "UNAUTHENTICATED",
    "UNSUPPORTED_MEDIA_TYPE",
];

/// The code of an error that was made elsewhere; none of ours is our fault.
#[must_use]
pub fn known_code(code: &str) -> &'static str {
    CODES.iter().find(|known| **known == code).copied().unwrap_or("INTERNAL")
}

/// What a request can be refused for. The text is for the client and names no internals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// An argument that cannot be used.
    BadUserInput(String),
    /// A cursor that cannot be read or belongs to another list.
    BadCursor(String),
    /// More rows asked for than a page may hold.
    PageTooLarge(String),
    /// The answer could become too large.
    CostLimit(String),
    /// A missing or broken token.
    Unauthenticated(String),
    /// The token does not allow it.
    Forbidden(String),
    /// Our fault; the cause is in the log.
    Internal,
}

impl Error {
    /// The stable code, in `extensions.code`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadUserInput(_) => "BAD_USER_INPUT",
            Self::BadCursor(_) => "BAD_CURSOR",
            Self::PageTooLarge(_) => "PAGE_TOO_LARGE",
            Self::CostLimit(_) => "COST_LIMIT",
            Self::Unauthenticated(_) => "UNAUTHENTICATED",
            Self::Forbidden(_) => "FORBIDDEN",
            Self::Internal => "INTERNAL",
        }
    }

    /// The text for the client.
    #[must_use]
    pub fn message(&self) -> &str {
        match self {
            Self::BadUserInput(text)
            | Self::BadCursor(text)
            | Self::PageTooLarge(text)
            | Self::CostLimit(text)
            | Self::Unauthenticated(text)
            | Self::Forbidden(text) => text,
            Self::Internal => "something went wrong on the server; the request id tells its operators what",
        }
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Cursor(reason) => Self::BadCursor(reason.to_owned()),
            store::Error::Invalid(reason) => Self::BadUserInput(reason),
            store::Error::Database(cause) => {
                tracing::error!(%cause, "database");
                Self::Internal
            }
        }
    }
}

impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        Self::new(error.message()).extend_with(|_, extensions| extensions.set("code", error.code()))
    }
}
