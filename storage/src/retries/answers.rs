//! Keeping answers under their keys: those that are there at once share a commit. What another try has written is left alone,
//! and so is an answer that is there: what was told once is told again.

use std::collections::HashSet;

use folkmoot_common::{Id as _, Retry, StorageError};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

use super::{Name, name};
use crate::Store;
use crate::error::sealed;
use crate::sql::run;

/// An answer of more bytes than this is written and read by itself: a crowd of them would be a statement that no memory holds.
pub(super) const LONG: usize = 4 * 1024;

/// An answer, and under what it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Kept {
    name: Name,
    attempt: Uuid,
    body: Vec<u8>,
    answer: String,
}

impl Kept {
    pub(super) fn of(retry: &Retry, answer: &str) -> Self {
        let (attempt, body) = (retry.attempt.uuid(), retry.body.bytes().to_vec());
        Self { name: name(retry), attempt, body, answer: answer.to_owned() }
    }

    pub(super) const fn is_long(&self) -> bool {
        self.answer.len() > LONG
    }
}

/// Keeps one by itself, which waits for whoever holds its key as long as anything waits.
pub(super) async fn alone(on: &impl ConnectionTrait, kept: &Kept) -> Result<(), StorageError> {
    const KEEP: &str = "INSERT INTO retry (sender, word, body, attempt, answer, made_at) \
         VALUES ($1, $2, $3, $4, $5, {now}) ON CONFLICT (sender, word) DO UPDATE SET answer = excluded.answer \
         WHERE retry.attempt = excluded.attempt AND retry.answer IS NULL";
    let Kept { name, attempt, body, answer } = kept;
    let (who, word) = (name.0, name.1.as_str());
    let values = [who.into(), word.into(), body.clone().into(), (*attempt).into(), answer.as_str().into()];
    run(on, KEEP, values).await?;
    Ok(())
}

/// Keeps all of these. [`StorageError::Held`] when somebody holds the key of one: then each does better alone.
pub(super) async fn together(store: &Store, kept: &[Kept]) -> Result<(), StorageError> {
    if let [one] = kept {
        return alone(store.write(), one).await;
    }
    if store.backend() == DbBackend::Postgres {
        return in_statements(store, kept).await;
    }
    let tx = store.begin_freely().await?;
    for one in kept {
        alone(&tx, one).await?;
    }
    tx.commit().await.map_err(sealed)
}

/// In one statement, which is a transaction of its own. It can't write a row twice: of two tries under one key, the second
/// comes with the next.
async fn in_statements(store: &Store, kept: &[Kept]) -> Result<(), StorageError> {
    let mut rest = kept.iter().collect::<Vec<_>>();
    // In an order that every node keeps, so that no two can wait for each other.
    rest.sort_by_key(|one| &one.name);
    while !rest.is_empty() {
        let mut seen = HashSet::new();
        let (now, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(|one| seen.insert(&one.name));
        in_one_statement(store.write(), &now).await?;
        rest = later;
    }
    Ok(())
}

/// All of these, of which no two have the same name. It waits for hardly anybody: those who come next wait for it.
async fn in_one_statement(on: &impl ConnectionTrait, kept: &[&Kept]) -> Result<(), StorageError> {
    const KEEP: &str = "WITH short AS MATERIALIZED (SELECT set_config('lock_timeout', '50ms', TRUE)) \
         INSERT INTO retry (sender, word, body, attempt, answer, made_at) \
         SELECT sender, word, body, attempt, answer, {now} \
         FROM short, unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::text[]) WITH ORDINALITY \
             AS kept(sender, word, body, attempt, answer, place) ORDER BY place \
         ON CONFLICT (sender, word) DO UPDATE SET answer = excluded.answer WHERE retry.attempt = excluded.attempt AND retry.answer IS NULL";
    let values = [
        kept.iter().map(|one| one.name.0).collect::<Vec<_>>().into(),
        kept.iter().map(|one| one.name.1.clone()).collect::<Vec<_>>().into(),
        kept.iter().map(|one| one.body.clone()).collect::<Vec<_>>().into(),
        kept.iter().map(|one| one.attempt).collect::<Vec<_>>().into(),
        kept.iter().map(|one| one.answer.clone()).collect::<Vec<_>>().into(),
    ];
    run(on, KEEP, values).await?;
    Ok(())
}
