//! A measurement on one database: checks that server and peer answer alike, then load in turns.

use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::database::Made;
use crate::load::{self, Measured, Request};
use crate::process::Server;
use crate::query::{QUERIES, Query};
use crate::report::{Line, Table, median};
use crate::{Options, Result};

/// Time of each query before the first round.
const WARM_UP: Duration = Duration::from_millis(700);

/// The two under measurement.
struct Pair {
    api: Server,
    peer: Server,
}

/// Measures all queries.
///
/// # Errors
/// When a server does not start, when answers differ, and when a request fails.
pub async fn table(made: &Made, options: &Options) -> Result<Table> {
    let folder = TempDir::new()?;
    let pair = start(&made.url, folder.path())?;
    let mut lines = Vec::new();
    for query in &QUERIES {
        lines.push(check(&pair, query).await?);
    }
    for query in &QUERIES {
        for (server, request) in sides(&pair, query) {
            load::measure(server.address, &request, options.connections, WARM_UP).await?;
        }
    }
    let (unchanged, live) = (unchanged(&pair.api).await?, Request::get("/health/live", "", 200));
    let turn = Duration::from_secs_f64(options.seconds);
    let mut rates = (Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        for (query, line) in QUERIES.iter().zip(&mut lines) {
            for ((server, request), runs) in sides(&pair, query).into_iter().zip([&mut line.api, &mut line.peer]) {
                runs.push(load::measure(server.address, &request, options.connections, turn).await?);
            }
            for ((server, request), runs) in sides(&pair, query).into_iter().zip([&mut line.api_alone, &mut line.peer_alone]) {
                runs.push(load::measure(server.address, &request, 1, turn / 4).await?);
            }
        }
        rates.0.push(load::measure(pair.api.address, &unchanged, options.connections, turn / 2).await?);
        rates.1.push(load::measure(pair.api.address, &live, options.connections, turn / 2).await?);
    }
    let rate = |runs: &[Measured]| median(runs.iter().map(|run| run.rate));
    Ok(Table {
        database: made.title(),
        lines,
        unchanged: rate(&rates.0),
        live: rate(&rates.1),
        api_megabytes: pair.api.peak_megabytes(),
        peer_megabytes: pair.peer.peak_megabytes(),
    })
}

fn start(url: &str, folder: &Path) -> Result<Pair> {
    let own = std::env::current_exe()?;
    let seutu = own.with_file_name("seutu");
    Ok(Pair {
        api: Server::start(
            &seutu,
            &["serve", "--empty", "--database", url, "--listen", "127.0.0.1:0"],
            folder.join("seutu.log"),
        )?,
        peer: Server::start(&own, &["peer", url], folder.join("peer.log"))?,
    })
}

fn sides<'a>(pair: &'a Pair, query: &Query) -> [(&'a Server, Request); 2] {
    [(&pair.api, query.request()), (&pair.peer, Request::get(query.path, "", 200))]
}

/// Checks that both answer alike.
async fn check(pair: &Pair, query: &Query) -> Result<Line> {
    let mut bodies = Vec::new();
    for (server, request) in sides(pair, query) {
        bodies.push(load::once(server.address, &request).await?.1);
    }
    let values: Vec<serde_json::Value> =
        bodies.iter().map(|body| serde_json::from_slice(body)).collect::<std::result::Result<_, _>>()?;
    if values[0] != values[1] || bodies[0].len() < 1_000 {
        return Err(format!(
            "{}: the peer answers otherwise:\n{:.2000}\n{:.2000}",
            query.title,
            values[0].to_string(),
            values[1].to_string()
        )
        .into());
    }
    Ok(Line::new(query.title, bodies[0].len(), pair.api.last_statements()))
}

/// A request whose answer the client has already.
async fn unchanged(api: &Server) -> Result<Request> {
    let path = "/graphql?query=%7Bmunicipalities%7Bnodes%7Bcode%20name%7D%7D%7D";
    let (head, _) = load::once(api.address, &Request::get(path, "", 200)).await?;
    let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).ok_or("no ETag")?;
    Ok(Request::get(path, &format!("if-none-match: {tag}\r\n"), 304))
}
