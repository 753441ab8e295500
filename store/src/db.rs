//! Opening a database, beginning to write, and counting statements.

use std::cell::Cell;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::{Error, Result};

/// Statements run by this process.
pub static STATEMENTS: AtomicU64 = AtomicU64::new(0);

tokio::task_local! {
    static COUNTED: Cell<u64>;
}

/// Runs a future and counts the SQL statements it takes. A count around this one counts them too.
pub async fn counted<T>(future: impl Future<Output = T>) -> (T, u64) {
    let (answer, statements) = COUNTED
        .scope(Cell::new(0), async {
            let answer = future.await;
            (answer, COUNTED.with(Cell::get))
        })
        .await;
    let _ = COUNTED.try_with(|outer| outer.set(outer.get() + statements));
    (answer, statements)
}

/// Opens a pool on `sqlite://..`, `sqlite::memory:` or `postgres://..`. The SQLite file is made if it does not exist.
///
/// # Errors
/// When the database cannot be reached.
pub async fn connect(url: &str) -> Result<DatabaseConnection> {
    open(url, None).await
}

/// Opens the database again for serving: PostgreSQL ends a statement that runs longer than `longest`, as nobody waits for it any
/// more. SQLite, which has no such limit, stays as it is.
///
/// # Errors
/// When the database cannot be reached.
pub async fn bounded(db: DatabaseConnection, url: &str, longest: Duration) -> Result<DatabaseConnection> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(db);
    }
    db.close().await?;
    open(url, Some(longest)).await
}

async fn open(url: &str, longest: Option<Duration>) -> Result<DatabaseConnection> {
    let sqlite = url.starts_with("sqlite:");
    let memory = url.contains(":memory:");
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).test_before_acquire(false).connect_timeout(Duration::from_secs(10));
    options.max_connections(if memory {
        1
    } else if sqlite {
        4
    } else {
        16
    });
    if memory {
        options.idle_timeout(None::<Duration>).max_lifetime(None::<Duration>).min_connections(1);
    }
    options.map_sqlx_sqlite_opts(move |options| {
        let options = options.create_if_missing(true).foreign_keys(true).busy_timeout(Duration::from_secs(5));
        if memory {
            return options;
        }
        options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Normal)
    });
    if let Some(longest) = longest {
        let limit = format!("{}ms", longest.as_millis());
        options.map_sqlx_postgres_opts(move |options| options.options([("statement_timeout", &limit)]));
    }
    let mut db = Database::connect(options).await?;
    db.set_metric_callback(|_| {
        STATEMENTS.fetch_add(1, Ordering::Relaxed);
        let _ = COUNTED.try_with(|count| count.set(count.get() + 1));
    });
    Ok(db)
}

/// The kind of a database, in a word.
#[must_use]
pub fn kind(db: &DatabaseConnection) -> &'static str {
    match db.get_database_backend() {
        DbBackend::Postgres => "postgresql",
        _ => "sqlite",
    }
}

/// Connections of the pool that are in use, and that are idle.
#[must_use]
pub fn connections(db: &DatabaseConnection) -> (u32, u32) {
    let (open, idle) = match db.get_database_backend() {
        DbBackend::Postgres => {
            let pool = db.get_postgres_connection_pool();
            (pool.size(), pool.num_idle())
        }
        _ => {
            let pool = db.get_sqlite_connection_pool();
            (pool.size(), pool.num_idle())
        }
    };
    let idle = u32::try_from(idle).unwrap_or(u32::MAX).min(open);
    (open - idle, idle)
}

/// Brings the tables up to this program's version, and what is derived from them.
///
/// # Errors
/// When the database is newer than this program, or a step fails.
pub async fn migrate(db: &DatabaseConnection) -> Result<()> {
    if pending(db).await? > 0 {
        Migrator::up(db, None).await?;
    }
    crate::derived::fill(db).await
}

/// How many migration steps the database lacks.
///
/// # Errors
/// [`Error::Invalid`] when it holds steps that this program does not know.
pub async fn pending(db: &DatabaseConnection) -> Result<usize> {
    let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    if !has_table(db, "seaql_migrations").await? {
        return Ok(known.len());
    }
    let applied = Migrator::get_migration_models(db).await?;
    if let Some(newer) = applied.iter().find(|step| !known.contains(&step.version)) {
        return Err(Error::Invalid(format!(
            "the database has been migrated by a newer version (step {}): start that version, or restore an older copy",
            newer.version
        )));
    }
    Ok(known.len() - applied.len())
}

/// Whether nothing has been set up in the database yet.
///
/// # Errors
/// When the database fails.
pub async fn is_new(db: &DatabaseConnection) -> Result<bool> {
    Ok(!has_table(db, "seaql_migrations").await?)
}

async fn has_table(db: &DatabaseConnection, table: &str) -> Result<bool> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => "select 1 from pg_tables where schemaname = current_schema() and tablename = $1",
        _ => "select 1 from sqlite_master where type = 'table' and name = $1",
    };
    let statement = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, [table.into()]);
    Ok(db.query_one_raw(statement).await?.is_some())
}

/// Lets the database learn what its tables hold, so that it reads them by the shorter way. SQLite, left alone, takes all
/// tables for equally large; PostgreSQL learns by itself, but only some minutes later, and reads by long ways until then.
///
/// # Errors
/// When the database fails.
pub async fn learn(db: &impl ConnectionTrait) -> Result<()> {
    if db.get_database_backend() == DbBackend::Sqlite {
        db.execute_unprepared("pragma analysis_limit = 1000").await?;
    }
    db.execute_unprepared("analyze").await?;
    Ok(())
}

/// Begins a transaction that writes: SQLite takes its write lock at once, so that it never fails half way.
///
/// # Errors
/// When the database cannot be reached.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
    Ok(db.begin_with_options(options).await?)
}
