//! Who asks: a bearer token becomes a [`Viewer`], once a request.

pub mod token;

pub use token::Verifier;

/// Who asks, and what the token allows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Viewer {
    /// Subject of the token; none: anonymous.
    pub subject: Option<String>,
    /// Scopes of the token.
    pub scopes: Vec<String>,
    /// Organizations that writes are limited to, by their public UUIDs.
    pub organizations: Vec<String>,
}

impl Viewer {
    /// Whether the token has a scope; `admin` has all.
    #[must_use]
    pub fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|given| given == scope || given == "admin")
    }

    /// Whether restricted, draft and archived records are shown.
    #[must_use]
    pub fn reads_restricted(&self) -> bool {
        self.has("read:restricted")
    }
}
