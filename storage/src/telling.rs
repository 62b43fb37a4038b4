//! News as rows: written with what happened, told page by page afterwards, so that neither the act nor the memory grows
//! with the number of people who wait for it.

mod announce;
mod choices;
mod digests;
mod hidden;
mod step;
mod taken_back;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, PersonId, StorageError, Timestamp};
use folkmoot_replies::{
    Announcement, ChosenIdea, Concern, DigestLetter, DueDigest, NoticePace, Stepped, TellingStep, TellingStore,
};

use crate::Store;
use crate::error::sealed;

pub(crate) use announce::announce;
pub(crate) use hidden::{HOLDS, drop_hidden, hidden_otherwise, tell_hidden};
pub(crate) use taken_back::tell_taken_back;

#[async_trait]
impl TellingStore for Store {
    async fn announce(&self, news: &Announcement) -> Result<(), StorageError> {
        let tx = self.begin().await?;
        announce(&tx, news).await?;
        tx.commit().await.map_err(sealed)
    }

    async fn step(&self, step: TellingStep) -> Result<Stepped, StorageError> {
        step::step(self, step).await
    }

    async fn follow(&self, person: PersonId, idea: IdeaId, follows: bool, at: Timestamp) -> Result<bool, StorageError> {
        choices::follow(self, (person, idea), follows, at).await
    }

    async fn stop(&self, person: PersonId, idea: Option<IdeaId>, at: Timestamp) -> Result<(), StorageError> {
        choices::stop(self, (person, idea), at).await
    }

    async fn concerns(&self, person: PersonId, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Concern)>, StorageError> {
        choices::concerns(self, person, ideas).await
    }

    async fn chosen(
        &self,
        person: PersonId,
        after: Option<IdeaId>,
        most: u64,
    ) -> Result<Vec<ChosenIdea>, StorageError> {
        choices::chosen(self, person, after, most).await
    }

    async fn choose(&self, person: PersonId, pace: NoticePace, at: Timestamp) -> Result<bool, StorageError> {
        choices::choose(self, person, pace, at).await
    }

    async fn pace(&self, person: PersonId) -> Result<NoticePace, StorageError> {
        choices::pace(self, person).await
    }

    async fn due_digests(&self, now: Timestamp, people: u64, full: u64) -> Result<Vec<DueDigest>, StorageError> {
        digests::due(self, now, people, full).await
    }

    async fn post_digest(&self, letter: &DigestLetter) -> Result<bool, StorageError> {
        digests::post(self, letter).await
    }
}
