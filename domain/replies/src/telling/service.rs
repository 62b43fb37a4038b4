//! The acts of telling: what people choose for themselves, and the steps in which news reaches them.

use std::sync::Arc;

use folkmoot_common::{Id as _, IdeaId, Language, MailId, PersonId, Sources, StorageError, Viewer};
use jiff::tz::TimeZone;

use super::{
    Announcement, ChosenIdea, Concern, DigestLetter, DueDigest, LetterWords, NextDigests, NoticePace, Stepped,
    TellingStep, TellingStore, Told,
};

/// So many people are told in one step.
const PEOPLE: u64 = 500;
/// While so many letters to them wait to leave, nobody else is told: rows and memory stay bounded.
const FULL: u64 = 1_000;
/// So many people's digests are read at once.
const DIGESTS: u64 = 50;

/// The words of digests.
pub trait DigestVoice: Send + Sync {
    /// What happened to several ideas, in a reader's language.
    fn digest(&self, language: Option<&Language>, news: &[Told]) -> LetterWords;
}

/// Who hears of what becomes of ideas. Cheap to clone.
#[derive(Clone)]
pub struct Telling {
    store: Arc<dyn TellingStore>,
    voice: Arc<dyn DigestVoice>,
    sources: Sources,
    zone: TimeZone,
}

/// What came of an act on what one hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is as they wish.
    Done,
    /// There is nothing of the kind that they may see.
    NotFound,
    /// Nobody is signed in.
    NotSignedIn,
}

impl Telling {
    /// Telling over this store, in these words, on the council's own clock.
    pub fn new(store: Arc<dyn TellingStore>, voice: Arc<dyn DigestVoice>, sources: Sources, zone: TimeZone) -> Self {
        Self { store, voice, sources, zone }
    }

    /// Writes down news that nothing else is written with.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn announce(&self, news: &Announcement) -> Result<(), StorageError> {
        self.store.announce(news).await
    }

    /// The viewer wants to hear of an idea, or doesn't.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn follow(&self, viewer: &Viewer, idea: IdeaId, follows: bool) -> Result<Heard, StorageError> {
        let Some(person) = viewer.person() else { return Ok(Heard::NotSignedIn) };
        let noted = self.store.follow(person, idea, follows, self.sources.now()).await?;
        Ok(if noted { Heard::Done } else { Heard::NotFound })
    }

    /// Whoever holds a letter doesn't want to hear of an idea, or of any, any more. That the letter is theirs was proved
    /// by the link in it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn stop(&self, person: PersonId, idea: Option<IdeaId>) -> Result<(), StorageError> {
        self.store.stop(person, idea, self.sources.now()).await
    }

    /// How the viewer stands to these ideas, in one question; nothing for nobody. That they may see them was asked when
    /// they were read.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn concerns(&self, viewer: &Viewer, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Concern)>, StorageError> {
        match viewer.person() {
            Some(person) if !ideas.is_empty() => self.store.concerns(person, ideas).await,
            _ => Ok(Vec::new()),
        }
    }

    /// What the viewer chose of single ideas, a page at a time: pass the last of a page to get the next.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn chosen(
        &self,
        viewer: &Viewer,
        after: Option<IdeaId>,
        most: u64,
    ) -> Result<Vec<ChosenIdea>, StorageError> {
        match viewer.person() {
            Some(person) => self.store.chosen(person, after, most).await,
            None => Ok(Vec::new()),
        }
    }

    /// The viewer chooses how often to hear.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn choose(&self, viewer: &Viewer, pace: NoticePace) -> Result<Heard, StorageError> {
        let Some(person) = viewer.person() else { return Ok(Heard::NotSignedIn) };
        let noted = self.store.choose(person, pace, self.sources.now()).await?;
        Ok(if noted { Heard::Done } else { Heard::NotSignedIn })
    }

    /// How often the viewer hears; `None` for nobody.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn pace(&self, viewer: &Viewer) -> Result<Option<NoticePace>, StorageError> {
        match viewer.person() {
            Some(person) => Ok(Some(self.store.pace(person).await?)),
            None => Ok(None),
        }
    }

    /// Tells the next people of the news whose turn it is. Call it again at once when somebody was told, later when not.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn step(&self) -> Result<Stepped, StorageError> {
        let now = self.sources.now();
        let digests = NextDigests::after(now, &self.zone);
        self.store.step(TellingStep { people: PEOPLE, full: FULL, now, digests }).await
    }

    /// Posts digests that are due. Says how many; call it again at once when there were any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn post_digests(&self) -> Result<usize, StorageError> {
        let due = self.store.due_digests(self.sources.now(), DIGESTS, FULL).await?;
        let found = due.len();
        for digest in due {
            self.store.post_digest(&self.written(digest)).await?;
        }
        Ok(found)
    }

    /// The id is the same whoever writes it: two nodes never post two.
    fn written(&self, digest: DueDigest) -> DigestLetter {
        let at = self.sources.now();
        let words = self.voice.digest(digest.language.as_ref(), &digest.news);
        let first = digest.news.first().map(|told| told.mailing.to_string()).unwrap_or_default();
        let id = MailId::imported(digest.due, "digest", &format!("{first}:{}", digest.person));
        DigestLetter { id, words, digest, at }
    }
}
