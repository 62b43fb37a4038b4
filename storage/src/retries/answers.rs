//! Keeping answers under their keys: those that are there at once share a commit. What another try has written is left alone.

use std::collections::HashSet;

use folkmoot_common::{Id as _, Retry, StorageError};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

use super::{Name, name};
use crate::Store;
use crate::error::sealed;
use crate::sql::run;

/// An answer of more bytes than this has a commit of its own: a crowd of them would be a statement that no memory holds.
const LONG: usize = 4 * 1024;

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

/// Keeps all of them, or none.
pub(super) async fn keep(store: &Store, kept: &[Kept]) -> Result<(), StorageError> {
    if let [one] = kept {
        return keep_one(store.write(), one).await;
    }
    let tx = store.begin_freely().await?;
    let mut rest = kept.iter().collect::<Vec<_>>();
    // In an order that every node keeps, so that no two can wait for each other.
    rest.sort_by_key(|one| &one.name);
    while !rest.is_empty() {
        // A statement can't write a row twice: of two tries under one key, the second comes with the next.
        let mut seen = HashSet::new();
        let (now, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(|one| seen.insert(&one.name));
        rest = later;
        match store.backend() {
            DbBackend::Postgres => keep_many(&tx, &now).await?,
            _ => {
                for one in now {
                    keep_one(&tx, one).await?;
                }
            }
        }
    }
    tx.commit().await.map_err(sealed)
}

async fn keep_one(on: &impl ConnectionTrait, kept: &Kept) -> Result<(), StorageError> {
    const KEEP: &str = "INSERT INTO retry (sender, word, body, attempt, answer, made_at) \
         VALUES ($1, $2, $3, $4, $5, {now}) ON CONFLICT (sender, word) DO UPDATE SET answer = excluded.answer \
         WHERE retry.attempt = excluded.attempt";
    let Kept { name, attempt, body, answer } = kept;
    let (who, word) = (name.0, name.1.as_str());
    let values = [who.into(), word.into(), body.clone().into(), (*attempt).into(), answer.as_str().into()];
    run(on, KEEP, values).await?;
    Ok(())
}

/// All of these, of which no two have the same name.
async fn keep_many(on: &impl ConnectionTrait, kept: &[&Kept]) -> Result<(), StorageError> {
    const KEEP: &str = "INSERT INTO retry (sender, word, body, attempt, answer, made_at) \
         SELECT sender, word, body, attempt, answer, {now} \
         FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::text[]) WITH ORDINALITY \
             AS kept(sender, word, body, attempt, answer, place) ORDER BY place \
         ON CONFLICT (sender, word) DO UPDATE SET answer = excluded.answer WHERE retry.attempt = excluded.attempt";
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
