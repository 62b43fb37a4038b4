//! What telling people needs from a store. Each method is one transaction.

use async_trait::async_trait;
use folkmoot_common::{Address, IdeaId, Language, MailId, MailingId, PersonId, StorageError, Timestamp, Why};

use super::{Announcement, LetterWords, NextDigests, NoticePace};

/// How far one step of telling goes.
#[derive(Debug, Clone, Copy)]
pub struct TellingStep {
    /// So many people at the most.
    pub people: u64,
    /// While so many such letters wait to leave, nobody else is told.
    pub full: u64,
    /// Now.
    pub now: Timestamp,
    /// When the next digests leave.
    pub digests: NextDigests,
}

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// There is no news that anybody waits for, or others are telling it.
    Nothing,
    /// The letters that wait must leave first.
    Full,
    /// So many people were told, now or in a digest.
    Told(u64),
}

/// How somebody stands to an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concern {
    /// Why they are told of it; `None` when they aren't.
    pub why: Option<Why>,
    /// How often they hear of anything.
    pub pace: NoticePace,
}

/// What somebody chose of one idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenIdea {
    /// Which.
    pub idea: IdeaId,
    /// To hear of it, or to be left alone.
    pub follows: bool,
    /// When, or when the idea that they chose was merged into it.
    pub at: Timestamp,
}

/// News that waits for somebody's digest.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its id.
    pub mailing: MailingId,
    /// Which idea.
    pub number: i64,
    /// What it is called; empty where its reader may not read it any more.
    pub title: String,
    /// What is said.
    pub words: LetterWords,
}

/// A digest that is due.
#[derive(Debug, Clone)]
pub struct DueDigest {
    /// To whom.
    pub person: PersonId,
    /// Where.
    pub to: Address,
    /// In which language, where they chose one.
    pub language: Option<Language>,
    /// When the first of it was due.
    pub due: Timestamp,
    /// What may not be told any more, and is forgotten with it.
    pub gone: Vec<MailingId>,
    /// What happened, in order; empty when all of it may not be told.
    pub news: Vec<Told>,
}

/// A digest, written.
#[derive(Debug, Clone)]
pub struct DigestLetter {
    /// Its id.
    pub id: MailId,
    /// What it says.
    pub words: LetterWords,
    /// What it was made of.
    pub digest: DueDigest,
    /// When.
    pub at: Timestamp,
}

/// Where news, and who wants to hear it, is kept.
#[async_trait]
pub trait TellingStore: Send + Sync {
    /// Writes down news that nothing else is written with.
    async fn announce(&self, news: &Announcement) -> Result<(), StorageError>;

    /// Tells the next people of the news whose turn it is.
    ///
    /// MUST write their letters and note whom it has reached together, MUST tell nobody twice however many do this at
    /// once, and MUST tell of one idea in the order in which it happened.
    async fn step(&self, step: TellingStep) -> Result<Stepped, StorageError>;

    /// Notes whether they want to hear of an idea. `false` when there is none that they may see.
    async fn follow(&self, person: PersonId, idea: IdeaId, follows: bool, at: Timestamp) -> Result<bool, StorageError>;

    /// Notes that they don't want to hear of an idea (any idea, when none is named) any more. Letters of it that haven't
    /// left are taken back.
    async fn stop(&self, person: PersonId, idea: Option<IdeaId>, at: Timestamp) -> Result<(), StorageError>;

    /// How they stand to these ideas; one that isn't there is left out.
    async fn concerns(&self, person: PersonId, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Concern)>, StorageError>;

    /// What they chose of single ideas, at most so many, in the order of the ideas' ids after this one.
    async fn chosen(&self, person: PersonId, after: Option<IdeaId>, most: u64)
    -> Result<Vec<ChosenIdea>, StorageError>;

    /// Notes how often they want to hear. `false` when there is no such person.
    async fn choose(&self, person: PersonId, pace: NoticePace, at: Timestamp) -> Result<bool, StorageError>;

    /// How often they want to hear.
    async fn pace(&self, person: PersonId) -> Result<NoticePace, StorageError>;

    /// Digests that are due by now; those of at most so many people, and none while `full` letters wait to leave.
    async fn due_digests(&self, now: Timestamp, people: u64, full: u64) -> Result<Vec<DueDigest>, StorageError>;

    /// Posts a digest, and forgets what it was made of: together, and only if nobody else has. Says whether it did.
    async fn post_digest(&self, letter: &DigestLetter) -> Result<bool, StorageError>;
}
