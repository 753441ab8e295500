//! The servers under load, each a process of its own, so that its memory is its own too.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::Result;

/// A server that runs until dropped.
pub struct Server {
    child: Child,
    log: PathBuf,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts a program that prints its address, and keeps what it logs.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(program: &Path, arguments: &[&str], log: PathBuf) -> Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log)?)
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).and_then(|address| address.parse().ok());
        let Some(address) = address else {
            let _ = child.kill();
            return Err(format!("{} did not start: {}", program.display(), std::fs::read_to_string(&log)?).into());
        };
        Ok(Self { child, log, address })
    }

    /// Most memory it has held, in megabytes; none where the system does not say.
    #[must_use]
    pub fn peak_megabytes(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes / 1024.0)
    }

    /// SQL statements of the last request, as the server logs them.
    #[must_use]
    pub fn last_statements(&self) -> Option<u64> {
        let log = std::fs::read_to_string(&self.log).ok()?;
        let count = log.rsplit("\"statements\":").next().filter(|rest| rest.len() < log.len())?;
        count.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
