//! `seutu serve`.

use std::time::{Duration, Instant};

use axum::Router;
use store::Database;
use tokio::net::TcpListener;

use super::{Failure, connect};
use crate::auth::Verifier;
use crate::clock::Clock;
use crate::config::ServeOptions;
use crate::http::{App, router};

/// Sets up a new database, and serves until interrupted.
pub async fn run(url: &str, options: &ServeOptions) -> Result<(), Failure> {
    let db = connect(url).await?;
    prepare(&db, options.empty).await?;
    let verifier = Verifier::new(
        options.jwt_secret.as_deref(),
        options.jwks.as_deref(),
        options.jwt_issuer.clone(),
        options.jwt_audience.clone(),
    )?;
    let app = App::new(db.clone(), verifier, Clock::system(), options.timeout)?;
    let listener =
        TcpListener::bind(&options.listen).await.map_err(|error| format!("cannot listen on {}: {error}", options.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("seutu serves http://{address}/ (API: http://{address}/graphql)");
    let served = serve(listener, router(app), options.timeout).await;
    db.close().await.map_err(|error| error.to_string())?;
    served.map_err(|error| error.to_string())
}

/// Serves until interrupted; what is being asked then has as long as an operation may take.
async fn serve(listener: TcpListener, router: Router, patience: Duration) -> std::io::Result<()> {
    let (stopping, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        interrupted().await;
        drop(stopping);
    });
    tokio::select! {
        served = serving.into_future() => served,
        // A client that never ends its request must not keep the process.
        () = async {
            stopped.await.ok();
            tokio::time::sleep(patience).await;
        } => {
            tracing::warn!("ended with requests unanswered");
            Ok(())
        }
    }
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
