//! Measures the server against a hand-written peer on the same synthetic country: four queries that users send, and
//! an answer the client has already. Load generator, server and database share the machine, so that figures of
//! one table compare with each other and with nothing else.

mod country;
mod database;
mod load;
mod names;
mod peer;
mod process;
mod query;
mod report;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use database::Made;

/// Whatever went wrong; measuring then stops.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

// The same as the server's, for the peer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures the server against a hand-written peer.
#[derive(Parser, Debug)]
#[command(name = "bench")]
struct Options {
    /// Size of the country, in times 441 municipalities.
    #[arg(long, default_value_t = 10, global = true)]
    scale: usize,
    /// Rounds; each query has a turn in each, the server and the peer one after the other.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of each turn.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Connections that are busy at once.
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// PostgreSQL server on which a database is made; empty for none.
    #[arg(long, env = "SEUTU_BENCH_POSTGRES", default_value = "postgres://postgres@127.0.0.1:5432/")]
    postgres: String,
    /// A filled database to measure as it is, instead of making some; can be given again.
    #[arg(long, value_name = "URL")]
    database: Vec<String>,
    /// Print JSON instead of tables.
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Make and fill a database, and leave it.
    Fill {
        /// An empty database.
        url: String,
    },
    /// Serve the peer.
    #[command(hide = true)]
    Peer {
        /// A filled database.
        url: String,
    },
}

fn main() -> ExitCode {
    let options = Options::parse();
    let mut builder = match options.command {
        Some(Command::Peer { .. }) => tokio::runtime::Builder::new_multi_thread(),
        // One thread sends all requests, to leave the machine to the servers.
        _ => tokio::runtime::Builder::new_current_thread(),
    };
    let done = builder.enable_all().build().map_err(Into::into).and_then(|runtime| runtime.block_on(dispatch(options)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(options: Options) -> Result<()> {
    match &options.command {
        Some(Command::Fill { url }) => return database::fill(url, options.scale).await,
        Some(Command::Peer { url }) => return peer::serve(url).await,
        None => {}
    }
    let mut tables = Vec::new();
    if options.database.is_empty() {
        tables.push(measure(Made::sqlite(options.scale).await?, &options).await?);
        if !options.postgres.is_empty() {
            tables.push(measure(Made::postgres(&options.postgres, options.scale).await?, &options).await?);
        }
    }
    for url in &options.database {
        tables.push(measure(Made::given(url.clone()), &options).await?);
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&tables)?);
    }
    Ok(())
}

/// Measures on one database, and removes it whatever comes.
async fn measure(made: Made, options: &Options) -> Result<report::Table> {
    let table = run::table(&made, options).await;
    made.remove().await?;
    let table = table?;
    if !options.json {
        println!("{table}");
    }
    Ok(table)
}
