//! A key in the hands of one try, on its way into the transaction of what is done.
//!
//! The key travels beside the work, not through every port: whatever the work's own task opens with `Store::begin` finds it
//! here. Work that goes on in a task of its own takes it along, and so do ballots to the desk (`votes/desk.rs`).
//!
//! A key that comes with what was noted of its act (`notes.rs`) is there to be read: no transaction has it.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use folkmoot_common::{Carried, Id as _, Retry, RetryNote, StorageError};
use sea_orm::{ConnectionTrait, DbBackend};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{Name, name};
use crate::sql::{all, get, run};

tokio::task_local! {
    static CARRIED: Claim;
}

/// A key in the hands of one try, and what has become of it.
#[derive(Debug, Clone)]
pub(crate) struct Claim(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    name: Name,
    body: Vec<u8>,
    attempt: Uuid,
    /// What the act came to when it was done.
    note: Option<String>,
    /// Whether that was told.
    is_told: AtomicBool,
    state: AtomicU8,
}

const UNUSED: u8 = 0;
const WRITTEN: u8 = 1;
const TOO_LATE: u8 = 2;

impl Claim {
    pub(super) fn of(retry: &Retry) -> Self {
        Self::with(retry, None)
    }

    /// One whose act is done.
    pub(super) fn recalling(retry: &Retry, note: RetryNote) -> Self {
        Self::with(retry, Some(note.text))
    }

    fn with(retry: &Retry, note: Option<String>) -> Self {
        let (body, attempt) = (retry.body.bytes().to_vec(), retry.attempt.uuid());
        let (is_told, state) = (AtomicBool::new(false), AtomicU8::new(UNUSED));
        Self(Arc::new(Inner { name: name(retry), body, attempt, note, is_told, state }))
    }

    /// Does this work with the key in hand; says what became of the key.
    pub(super) async fn carry(self, work: impl Future<Output = ()>) -> Carried {
        CARRIED.scope(self.clone(), work).await;
        match self.0.state.load(Ordering::Relaxed) {
            UNUSED => Carried::Unused,
            WRITTEN => Carried::Written,
            _ => Carried::TooLate,
        }
    }

    /// The one that this task's work carries.
    pub(crate) fn in_hand() -> Option<Self> {
        CARRIED.try_with(Self::clone).ok()
    }

    pub(super) fn name(&self) -> &Name {
        &self.0.name
    }

    pub(super) fn body(&self) -> &[u8] {
        &self.0.body
    }

    pub(super) fn attempt(&self) -> Uuid {
        self.0.attempt
    }

    /// What the act came to that is done already, as this reads it; nothing when it is still to be done.
    pub(crate) fn recall<T>(
        &self,
        read: impl FnOnce(&str) -> Result<T, StorageError>,
    ) -> Option<Result<T, StorageError>> {
        let told = read(self.0.note.as_deref()?);
        self.0.is_told.store(told.is_ok(), Ordering::Relaxed);
        Some(told)
    }

    pub(super) fn is_told(&self) -> bool {
        self.0.is_told.load(Ordering::Relaxed)
    }

    /// Whether its act is done: then no transaction has it.
    fn is_done(&self) -> bool {
        self.0.note.is_some()
    }

    /// Writes it down in this transaction; says whether nobody else has. Taking it again in a later transaction of the
    /// same work is fine.
    pub(crate) async fn take(&self, tx: &impl ConnectionTrait) -> Result<bool, StorageError> {
        const TAKE: &str = "INSERT INTO retry (sender, word, body, attempt, made_at) VALUES ($1, $2, $3, $4, {now}) \
             ON CONFLICT (sender, word) DO UPDATE SET attempt = excluded.attempt WHERE retry.attempt = excluded.attempt";
        if self.is_done() {
            return Ok(self.remember(false));
        }
        let Inner { name, body, attempt, .. } = &*self.0;
        let values = [name.0.into(), name.1.as_str().into(), body.clone().into(), (*attempt).into()];
        Ok(self.remember(run(tx, TAKE, values).await? == 1))
    }

    /// Writes all of these down in this transaction, in an order that every node keeps, so that no two can wait for each
    /// other; says of each whether nobody else has. Of two tries under one key among them, the first has it.
    pub(crate) async fn take_all(tx: &impl ConnectionTrait, claims: &[&Self]) -> Result<Vec<bool>, StorageError> {
        let mut first = claims.iter().copied().filter(|claim| !claim.is_done()).collect::<Vec<_>>();
        first.sort_by_key(|claim| &claim.0.name);
        first.dedup_by_key(|claim| &claim.0.name);
        let taken = match (tx.get_database_backend(), &*first) {
            (DbBackend::Postgres, [_, _, ..]) => Self::take_many(tx, &first).await?,
            _ => Self::take_each(tx, &first).await?,
        };
        Ok(claims.iter().map(|claim| claim.remember(!claim.is_done() && taken.contains(&claim.0.attempt))).collect())
    }

    async fn take_each(tx: &impl ConnectionTrait, claims: &[&Self]) -> Result<HashSet<Uuid>, StorageError> {
        let mut taken = HashSet::new();
        for claim in claims {
            if claim.take(tx).await? {
                taken.insert(claim.0.attempt);
            }
        }
        Ok(taken)
    }

    async fn take_many(tx: &impl ConnectionTrait, claims: &[&Self]) -> Result<HashSet<Uuid>, StorageError> {
        const TAKE: &str = "INSERT INTO retry (sender, word, body, attempt, made_at) \
             SELECT sender, word, body, attempt, {now} \
             FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[]) WITH ORDINALITY \
                 AS claim(sender, word, body, attempt, place) ORDER BY place \
             ON CONFLICT (sender, word) DO UPDATE SET attempt = excluded.attempt WHERE retry.attempt = excluded.attempt \
             RETURNING attempt";
        let values = [
            claims.iter().map(|claim| claim.0.name.0).collect::<Vec<_>>().into(),
            claims.iter().map(|claim| claim.0.name.1.clone()).collect::<Vec<_>>().into(),
            claims.iter().map(|claim| claim.0.body.clone()).collect::<Vec<_>>().into(),
            claims.iter().map(|claim| claim.0.attempt).collect::<Vec<_>>().into(),
        ];
        all(tx, TAKE, values).await?.iter().map(|row| get(row, "attempt")).collect()
    }

    /// Keeps in mind what became of it.
    fn remember(&self, taken: bool) -> bool {
        self.0.state.store(if taken { WRITTEN } else { TOO_LATE }, Ordering::Relaxed);
        taken
    }
}

/// Does this in a task of its own; the key in hand goes along.
pub(crate) fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    match Claim::in_hand() {
        Some(claim) => tokio::spawn(CARRIED.scope(claim, work)),
        None => tokio::spawn(work),
    }
}
