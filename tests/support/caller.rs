//! Those who call: with no token, with one that may read what is restricted, with one that is worth nothing.

use api::auth::token::{Claims, mint};

/// Secret of the tokens of tests.
pub const SECRET: &str = "a secret for tests only, long enough for HS256";

/// Who sends a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// No token.
    Anonymous,
    /// A token without any scope.
    Plain,
    /// A token with `read:restricted`.
    Reader,
    /// A token that is none.
    Broken,
}

impl Caller {
    /// The caller that a case names.
    pub fn named(name: &str) -> Self {
        match name {
            "anonymous" => Self::Anonymous,
            "plain" => Self::Plain,
            "reader" => Self::Reader,
            "broken" => Self::Broken,
            other => panic!("no caller {other}"),
        }
    }

    /// What the caller sends as `Authorization`.
    pub fn authorization(self) -> Option<String> {
        match self {
            Self::Anonymous => None,
            Self::Plain => Some(format!("Bearer {}", token(""))),
            Self::Reader => Some(format!("Bearer {}", token("read:restricted"))),
            Self::Broken => Some("Bearer e30.e30.e30".to_owned()),
        }
    }
}

fn token(scope: &str) -> String {
    mint(SECRET, &claims(scope)).unwrap()
}

/// Claims of a token that is good for an hour.
pub fn claims(scope: &str) -> Claims {
    Claims {
        sub: "tester".to_owned(),
        exp: now() + 3_600,
        iss: None,
        aud: None,
        scope: scope.to_owned(),
        organizations: Vec::new(),
    }
}

/// Seconds since 1970, by the machine's clock, which tokens are checked by.
pub fn now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
}
