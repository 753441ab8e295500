//! What can go wrong in the data layer. Database errors carry their cause for the log; the rest is for the caller.

/// Result of the data layer.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of the data layer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed; not the caller's fault.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// A cursor that cannot be read, or that was made under another order, filter or lens.
    #[error("cursor: {0}")]
    Cursor(&'static str),
    /// Input that cannot be stored.
    #[error("{0}")]
    Invalid(String),
}
