//! The megaphone between nodes. Redis holds, for each idea, the absolute tally with its version, set only if newer;
//! setting it tells every node. One subscription a node, however many listen.
//!
//! No request ever waits for Redis: announcing puts a tally on a pile and goes on. Redis may stop, freeze, or forget
//! everything: the database is asked what is watched here as soon as the line is back, every two seconds while it is
//! away, and whenever Redis turns out to have been emptied.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use folkmoot_common::{AnswerStream, CommentId, CommentStream, Id, IdeaId, Live, Tally, TallyStream};
use futures::StreamExt as _;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, ErrorKind, RedisError, Script};
use serde::{Deserialize, Serialize};
use tokio::time::timeout;

use super::hub::Hub;
use super::publish::{Load, News, Pile};
use crate::Store;
use crate::silence;
use crate::votes::tallies;

/// How often the database is asked while Redis is away, and Redis whether it still remembers.
const TICK: Duration = Duration::from_secs(2);

/// At every so many ticks the database is asked all the same: a node that was killed between its commit and telling Redis, or
/// lost the answer, told nobody.
const ALL_THE_SAME: u32 = 15;

/// A line on which no node said anything for so long is dead, whatever the operating system believes: every node says
/// something at each tick.
const SILENCE: Duration = Duration::from_secs(6);

/// The longest a command may take before Redis counts as away.
const PATIENCE: Duration = Duration::from_millis(500);

/// A tally that nobody moved for a day need not be remembered.
const REMEMBERED: usize = 24 * 60 * 60;

/// Sets the tally if it is newer than what is there, and only then tells everybody.
const SET_IF_NEWER: &str = r"
local known = redis.call('HGET', KEYS[1], 'version')
if known and tonumber(known) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'tally', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', KEYS[2], ARGV[2])
return 1
";

/// Where Redis is, and the word that this council's keys begin with.
#[derive(Clone)]
pub struct RedisAddress {
    /// `redis://…`
    pub url: String,
    /// Keeps councils that share one Redis apart.
    pub prefix: String,
    /// This node's own word: what it told itself it need not hear again.
    pub node: String,
}

/// What nodes tell each other.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Told {
    Tally(Tally),
    /// Nothing: the line is alive.
    Beat,
    Comment {
        node: String,
        idea: IdeaId,
        comment: CommentId,
    },
    Answer {
        node: String,
        idea: IdeaId,
    },
}

/// Carries changes to listeners of every node.
#[derive(Clone)]
pub struct RedisLive {
    hub: Hub,
    pile: Arc<Pile>,
}

/// What the tasks behind the megaphone share.
#[derive(Clone)]
struct Line {
    hub: Hub,
    pile: Arc<Pile>,
    store: Store,
    client: Client,
    prefix: String,
    node: String,
}

impl RedisLive {
    /// Opens the megaphone; its tasks run until the runtime ends. Redis need not be there yet.
    ///
    /// # Errors
    /// When the address can't be read.
    pub fn open(address: &RedisAddress, store: Store) -> Result<Self, RedisError> {
        let (hub, pile) = (Hub::new(), Arc::new(Pile::default()));
        let client = Client::open(address.url.as_str())?;
        let (prefix, node) = (address.prefix.clone(), address.node.clone());
        let line = Line { hub: hub.clone(), pile: Arc::clone(&pile), store, client, prefix, node };
        tokio::spawn(line.clone().keep_telling());
        tokio::spawn(line.clone().keep_hearing());
        tokio::spawn(line.keep_checking());
        Ok(Self { hub, pile })
    }
}

#[async_trait]
impl Live for RedisLive {
    async fn announce(&self, tally: Tally) {
        #[cfg(all(feature = "sabotage", debug_assertions))]
        if increments() {
            return self.pile.put(tally);
        }
        self.hub.tell(tally);
        self.pile.put(tally);
    }

    async fn announce_comment(&self, idea: IdeaId, comment: CommentId) {
        self.hub.tell_comment(idea, comment);
        self.pile.put_news(News::Comment(idea, comment));
    }

    async fn announce_answer(&self, idea: IdeaId) {
        self.hub.tell_answer(idea);
        self.pile.put_news(News::Answer(idea));
    }

    fn tallies(&self, ideas: &[IdeaId]) -> TallyStream {
        self.hub.tallies(ideas)
    }

    fn comments(&self, idea: IdeaId) -> CommentStream {
        self.hub.comments(idea)
    }

    fn answers(&self, ideas: &[IdeaId]) -> AnswerStream {
        self.hub.answers(ideas)
    }
}

impl Line {
    fn channel(&self) -> String {
        format!("{}:live", self.prefix)
    }

    async fn connect(&self) -> Result<ConnectionManager, RedisError> {
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE))
            .set_number_of_retries(1);
        ConnectionManager::new_with_config(self.client.clone(), config).await
    }

    /// Empties the pile towards Redis, for ever. What could not be told goes back on the pile.
    async fn keep_telling(self) {
        #[cfg(not(all(feature = "sabotage", debug_assertions)))]
        let script = Script::new(SET_IF_NEWER);
        #[cfg(all(feature = "sabotage", debug_assertions))]
        let script = Script::new(if increments() { crate::sabotage::ADD_UP } else { SET_IF_NEWER });
        let mut connection = None;
        loop {
            let mut load = self.pile.take().await;
            if connection.is_none() {
                connection = self.connect().await.ok();
            }
            let told = match connection.as_mut() {
                Some(connection) => self.tell(connection, &script, &mut load).await.is_ok(),
                None => false,
            };
            if !told {
                connection = None;
                self.pile.put_back(load);
                tokio::time::sleep(TICK / 4).await;
            }
        }
    }

    /// Tells one thing after the other; each leaves the load once it is told.
    async fn tell(
        &self,
        connection: &mut ConnectionManager,
        script: &Script,
        load: &mut Load,
    ) -> Result<(), RedisError> {
        while let Some(tally) = load.tallies.last() {
            let mut told = script.key(format!("{}:tally:{}", self.prefix, tally.idea.uuid()));
            told.key(self.channel()).arg(tally.version).arg(words(&Told::Tally(*tally))).arg(REMEMBERED);
            #[cfg(all(feature = "sabotage", debug_assertions))]
            if increments() {
                let (support, oppose) = crate::sabotage::moved(tally);
                told.arg(support).arg(oppose);
            }
            told.invoke_async::<()>(connection).await?;
            load.tallies.pop();
        }
        while let Some(news) = load.news.front() {
            let node = self.node.clone();
            let told = match *news {
                News::Comment(idea, comment) => words(&Told::Comment { node, idea, comment }),
                News::Answer(idea) => words(&Told::Answer { node, idea }),
            };
            redis::cmd("PUBLISH").arg(self.channel()).arg(told).query_async::<()>(connection).await?;
            load.news.pop_front();
        }
        Ok(())
    }

    /// Hears what nodes tell, for ever; asks the database what was missed whenever the line was down. Warns once for
    /// each time that the line goes down.
    async fn keep_hearing(self) {
        let mut is_away = false;
        loop {
            let heard = self.hear(&mut is_away).await;
            if !is_away {
                let why = heard.err().map_or_else(|| "the line was closed".to_owned(), |why| why.to_string());
                tracing::warn!(
                    error = why,
                    "Redis is away; live tallies of other nodes come from the database meanwhile"
                );
                is_away = true;
            }
            self.catch_up().await;
            tokio::time::sleep(TICK / 2).await;
        }
    }

    /// Hears until the line breaks or falls silent.
    async fn hear(&self, is_away: &mut bool) -> Result<(), RedisError> {
        let mut line = soon(self.client.get_async_pubsub()).await?;
        soon(line.subscribe(self.channel())).await?;
        tracing::info!("listening to live tallies of other nodes");
        *is_away = false;
        self.catch_up().await;
        let mut messages = line.into_on_message();
        while let Some(message) = timeout(SILENCE, messages.next()).await.map_err(|_silent| silent())? {
            match serde_json::from_slice(message.get_payload_bytes()) {
                Ok(Told::Tally(tally)) => self.hub.tell(tally),
                Ok(Told::Beat) => {}
                Ok(Told::Comment { node, .. } | Told::Answer { node, .. }) if node == self.node => {}
                Ok(Told::Comment { idea, comment, .. }) => self.hub.tell_comment(idea, comment),
                Ok(Told::Answer { idea, .. }) => self.hub.tell_answer(idea),
                Err(why) => tracing::warn!(error = %why, "another node said something unreadable"),
            }
        }
        Ok(())
    }

    /// Says at each tick that the line is alive, and asks Redis whether it still remembers. When it was emptied, or
    /// doesn't answer (a frozen Redis keeps its lines open and says nothing), what is watched comes from the database; and now
    /// and then all the same.
    async fn keep_checking(self) {
        // Each node leaves a mark of its own: of a common one only the first to come would learn that it was gone, and that
        // may be a node which watches nothing.
        let mark = format!("{}:remembers:{}", self.prefix, self.node);
        let mut connection = None;
        for tick in (1..=ALL_THE_SAME).cycle() {
            tokio::time::sleep(TICK).await;
            if connection.is_none() {
                connection = self.connect().await.ok();
            }
            let remembers = match connection.as_mut() {
                Some(open) => self.beat(open, &mark).await,
                None => Err(()),
            };
            if remembers.is_err() {
                connection = None;
            }
            if remembers != Ok(true) || tick == ALL_THE_SAME {
                self.catch_up().await;
            }
        }
    }

    /// Says that it is there; answers whether the mark is still there, and leaves one when it isn't.
    async fn beat(&self, open: &mut ConnectionManager, mark: &str) -> Result<bool, ()> {
        let told = redis::cmd("PUBLISH").arg(self.channel()).arg(words(&Told::Beat)).query_async::<()>(open).await;
        told.map_err(|_away| ())?;
        let set = redis::cmd("SET")
            .arg(mark)
            .arg(1)
            .arg("NX")
            .arg("EX")
            .arg(REMEMBERED)
            .query_async::<Option<String>>(open)
            .await;
        set.map(|set| set.is_none()).map_err(|_away| ())
    }

    /// Takes the tallies of everything watched here from the database, for the listeners and for Redis. It waits for no silent
    /// database: meanwhile this node would be silent itself.
    async fn catch_up(&self) {
        #[cfg(all(feature = "sabotage", debug_assertions))]
        if increments() {
            return;
        }
        for some in self.hub.watched().chunks(500) {
            let read = timeout(TICK, tallies(&self.store, some)).await;
            match read.unwrap_or_else(|_late| Err(silence::silent())) {
                Ok(tallies) => {
                    for tally in tallies {
                        self.hub.tell(tally);
                        self.pile.put(tally);
                    }
                }
                Err(why) => return tracing::warn!(error = %why, "tallies could not be read anew"),
            }
        }
    }
}

/// Whether Redis counts by itself, which it must not.
#[cfg(all(feature = "sabotage", debug_assertions))]
fn increments() -> bool {
    crate::sabotage::is(crate::sabotage::Sabotage::Increments)
}

/// No longer than Redis may take.
async fn soon<T>(work: impl Future<Output = Result<T, RedisError>>) -> Result<T, RedisError> {
    timeout(PATIENCE, work).await.map_err(|_late| silent())?
}

fn silent() -> RedisError {
    RedisError::from((ErrorKind::Io, "nothing is heard on the line"))
}

fn words(told: &Told) -> String {
    serde_json::to_string(told).unwrap_or_default()
}
