//! The one configuration: command line and environment, each option documented once.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use entity::{Noun, Term};
use store::check::Severity;

/// A GraphQL backend for regional service-structure data.
///
/// Without a command it serves. Every option can also be given by its environment variable; the command line wins.
#[derive(Parser, Debug)]
#[command(name = "seutu", version, args_conflicts_with_subcommands = false, after_help = EXAMPLES)]
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

const EXAMPLES: &str = "\
Examples:
  seutu                                          serve on 127.0.0.1:8080
  seutu --listen 0.0.0.0:80 --database postgres://seutu@db/seutu
  seutu import list                              formats that can be imported
  seutu completions bash > ~/.local/share/bash-completion/completions/seutu

The log goes to standard error; SEUTU_LOG chooses what (info, warn, debug).";

/// Which database.
#[derive(Args, Debug, Clone)]
pub struct DatabaseOptions {
    /// sqlite://FILE, sqlite::memory: or postgres://USER@HOST/NAME; without it a file in the data directory of the user.
    #[arg(long, env = "DATABASE_URL", global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
}

/// How to serve.
#[derive(Args, Debug, Clone)]
#[command(next_help_heading = "Options of serve")]
pub struct ServeOptions {
    /// Address and port to listen on; port 0 picks a free one and prints it.
    #[arg(
        long,
        env = "SEUTU_LISTEN",
        default_value = "127.0.0.1:8080",
        global = true,
        value_name = "HOST:PORT",
        hide_env_values = true
    )]
    pub listen: String,
    /// Start with an empty database instead of the built-in dataset.
    #[arg(long, global = true)]
    pub empty: bool,
    /// Seconds an operation may take.
    #[arg(
        long,
        env = "SEUTU_TIMEOUT",
        default_value = "10",
        global = true,
        value_name = "SECONDS",
        hide_env_values = true,
        value_parser = seconds
    )]
    pub timeout: Duration,
    /// Seconds a client has to send the head of a request, and again for its body; an idle connection is kept as long.
    #[arg(
        long,
        env = "SEUTU_READ_TIMEOUT",
        default_value = "30",
        global = true,
        value_name = "SECONDS",
        hide_env_values = true,
        value_parser = seconds
    )]
    pub read_timeout: Duration,
    /// Secret of HS256 tokens, 32 bytes or more. Without it and without keys every token is refused.
    #[arg(long, env = "SEUTU_JWT_SECRET", global = true, value_name = "SECRET", hide_env_values = true)]
    pub jwt_secret: Option<String>,
    /// JSON Web Key Set: public keys of RS256, ES256 or EdDSA tokens.
    #[arg(long, env = "SEUTU_JWKS", global = true, value_name = "FILE", hide_env_values = true)]
    pub jwks: Option<PathBuf>,
    /// Issuer that tokens must name.
    #[arg(long, env = "SEUTU_JWT_ISSUER", global = true, value_name = "NAME", hide_env_values = true)]
    pub jwt_issuer: Option<String>,
    /// Audience that tokens must name.
    #[arg(long, env = "SEUTU_JWT_AUDIENCE", global = true, value_name = "NAME", hide_env_values = true)]
    pub jwt_audience: Option<String>,
}

/// Which findings are printed.
#[derive(Args, Debug)]
pub struct CheckOptions {
    /// Only those about records of this noun, such as ORGANIZATION; may be given several times.
    #[arg(long, value_parser = word::<Noun>)]
    pub noun: Vec<Noun>,
    /// Only those that matter so much: ERROR, WARNING or INFO; may be given several times.
    #[arg(long, value_parser = word::<Severity>)]
    pub severity: Vec<Severity>,
    /// Only those about records that rest on this document, by SCHEME:code or UUID.
    #[arg(long, value_name = "DOCUMENT")]
    pub source: Option<String>,
}

/// A word of a vocabulary, in letters of either case.
fn word<T: Term>(text: &str) -> Result<T, String> {
    let words: Vec<&str> = T::ALL.iter().map(|(_, word, _)| *word).collect();
    T::parse(&text.to_uppercase()).ok_or_else(|| format!("give one of {}", words.join(", ")))
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the API; a new database is set up and filled first.
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
    /// Check the quality of the data; fails when something must be mended.
    Check(CheckOptions),
    /// Print the schema.
    Schema,
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print a token for development, signed with --jwt-secret.
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
        _ => Err("give seconds, more than 0 and at most 3600, here or in the environment variable".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn words_of_a_vocabulary_are_read_in_either_case() {
        let read = |noun| Cli::try_parse_from(["seutu", "check", "--noun", noun, "--noun", "REGION", "--severity", "info"]);
        match read("organization").map(|cli| cli.command) {
            Ok(Some(Command::Check(asked))) => {
                assert_eq!((asked.noun, asked.severity), (vec![Noun::Organization, Noun::Region], vec![Severity::Info]));
            }
            other => panic!("{other:?}"),
        }
        let refused = read("town").expect_err("no noun").to_string();
        assert!(refused.contains("MUNICIPALITY, REGION"), "{refused}");
    }

    #[test]
    fn the_command_line_is_well_formed_and_completes_in_every_shell() {
        Cli::command().debug_assert();
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "seutu", &mut script);
            let script = String::from_utf8(script).expect("text");
            for word in ["completions", "import", "read-timeout", "jwks"] {
                assert!(script.contains(word), "{word} for {shell}");
            }
        }
    }

    #[test]
    fn help_fits_eighty_columns() {
        for name in ["", "serve", "import", "token", "completions"] {
            let mut command = Cli::command().term_width(80);
            command.build();
            let mut named = if name.is_empty() { command } else { command.find_subcommand(name).expect(name).clone() };
            let help = named.render_long_help().to_string();
            assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
        }
    }
}
