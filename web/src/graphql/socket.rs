//! `GET /graphql/ws`: subscriptions over `graphql-transport-ws`, and no older protocol. The edge has checked the origin
//! before the upgrade.
//!
//! Acts are done here as well, each once under its `clientMutationId`. A header is said once for a whole connection, so an
//! `Idempotency-Key` names no act here and is not looked at.
//!
//! A connection has a time to introduce itself, a number of operations, a size for each message, and a viewer who is
//! asked for again every minute: whoever signed out or lost a role is hung up on.

mod connection;
mod protocol;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{PersonId, Secret, StorageError, Viewer};

use crate::edge::{Asking, bearer};
use crate::error::PageError;
use crate::live::Place;
use crate::site::Site;

use connection::Connection;

/// The only protocol.
const PROTOCOL: &str = "graphql-transport-ws";
/// How many sockets one person may have open.
const EACH: usize = 20;

/// `GET /graphql/ws`
pub(crate) async fn get(
    State(site): State<Arc<Site>>,
    asking: Asking,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Result<Response, PageError> {
    let upgrade = upgrade.map_err(|_plain| PageError::BadRequest("bad-request-socket"))?;
    // A message may be as large as a request by HTTP.
    let most = site.config.limits.graphql_bytes;
    let upgrade = upgrade.max_message_size(most).max_frame_size(most).protocols([PROTOCOL]);
    if upgrade.selected_protocol().is_none() {
        return Err(PageError::BadRequest("bad-request-socket"));
    }
    let place = Place::take(&site)?;
    let credential = Credential::of(&asking, &headers);
    let sender = (asking.viewer, asking.from);
    Ok(upgrade
        .on_upgrade(move |socket| async move {
            Connection::new(site, credential, sender).run(socket).await;
            drop(place);
        })
        .into_response())
}

/// What a connection proves its viewer with, kept so that it can be tried again.
#[derive(Clone)]
enum Credential {
    /// Nothing.
    None,
    /// A browser's session.
    Session(Secret),
    /// A script's token.
    Token(Secret),
}

impl Credential {
    fn of(asking: &Asking, headers: &HeaderMap) -> Self {
        match (&asking.session, bearer(headers).and_then(Secret::parse)) {
            (Some(session), _) => Self::Session(session.clone()),
            (None, Some(token)) => Self::Token(token),
            (None, None) => Self::None,
        }
    }

    /// Whom it stands for now; `None` when it is good no more.
    async fn viewer(&self, site: &Site) -> Result<Option<Viewer>, StorageError> {
        let known = match self {
            Self::None => return Ok(Some(Viewer::Nobody)),
            Self::Session(secret) => site.people.viewer_of_session(secret).await?,
            Self::Token(secret) => site.people.viewer_of_token(secret).await?,
        };
        Ok(known.map(|known| known.viewer()))
    }
}

/// How many sockets each person has open.
#[derive(Default)]
pub(super) struct Sockets(Mutex<HashMap<PersonId, usize>>);

impl Sockets {
    fn open(&self) -> MutexGuard<'_, HashMap<PersonId, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of a person's sockets; given back when dropped.
struct Seat {
    site: Arc<Site>,
    person: PersonId,
}

impl Seat {
    /// Takes a seat for this person, unless all of theirs are taken.
    fn take(site: &Arc<Site>, person: PersonId) -> Option<Self> {
        let mut open = site.graphql.sockets.open();
        let taken = open.entry(person).or_default();
        if *taken >= EACH {
            return None;
        }
        *taken += 1;
        Some(Self { site: Arc::clone(site), person })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.site.graphql.sockets.open();
        if let Some(taken) = open.get_mut(&self.person) {
            *taken = taken.saturating_sub(1);
            if *taken == 0 {
                open.remove(&self.person);
            }
        }
    }
}
