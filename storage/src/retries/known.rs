//! What the book says of keys: of one, or of all that are asked for at once.

use std::collections::{HashMap, HashSet};

use folkmoot_common::{AttemptId, Before, Id as _, Retry, RetryNote, StorageError, Timestamp};
use sea_orm::{DbBackend, QueryResult};
use uuid::Uuid;

use super::Name;
use super::answers::LONG;
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one, statement};

/// What is written under a name.
#[derive(Debug, Clone)]
pub(super) struct Known {
    body: Vec<u8>,
    attempt: Uuid,
    note: Option<String>,
    answer: Option<String>,
    /// There is one that is too long to be read with others.
    pub(super) has_long_answer: bool,
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
            None => {
                let attempt = AttemptId::from_uuid(self.attempt);
                let note = self.note.map(|text| RetryNote { attempt, text });
                Before::Unanswered { since: Timestamp::from_micros(self.made_at), note }
            }
        }
    }

    fn read(row: &QueryResult) -> Result<Self, StorageError> {
        Ok(Self {
            body: get(row, "body")?,
            attempt: get(row, "attempt")?,
            note: get(row, "note")?,
            answer: get(row, "answer")?,
            has_long_answer: get(row, "has_long_answer")?,
            made_at: get(row, "made_at")?,
        })
    }
}

/// Whatever is written under this name.
pub(super) async fn alone(store: &Store, name: &Name) -> Result<Option<Known>, StorageError> {
    const ONE: &str = "SELECT body, attempt, note, answer, FALSE AS has_long_answer, made_at FROM retry WHERE sender = $1 AND word = $2";
    let found = one(store.read(), ONE, [name.0.into(), name.1.as_str().into()]).await?;
    found.map(|row| Known::read(&row)).transpose()
}

/// All of these that are there, on PostgreSQL; without answers that are long. It is planned for these very names: PostgreSQL
/// would keep the plan that was good while the book was empty, and read it from end to end when it is full.
pub(super) async fn together(store: &Store, names: Vec<Name>) -> Result<HashMap<Name, Known>, StorageError> {
    let many = format!(
        "SELECT r.sender, r.word, r.body, r.attempt, r.note, CASE WHEN octet_length(r.answer) <= {LONG} THEN r.answer END AS answer, \
         coalesce(octet_length(r.answer) > {LONG}, FALSE) AS has_long_answer, r.made_at \
         FROM unnest($1::uuid[], $2::text[]) AS asked(sender, word) \
         JOIN retry r ON r.sender = asked.sender AND r.word = asked.word"
    );
    // Who asks for one and the same is told of one and the same row.
    let names: HashSet<Name> = names.into_iter().collect();
    let (senders, words): (Vec<Uuid>, Vec<String>) = names.into_iter().unzip();
    let asked = statement(DbBackend::Postgres, &many, [senders.into(), words.into()]);
    let rows = store.read().planned_anew(asked).await.map_err(sealed)?;
    rows.iter().map(|row| Ok(((get(row, "sender")?, get(row, "word")?), Known::read(row)?))).collect()
}
