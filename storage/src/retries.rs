//! The book of keys: an act that carries one writes it down in its own transaction, so that it can't be done twice.
//!
//! What is asked of it and told to it outside such a transaction shares a statement with everybody else's, so that a crowd
//! whose votes share a commit doesn't part again over its keys. It refuses to let one that somebody holds, or a long answer,
//! be its neighbours' trouble: those go by themselves.

mod answers;
mod claim;
mod known;
mod notes;

use async_trait::async_trait;
use folkmoot_common::{Before, Carried, Id, Retries, Retry, RetryNote, StorageError, Timestamp};
use futures::future::BoxFuture;
use sea_orm::DbBackend;
use uuid::Uuid;

use crate::Store;
use crate::sql::run;
use crate::together::Together;

pub(crate) use claim::{Claim, spawn};
pub(crate) use notes::note;

/// Under what a key stands in the book: whose it is, and their word for the act.
type Name = (Uuid, String);

/// A visitor's sender is the id of noughts.
fn name(retry: &Retry) -> Name {
    (retry.sender.map_or(Uuid::nil(), Id::uuid), retry.key.as_str().to_owned())
}

/// Those who stand in line at the book.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    questions: Together<Name, known::Known>,
    answers: Together<answers::Kept, ()>,
}

#[async_trait]
impl Retries for Store {
    async fn before(&self, retry: &Retry) -> Result<Before, StorageError> {
        let (store, name) = (self.clone(), name(retry));
        // In this process, and asked at once.
        if self.backend() == DbBackend::Sqlite {
            let known = known::alone(self, &name).await?;
            return Ok(known.map_or(Before::Never, |known| known.before(retry)));
        }
        let fetch = move |names: Vec<Name>| {
            let store = store.clone();
            async move { known::together(&store, names).await }
        };
        let known = match self.retries().questions.ask(name.clone(), fetch).await? {
            Some(known) if known.has_long_answer => known::alone(self, &name).await?,
            known => known,
        };
        Ok(known.map_or(Before::Never, |known| known.before(retry)))
    }

    async fn carry<'a>(&'a self, retry: &Retry, work: BoxFuture<'a, ()>) -> Carried {
        Claim::of(retry).carry(work).await
    }

    async fn recall<'a>(&'a self, retry: &Retry, note: RetryNote, work: BoxFuture<'a, ()>) -> bool {
        let claim = Claim::recalling(retry, note);
        claim.clone().carry(work).await;
        claim.is_told()
    }

    async fn answered(&self, retry: &Retry, answer: &str) -> Result<(), StorageError> {
        #[cfg(all(feature = "sabotage", debug_assertions))]
        if crate::sabotage::is(crate::sabotage::Sabotage::NoAnswer)
            || crate::sabotage::is(crate::sabotage::Sabotage::NoNote)
        {
            return Ok(());
        }
        let kept = answers::Kept::of(retry, answer);
        if kept.is_long() {
            return answers::alone(self.write(), &kept).await;
        }
        let store = self.clone();
        let fetch = move |kept: Vec<answers::Kept>| {
            let store = store.clone();
            async move { answers::together(&store, &kept).await.map(|()| kept.into_iter().map(|one| (one, ())).collect()) }
        };
        match self.retries().answers.ask(kept.clone(), fetch).await {
            Err(StorageError::Held) => answers::alone(self.write(), &kept).await,
            told => told.map(|_kept| ()),
        }
    }

    async fn forget(&self, before: Timestamp, most: u64) -> Result<u64, StorageError> {
        const FORGET: &str = "DELETE FROM retry WHERE (sender, word) IN \
             (SELECT sender, word FROM retry WHERE made_at < $1 ORDER BY made_at LIMIT $2)";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        run(self.write(), FORGET, [before.micros().into(), most.into()]).await
    }
}
