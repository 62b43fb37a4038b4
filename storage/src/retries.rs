//! The book of keys: an act that carries one writes it down in its own transaction, so that it can't be done twice.
//!
//! The key travels beside the work, not through every port: whatever the work's own task opens with `Store::begin` finds it
//! here. Work that goes on in a task of its own takes it along, and so do ballots to the desk (`votes/desk.rs`).

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use async_trait::async_trait;
use folkmoot_common::{Before, Carried, Id, Retries, Retry, StorageError, Timestamp};
use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, Value};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::Store;
use crate::sql::{get, one, run};

tokio::task_local! {
    static CARRIED: Claim;
}

/// A key in the hands of one try, and what has become of it.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    retry: Arc<Retry>,
    state: Arc<AtomicU8>,
}

const UNUSED: u8 = 0;
const WRITTEN: u8 = 1;
const TOO_LATE: u8 = 2;

impl Claim {
    /// The one that this task's work carries.
    pub(crate) fn in_hand() -> Option<Self> {
        CARRIED.try_with(Self::clone).ok()
    }

    /// Writes it down in this transaction; says whether nobody else has. Taking it again in a later transaction of the
    /// same work is fine.
    pub(crate) async fn take(&self, tx: &impl ConnectionTrait) -> Result<bool, StorageError> {
        const TAKE: &str = "INSERT INTO retry (sender, word, body, attempt, made_at) VALUES ($1, $2, $3, $4, {now}) \
             ON CONFLICT (sender, word) DO UPDATE SET attempt = excluded.attempt WHERE retry.attempt = excluded.attempt";
        let taken = run(tx, TAKE, self.row()).await? == 1;
        self.state.store(if taken { WRITTEN } else { TOO_LATE }, Ordering::Relaxed);
        Ok(taken)
    }

    /// In which order several keys are taken in one transaction, so that two nodes can't wait for each other.
    pub(crate) fn order(&self) -> (Uuid, &str) {
        (sender(&self.retry), self.retry.key.as_str())
    }

    fn row(&self) -> [Value; 4] {
        let Retry { key, body, attempt, .. } = &*self.retry;
        [sender(&self.retry).into(), key.as_str().into(), body.bytes().to_vec().into(), attempt.uuid().into()]
    }

    fn carried(&self) -> Carried {
        match self.state.load(Ordering::Relaxed) {
            UNUSED => Carried::Unused,
            WRITTEN => Carried::Written,
            _ => Carried::TooLate,
        }
    }
}

/// Does this in a task of its own; the key in hand goes along.
pub(crate) fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    match Claim::in_hand() {
        Some(claim) => tokio::spawn(CARRIED.scope(claim, work)),
        None => tokio::spawn(work),
    }
}

/// A visitor's is the id of noughts.
fn sender(retry: &Retry) -> Uuid {
    retry.sender.map_or(Uuid::nil(), Id::uuid)
}

#[async_trait]
impl Retries for Store {
    async fn before(&self, retry: &Retry) -> Result<Before, StorageError> {
        const BEFORE: &str = "SELECT body, answer, made_at FROM retry WHERE sender = $1 AND word = $2";
        let asked = [sender(retry).into(), retry.key.as_str().into()];
        let Some(row) = one(self.read(), BEFORE, asked).await? else { return Ok(Before::Never) };
        let body: Vec<u8> = get(&row, "body")?;
        if body != retry.body.bytes() {
            return Ok(Before::OtherWords);
        }
        Ok(match get::<Option<String>>(&row, "answer")? {
            Some(answer) => Before::Answered(answer),
            None => Before::Unanswered { since: Timestamp::from_micros(get(&row, "made_at")?) },
        })
    }

    async fn carry<'a>(&'a self, retry: &Retry, work: BoxFuture<'a, ()>) -> Carried {
        let claim = Claim { retry: Arc::new(retry.clone()), state: Arc::new(AtomicU8::new(UNUSED)) };
        CARRIED.scope(claim.clone(), work).await;
        claim.carried()
    }

    async fn answered(&self, retry: &Retry, answer: &str) -> Result<(), StorageError> {
        const KEEP: &str = "INSERT INTO retry (sender, word, body, attempt, answer, made_at) \
             VALUES ($1, $2, $3, $4, $5, {now}) ON CONFLICT (sender, word) DO UPDATE SET answer = excluded.answer \
             WHERE retry.attempt = excluded.attempt";
        let body = retry.body.bytes().to_vec();
        let (who, word) = (sender(retry), retry.key.as_str());
        let values = [who.into(), word.into(), body.into(), retry.attempt.uuid().into(), answer.into()];
        run(self.write(), KEEP, values).await?;
        Ok(())
    }

    async fn forget(&self, before: Timestamp, most: u64) -> Result<u64, StorageError> {
        const FORGET: &str = "DELETE FROM retry WHERE (sender, word) IN \
             (SELECT sender, word FROM retry WHERE made_at < $1 ORDER BY made_at LIMIT $2)";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        run(self.write(), FORGET, [before.micros().into(), most.into()]).await
    }
}
