//! The one configuration: command line and environment, each option documented once.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A GraphQL backend for regional service-structure data.
#[derive(Parser, Debug)]
#[command(name = "seutu", version, about, long_about = None, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// Options of the database, for every command.
    #[command(flatten)]
    pub database: DatabaseOptions,
    /// Options of `serve`, when no command is named.
    #[command(flatten)]
    pub serve: ServeOptions,
    /// What to do; `serve` when nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Which database.
#[derive(Args, Debug, Clone)]
pub struct DatabaseOptions {
    /// Database: sqlite://FILE, sqlite::memory: or postgres://USER@HOST/NAME [default: a file in the data directory of the user].
    #[arg(long, env = "DATABASE_URL", global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
}

/// How to serve.
#[derive(Args, Debug, Clone)]
pub struct ServeOptions {
    /// Address and port to listen on; port 0 picks a free one and prints it.
    #[arg(long, env = "SEUTU_LISTEN", default_value = "127.0.0.1:8080", global = true, value_name = "ADDRESS")]
    pub listen: String,
    /// Secret of HS256 tokens; without it and without keys, tokens are refused and reading is anonymous.
    #[arg(long, env = "SEUTU_JWT_SECRET", global = true, value_name = "SECRET", hide_env_values = true)]
    pub jwt_secret: Option<String>,
    /// File with a JSON Web Key Set: public keys of RS256, ES256 or EdDSA tokens.
    #[arg(long, env = "SEUTU_JWKS", global = true, value_name = "FILE")]
    pub jwks: Option<PathBuf>,
    /// Issuer that tokens must name.
    #[arg(long, env = "SEUTU_JWT_ISSUER", global = true, value_name = "NAME")]
    pub jwt_issuer: Option<String>,
    /// Audience that tokens must name.
    #[arg(long, env = "SEUTU_JWT_AUDIENCE", global = true, value_name = "NAME")]
    pub jwt_audience: Option<String>,
    /// Seconds an operation may take.
    #[arg(long, env = "SEUTU_TIMEOUT", default_value = "10", global = true, value_name = "SECONDS", value_parser = seconds)]
    pub timeout: Duration,
    /// Start with an empty database instead of the built-in dataset.
    #[arg(long, global = true)]
    pub empty: bool,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the API. A new database is set up and filled with the built-in dataset first.
    Serve,
    /// Bring the tables of a database up to this version.
    Migrate,
    /// Import files of a format. Running it again changes nothing.
    Import(ImportOptions),
    /// Export what a database holds.
    Export {
        /// What to write.
        format: ExportFormat,
        /// Folder to write to.
        path: PathBuf,
    },
    /// Check the quality of the data and print what is found. Exit code 1 when something must be mended.
    Check,
    /// Print the schema.
    Schema,
    /// Print a token for development, signed with the secret of --jwt-secret.
    Token {
        /// Who it is for.
        #[arg(long, default_value = "developer")]
        subject: String,
        /// Scopes: read:restricted, write, admin.
        #[arg(long, value_delimiter = ',')]
        scope: Vec<String>,
        /// Organizations that writes are limited to.
        #[arg(long, value_delimiter = ',')]
        organization: Vec<String>,
        /// Hours until it ends.
        #[arg(long, default_value_t = 8)]
        hours: u64,
    },
}

/// What to import and how.
#[derive(Args, Debug, Clone)]
pub struct ImportOptions {
    /// Format: run `seutu import list` to see them.
    pub format: String,
    /// Folder or file.
    pub path: Option<PathBuf>,
    /// Check everything and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave bad rows out instead of stopping.
    #[arg(long)]
    pub skip_bad_rows: bool,
}

/// What can be exported.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// The files of the built-in dataset.
    Dataset,
}

fn seconds(text: &str) -> Result<Duration, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds > 0.0 && seconds <= 3600.0 => Ok(Duration::from_secs_f64(seconds)),
        _ => Err("give seconds, more than 0 and at most 3600".to_owned()),
    }
}
