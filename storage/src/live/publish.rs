//! What a node still has to tell the others: the newest tally of each idea that moved, and comments and answers in
//! their order.
//!
//! Requests only put things here; one task empties it towards Redis. While Redis is away the newest tallies wait (one
//! for each idea, so it can't grow without bound) and leave when it is back.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use folkmoot_common::{CommentId, IdeaId, Tally};
use tokio::sync::Notify;

/// What was said that waits while Redis is away; older things are dropped, since pages show them anyway.
const NEWS: usize = 1_000;

/// Ideas whose tallies wait while Redis is away; beyond it nodes catch up from the database.
const IDEAS: usize = 10_000;

/// Something that is told once, in its order.
#[derive(Debug, Clone, Copy)]
pub(super) enum News {
    /// A comment was posted.
    Comment(IdeaId, CommentId),
    /// The council answered.
    Answer(IdeaId),
}

#[derive(Default)]
struct Waiting {
    tallies: HashMap<IdeaId, Tally>,
    news: VecDeque<News>,
}

/// The pile of what must be told.
#[derive(Default)]
pub(super) struct Pile {
    waiting: Mutex<Waiting>,
    more: Notify,
}

/// What was taken off the pile at once.
pub(super) struct Load {
    pub(super) tallies: Vec<Tally>,
    pub(super) news: VecDeque<News>,
}

impl Pile {
    pub(super) fn put(&self, tally: Tally) {
        let mut waiting = self.waiting();
        let full = waiting.tallies.len() >= IDEAS;
        match waiting.tallies.get_mut(&tally.idea) {
            Some(known) if known.version >= tally.version => {}
            Some(known) => *known = tally,
            None if full => {}
            None => {
                waiting.tallies.insert(tally.idea, tally);
            }
        }
        drop(waiting);
        self.more.notify_one();
    }

    pub(super) fn put_news(&self, news: News) {
        let mut waiting = self.waiting();
        if waiting.news.len() >= NEWS {
            waiting.news.pop_front();
        }
        waiting.news.push_back(news);
        drop(waiting);
        self.more.notify_one();
    }

    /// Everything there is, as soon as there is something.
    pub(super) async fn take(&self) -> Load {
        loop {
            let more = self.more.notified();
            let load = {
                let mut waiting = self.waiting();
                let tallies = waiting.tallies.drain().map(|(_, tally)| tally).collect::<Vec<_>>();
                Load { tallies, news: waiting.news.drain(..).collect() }
            };
            if !load.tallies.is_empty() || !load.news.is_empty() {
                return load;
            }
            more.await;
        }
    }

    /// Puts back what could not be told; whatever is newer by now stays.
    pub(super) fn put_back(&self, load: Load) {
        for tally in load.tallies {
            self.put(tally);
        }
        let mut waiting = self.waiting();
        for news in load.news.into_iter().rev() {
            if waiting.news.len() < NEWS {
                waiting.news.push_front(news);
            }
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
