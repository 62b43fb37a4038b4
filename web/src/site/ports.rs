//! Where the domain's ports meet their implementations: the only place that knows which is which.

use std::sync::Arc;

use folkmoot_comments::Threads;
use folkmoot_common::{Live, Outbox};
use folkmoot_ideas::IdeaStore;
use folkmoot_people::PeopleStore;
use folkmoot_storage::Store;
use folkmoot_votes::Ledger;

use super::absent::Absent;
use crate::config::Config;

/// Everything the services stand on.
pub(super) struct Ports {
    pub(super) people: Arc<dyn PeopleStore>,
    pub(super) ideas: Arc<dyn IdeaStore>,
    pub(super) threads: Arc<dyn Threads>,
    pub(super) ledger: Arc<dyn Ledger>,
    pub(super) outbox: Arc<dyn Outbox>,
    pub(super) live: Arc<dyn Live>,
}

impl Ports {
    pub(super) fn of(_store: &Store, _config: &Config) -> Self {
        Self {
            people: Arc::new(Absent),
            ideas: Arc::new(Absent),
            threads: Arc::new(Absent),
            ledger: Arc::new(Absent),
            outbox: Arc::new(Absent),
            live: Arc::new(Absent),
        }
    }
}
