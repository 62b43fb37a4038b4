//! Who hears of what, for tests: nobody has chosen anything, and every choice is taken.

use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, Language, PersonId, Sources, StorageError, Timestamp};
use folkmoot_replies::{
    Announcement, ChosenIdea, Concern, DigestLetter, DigestVoice, DueDigest, LetterWords, NoticePace, Stepped, Telling,
    TellingStep, TellingStore, Told,
};

use super::Memory;

/// The service over a store in memory.
pub(super) fn over(memory: &Arc<Memory>, sources: &Sources) -> Telling {
    Telling::new(Arc::clone(memory) as _, Arc::new(Silent), sources.clone(), jiff::tz::TimeZone::UTC)
}

/// Writes no digests.
struct Silent;

impl DigestVoice for Silent {
    fn digest(&self, _language: Option<&Language>, _news: &[Told]) -> LetterWords {
        LetterWords { subject: String::new(), text: String::new() }
    }
}

#[async_trait]
impl TellingStore for Memory {
    async fn announce(&self, _news: &Announcement) -> Result<(), StorageError> {
        self.asked()
    }
    async fn step(&self, _step: TellingStep) -> Result<Stepped, StorageError> {
        Ok(Stepped::Nothing)
    }
    async fn follow(&self, _: PersonId, _: IdeaId, _: bool, _: Timestamp) -> Result<bool, StorageError> {
        self.asked().map(|()| true)
    }
    async fn stop(&self, _: PersonId, _: Option<IdeaId>, _: Timestamp) -> Result<(), StorageError> {
        self.asked()
    }
    async fn concerns(&self, _: PersonId, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Concern)>, StorageError> {
        self.asked()?;
        Ok(ideas.iter().map(|idea| (*idea, Concern { why: None, pace: NoticePace::default() })).collect())
    }
    async fn chosen(&self, _: PersonId, _: Option<IdeaId>, _: u64) -> Result<Vec<ChosenIdea>, StorageError> {
        Ok(Vec::new())
    }
    async fn choose(&self, _: PersonId, _: NoticePace, _: Timestamp) -> Result<bool, StorageError> {
        self.asked().map(|()| true)
    }
    async fn pace(&self, _: PersonId) -> Result<NoticePace, StorageError> {
        self.asked().map(|()| NoticePace::default())
    }
    async fn due_digests(&self, _: Timestamp, _: u64, _: u64) -> Result<Vec<DueDigest>, StorageError> {
        Ok(Vec::new())
    }
    async fn post_digest(&self, _: &DigestLetter) -> Result<bool, StorageError> {
        Ok(false)
    }
}
