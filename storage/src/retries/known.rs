//! What the book says of keys: of one, or of all that are asked for at once.

use std::collections::HashMap;

use folkmoot_common::{Before, Retry, StorageError, Timestamp};
use sea_orm::{DbBackend, QueryResult};
use uuid::Uuid;

use super::Name;
use crate::Store;
use crate::sql::{all, get, one};

/// What is written under a name.
#[derive(Debug, Clone)]
pub(super) struct Known {
    body: Vec<u8>,
    answer: Option<String>,
    made_at: i64,
}

impl Known {
    /// What that is to somebody who asks with these words.
    pub(super) fn before(self, retry: &Retry) -> Before {
        if self.body != retry.body.bytes() {
            return Before::OtherWords;
        }
        match self.answer {
            Some(answer) => Before::Answered(answer),
            None => Before::Unanswered { since: Timestamp::from_micros(self.made_at) },
        }
    }

    fn read(row: &QueryResult) -> Result<Self, StorageError> {
        Ok(Self { body: get(row, "body")?, answer: get(row, "answer")?, made_at: get(row, "made_at")? })
    }
}

/// All of these that are there. SQLite, which is in this very process, has no way to save by asking for many.
pub(super) async fn find(store: &Store, names: &[Name]) -> Result<HashMap<Name, Known>, StorageError> {
    const ONE: &str = "SELECT body, answer, made_at FROM retry WHERE sender = $1 AND word = $2";
    if names.len() > 1 && store.backend() == DbBackend::Postgres {
        return find_many(store, names).await;
    }
    let mut found = HashMap::new();
    for name in names {
        if let Some(row) = one(store.read(), ONE, [name.0.into(), name.1.as_str().into()]).await? {
            found.insert(name.clone(), Known::read(&row)?);
        }
    }
    Ok(found)
}

async fn find_many(store: &Store, names: &[Name]) -> Result<HashMap<Name, Known>, StorageError> {
    const MANY: &str = "SELECT r.sender, r.word, r.body, r.answer, r.made_at \
        FROM unnest($1::uuid[], $2::text[]) AS asked(sender, word) \
        JOIN retry r ON r.sender = asked.sender AND r.word = asked.word";
    let (senders, words): (Vec<Uuid>, Vec<String>) = names.iter().cloned().unzip();
    let rows = all(store.read(), MANY, [senders.into(), words.into()]).await?;
    rows.iter().map(|row| Ok(((get(row, "sender")?, get(row, "word")?), Known::read(row)?))).collect()
}
