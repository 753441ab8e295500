//! `seutu serve`.

use std::io::ErrorKind;
use std::time::Instant;

use store::Database;
use tokio::net::TcpListener;

use super::{Failure, connect};
use crate::auth::Verifier;
use crate::clock::Clock;
use crate::config::ServeOptions;
use crate::http::{App, Limits, listen, router};

/// Sets up a new database, and serves until interrupted. What can be wrong with the options is found before that.
pub async fn run(url: &str, options: &ServeOptions) -> Result<(), Failure> {
    let verifier = Verifier::new(
        options.jwt_secret.as_deref(),
        options.jwks.as_deref(),
        options.jwt_issuer.clone(),
        options.jwt_audience.clone(),
    )?;
    let listener = TcpListener::bind(&options.listen).await.map_err(|error| unusable(&options.listen, &error))?;
    let db = connect(url).await?;
    prepare(&db, options.empty).await?;
    let db = store::db::bounded(db, url, options.timeout).await.map_err(|error| error.to_string())?;
    let limits = Limits { operation: options.timeout, reading: options.read_timeout };
    let app = App::new(db.clone(), verifier, Clock::system(), limits)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("seutu serves http://{address}/ (API: http://{address}/graphql)");
    listen::serve(listener, router(app), &limits, interrupted()).await;
    db.close().await.map_err(|error| error.to_string())
}

/// Why an address cannot be listened on, and what to do.
fn unusable(address: &str, error: &std::io::Error) -> Failure {
    let port = address.rsplit(':').next().unwrap_or_default();
    let mend = match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {port} is in use: stop what listens there, or name another port (0 picks a free one)")
        }
        ErrorKind::PermissionDenied => {
            format!("port {port} is not for everybody: name one from 1024 on, and let a proxy listen there")
        }
        ErrorKind::AddrNotAvailable => {
            "this machine has no such address: 127.0.0.1 is for this machine, 0.0.0.0 for all".to_owned()
        }
        _ => format!("this is no address ({error}): write HOST:PORT, such as 127.0.0.1:8080"),
    };
    format!("--listen (SEUTU_LISTEN) {address:?}: {mend}")
}

/// Brings a new database up and fills it; refuses one that is half migrated.
async fn prepare(db: &Database, empty: bool) -> Result<(), Failure> {
    let started = Instant::now();
    let pending = store::db::pending(db).await.map_err(|error| error.to_string())?;
    if pending == 0 {
        return Ok(());
    }
    if !store::db::is_new(db).await.map_err(|error| error.to_string())? {
        return Err(format!("the database lacks {pending} migration steps: run `seutu migrate` on it first"));
    }
    store::db::migrate(db).await.map_err(|error| error.to_string())?;
    if !empty {
        fill(db).await?;
        tracing::info!(millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX), "built-in dataset loaded");
    }
    Ok(())
}

async fn fill(db: &Database) -> Result<(), Failure> {
    let loaded = exchange::dataset::load(db, Clock::system().micros()).await;
    loaded.map(|_| ()).map_err(|error| format!("the built-in dataset cannot be loaded: {error}"))
}

/// Waits for Ctrl-C or a request to terminate.
async fn interrupted() {
    let terminated = async {
        #[cfg(unix)]
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
        #[cfg(not(unix))]
        std::future::pending::<()>().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
    tracing::info!("stopping");
}
