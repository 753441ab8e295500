//! A small load generator: keep-alive connections that each send the same request again as soon as it is answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures::future::try_join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

/// An HTTP request as it goes over the wire, with the status that it must be answered with.
#[derive(Clone, Debug)]
pub struct Request {
    bytes: Vec<u8>,
    status: u16,
}

impl Request {
    /// A request without a body.
    #[must_use]
    pub fn get(path: &str, headers: &str, status: u16) -> Self {
        Self { bytes: format!("GET {path} HTTP/1.1\r\nhost: bench\r\n{headers}\r\n").into_bytes(), status }
    }

    /// A request with a JSON body.
    #[must_use]
    pub fn post(path: &str, body: &str) -> Self {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        Self { bytes: [head.as_bytes(), body.as_bytes()].concat(), status: 200 }
    }
}

/// What a run of load showed.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub struct Measured {
    /// Requests answered a second.
    pub rate: f64,
    /// Median time to the whole answer, in milliseconds.
    pub p50: f64,
    /// Time that 99 of 100 answers kept, in milliseconds.
    pub p99: f64,
}

/// Keeps so many connections busy for a time.
///
/// # Errors
/// When a connection breaks or an answer has another status.
pub async fn measure(address: SocketAddr, request: &Request, connections: usize, duration: Duration) -> Result<Measured> {
    let mut open = try_join_all((0..connections).map(|_| Connection::open(address))).await?;
    let started = Instant::now();
    let end = started + duration;
    let times = try_join_all(open.iter_mut().map(|connection| connection.repeat(request, end))).await?;
    let elapsed = started.elapsed();
    let mut times: Vec<Duration> = times.into_iter().flatten().collect();
    times.sort_unstable();
    let at = |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    Ok(Measured { rate: times.len() as f64 / elapsed.as_secs_f64(), p50: at(0.5), p99: at(0.99) })
}

/// The head and body of one answer.
///
/// # Errors
/// As [`measure`].
pub async fn once(address: SocketAddr, request: &Request) -> Result<(String, Vec<u8>)> {
    let mut connection = Connection::open(address).await?;
    let (head, total) = connection.exchange(request).await?;
    let head_text = String::from_utf8_lossy(&connection.buffer[..head]).into_owned();
    Ok((head_text, connection.buffer[head..total].to_vec()))
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(1 << 20) })
    }

    async fn repeat(&mut self, request: &Request, end: Instant) -> Result<Vec<Duration>> {
        let mut times = Vec::new();
        while Instant::now() < end || times.is_empty() {
            let sent = Instant::now();
            self.exchange(request).await?;
            times.push(sent.elapsed());
        }
        Ok(times)
    }

    /// Sends the request and reads the answer into the buffer; gives the length of its head and of the whole.
    async fn exchange(&mut self, request: &Request) -> Result<(usize, usize)> {
        self.stream.write_all(&request.bytes).await?;
        self.buffer.clear();
        let mut head = None;
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if head.is_none() {
                head = parse_head(&self.buffer)?;
            }
            if let Some((status, head, body)) = head
                && self.buffer.len() >= head + body
            {
                if status != request.status {
                    return Err(format!("answered with {status}: {}", String::from_utf8_lossy(&self.buffer)).into());
                }
                return Ok((head, head + body));
            }
        }
    }
}

/// Status, length of the head, and length of the body; none while the head is incomplete.
fn parse_head(buffer: &[u8]) -> Result<Option<(u16, usize, usize)>> {
    let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&buffer[..end])?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("no status")?;
    let length =
        head.lines().filter_map(|line| line.split_once(':')).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    match length {
        Some((_, length)) => Ok(Some((status, end + 4, length.trim().parse()?))),
        None if status == 304 => Ok(Some((status, end + 4, 0))),
        None => Err("the answer does not say its length".into()),
    }
}
