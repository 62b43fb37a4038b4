//! The hand that breaks things, and lets them heal. It reaches for nothing but what the house started.

use std::time::{Duration, Instant};

use futures::future::join_all;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait as _};
use tokio::time::sleep;

use super::clients::browser;
use super::house::{CONNECTIONS, House};
use super::silent;
use crate::services::ServiceError;

/// How long it may take until the hand has its locks.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// SIGKILL for a node, another the next time.
    ProgramKilled,
    /// SIGTERM for one node after the other, as in an upgrade.
    Rolled,
    /// SIGKILL for PostgreSQL.
    PostgresKilled,
    /// PostgreSQL stands still, with every line still open.
    PostgresFrozen,
    /// Half of PostgreSQL's connections are cut, again and again.
    ConnectionsCut,
    /// Every connection of every pool waits for a lock that somebody else holds.
    PoolHeld,
    /// Hundreds of clients begin and never end, and read nothing.
    ClientsSilent,
    /// SIGKILL for Redis, which forgets everything.
    RedisKilled,
    /// Redis forgets everything, with every line still open.
    RedisFlushed,
    /// Redis stands still, with every line still open.
    RedisFrozen,
    /// Redis has no room left, and says so.
    RedisFull,
}

/// Whatever kept the hand from its work.
pub(crate) type Slipped = Box<dyn std::error::Error + Send + Sync>;

impl Fault {
    /// All of them, in the table's order.
    pub const ALL: [Self; 11] = [
        Self::ProgramKilled,
        Self::Rolled,
        Self::PostgresKilled,
        Self::PostgresFrozen,
        Self::ConnectionsCut,
        Self::PoolHeld,
        Self::ClientsSilent,
        Self::RedisKilled,
        Self::RedisFlushed,
        Self::RedisFrozen,
        Self::RedisFull,
    ];

    /// What the table calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ProgramKilled => "a node killed (SIGKILL)",
            Self::Rolled => "nodes stopped in turn (SIGTERM)",
            Self::PostgresKilled => "PostgreSQL killed (SIGKILL)",
            Self::PostgresFrozen => "PostgreSQL frozen",
            Self::ConnectionsCut => "PostgreSQL's connections cut",
            Self::PoolHeld => "every pool connection held",
            Self::ClientsSilent => "600 silent clients beside them",
            Self::RedisKilled => "Redis killed (SIGKILL)",
            Self::RedisFlushed => "Redis emptied",
            Self::RedisFrozen => "Redis frozen",
            Self::RedisFull => "Redis full",
        }
    }

    /// Whether nobody who votes may notice: no vote may fail.
    pub(crate) const fn spares_votes(self) -> bool {
        self.is_of_redis() || matches!(self, Self::ClientsSilent)
    }

    /// Whether it is Redis alone that suffers.
    #[must_use]
    pub const fn is_of_redis(self) -> bool {
        matches!(self, Self::RedisKilled | Self::RedisFlushed | Self::RedisFrozen | Self::RedisFull)
    }

    /// Whether it is a node that ends: then it is away from the strike on.
    pub(crate) const fn is_of_a_node(self) -> bool {
        matches!(self, Self::ProgramKilled | Self::Rolled)
    }

    /// Breaks it for so long, where it has a length, and heals it. It can't break what the house doesn't have.
    pub(crate) async fn strike(self, house: &mut House, turn: usize, length: Duration) -> Result<(), Slipped> {
        let node = turn % house.nodes.len();
        match self {
            Self::ProgramKilled => house.nodes[node].kill(),
            Self::Rolled => tokio::task::block_in_place(|| house.nodes[node].stop()),
            Self::PostgresKilled => {
                let postgres = house.postgres()?;
                postgres.kill();
                sleep(length).await;
                tokio::task::block_in_place(|| postgres.start_again())?;
            }
            Self::PostgresFrozen => {
                let postgres = house.postgres()?;
                postgres.freeze();
                sleep(length).await;
                postgres.thaw();
            }
            Self::ConnectionsCut => {
                house.postgres()?;
                cut(house, length).await?;
            }
            Self::PoolHeld => {
                house.postgres()?;
                hold(house, length, async {}).await?;
            }
            Self::ClientsSilent => silent::begin_and_never_end(house, length).await?,
            Self::RedisKilled => {
                let redis = house.redis()?;
                redis.kill();
                sleep(length).await;
                tokio::task::block_in_place(|| redis.start_again())?;
            }
            Self::RedisFlushed => {
                let redis = house.redis()?;
                tokio::task::block_in_place(|| redis.flush());
            }
            Self::RedisFrozen => {
                let redis = house.redis()?;
                redis.freeze();
                sleep(length).await;
                redis.thaw();
            }
            Self::RedisFull => {
                let redis = house.redis()?;
                redis.fill();
                sleep(length).await;
                redis.make_room();
            }
        }
        if self.is_of_a_node() {
            start_again(house, node)?;
        }
        Ok(())
    }
}

fn start_again(house: &mut House, node: usize) -> Result<(), ServiceError> {
    tokio::task::block_in_place(|| house.nodes[node].start_again())
}

/// Five times in a second, every second connection of the nodes.
async fn cut(house: &House, length: Duration) -> Result<(), DbErr> {
    const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' \
         AND pid <> pg_backend_pid() AND random() < 0.5";
    let rest = Duration::from_millis(200);
    for _ in 0..(length.as_millis() / rest.as_millis()).max(1) {
        house.say(CUT).await?;
        sleep(rest).await;
    }
    Ok(())
}

/// Somebody else locks what every page and every vote needs, and readers take what connections there are. Once it is so something
/// may be done meanwhile.
///
/// # Errors
/// When the locks can't be had, or held up nobody.
pub(crate) async fn hold<T>(house: &House, length: Duration, meanwhile: impl Future<Output = T>) -> Result<T, Slipped> {
    let raw = house.database().await?;
    let tx = locked(&raw).await?;
    let http = browser();
    let readers = house.urls().into_iter().flat_map(|url| {
        let one = |n: usize| http.get(format!("{url}/ideas?q=bench{n}")).send();
        (0..CONNECTIONS * 4).map(one).collect::<Vec<_>>()
    });
    let readers = tokio::spawn(join_all(readers.collect::<Vec<_>>()));
    let ((), answered, done) = tokio::join!(sleep(length), all_answered(&readers, length), meanwhile);
    tx.rollback().await?;
    raw.close().await?;
    if answered {
        return Err("every reader was answered though all was held".into());
    }
    // Whatever they were told: that they were there is what counts.
    drop(readers.await);
    Ok(done)
}

/// Whether all of them are answered while nobody can be: before they are turned away.
async fn all_answered<T>(readers: &tokio::task::JoinHandle<T>, length: Duration) -> bool {
    sleep(length.min(Duration::from_secs(1))).await;
    readers.is_finished()
}

/// A transaction that has these locks. While it has one and waits for the next, somebody may have that one and wait for the
/// first. Whoever of them has waited for a second looks for such a ring, and is ended: a deadlock that would count against the
/// nodes, and was the hand's. So it waits for all three together less than that, and lets go before it tries again.
async fn locked(raw: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let since = Instant::now();
    loop {
        let tx = raw.begin().await?;
        tx.execute_unprepared("SET LOCAL lock_timeout = '50ms'").await?;
        let got = tx.execute_unprepared("LOCK TABLE tally, idea, vote IN ACCESS EXCLUSIVE MODE").await;
        match got {
            Ok(_done) => return Ok(tx),
            Err(why) if since.elapsed() > PATIENCE => return Err(why),
            Err(_held) => tx.rollback().await?,
        }
    }
}
