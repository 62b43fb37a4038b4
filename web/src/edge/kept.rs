//! Pages that come out of memory while nothing changed: drawn once for everybody who isn't signed in, packed once, and
//! handed out until anything at all is committed or the clock moves something (`fresh.rs`). So do the answers to questions
//! that the API is asked: there the whole question is part of the name.
//!
//! Refused: whoever has a session, a mark or a token; every address but the few in [`PAGES`], which read nothing of a request
//! but its address, and the API's; every answer that isn't a whole page of HTML or a whole answer to a reading, that sets a
//! cookie, says anything of caches itself, or was made for somebody who is known. The host needs no part in the key: the edge
//! has refused every other one by then.
//!
//! Memory is bounded in bytes, and so is what names a page. Who comes while a page is being drawn waits for it instead of
//! drawing it too; when whoever draws it leaves, the next draws.

mod fresh;
mod page;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quick_cache::sync::{Cache, DefaultLifecycle, PlaceholderGuard};
use quick_cache::{OptionsBuilder, Weighter};
use sha2::{Digest as _, Sha256};

use super::asking::Personal;
use super::body::Heard;
use super::cookies::Cookie;
use super::here::Here;
use crate::config::CacheConfig;
use crate::error::PageError;
use crate::graphql::IDEMPOTENCY_KEY;
use crate::site::Site;

pub(super) use fresh::Acting;
use fresh::Fresh;
use page::Page;

/// The pages that are kept, by their routes: the ones that a crowd reads, and those that read every promise of a year.
const PAGES: [&str; 6] =
    ["/", "/ideas", "/ideas/{number}/{slug}", "/campaigns/{slug}", "/departments", "/departments/{slug}"];

/// Where the API is asked.
const API: &str = "/graphql";

/// The longest address, with what its reader unpacks, that is worth remembering.
const LONGEST: usize = 512;

/// The longest question to the API, in bytes.
const LONGEST_QUESTION: usize = 8 * 1_024;

/// What an answer of the API depends on beside the question.
const SAID: [HeaderName; 3] = [header::ACCEPT, header::CONTENT_TYPE, header::ACCEPT_ENCODING];

/// About how many bytes a page takes: what the memory is laid out for.
const USUAL: u64 = 16 * 1_024;

/// What an entry takes beside its bytes, its headers among it.
const OVERHEAD: u64 = 2 * 1_024;

/// Stands on an answer of the API that changed nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    /// Whether everything that was asked for was answered.
    pub(crate) whole: bool,
}

/// What an address looked like when nothing had changed since.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    /// A state of the site: a page of another one is never found, and makes room.
    generation: u64,
    /// What this node wears: it may learn of a new look after the database has changed.
    look: i32,
    /// The whole path with its query, and what its reader unpacks.
    address: Box<str>,
}

/// None: what was found there is nothing to keep, so whoever comes draws for themselves.
type Drawn = Option<Arc<Page>>;

type Shelf = Cache<Key, Drawn, InBytes, std::hash::RandomState>;

#[derive(Clone)]
struct InBytes;

impl Weighter<Key, Drawn> for InBytes {
    fn weight(&self, key: &Key, drawn: &Drawn) -> u64 {
        let bytes = key.address.len() + drawn.as_ref().map_or(0, |page| page.bytes());
        OVERHEAD + u64::try_from(bytes).unwrap_or(u64::MAX / 2)
    }
}

/// The pages of one site that are in memory.
pub(crate) struct Kept {
    shelf: Option<Shelf>,
    fresh: Fresh,
}

/// What a request asks for that names a page and nobody.
pub(super) struct Naming {
    address: Box<str>,
    /// What its reader has already.
    known: HeaderMap,
    /// Whoever is found behind the request all the same, while the page is drawn.
    personal: Personal,
}

/// What was found for a request.
pub(super) enum Look<'a> {
    /// A page that is still right.
    Found(Response),
    /// Nothing: whoever draws it may leave it here.
    Draw(Place<'a>),
    /// Nothing that is ever kept.
    No,
}

/// Where a page will stand once it is drawn. Others wait for it; dropped, the next of them draws.
pub(super) struct Place<'a> {
    shelf: &'a Shelf,
    guard: PlaceholderGuard<'a, Key, Drawn, InBytes, std::hash::RandomState, DefaultLifecycle<Key, Drawn>>,
    known: HeaderMap,
    personal: Personal,
}

impl Kept {
    /// Nothing was drawn yet.
    pub(crate) fn new(config: &CacheConfig) -> Self {
        let bytes = config.megabytes << 20;
        let items = usize::try_from(bytes / USUAL).unwrap_or(usize::MAX);
        // Few shards: a page must fit one, and two cores don't crowd them.
        let options = OptionsBuilder::new().shards(2).estimated_items_capacity(items).weight_capacity(bytes).build();
        let shelf = options.ok().filter(|_| bytes > 0).map(|options| {
            Cache::with_options(options, InBytes, std::hash::RandomState::new(), DefaultLifecycle::default())
        });
        Self { shelf, fresh: Fresh::new(config.believed()) }
    }

    /// Held while a request is handled that may change something; none for one that only reads.
    pub(super) fn acting(&self, method: &Method) -> Option<Acting<'_>> {
        let reads = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
        (!reads).then(|| self.fresh.acting())
    }

    /// Something was done here by other means than a request: the database is asked before the next page.
    pub(crate) fn acted(&self) {
        drop(self.fresh.acting());
    }

    /// The page that a request asks for, when it is here and right.
    pub(super) async fn look<'a>(&'a self, site: &Site, asked: Option<Naming>) -> Look<'a> {
        let Some((shelf, Naming { address, known, personal })) = self.shelf.as_ref().zip(asked) else {
            return Look::No;
        };
        let Some(generation) = self.fresh.generation(site).await else { return Look::No };
        // Read before the page is drawn: a page may be newer than its key, and never older.
        let key = Key { generation, look: site.dress().version(), address };
        match shelf.get_value_or_guard_async(&key).await {
            Ok(Some(page)) => {
                metrics::counter!("folkmoot_kept_pages_total", "outcome" => "found").increment(1);
                Look::Found(page.answer(&known))
            }
            Ok(None) => Look::No,
            Err(guard) => {
                metrics::counter!("folkmoot_kept_pages_total", "outcome" => "drawn").increment(1);
                Look::Draw(Place { shelf, guard, known, personal })
            }
        }
    }
}

impl Place<'_> {
    /// Keeps the answer, if it is a whole page for anybody, and gives it on.
    pub(super) async fn keep(self, answer: Response) -> Result<Response, PageError> {
        if self.personal.is_so() || !is_for_anybody(&answer) {
            self.stand(None);
            return Ok(answer);
        }
        let page = Arc::new(Page::read(answer).await?);
        let answer = page.answer(&self.known);
        self.stand(Some(page));
        Ok(answer)
    }

    fn stand(self, drawn: Drawn) {
        // Too large a page, or one that a fuller shelf pushed out at once, is nothing that its reader need know.
        drop(self.guard.insert(drawn));
        metrics::gauge!("folkmoot_kept_bytes").set(self.shelf.weight() as f64);
    }
}

/// Whether an answer is a whole page, or a whole answer to a reading, that says nothing of who may have it.
fn is_for_anybody(answer: &Response) -> bool {
    let headers = answer.headers();
    let is_html = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let is_read = answer.extensions().get::<Reading>().is_some_and(|reading| reading.whole);
    let says_more = [header::SET_COOKIE, header::CACHE_CONTROL].iter().any(|name| headers.contains_key(name));
    answer.status() == StatusCode::OK && (is_html || is_read) && !says_more
}

impl Naming {
    /// What the request asks of the pages in memory; none when it names nobody's page, or somebody.
    pub(super) fn of(site: &Site, here: &Here, request: &Request) -> Option<Self> {
        let headers = request.headers();
        let https = site.config.is_https();
        let is_somebody = headers.contains_key(header::AUTHORIZATION)
            || headers.contains_key(header::RANGE)
            || Cookie::ALL.iter().any(|cookie| cookie.is_in(headers, https));
        if is_somebody {
            return None;
        }
        let route = request.extensions().get::<MatchedPath>()?.as_str();
        let personal = request.extensions().get::<Personal>()?.clone();
        if *request.method() == Method::POST {
            return Some(Self { address: question(route, request)?, known: HeaderMap::new(), personal });
        }
        Some(Self { address: address(route, here, request)?, known: page::conditions(headers), personal })
    }
}

/// What a page is found by.
fn address(route: &str, here: &Here, request: &Request) -> Option<Box<str>> {
    if request.method() != Method::GET {
        return None;
    }
    let route = route.strip_prefix(here.words.root()).unwrap_or(route);
    let route = if route.is_empty() { "/" } else { route };
    if !PAGES.contains(&route) {
        return None;
    }
    let packing = once(request.headers(), &header::ACCEPT_ENCODING)?;
    let address = request.uri().path_and_query()?.as_str();
    (address.len() + packing.len() <= LONGEST).then(|| format!("{address} {packing}").into())
}

/// What the answer to a question is found by. Whoever sends a key means to act.
fn question(route: &str, request: &Request) -> Option<Box<str>> {
    let headers = request.headers();
    if route != API || request.uri().query().is_some() || headers.contains_key(IDEMPOTENCY_KEY) {
        return None;
    }
    let Heard(body) = request.extensions().get::<Heard>()?;
    let said = SAID.iter().map(|name| once(headers, name)).collect::<Option<Vec<_>>>()?.join(" ");
    let fits = body.len() <= LONGEST_QUESTION && said.len() <= LONGEST;
    fits.then(|| format!("{API} {said} {}", URL_SAFE_NO_PAD.encode(Sha256::digest(body))).into())
}

/// What is said once under this name. Who says it twice is understood by whoever answers, and not here.
fn once<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut said = headers.get_all(name).iter();
    let first = said.next().map_or(Some(""), |value| value.to_str().ok())?;
    said.next().is_none().then_some(first)
}
