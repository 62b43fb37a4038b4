//! Where the domain's ports meet their implementations: the only place that knows which is which.

use std::sync::Arc;

use folkmoot_comments::Threads;
use folkmoot_common::{Live, Outbox, Retries, Sources, StorageError, Timestamp};
use folkmoot_ideas::{IdeaStore, LabelStore};
use folkmoot_look::LookStore;
use folkmoot_moderation::{Bench, ReportDesk};
use folkmoot_people::PeopleStore;
use folkmoot_replies::{Answers, TellingStore};
pub(super) use folkmoot_storage::OpenError;
use folkmoot_storage::{AnswerBook, CaseBook, MemoryLive, RedisAddress, RedisLive, Store, ThreadBook, VoteLedger};
use folkmoot_votes::Ledger;

use super::StartError;
use crate::config::{Config, ConfigError};
use crate::numbers::CountedLedger;

/// Everything the services stand on.
pub(super) struct Ports {
    pub(super) people: Arc<dyn PeopleStore>,
    pub(super) ideas: Arc<dyn IdeaStore>,
    pub(super) labels: Arc<dyn LabelStore>,
    pub(super) threads: Arc<dyn Threads>,
    pub(super) ledger: Arc<dyn Ledger>,
    pub(super) reports: Arc<dyn ReportDesk>,
    pub(super) bench: Arc<dyn Bench>,
    pub(super) telling: Arc<dyn TellingStore>,
    pub(super) answers: Arc<dyn Answers>,
    pub(super) looks: Arc<dyn LookStore>,
    pub(super) outbox: Arc<dyn Outbox>,
    pub(super) retries: Arc<dyn Retries>,
    pub(super) live: Arc<dyn Live>,
    pub(super) pulse: Pulse,
}

/// The database, as far as health and the pages in memory may know it: acts and reads go through the services.
pub(crate) struct Pulse(Store);

impl Pulse {
    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), StorageError> {
        self.0.ping().await
    }

    /// A stamp that differs when anything was changed.
    pub(crate) async fn stamp(&self) -> Result<String, StorageError> {
        self.0.stamp().await
    }

    /// When the clock alone changes something next.
    pub(crate) async fn next_by_the_clock(&self, now: Timestamp) -> Result<Option<Timestamp>, StorageError> {
        self.0.next_by_the_clock(now).await
    }
}

/// Whether the database may be written to at all, before its schema is.
pub(super) async fn fit(url: &str) -> Result<(), StartError> {
    Ok(Store::is_fit(url).await?)
}

impl Ports {
    pub(super) async fn open(config: &Config, sources: &Sources) -> Result<Self, StartError> {
        let store = Store::open(config.database.url.reveal(), config.database.connections).await?;
        let rows = Arc::new(store.clone());
        let live = megaphone(&store, config, sources)?;
        let cases = Arc::new(CaseBook::open(store.clone(), Arc::clone(&live)));
        Ok(Self {
            people: rows.clone(),
            ideas: rows.clone(),
            labels: rows.clone(),
            threads: Arc::new(ThreadBook::open(store.clone(), Arc::clone(&live))),
            ledger: Arc::new(CountedLedger(Arc::new(VoteLedger::open(store.clone(), Arc::clone(&live))))),
            reports: Arc::clone(&cases) as _,
            bench: cases,
            telling: rows.clone(),
            answers: Arc::new(AnswerBook::open(store.clone(), Arc::clone(&live))),
            looks: rows.clone(),
            outbox: rows.clone(),
            retries: rows,
            live,
            pulse: Pulse(store),
        })
    }
}

/// Redis when there is one, this process alone otherwise. Redis need not answer: nothing waits for it.
fn megaphone(store: &Store, config: &Config, sources: &Sources) -> Result<Arc<dyn Live>, StartError> {
    if config.redis.url.is_empty() {
        return Ok(Arc::new(MemoryLive::new()));
    }
    let address = RedisAddress {
        url: config.redis.url.reveal().to_owned(),
        prefix: config.redis.prefix.clone(),
        node: sources.secret().reveal(),
    };
    let opened = RedisLive::open(&address, store.clone());
    // What the library says may quote the address, which may hold a password.
    let live = opened
        .map_err(|_why| ConfigError::bad("redis.url", "must be redis://host:port, with user:password@ when needed"))?;
    Ok(Arc::new(live))
}
