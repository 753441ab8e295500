//! The command line, a file a command.

mod check;
mod database;
mod export;
mod import;
mod migrate;
mod serve;
mod token;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::config::{Cli, Command};
use crate::graphql::schema;
use database::connect;

/// Stack of a worker thread: an answer is resolved level by level within one task.
const STACK: usize = 8 * 1024 * 1024;

/// Why a command failed, for the person who ran it.
pub type Failure = String;

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if let Err(failure) = crate::telemetry::start() {
        return fail(&failure);
    }
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
    let url = || database::url(cli.database.database.clone());
    match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(&url()?, &cli.serve).await,
        Command::Migrate => migrate::run(&url()?).await,
        Command::Import(options) => import::run(&url, &options).await,
        Command::Export { format, path } => export::run(&url()?, format, &path).await,
        Command::Check(options) => check::run(&url()?, &options).await,
        Command::Schema => {
            print!("{}", schema::sdl());
            Ok(())
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "seutu", &mut std::io::stdout());
            Ok(())
        }
        Command::Token { subject, scope, organization, hours } => {
            token::run(cli.serve.jwt_secret.as_deref(), subject, &scope, organization, hours)
        }
    }
}
