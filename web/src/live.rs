//! `/live?ideas=1,2,3`: tallies as they move, and word of each answer, as server-sent events. A page is complete without them; they start with the
//! present numbers, so a listener that was away is right again at once. `/live/tallies` says them once.
//!
//! What may not be seen is not watched: numbers become ideas through what the public may read, and that is asked again
//! before anything is sent on, for all listeners at once. A listener costs no task, no query and no timer while nothing
//! moves.

#[cfg(test)]
mod tests;
mod words;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{IdeaId, Tally};
use futures::stream::BoxStream;
use futures::{Stream, StreamExt as _, stream};
use serde::{Deserialize, Serialize};

use words::Shown;
pub(crate) use words::Words;

use crate::edge::Query;
use crate::error::PageError;
use crate::site::Site;

/// The most ideas that one listener may watch.
const MOST: usize = 50;
/// A comment this often keeps proxies from hanging up.
const BREATH: Duration = Duration::from_secs(15);

/// The query string.
#[derive(Deserialize)]
pub(crate) struct Watched {
    ideas: String,
}

/// The council answered this idea, or revised its answer.
#[derive(Serialize)]
struct Answered {
    idea: i64,
}

/// `GET /live/tallies`: the present numbers, once, for browsers whose way here lets no stream through. Under the same
/// rule of what may be seen; and for a few seconds one answer is for everybody.
pub(crate) async fn once(State(site): State<Arc<Site>>, Query(watched): Query<Watched>) -> Result<Response, PageError> {
    let known = site.ideas.public_ids(&numbers(&watched.ideas)?).await?;
    if known.is_empty() {
        return Err(PageError::NotFound);
    }
    let ids: Vec<IdeaId> = known.values().copied().collect();
    let tallies = site.votes.tallies(&ids).await?;
    let found = |(number, id): (&i64, &IdeaId)| {
        tallies.iter().find(|tally| tally.idea == *id).map(|tally| Shown::of(*number, tally))
    };
    let mut shown: Vec<Shown> = known.iter().filter_map(found).collect();
    shown.sort_by_key(|shown| shown.idea);
    Ok(([(header::CACHE_CONTROL, "public, max-age=5")], Json(shown)).into_response())
}

/// `GET /live`
pub(crate) async fn get(State(site): State<Arc<Site>>, Query(watched): Query<Watched>) -> Result<Response, PageError> {
    let numbers = numbers(&watched.ideas)?;
    let place = Place::take(&site)?;
    let known = site.ideas.public_ids(&numbers).await?;
    if known.is_empty() {
        return Err(PageError::NotFound);
    }
    let ids: Vec<IdeaId> = known.values().copied().collect();
    // Listen first, look second: what moves in between is heard twice, never missed.
    let tallies = site.votes.follow(&ids).map(Heard::Tally);
    let follow = stream::select(tallies, site.live.answers(&ids).map(Heard::Answer)).boxed();
    let present = site.votes.tallies(&ids).await?;
    site.graphql.watch.saw_public(&present).await;

    let listener = Listener {
        numbers: known.iter().map(|(number, id)| (*id, *number)).collect(),
        versions: HashMap::new(),
        present: present.into(),
        follow,
        // Between two and six seconds, so that a restart isn't followed by everybody at once.
        retry: Some(Duration::from_millis(2_000 + u64::from(site.sources.draw(4_000)))),
        _place: place,
        site: Arc::clone(&site),
    };
    let closing = {
        let tasks = site.tasks.clone();
        async move { tasks.closing().await }
    };
    let events = events(listener).take_until(Box::pin(closing));
    // Some proxies gather an answer before they pass it on, unless told.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((unbuffered, Sse::new(events).keep_alive(KeepAlive::new().interval(BREATH))).into_response())
}

/// `1,2,3`: one to fifty whole numbers.
fn numbers(text: &str) -> Result<Vec<i64>, PageError> {
    let wrong = || PageError::BadRequest("bad-request-live");
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let number: i64 = part.trim().parse().map_err(|_not_a_number| wrong())?;
        if number < 1 || numbers.len() == MOST {
            return Err(wrong());
        }
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

/// What the megaphone says.
enum Heard {
    Tally(Tally),
    /// The council answered.
    Answer(IdeaId),
}

/// What a browser is told.
enum Told {
    Tally(Arc<str>),
    /// Its page shows an older state of this idea: it may look again.
    Answer(i64),
}

/// One browser that listens.
struct Listener {
    numbers: HashMap<IdeaId, i64>,
    versions: HashMap<IdeaId, i64>,
    present: VecDeque<Tally>,
    follow: BoxStream<'static, Heard>,
    retry: Option<Duration>,
    _place: Place,
    site: Arc<Site>,
}

fn events(listener: Listener) -> impl Stream<Item = Result<Event, axum::Error>> {
    stream::unfold(listener, |mut listener| async move {
        let told = listener.next().await?;
        let mut event = Event::default();
        if let Some(retry) = listener.retry.take() {
            event = event.retry(retry);
        }
        let event = match told {
            Told::Tally(words) => Ok(event.event("tally").data(words)),
            Told::Answer(idea) => event.event("answer").json_data(Answered { idea }),
        };
        Some((event, listener))
    })
}

impl Listener {
    async fn next(&mut self) -> Option<Told> {
        loop {
            if let Some(tally) = self.present.pop_front() {
                if let Some(words) = self.show(tally) {
                    return Some(Told::Tally(words));
                }
                continue;
            }
            let tally = match self.follow.next().await? {
                Heard::Tally(tally) => tally,
                Heard::Answer(idea) => match self.numbers.get(&idea) {
                    Some(number) => return Some(Told::Answer(*number)),
                    None => continue,
                },
            };
            if !self.is_newer(&tally) {
                continue;
            }
            // A store that can't answer ends the stream: the browser comes back by itself. Boxed, so that who waits in
            // silence holds no room for the question.
            if let Some(tally) = Box::pin(self.site.graphql.watch.still_public(tally)).await.ok()?
                && let Some(words) = self.show(tally)
            {
                return Some(Told::Tally(words));
            }
        }
    }

    fn is_newer(&self, tally: &Tally) -> bool {
        self.versions.get(&tally.idea).is_none_or(|seen| tally.version > *seen)
    }

    /// What to say of it, unless that or something newer was said.
    fn show(&mut self, tally: Tally) -> Option<Arc<str>> {
        let number = self.numbers.get(&tally.idea).copied()?;
        if !self.is_newer(&tally) {
            return None;
        }
        self.versions.insert(tally.idea, tally.version);
        self.site.words_of_tallies.of(number, &tally).ok()
    }
}

/// One of the places that a site has for listeners; given back when dropped.
pub(crate) struct Place(Arc<Site>);

impl Place {
    /// Takes a place, unless all are taken.
    pub(crate) fn take(site: &Arc<Site>) -> Result<Self, PageError> {
        let most = site.config.server.listeners;
        let taken = site.listeners.fetch_add(1, Ordering::Relaxed);
        metrics::gauge!("folkmoot_live_listeners").increment(1.0);
        // From here on, dropping gives it back.
        let place = Self(Arc::clone(site));
        if taken >= most {
            let wait = 20 + u64::from(site.sources.draw(40));
            return Err(PageError::Unavailable { retry_after: Duration::from_secs(wait) });
        }
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.listeners.fetch_sub(1, Ordering::Relaxed);
        metrics::gauge!("folkmoot_live_listeners").decrement(1.0);
    }
}
