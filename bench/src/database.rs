//! Databases that live as long as a measurement.

use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use crate::{Result, country};

/// A database made and filled for measuring; gone when it is dropped with [`Made::remove`].
pub struct Made {
    /// Where it is.
    pub url: String,
    kind: Kind,
}

enum Kind {
    Sqlite { _folder: TempDir },
    Postgres { server: String, name: String },
    Given,
}

impl Made {
    /// A database that is there and filled, and stays.
    #[must_use]
    pub fn given(url: String) -> Self {
        Self { url, kind: Kind::Given }
    }

    /// A SQLite file in a temporary folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn sqlite(scale: usize) -> Result<Self> {
        let folder = TempDir::new()?;
        let url = format!("sqlite://{}", folder.path().join("bench.sqlite").display());
        fill(&url, scale).await?;
        Ok(Self { url, kind: Kind::Sqlite { _folder: folder } })
    }

    /// A database on a PostgreSQL server.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn postgres(server: &str, scale: usize) -> Result<Self> {
        let name = format!("seutu_bench_{}", std::process::id());
        run(server, &format!("create database {name}")).await?;
        let url = format!("{}/{name}", server.trim_end_matches('/'));
        let made = Self { url, kind: Kind::Postgres { server: server.to_owned(), name } };
        if let Err(error) = fill(&made.url, scale).await {
            made.remove().await?;
            return Err(error);
        }
        Ok(made)
    }

    /// What to call it in a table.
    #[must_use]
    pub fn title(&self) -> &'static str {
        if self.url.starts_with("sqlite:") { "SQLite" } else { "PostgreSQL" }
    }

    /// Removes it, unless it was there before.
    ///
    /// # Errors
    /// When the database server fails.
    pub async fn remove(self) -> Result<()> {
        match self.kind {
            Kind::Postgres { server, name } => run(&server, &format!("drop database {name} with (force)")).await,
            Kind::Sqlite { .. } | Kind::Given => Ok(()),
        }
    }
}

/// Makes the tables and fills them; PostgreSQL then learns what is in them, as it would by itself in a minute.
///
/// # Errors
/// When the database fails.
pub async fn fill(url: &str, scale: usize) -> Result<()> {
    let db = store::db::connect(url).await?;
    store::db::migrate(&db).await?;
    country::fill(&db, scale).await?;
    if url.starts_with("postgres") {
        db.execute_unprepared("vacuum analyze").await?;
    }
    Ok(db.close().await?)
}

async fn run(server: &str, sql: &str) -> Result<()> {
    let db = store::db::connect(server).await?;
    db.execute_unprepared(sql).await?;
    Ok(db.close().await?)
}
