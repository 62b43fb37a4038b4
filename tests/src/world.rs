//! A world for one story: a database of its own, one or two running nodes, and people who act on them over HTTP the
//! way people do. Everything ends with the value.
//!
//! Two nodes share one PostgreSQL database and one Redis, and new people arrive at them in turn, as they would behind
//! a balancer. That Redis is the world's own, because its channels know no database numbers, and because a story may
//! kill it.

mod actor;
mod acts;
mod arrival;
mod clock;
mod control;
mod council;
mod form;
mod listener;
mod node;
mod page;
mod socket;
#[cfg(test)]
mod tests;

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use folkmoot::{Config, Site};
use folkmoot_common::{Sources, SystemEntropy};
use tempfile::TempDir;

use crate::database::{Kind, OwnDatabase};
use crate::services::Redis;

pub use actor::Actor;
pub use clock::ManualClock;
pub use form::Form;
pub use listener::Listener;
pub use node::Node;
pub use page::Page;
pub use socket::Socket;

/// What the council runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum House {
    /// One node on an SQLite file: the embedded default.
    Sqlite,
    /// One node on PostgreSQL.
    Postgres,
    /// Two nodes on one PostgreSQL, with Redis between them.
    PostgresRedisTwoNodes,
}

/// A council's site, running.
pub struct World {
    /// The nodes' clock.
    pub clock: Arc<ManualClock>,
    /// The Redis between two nodes; a story may kill it.
    pub redis: Option<Redis>,
    // Nodes end before what they stand on.
    nodes: Vec<Node>,
    arrivals: AtomicUsize,
    database: OwnDatabase,
    _key: TempDir,
}

impl World {
    /// Starts the house with the default configuration.
    pub async fn start(house: House) -> Self {
        Self::start_with(house, |_config| {}).await
    }

    /// Starts the house with a changed configuration.
    pub async fn start_with(house: House, change: impl Fn(&mut Config)) -> Self {
        let (kind, count) = match house {
            House::Sqlite => (Kind::Sqlite, 1),
            House::Postgres => (Kind::Postgres, 1),
            House::PostgresRedisTwoNodes => (Kind::Postgres, 2),
        };
        let database = OwnDatabase::migrated(kind).await;
        let redis = (count > 1).then(|| Redis::start().expect("a Redis can be started"));
        let key = shared_key();
        let clock = Arc::new(ManualClock::default());

        let mut config = Config::embedded().expect("the embedded configuration is right");
        config.database.url = database.url().into();
        // Many worlds share one PostgreSQL.
        config.database.connections = 8;
        config.redis.url = redis.as_ref().map(Redis::url).unwrap_or_default().as_str().into();
        config.secrets.key_file = key.path().join("key");
        // Everybody comes from one address.
        config.limits.posts_per_minute = 0;
        config.limits.signed_in_posts_per_minute = 0;
        config.limits.sign_ins_per_minute = 0;
        config.limits.looks_per_minute = 0;
        // Stories also act through services and by hand, which no request tells: every page asks the database.
        config.cache.believed_ms = 0;
        change(&mut config);

        let mut nodes = Vec::new();
        for _ in 0..count {
            let sources = Sources::new(Arc::clone(&clock) as _, Arc::new(SystemEntropy));
            nodes.push(Node::start(config.clone(), sources).await);
        }
        Self { clock, redis, nodes, arrivals: AtomicUsize::new(0), database, _key: key }
    }

    /// The nodes, in the order they were started.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The first node's address, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> &str {
        self.nodes[0].url()
    }

    /// The first node's services, to set a stage through.
    #[must_use]
    pub fn site(&self) -> &Arc<Site> {
        self.nodes[0].site()
    }

    /// The node that is furthest from the first: the second, where there are two.
    #[must_use]
    pub fn far_node(&self) -> &Node {
        &self.nodes[self.nodes.len() - 1]
    }

    /// The database's address, for what no act can do yet: a test that hides an idea writes it there itself.
    #[must_use]
    pub fn database_url(&self) -> &str {
        self.database.url()
    }

    /// Somebody who hasn't signed in, with a browser of their own, at the next node.
    #[must_use]
    pub fn visitor(&self) -> Actor {
        let turn = self.arrivals.fetch_add(1, Ordering::Relaxed);
        Actor::browser(self.nodes[turn % self.nodes.len()].url())
    }
}

/// One key for all nodes, as PostgreSQL demands.
fn shared_key() -> TempDir {
    let folder = TempDir::with_prefix("folkmoot-key-").expect("a temporary folder can be made");
    // 32 zero bytes in base64: nothing here is worth keeping.
    let key = format!("{}=\n", "A".repeat(43));
    fs::write(folder.path().join("key"), key).expect("the key can be written");
    folder
}
