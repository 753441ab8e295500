//! Logs and figures.

pub mod metrics;

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// What is logged when nothing else is asked for.
const USUAL: &str = "info,sqlx=warn,sea_orm=warn";

/// Starts logging to standard error: readable on a terminal, one JSON object a line elsewhere. `SEUTU_LOG` chooses what.
///
/// # Errors
/// When `SEUTU_LOG` cannot be read.
pub fn start() -> Result<(), String> {
    let wanted = std::env::var("SEUTU_LOG").ok().filter(|text| !text.is_empty());
    let filter = EnvFilter::try_new(wanted.as_deref().unwrap_or(USUAL))
        .map_err(|error| format!("SEUTU_LOG: {error}: write a level such as info, or levels by module such as info,api=debug"))?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if std::io::stderr().is_terminal() { builder.try_init() } else { builder.json().try_init() };
    // Started already, as in tests: then that one serves.
    drop(started);
    Ok(())
}
