//! `/graphql` and `/graphql/ws`: the schema over HTTP and over WebSocket, by the GraphQL-over-HTTP specification and the
//! `graphql-transport-ws` protocol.
//!
//! It refuses what a foreign page could send with a visitor's cookie: only a POST of `application/json` runs anything,
//! one operation at a time; the edge has checked the origin and the size before. A GET shows the explorer to a browser
//! and runs nothing.

mod answer;
mod documents;
mod explorer;
mod negotiate;
mod request;
mod retry;
mod socket;

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_api::{Arrived, InPerson, Network, Schema, Services, Watch};

use crate::edge::{Asking, Reading, place};
use crate::site::Site;

use answer::Refusal;
use documents::Documents;
use negotiate::Kind;
use socket::Sockets;

pub(crate) use retry::IDEMPOTENCY_KEY;
pub(crate) use socket::get as socket;

/// How long one operation may take.
const PATIENCE: Duration = Duration::from_secs(5);
// The slowest act that there is says itself what took so long.
const _: () = assert!(folkmoot_api::TRIAL.as_secs() < PATIENCE.as_secs(), "a trial of the mail would be cut off");

/// The schema, which is built for the first who asks it something: some milliseconds then, and some ten megabytes that a
/// board without a client of the API never needs.
type Built = LazyLock<Schema, Box<dyn FnOnce() -> Schema + Send + Sync>>;

/// What the API's routes need beyond the site: the schema and its open sockets.
pub(crate) struct Graphql {
    schema: Built,
    documents: Documents,
    sockets: Sockets,
    /// What subscriptions and `/live` saw to be public.
    pub(crate) watch: Watch,
}

impl Graphql {
    /// The API over these services.
    #[must_use]
    pub(crate) fn new(services: Services) -> Self {
        let watch = Watch::new(services.votes.clone(), services.sources.clone());
        let seen = watch.clone();
        let schema: Built = LazyLock::new(Box::new(move || folkmoot_api::schema(services, seen)));
        Self { schema, documents: Documents::default(), sockets: Sockets::default(), watch }
    }
}

/// `POST /graphql`
pub(crate) async fn post(State(site): State<Arc<Site>>, asking: Asking, headers: HeaderMap, body: Bytes) -> Response {
    let Some(kind) = Kind::wanted(&headers) else {
        return Refusal::NOT_ACCEPTABLE.answer(Kind::Json);
    };
    run(&site, &asking, &headers, &body, kind).await.unwrap_or_else(|refusal| refusal.answer(kind))
}

async fn run(
    site: &Arc<Site>,
    asking: &Asking,
    headers: &HeaderMap,
    body: &[u8],
    kind: Kind,
) -> Result<Response, Refusal> {
    request::check_media_type(headers)?;
    let network = Network(place(asking.from).unwrap_or_default());
    let mut request = request::read(body)?
        .data(asking.viewer)
        .data(InPerson(asking.is_in_person()))
        .data(Arrived(asking.arrived))
        .data(network);
    site.graphql.documents.read(&mut request);
    let ids = folkmoot_api::ids_of_acts(&mut request);
    let Some(key) = retry::key(headers, ids.as_deref())? else {
        let response = execute(site, request).await?;
        let mut answer = answer::of(&response, kind);
        if ids.is_none() {
            answer.extensions_mut().insert(Reading { whole: response.errors.is_empty() });
        }
        return Ok(answer);
    };
    let sender = (asking.viewer, asking.from);
    let retry = retry::attempt(site, sender, key, &[&String::from_utf8_lossy(body)]);
    let at = Arc::clone(site);
    let answer = retry::once(site, retry, async move { Ok(at.graphql.schema.execute(request).await) }).await?;
    Ok(answer.over_http(kind))
}

async fn execute(site: &Site, request: async_graphql::Request) -> Result<async_graphql::Response, Refusal> {
    let work = Box::pin(site.graphql.schema.execute(request));
    tokio::time::timeout(PATIENCE, work).await.map_err(|_late| {
        tracing::warn!("an operation took too long");
        Refusal::TOO_SLOW
    })
}

/// `GET /graphql`
pub(crate) async fn get(State(site): State<Arc<Site>>, method: Method, headers: HeaderMap) -> Response {
    if negotiate::reads_html(&headers) {
        return explorer::page(&site);
    }
    let kind = Kind::wanted(&headers).unwrap_or(Kind::Json);
    let mut response = Refusal::POST_ONLY.answer(kind);
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
    if method == Method::HEAD {
        (StatusCode::METHOD_NOT_ALLOWED, response.headers().clone()).into_response()
    } else {
        response
    }
}
