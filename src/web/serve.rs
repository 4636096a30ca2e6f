//! The accept loop: bounded connections, a limit on slow headers, an orderly end.

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

/// Connections at a time. A thousand browsers with six each are 6,000; each costs some KiB.
const CONNECTIONS_MAX: usize = 8_000;
/// Seconds within which a request's head must have come.
const HEAD_S: u64 = 20;
/// Seconds that requests in progress get when the box stops.
const STOP_S: u64 = 10;

/// Serves until `stop` ends; then lets what runs finish, for a bounded time.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let (ending, ended) = watch::channel(false);
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file handles, mostly: give the connections that exist a moment to end.
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = places.clone().try_acquire_owned() else { continue };
        let _ = stream.set_nodelay(true);
        let router = router.clone().map_request(move |mut request: Request<_>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request
        });
        let mut ended = ended.clone();
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new())
                .header_read_timeout(Duration::from_secs(HEAD_S))
                .max_buf_size(64 * 1024);
            let service = TowerToHyperService::new(router);
            let served = http.serve_connection(TokioIo::new(stream), service).with_upgrades();
            let mut served = std::pin::pin!(served);
            tokio::select! {
                _ = served.as_mut() => (),
                _ = ended.changed() => {
                    served.as_mut().graceful_shutdown();
                    let _ = served.await;
                }
            }
            drop(place);
        });
    }
    drop(listener);
    let _ = ending.send(true);
    let all = u32::try_from(CONNECTIONS_MAX).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(Duration::from_secs(STOP_S), places.acquire_many(all)).await;
}
