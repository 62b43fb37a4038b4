//! What every request passes, in this order, each stage bounded before the next runs.

use std::net::IpAddr;

/// Who holds the other end of the connection: a browser, or the nearest proxy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);
