//! One running program, inside this process, on a port of its own.

use std::net::Ipv4Addr;
use std::sync::Arc;

use folkmoot::{Config, Site};
use folkmoot_common::Sources;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A node that serves until it is dropped.
pub struct Node {
    url: String,
    site: Arc<Site>,
    // Dropping the sender is the word to stop.
    _stop: oneshot::Sender<()>,
}

impl Node {
    /// Opens the site and serves it at a free port. Its public address is that port's, so that each node can be spoken
    /// to by itself.
    ///
    /// # Panics
    /// When the site can't start.
    pub async fn start(mut config: Config, sources: Sources) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("the listener has an address");
        let url = format!("http://{address}");
        config.server.listen = address;
        config.site.public_url = url.parse().expect("the node's address is a public address");
        let site = Site::open(config, sources).await.expect("the site opens");
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = folkmoot::serve(Arc::clone(&site), listener, async move {
            let _dropped = stopped.await;
        });
        tokio::spawn(serving);
        Self { url, site, _stop: stop }
    }

    /// Its address, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its services.
    #[must_use]
    pub const fn site(&self) -> &Arc<Site> {
        &self.site
    }
}
