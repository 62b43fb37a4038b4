//! One open socket: what comes in, what goes out, and the clocks between.

use std::net::IpAddr;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Data, Request, Response};
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use folkmoot_api::{Arrived, Metronome, Network, Patience};
use folkmoot_common::{RetryKey, Secret, Viewer};
use futures::stream::{self, BoxStream, StreamExt as _};
use serde_json::{Map, Value};
use tokio::time::{Instant, interval_at, sleep_until, timeout};
use tokio_stream::StreamMap;

use super::protocol::{self, Goodbye, Said};
use super::{Credential, Seat};
use crate::edge::place;
use crate::graphql::answer::{self, Refusal};
use crate::graphql::{PATIENCE, request, retry};
use crate::site::Site;

/// How long a client may take to introduce itself.
const INTRODUCTION: Duration = Duration::from_secs(5);
/// How often the viewer is asked for again.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// How often the other end is asked for a sign of life.
const PING: Duration = Duration::from_secs(25);
/// How long it may give none.
const SILENCE: Duration = Duration::from_secs(75);
/// How long one message may take to leave; a reader slower than this has gone.
const SENDING: Duration = Duration::from_secs(10);
/// How many operations may be open at once.
const OPERATIONS: usize = 10;

/// The end of a connection, with the word to say; nothing to say when the other end has gone.
type End = Option<Goodbye>;
/// Going on, or the end.
type Step = ControlFlow<End>;

/// One answer of an operation, as JSON.
type Told = Result<String, Refusal>;
/// The answers of one operation; `None` is its end.
type Answers = BoxStream<'static, Option<Told>>;

/// One open socket.
pub(super) struct Connection {
    site: Arc<Site>,
    credential: Credential,
    viewer: Viewer,
    /// The other end's network address.
    from: IpAddr,
    /// What operations know of their viewer, once the client has introduced itself.
    introduced: Option<Arc<Data>>,
    seat: Option<Seat>,
    operations: StreamMap<String, Answers>,
    heard: Instant,
}

impl Connection {
    /// A connection that has not been introduced yet; its viewer is the one of the handshake.
    pub(super) fn new(site: Arc<Site>, credential: Credential, (viewer, from): (Viewer, IpAddr)) -> Self {
        Self {
            site,
            credential,
            viewer,
            from,
            introduced: None,
            seat: None,
            operations: StreamMap::new(),
            heard: Instant::now(),
        }
    }

    /// Serves the socket until either end has enough.
    pub(super) async fn run(mut self, mut socket: WebSocket) {
        let end = self.serve(&mut socket).await;
        if let Some(goodbye) = end {
            let (code, reason) = goodbye.words();
            let frame = CloseFrame { code, reason: reason.into() };
            // Whether the other end still hears it is its own affair.
            let _heard = timeout(SENDING, socket.send(Message::Close(Some(frame)))).await;
        }
    }

    async fn serve(&mut self, socket: &mut WebSocket) -> End {
        let start = Instant::now();
        let mut pings = interval_at(start + PING, PING);
        let mut looks = interval_at(start + LOOK_AGAIN, LOOK_AGAIN);
        let tasks = self.site.tasks.clone();
        let mut closing = std::pin::pin!(tasks.closing());
        loop {
            let step = tokio::select! {
                () = closing.as_mut() => return Some(Goodbye::Shutdown),
                () = sleep_until(start + INTRODUCTION), if self.introduced.is_none() => {
                    return Some(Goodbye::TooLateToIntroduce);
                }
                message = socket.recv() => match message {
                    Some(Ok(message)) => Box::pin(self.hear(socket, message)).await,
                    Some(Err(_)) | None => return None,
                },
                Some((id, answer)) = self.operations.next(), if !self.operations.is_empty() => {
                    self.answer(socket, &id, answer).await
                }
                _ = pings.tick() => self.ping(socket).await,
                _ = looks.tick() => self.look_again().await,
            };
            if let ControlFlow::Break(end) = step {
                return end;
            }
        }
    }

    async fn hear(&mut self, socket: &mut WebSocket, message: Message) -> Step {
        self.heard = Instant::now();
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Step::Continue(()),
            Message::Close(_) => return Step::Break(None),
            Message::Binary(_) => return Step::Break(Some(Goodbye::BadMessage)),
        };
        let Ok(said) = serde_json::from_str::<Said>(text.as_str()) else {
            return Step::Break(Some(Goodbye::BadMessage));
        };
        match said {
            Said::ConnectionInit { payload } => self.introduce(socket, payload.unwrap_or_default()).await,
            Said::Ping => send(socket, protocol::pong()).await,
            Said::Pong => Step::Continue(()),
            Said::Subscribe { id, payload } => self.begin(socket, id, payload).await,
            Said::Complete { id } => {
                self.operations.remove(&id);
                Step::Continue(())
            }
        }
    }

    async fn introduce(&mut self, socket: &mut WebSocket, payload: Map<String, Value>) -> Step {
        if self.introduced.is_some() {
            return Step::Break(Some(Goodbye::IntroducedTwice));
        }
        if protocol::has_authorization(&payload) {
            let Some(token) = protocol::token(&payload).and_then(Secret::parse) else {
                return Step::Break(Some(Goodbye::Forbidden));
            };
            self.credential = Credential::Token(token);
            match self.credential.viewer(&self.site).await {
                Ok(Some(viewer)) => self.viewer = viewer,
                Ok(None) | Err(_) => return Step::Break(Some(Goodbye::Forbidden)),
            }
        }
        if let Some(person) = self.viewer.person() {
            self.seat = Seat::take(&self.site, person);
            if self.seat.is_none() {
                return Step::Break(Some(Goodbye::TooMany));
            }
        }
        let mut data = Data::default();
        // Nobody is here in person: whether a session is still good is looked at once a minute.
        data.insert(self.viewer);
        data.insert(Network(place(self.from).unwrap_or_default()));
        data.insert(Metronome::new(|pause| Box::pin(tokio::time::sleep(pause))));
        data.insert(Patience::new(|| Box::pin(tokio::time::sleep(PATIENCE))));
        self.introduced = Some(Arc::new(data));
        send(socket, protocol::ack()).await
    }

    async fn begin(&mut self, socket: &mut WebSocket, id: String, payload: Value) -> Step {
        let Some(data) = self.introduced.clone() else {
            return Step::Break(Some(Goodbye::NotIntroduced));
        };
        if self.operations.contains_key(&id) {
            return Step::Break(Some(Goodbye::SameIdTwice));
        }
        if self.operations.len() >= OPERATIONS {
            let message = "At most 10 operations may be open on one connection. End one first.";
            return send(socket, protocol::error(&id, "RATE_LIMITED", message)).await;
        }
        let Ok(request) = request::from_json(payload) else {
            return Step::Break(Some(Goodbye::BadMessage));
        };
        let mut request = request.data(Arrived(Instant::now().into_std()));
        if self.site.pace.count(self.viewer.person(), self.from).is_err() {
            let message = "Too many operations in too short a time. Wait some seconds, then go on more slowly.";
            return send(socket, protocol::error(&id, "RATE_LIMITED", message)).await;
        }
        self.site.graphql.documents.read(&mut request);
        let acts = folkmoot_api::ids_of_acts(&mut request);
        let key = match retry::in_input(acts.as_deref().unwrap_or_default()) {
            Ok(key) => key,
            Err(refusal) => return send(socket, protocol::refused(&id, &refusal)).await,
        };
        // Whoever is told that their act was done must find it done on every page of this node.
        let site = acts.is_some().then(|| Arc::clone(&self.site));
        let tell = move |_: &Told| site.iter().for_each(|site| site.kept.acted());
        let answers = match key {
            Some(key) => self.once(key, request, data),
            None => self.execute(request, data).map(|response| answer::text(&response)).boxed(),
        };
        let answers = answers.inspect(tell).map(Some).chain(stream::once(async { None }));
        self.operations.insert(id, answers.boxed());
        Step::Continue(())
    }

    fn execute(&self, request: Request, data: Arc<Data>) -> BoxStream<'static, Response> {
        self.site.graphql.schema.execute_stream_with_session_data(request, data)
    }

    /// The answer to an act under a key: of now, or of when it was done. Its words are what was asked, however it was spelt.
    fn once(&self, key: RetryKey, request: Request, data: Arc<Data>) -> BoxStream<'static, Told> {
        let variables = request.variables.to_string();
        let words = [request.query.as_str(), request.operation_name.as_deref().unwrap_or_default(), &variables];
        let attempt = retry::attempt(&self.site, (self.viewer, self.from), key, &words);
        let (site, mut answers) = (Arc::clone(&self.site), self.execute(request, data));
        let act = async move { answers.next().await.ok_or(Refusal::TOO_SLOW) };
        stream::once(async move { retry::once(&site, attempt, act).await.map(|answer| answer.body) }).boxed()
    }

    async fn answer(&mut self, socket: &mut WebSocket, id: &str, told: Option<Told>) -> Step {
        let Some(told) = told else {
            self.operations.remove(id);
            return send(socket, protocol::complete(id)).await;
        };
        let (message, is_end) = match told {
            Ok(body) => protocol::answer(id, &body),
            Err(refusal) => (protocol::refused(id, &refusal), true),
        };
        if is_end {
            self.operations.remove(id);
        }
        send(socket, message).await
    }

    async fn ping(&mut self, socket: &mut WebSocket) -> Step {
        if self.heard.elapsed() > SILENCE {
            return Step::Break(Some(Goodbye::Silent));
        }
        deliver(socket, Message::Ping(Vec::new().into())).await
    }

    /// Asks again whether the viewer is who they were. A store that can't answer now is no reason to hang up.
    async fn look_again(&mut self) -> Step {
        match self.credential.viewer(&self.site).await {
            Ok(Some(viewer)) if viewer == self.viewer => Step::Continue(()),
            Ok(_) => Step::Break(Some(Goodbye::Forbidden)),
            Err(error) if error.is_passing() => Step::Continue(()),
            Err(why) => {
                tracing::error!(%why, "a viewer can't be asked for again");
                Step::Break(Some(Goodbye::Forbidden))
            }
        }
    }
}

async fn send(socket: &mut WebSocket, text: String) -> Step {
    deliver(socket, Message::Text(text.into())).await
}

async fn deliver(socket: &mut WebSocket, message: Message) -> Step {
    match timeout(SENDING, socket.send(message)).await {
        Ok(Ok(())) => Step::Continue(()),
        Ok(Err(_)) | Err(_) => Step::Break(None),
    }
}
