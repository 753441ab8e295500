//! Logs.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging to standard error: readable on a terminal, one JSON object a line elsewhere. `SEUTU_LOG` chooses what.
pub fn start() {
    let filter = EnvFilter::try_from_env("SEUTU_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if std::io::stderr().is_terminal() { builder.try_init() } else { builder.json().try_init() };
    // Started already, as in tests: then that one serves.
    drop(started);
}
