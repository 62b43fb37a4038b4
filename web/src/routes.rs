//! Every route there is, in one table: what is not in it is not served. A test prints it into a golden file, and the
//! authorization matrix must know each line.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, get, on};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _, SizeAbove};

use crate::error::PageError;
use crate::site::Site;
use crate::{assets, edge, graphql, health, live, numbers, pages};

/// Below this many bytes an answer is not worth packing.
const WORTH_PACKING: u64 = 1_024;

/// One line of the table.
pub struct Route {
    /// The method. A GET answers HEAD too.
    pub method: Method,
    /// The path, with its parts in braces.
    pub path: &'static str,
    handler: MethodRouter<Arc<Site>>,
    /// Whether people read it: then every language has its own.
    is_page: bool,
    /// Whether its answer goes on and on, and is never packed.
    is_stream: bool,
}

impl Route {
    /// A line: the method, the path and what answers.
    pub(crate) fn new<H, T>(method: Method, path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Arc<Site>>,
        T: 'static,
    {
        let handler = match MethodFilter::try_from(method.clone()) {
            Ok(filter) => on(filter, handler),
            // Only methods that axum doesn't know end here; none of the table's does.
            Err(_unknown) => get(handler),
        };
        Self { method, path, handler, is_page: false, is_stream: false }
    }

    /// The same for a page that people read.
    pub(crate) fn page<H, T>(method: Method, path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Arc<Site>>,
        T: 'static,
    {
        Self { is_page: true, ..Self::new(method, path, handler) }
    }

    /// The same for an answer that goes on and on.
    pub(crate) fn stream<H, T>(method: Method, path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Arc<Site>>,
        T: 'static,
    {
        Self { is_stream: true, ..Self::new(method, path, handler) }
    }
}

/// The table.
#[must_use]
pub fn table() -> Vec<Route> {
    let get = Method::GET;
    let mut table = vec![
        Route::new(get.clone(), "/assets/{*path}", assets::get),
        Route::new(get.clone(), "/graphql", graphql::get),
        Route::new(Method::POST, "/graphql", graphql::post),
        Route::stream(get.clone(), "/graphql/ws", graphql::socket),
        Route::new(get.clone(), "/health/live", health::live),
        Route::new(get.clone(), "/health/ready", health::ready),
        Route::stream(get.clone(), "/live", live::get),
        Route::new(get.clone(), "/live/tallies", live::once),
        Route::new(get.clone(), "/metrics", numbers::get),
        Route::new(get.clone(), "/robots.txt", pages::robots),
        Route::new(get.clone(), "/sitemap.xml", pages::sitemap),
        Route::new(get, "/sw.js", pages::worker),
    ];
    table.extend(pages::table());
    table.sort_by_key(|route| route.path);
    table
}

/// The whole program as one service.
pub(crate) fn router(site: &Arc<Site>) -> Router {
    finish(site, table())
}

/// Routes as one router.
fn together(routes: Vec<Route>) -> Router<Arc<Site>> {
    let router = routes.into_iter().fold(Router::new(), |router, route| router.route(route.path, route.handler));
    router.method_not_allowed_fallback(async || PageError::MethodNotAllowed)
}

/// Any table, behind the edge. Every page stands once for each language. Streams go past the packer: it would hold room for
/// its work as long as each of them is open.
pub(crate) fn finish(site: &Arc<Site>, table: Vec<Route>) -> Router {
    let packing = CompressionLayer::new().compress_when(DefaultPredicate::new().and(SizeAbove::new(WORTH_PACKING)));
    let (streams, answers): (Vec<Route>, Vec<Route>) = table.into_iter().partition(|route| route.is_stream);
    let (pages, machines): (Vec<Route>, Vec<Route>) = answers.into_iter().partition(|route| route.is_page);
    let pages = together(pages);
    let mirrors = site.languages.iter().filter(|words| !words.root().is_empty());
    mirrors
        .fold(together(machines).merge(pages.clone()), |router, words| router.nest(words.root(), pages.clone()))
        .fallback(async || PageError::NotFound)
        .layer(packing)
        .merge(together(streams))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(site), edge::pass))
        .with_state(Arc::clone(site))
}
