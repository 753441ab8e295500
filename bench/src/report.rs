//! Results as a table for people or as JSON.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::load::Measured;

/// Results on one database.
#[derive(Serialize)]
pub struct Table {
    /// Which kind of database.
    pub database: &'static str,
    /// A line a query.
    pub lines: Vec<Line>,
    /// Rate of answers "not modified".
    pub unchanged: f64,
    /// Rate of `/health/live`.
    pub live: f64,
    /// Most memory of the server.
    pub api_megabytes: Option<f64>,
    /// Most memory of the peer.
    pub peer_megabytes: Option<f64>,
}

/// Results of one query, a run a round.
#[derive(Serialize)]
pub struct Line {
    query: &'static str,
    bytes: usize,
    statements: Option<u64>,
    /// The server under load.
    #[serde(serialize_with = "medians")]
    pub api: Vec<Measured>,
    /// The peer under load.
    #[serde(serialize_with = "medians")]
    pub peer: Vec<Measured>,
    /// The server with one connection.
    #[serde(serialize_with = "medians")]
    pub api_alone: Vec<Measured>,
    /// The peer with one connection.
    #[serde(serialize_with = "medians")]
    pub peer_alone: Vec<Measured>,
}

impl Line {
    /// A line without runs yet.
    #[must_use]
    pub fn new(query: &'static str, bytes: usize, statements: Option<u64>) -> Self {
        Self { query, bytes, statements, api: Vec::new(), peer: Vec::new(), api_alone: Vec::new(), peer_alone: Vec::new() }
    }
}

/// The middle one of some figures.
#[must_use]
pub fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn middle(runs: &[Measured]) -> Measured {
    let of = |figure: fn(&Measured) -> f64| median(runs.iter().map(figure));
    Measured { rate: of(|run| run.rate), p50: of(|run| run.p50), p99: of(|run| run.p99) }
}

fn medians<S: Serializer>(runs: &[Measured], serializer: S) -> Result<S::Ok, S::Error> {
    middle(runs).serialize(serializer)
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        writeln!(out, "{} (server, peer, database and load on the same {cores} cores)", self.database)?;
        writeln!(
            out,
            "| query | bytes | SQL | seutu /s | p50 ms | p99 ms | peer /s | p50 ms | p99 ms | ratio | alone p50 ms | peer alone |"
        )?;
        writeln!(out, "|---|---|---|---|---|---|---|---|---|---|---|---|")?;
        for line in &self.lines {
            let (api, peer) = (middle(&line.api), middle(&line.peer));
            let statements = line.statements.map_or_else(|| "?".to_owned(), |count| count.to_string());
            write!(out, "| {} | {} | {statements} ", line.query, line.bytes)?;
            for side in [&api, &peer] {
                write!(out, "| {:.0} | {:.1} | {:.1} ", side.rate, side.p50, side.p99)?;
            }
            let alone = [&line.api_alone, &line.peer_alone].map(|runs| middle(runs).p50);
            writeln!(out, "| {:.2} | {:.2} | {:.2} |", api.rate / peer.rate, alone[0], alone[1])?;
        }
        let share = self.unchanged / self.live;
        writeln!(out, "not modified: {:.0} /s, {share:.2} of /health/live at {:.0} /s", self.unchanged, self.live)?;
        let memory = |megabytes: Option<f64>| megabytes.map_or_else(|| "?".to_owned(), |value| format!("{value:.0} MB"));
        writeln!(out, "peak memory: {}; peer {}", memory(self.api_megabytes), memory(self.peer_megabytes))
    }
}
