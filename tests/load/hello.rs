//! The reference for pages: a bare axum handler that returns a constant body. It runs as a child of the bench, so that
//! its processor time is its own.

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

use crate::failure::Measured;

/// Serves `bytes` bytes at `/` of this port until it is ended.
pub(crate) fn serve(port: u16, bytes: usize) -> Measured<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let body = Bytes::from(vec![b'x'; bytes]);
        let answer = move || async move { ([(CONTENT_TYPE, "text/html; charset=utf-8")], body) };
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        Ok(axum::serve(listener, Router::new().route("/", get(answer))).await?)
    })
}
