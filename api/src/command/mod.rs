//! The command line, a file a command.

mod check;
mod export;
mod import;
mod migrate;
mod serve;
mod token;

use std::process::ExitCode;

use clap::Parser;
use store::Database;

use crate::config::{Cli, Command};
use crate::graphql::schema;

/// Stack of a worker thread: an answer is resolved level by level within one task.
const STACK: usize = 8 * 1024 * 1024;

/// Why a command failed, for the person who ran it.
pub type Failure = String;

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    crate::telemetry::start();
    let built = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build();
    let runtime = match built {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("cannot start: {error}")),
    };
    match runtime.block_on(dispatch(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => fail(&failure),
    }
}

fn fail(failure: &str) -> ExitCode {
    eprintln!("seutu: {failure}");
    ExitCode::FAILURE
}

async fn dispatch(cli: Cli) -> Result<(), Failure> {
    let url = || database_url(cli.database.database.clone());
    match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(&url()?, &cli.serve).await,
        Command::Migrate => migrate::run(&url()?).await,
        Command::Import(options) => import::run(&url, &options).await,
        Command::Export { format, path } => export::run(&url()?, format, &path).await,
        Command::Check => check::run(&url()?).await,
        Command::Schema => {
            print!("{}", schema::sdl());
            Ok(())
        }
        Command::Token { subject, scope, organization, hours } => {
            token::run(cli.serve.jwt_secret.as_deref(), subject, &scope, organization, hours)
        }
    }
}

/// The database to use: the one named, else a file in the user's data directory.
fn database_url(given: Option<String>) -> Result<String, Failure> {
    if let Some(url) = given {
        return Ok(url);
    }
    let dirs = directories::ProjectDirs::from("", "", "seutu")
        .ok_or("no home directory to keep the database in: name one with --database")?;
    let folder = dirs.data_dir();
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(format!("sqlite://{}", folder.join("seutu.sqlite").display()))
}

async fn connect(url: &str) -> Result<Database, Failure> {
    store::db::connect(url).await.map_err(|error| format!("the database cannot be opened: {error}"))
}
