//! Accepting connections: how long a client may take, how many there may be, and an end that loses nothing.

use std::future::Future;
use std::io::ErrorKind;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::Limits;

/// Most connections at once; further ones wait to be accepted. Below the files a process may usually have open (1 024).
const CONNECTIONS: usize = 900;
/// Most headers of a request, and most bytes of its head.
const HEADERS: usize = 100;
const HEAD: usize = 128 * 1024;
/// Pause after the system refused to accept, as when the process has too many files open.
const PAUSE: Duration = Duration::from_secs(1);

/// Serves until told to stop; what is being asked then has as long as an operation may take.
///
/// A client that does not send a whole head in the reading time is disconnected without an answer; an idle connection
/// is kept as long. Bodies have their own time, in the handler that reads them.
pub async fn serve(listener: TcpListener, router: Router, limits: &Limits, stop: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.reading).max_headers(HEADERS).max_buf_size(HEAD);
    let service = TowerToHyperService::new(router);
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = pin!(stop);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, accept(&listener).await)
        };
        let (place, stream) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection");
            }
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => {}
        // A client that never ends its request must not keep the process.
        () = tokio::time::sleep(limits.operation) => tracing::warn!("ended with requests unanswered"),
    }
}

/// The next connection, whatever happens to those that break while they are accepted.
async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Answers are written whole: waiting for more only delays them.
                stream.set_nodelay(true).ok();
                return stream;
            }
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept connections");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}
