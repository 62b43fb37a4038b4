//! What the rules of moderation need from a store. Each method is one transaction.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{
    Address, AppealId, CampaignId, DecisionId, Digest, ItemId, Language, Letter, Page, PageRequest, PersonId, Role,
    StorageError, Timestamp,
};
use uuid::Uuid;

use crate::rules::{Lessons, Past};
use crate::{
    Act, Counts, Decision, Dossier, Entry, Item, LetterText, ListedItem, Lock, Note, OwnEdit, PastRefusal, QueueFilter,
    Reason, ReasonCode, Receipt, ReportOutcome, Target,
};

/// Who acts, in which role, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// In which role: the least that allows it.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

/// From when on something counts as lately.
#[derive(Debug, Clone, Copy)]
pub struct Lately {
    /// Posts of one person.
    pub posts: Timestamp,
    /// The same text again.
    pub texts: Timestamp,
}

/// A lock that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct LockRequest {
    /// On what.
    pub item: ItemId,
    /// By whom.
    pub who: PersonId,
    /// Now.
    pub now: Timestamp,
    /// Up to when.
    pub until: Timestamp,
    /// Whether it is taken from whoever has it.
    pub take: bool,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// It is theirs.
    Yours(Lock),
    /// Somebody else has it open.
    Theirs(Lock),
    /// There is no such item (any more).
    Gone,
}

/// The letters that come of a decision. They are due when it can no longer be undone.
#[derive(Debug, Clone, Default)]
pub struct DecisionLetters {
    /// To the author.
    pub author: Option<Letter>,
    /// To each supporter who is carried over, by their language; the first serves for the others.
    pub supporters: Vec<(Language, LetterText)>,
    /// To each supporter who had voted there already, likewise.
    pub voted: Vec<(Language, LetterText)>,
    /// To each who only follows it, likewise.
    pub followers: Vec<(Language, LetterText)>,
    /// To each who supports or follows an idea that it hides, likewise: at the pace that they chose, and to nobody twice.
    pub hidden: Vec<(Language, LetterText)>,
    /// To each reporter who gave an address; [`crate::RECEIPT`] stands where the number goes.
    pub reporters: Option<LetterText>,
    /// To the reporter whose appeal this answers, likewise.
    pub appellant: Option<LetterText>,
}

/// A decision that is to be made.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// Its id.
    pub id: DecisionId,
    /// On which item.
    pub item: ItemId,
    /// The revision of the text that its maker has read; any other means that it changed meanwhile.
    pub seen: i32,
    /// What.
    pub act: Act,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// And in the moderator's own words.
    pub note: Option<Note>,
    /// Who.
    pub by: Actor,
    /// When it can no longer be undone.
    pub final_at: Timestamp,
    /// Decided together with others.
    pub batch: Option<Uuid>,
    /// What whoever reported it is told that came of it.
    pub outcome: ReportOutcome,
    /// Whether it answers an appeal of somebody who reported it.
    pub by_reporter: bool,
    /// The decision to take it from sight that comes with such an answer: its author reads that one, and can appeal it.
    pub takes: Option<DecisionId>,
    /// Who is told.
    pub letters: DecisionLetters,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It is done.
    Done(Box<Decision>),
    /// Somebody was faster: the item is closed. With what was decided, where that is known.
    Already(Option<Box<Decision>>),
    /// What it is about has changed since it was read: look again.
    Changed,
    /// Somebody else has it open.
    Locked(Lock),
    /// The idea it should go into isn't there, isn't public, or takes no part in voting any more.
    NoSuchPlace,
}

/// What became of taking a decision back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// Everything is as it was, and the item is back in the queue.
    Done(Box<Decision>),
    /// It was undone already.
    Already,
    /// It is too long ago, or it can't be undone by a press.
    TooLate,
    /// Something else was decided on the same thing since: undo that first.
    Later,
    /// It is about something of their own: another moderator takes it back.
    Own,
    /// It says something else than it did: a moderator looks at it in the queue.
    Changed,
}

/// A decision that is to be taken back long after it was made.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The id of the decision that takes it back.
    pub id: DecisionId,
    /// Which one.
    pub of: DecisionId,
    /// Who.
    pub by: Actor,
    /// Why; its author reads it.
    pub note: Note,
    /// To the author, at once.
    pub letter: Option<Letter>,
}

/// An appeal that is to be filed.
#[derive(Debug, Clone)]
pub struct NewAppeal {
    /// Its id.
    pub id: AppealId,
    /// Against what.
    pub decision: DecisionId,
    /// By whom: the author…
    pub person: Option<PersonId>,
    /// …or whoever holds this report's number.
    pub report: Option<Receipt>,
    /// Why.
    pub words: Note,
    /// When.
    pub at: Timestamp,
    /// By when it is answered.
    pub due_at: Timestamp,
}

/// Which decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichDecisions {
    /// All of them: the public log, and the record of a desk.
    All,
    /// By this moderator.
    By(PersonId),
    /// On this.
    On(Target),
    /// On anything of this person's.
    OfAuthor(PersonId),
    /// Made at this item of the queue, whatever they were on.
    At(ItemId),
}

/// A council's own words for a reason, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The language.
    pub language: Language,
    /// The words.
    pub reason: Reason,
}

/// The rules of the board as the council published them, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyVersion {
    /// 1 for the first.
    pub version: i32,
    /// The language.
    pub language: Language,
    /// The rules, as written in Markdown.
    pub words: String,
    /// From when on.
    pub published_at: Timestamp,
}

/// A moderator's filter by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// What they call it.
    pub name: String,
    /// The query string of the queue's page.
    pub query: String,
}

/// A decision in numbers, for the page that everybody can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What was done.
    pub act: crate::ActKind,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// By whom; for a moderator's own figures only.
    pub actor: Option<PersonId>,
    /// How long the item had waited, in microseconds.
    pub waited: i64,
    /// Whether it was undone.
    pub undone: bool,
    /// Whether an appeal against it was answered, and it was overturned.
    pub overturned: Option<bool>,
}

/// The bench on which everything lies that needs a moderator, and the record of what became of it.
///
/// Every act here MUST write its entry of the record in its own transaction, and MUST announce the tallies that it moved
/// after the commit, even to a caller who has gone meanwhile.
#[async_trait]
pub trait Bench: Send + Sync {
    /// What is known of an author and of a text with this fingerprint.
    async fn past(&self, author: PersonId, print: &Digest, lately: Lately) -> Result<Past, StorageError>;

    /// What moderators taught about these words.
    async fn lessons(&self, words: &[i64]) -> Result<Lessons, StorageError>;

    /// A page of the queue, the most pressing first.
    async fn queue(&self, filter: &QueueFilter, page: &PageRequest) -> Result<Page<ListedItem>, StorageError>;

    /// How much waits, each counted up to `most`.
    async fn counts(&self, now: Timestamp, most: u64) -> Result<Counts, StorageError>;

    /// How much of this waits, counted up to `most`.
    async fn count(&self, filter: &QueueFilter, most: u64) -> Result<u64, StorageError>;

    /// When the queue last changed, in microseconds: for whoever watches it.
    async fn stamp(&self) -> Result<i64, StorageError>;

    /// How many open items each of these clusters has.
    async fn alike(&self, clusters: &[Uuid]) -> Result<HashMap<Uuid, u64>, StorageError>;

    /// By when the first open item about this is looked at; `None` when there is none.
    async fn due(&self, target: Target) -> Result<Option<Timestamp>, StorageError>;

    /// The author's edit of this that isn't public: the one that waits, or the latest that was refused and that nothing of
    /// theirs has taken the place of since.
    async fn own_edit(&self, target: Target) -> Result<Option<OwnEdit>, StorageError>;

    /// One item, open or closed.
    async fn item(&self, id: ItemId) -> Result<Option<Item>, StorageError>;

    /// Everything about an item.
    async fn dossier(&self, item: &Item) -> Result<Dossier, StorageError>;

    /// Gives or takes a lock.
    async fn lock(&self, request: LockRequest) -> Result<Locked, StorageError>;

    /// Gives a lock back, if it is theirs.
    async fn release(&self, item: ItemId, who: PersonId) -> Result<(), StorageError>;

    /// Leaves an item for somebody else. `false` when it is closed.
    async fn ask(&self, item: ItemId, by: Actor, why: &Note) -> Result<bool, StorageError>;

    /// Takes back that somebody else shall decide. `false` when it is closed, or they never asked.
    async fn unask(&self, item: ItemId, by: Actor) -> Result<bool, StorageError>;

    /// Makes a decision: what it changes, its row, its letters, what the classifier learns of it, and the item's end.
    /// MUST refuse when the text is not at the revision that was seen, or the item is closed or locked by somebody else.
    async fn decide(&self, decision: NewDecision) -> Result<Decided, StorageError>;

    /// Takes refusals of the past that aren't there yet, in one transaction. Their ideas stand refused already; one that
    /// doesn't is passed over. Says how many it took.
    async fn take(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError>;

    /// Takes a decision back: everything is as it was, letters that haven't left never leave, the item is open again.
    async fn undo(&self, decision: DecisionId, by: Actor) -> Result<Undone, StorageError>;

    /// Takes a decision back however late: what it took is given back, as far as it is still gone because of it. Notes that by
    /// a decision of its own, posts the letter, and ends an appeal against it.
    async fn correct(&self, correction: Correction) -> Result<Undone, StorageError>;

    /// One decision.
    async fn decision(&self, id: DecisionId) -> Result<Option<Decision>, StorageError>;

    /// Decisions, the latest first.
    async fn decisions(&self, which: WhichDecisions, page: &PageRequest) -> Result<Page<Decision>, StorageError>;

    /// How many of them there are, counted up to `most`.
    async fn count_decisions(&self, which: WhichDecisions, most: u64) -> Result<u64, StorageError>;

    /// The times of the latest decisions of a moderator since then, latest first, at most 200.
    async fn pace(&self, who: PersonId, since: Timestamp) -> Result<Vec<Timestamp>, StorageError>;

    /// Decisions since then in numbers, the latest first, at most `most`.
    async fn figures(&self, since: Timestamp, most: u64) -> Result<Vec<Figure>, StorageError>;

    /// Files an appeal and puts it into the queue, behind another one about the same thing if one is open there. `false` when
    /// there is one already, or when the report that it names was not answered by this decision.
    async fn appeal(&self, appeal: NewAppeal) -> Result<bool, StorageError>;

    /// The title or name that a target goes by, for letters; `None` when it is gone.
    async fn title(&self, number: i64) -> Result<Option<String>, StorageError>;

    /// What a campaign asks; `None` when there is none.
    async fn question(&self, campaign: CampaignId) -> Result<Option<String>, StorageError>;

    /// Where letters reach a person, and in which language they want them.
    async fn reach(&self, person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError>;

    /// The reasons that the council has put into words of its own.
    async fn reasons(&self) -> Result<Vec<Settled>, StorageError>;

    /// Puts a reason into the council's words. MUST retire it, or bring it back, in every language at once.
    async fn settle(&self, settled: Settled, by: Actor) -> Result<(), StorageError>;

    /// The council's rules in this language, every version, the latest first.
    async fn policies(&self, language: &Language) -> Result<Vec<PolicyVersion>, StorageError>;

    /// Publishes a new version of the rules. Gives its number.
    async fn publish_policy(&self, language: &Language, words: &str, by: Actor) -> Result<i32, StorageError>;

    /// A moderator's saved views, by name.
    async fn views(&self, who: PersonId) -> Result<Vec<SavedView>, StorageError>;

    /// Keeps a view under its name, or drops it when the query is `None`. At most 20 are kept.
    async fn keep_view(&self, who: PersonId, name: &str, query: Option<&str>) -> Result<(), StorageError>;

    /// Entries of the record after this one, with their seals, at most `most`.
    async fn record(&self, after: i64, most: u64) -> Result<Vec<(Entry, Digest)>, StorageError>;

    /// Where the record says that it ends: the number and the seal of its last entry.
    async fn record_end(&self) -> Result<(i64, Digest), StorageError>;
}
