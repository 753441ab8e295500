//! PostgreSQL for tests: a world is built once a run into a template, and each test gets a copy that it drops.
//!
//! A run keeps one session open under its own name. Templates of runs whose session is gone are dropped when the next
//! run begins, so nothing piles up however a run ends.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, Statement};
use store::Database;
use tokio::sync::{Mutex, OnceCell};

use super::world::World;

const PREFIX: &str = "seutu_test_";

static TEMPLATES: Mutex<Option<HashMap<World, String>>> = Mutex::const_new(None);
static REACHABLE: OnceCell<bool> = OnceCell::const_new();
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// The server to test on, with a database to begin at.
pub fn url() -> String {
    std::env::var("SEUTU_TEST_POSTGRES").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned())
}

/// The same server, another database.
fn url_of(database: &str) -> String {
    let url = url();
    let (server, _) = url.rsplit_once('/').unwrap();
    format!("{server}/{database}")
}

/// Name of this run.
fn run() -> &'static str {
    static RUN: OnceLock<String> = OnceLock::new();
    RUN.get_or_init(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        format!("{PREFIX}{}_{}", since.as_secs(), std::process::id())
    })
}

/// Whether there is a server. If there is none the runs on it are left out, which is said once, unless
/// `SEUTU_REQUIRE_POSTGRES=1` asks for it.
pub async fn reachable() -> bool {
    *REACHABLE
        .get_or_init(|| async {
            match begin_run().await {
                Ok(()) => true,
                Err(error) => {
                    let required = std::env::var("SEUTU_REQUIRE_POSTGRES").is_ok_and(|value| value == "1");
                    assert!(!required, "PostgreSQL is required and cannot be reached: {error}");
                    eprintln!(
                        "PostgreSQL cannot be reached, its runs are left out (SEUTU_TEST_POSTGRES names a server): {error}"
                    );
                    false
                }
            }
        })
        .await
}

async fn admin(name: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url());
    options.sqlx_logging(false).max_connections(1).connect_timeout(std::time::Duration::from_secs(3));
    let name = name.to_owned();
    options.map_sqlx_postgres_opts(move |options| options.application_name(&name));
    sea_orm::Database::connect(options).await
}

async fn run_sql(sql: &str) {
    let db = admin("seutu_test_admin").await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}

/// Opens the session that says this run lives, on a thread that lasts as long as the process, and sweeps.
async fn begin_run() -> Result<(), DbErr> {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let opened = match admin(run()).await {
                Ok(db) => db.execute_unprepared("select 1").await.map(|_| db),
                Err(error) => Err(error),
            };
            match opened {
                Ok(db) => {
                    let swept = sweep(&db).await;
                    let _ = tell.send(swept);
                    std::future::pending::<()>().await;
                }
                Err(error) => drop(tell.send(Err(error))),
            }
        });
    });
    told.await.unwrap()
}

/// Drops what runs that no longer live have left behind.
async fn sweep(db: &DatabaseConnection) -> Result<(), DbErr> {
    let sql = "select datname from pg_database d where datname like 'seutu\\_test\\_%'
        and not exists (select 1 from pg_stat_activity a where a.application_name <> ''
            and (d.datname = a.application_name or starts_with(d.datname, a.application_name || '_')))";
    for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
        let name: String = row.try_get_by_index(0)?;
        // Another run may sweep at the same time.
        let _ = db.execute_unprepared(&format!("drop database if exists \"{name}\" with (force)")).await;
    }
    Ok(())
}

/// A database that is dropped with this value.
pub struct Owned(String);

impl Drop for Owned {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.0);
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(run_sql(&format!("drop database \"{name}\" with (force)")));
        });
        let _ = dropped.join();
    }
}

/// A database with a world.
pub async fn create(world: World) -> (Database, Owned) {
    let template = template(world).await;
    let name = format!("{}_{}", run(), COUNT.fetch_add(1, Ordering::Relaxed));
    run_sql(&format!("create database \"{name}\" template \"{template}\"")).await;
    let owned = Owned(name.clone());
    (store::db::connect(&url_of(&name)).await.unwrap(), owned)
}

async fn template(world: World) -> String {
    let mut templates = TEMPLATES.lock().await;
    let templates = templates.get_or_insert_default();
    if let Some(name) = templates.get(&world) {
        return name.clone();
    }
    let name = format!("{}_{world:?}", run()).to_lowercase();
    run_sql(&format!("create database \"{name}\" template template0 encoding 'UTF8'")).await;
    let db = store::db::connect(&url_of(&name)).await.unwrap();
    store::db::migrate(&db).await.unwrap();
    world.fill(&db).await;
    db.close().await.unwrap();
    templates.insert(world, name.clone());
    name
}
