//! Serving by hand over hyper, because `axum::serve` waits for ever for half a header: connections are counted, a
//! header has a time and a size, a reader must read, and the end is orderly. Streams end, requests finish, the rest is cut.

#[cfg(test)]
mod tests;

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use crate::edge::Peer;
use crate::site::Site;

/// The most that a request's line and headers may weigh together, in bytes.
const HEADER_BYTES: usize = 32 * 1_024;
/// After running out of sockets, how long before the next is accepted.
const BREATH: Duration = Duration::from_millis(100);

/// Serves the site until `shutdown` resolves, then drains for at most the configured time. Work beside the requests
/// (mail, housekeeping) runs meanwhile.
///
/// # Errors
/// When the listener has no address, that is, was closed already.
pub async fn serve(
    site: Arc<Site>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    let app = crate::routes::router(&site);
    serve_app(site, app, listener, shutdown).await
}

async fn serve_app(
    site: Arc<Site>,
    app: Router,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    let address = listener.local_addr()?;
    let places = Arc::new(Semaphore::new(site.config.server.connections));
    let mut shutdown = pin!(shutdown);
    crate::numbers::start();
    site.tasks.spawn("mail", crate::mail::work(Arc::clone(&site)));
    site.tasks.spawn("telling", crate::telling::work(Arc::clone(&site)));
    site.tasks.spawn("look", crate::dress::work(Arc::clone(&site)));
    site.tasks.spawn("rounds", crate::rounds::work(Arc::clone(&site)));
    site.tasks.spawn("housekeeping", crate::housekeeping::work(Arc::clone(&site)));
    tracing::info!(%address, "listening");

    loop {
        // No place, no accept: those who come later wait in the system's own queue.
        let place = tokio::select! {
            biased;
            () = &mut shutdown => break,
            place = Arc::clone(&places).acquire_owned() => place,
        };
        // The semaphore is never closed; were it, nobody could come in.
        let Ok(place) = place else { break };
        tokio::select! {
            biased;
            () = &mut shutdown => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    let connection = connection(&site, app.clone(), stream, peer);
                    site.tasks.spawn("connection", async move {
                        connection.await;
                        drop(place);
                    });
                }
                Err(why) => pause_after(&why).await,
            },
        }
    }

    drop(listener);
    drain(&site).await;
    Ok(())
}

/// One connection until it closes. What goes wrong on it is the client's affair.
fn connection(site: &Site, app: Router, stream: TcpStream, peer: SocketAddr) -> impl Future<Output = ()> + use<> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(site.config.server.header_time()).max_buf_size(HEADER_BYTES);
    let tasks = site.tasks.clone();
    let patience = site.config.server.drain_time();
    let unread = site.config.server.write_time();
    async move {
        if let Err(why) = stream.set_nodelay(true) {
            tracing::debug!(%why, "no nodelay");
        }
        // Who asks and never reads is cut once nothing has gone out for this long.
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(unread));
        let service = TowerToHyperService::new(app.map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer.ip()));
            request
        }));
        // Boxed: it lies in this future once, and not at every place where that was passed on.
        let mut connection = Box::pin(http.serve_connection(TokioIo::new(Box::pin(stream)), service).with_upgrades());
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = tasks.closing() => {
                connection.as_mut().graceful_shutdown();
                match tokio::time::timeout(patience, connection).await {
                    Ok(ended) => ended,
                    Err(_late) => return tracing::warn!("a request did not finish in time"),
                }
            }
        };
        if let Err(why) = ended {
            tracing::debug!(%why, "a connection broke off");
        }
    }
}

/// A client that hung up early is nothing; running out of sockets needs a breath.
async fn pause_after(why: &std::io::Error) {
    if matches!(why.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused) {
        return;
    }
    tracing::error!(%why, "can't accept connections");
    tokio::time::sleep(BREATH).await;
}

async fn drain(site: &Site) {
    tracing::info!("stopping");
    site.tasks.close();
    // Each connection cuts itself when its time is up; the second more is for that.
    if !site.tasks.finish(site.config.server.drain_time() + Duration::from_secs(1)).await {
        tracing::warn!("some work beside the requests did not finish in time");
    }
}
