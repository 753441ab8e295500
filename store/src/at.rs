//! Table aliases: a query joins a noun's own table to its registry row, and a relation filter does so again
//! one level deeper. [`At`] says on which level, so that a condition names the right pair.

use sea_orm::sea_query::{Expr, IntoColumnRef};

/// Deepest nesting of relation filters.
pub const MAX_DEPTH: u8 = 3;

const OWN: [&str; 4] = ["t0", "t1", "t2", "t3"];
const RECORD: [&str; 4] = ["r0", "r1", "r2", "r3"];
const EDGE: [&str; 4] = ["e0", "e1", "e2", "e3"];

/// The level of nesting a condition is written for; 0 is the list itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At(u8);

impl At {
    /// The list itself.
    pub const ROOT: Self = Self(0);

    /// One relation deeper than the list.
    pub const NESTED: Self = Self(1);

    /// One relation deeper; none at [`MAX_DEPTH`].
    #[must_use]
    pub fn deeper(self) -> Option<Self> {
        (self.0 < MAX_DEPTH).then(|| Self(self.0 + 1))
    }

    /// Alias of the noun's own table.
    #[must_use]
    pub fn own_alias(self) -> &'static str {
        OWN[usize::from(self.0)]
    }

    /// Alias of the registry.
    #[must_use]
    pub fn record_alias(self) -> &'static str {
        RECORD[usize::from(self.0)]
    }

    /// Alias of the edge that leads to this level.
    #[must_use]
    pub fn edge_alias(self) -> &'static str {
        EDGE[usize::from(self.0)]
    }

    /// A column of the noun's own table.
    #[must_use]
    pub fn own(self, column: &'static str) -> Expr {
        Expr::col((self.own_alias(), column).into_column_ref())
    }

    /// A column of the registry.
    #[must_use]
    pub fn record(self, column: &'static str) -> Expr {
        Expr::col((self.record_alias(), column).into_column_ref())
    }

    /// A column of the edge.
    #[must_use]
    pub fn edge(self, column: &'static str) -> Expr {
        Expr::col((self.edge_alias(), column).into_column_ref())
    }
}
