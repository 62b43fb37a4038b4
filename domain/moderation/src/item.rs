//! One thing that needs a person, and its place in the queue.

use std::time::Duration;

use folkmoot_common::{AppealId, Cursor, Hunch, ItemId, PersonId, Timestamp};
use uuid::Uuid;

use crate::{ActKind, Place, Target, TargetState};

#[cfg(test)]
mod tests;

/// Why something needs a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// An idea that waits, or is public and suspicious.
    Idea,
    /// A comment likewise.
    Comment,
    /// An edit of something published that waits.
    Edit,
    /// People reported it.
    Report,
    /// Somebody asks that another moderator looks again.
    Appeal,
    /// A name that is suspicious or was reported.
    Name,
}

impl ItemKind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Comment, Self::Edit, Self::Report, Self::Appeal, Self::Name];

    /// The API's word; in small letters the database's.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Idea => "IDEA",
            Self::Comment => "COMMENT",
            Self::Edit => "EDIT",
            Self::Report => "REPORT",
            Self::Appeal => "APPEAL",
            Self::Name => "NAME",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(word))
    }
}

/// How much one more report brings an item forward.
const A_REPORT: Duration = Duration::from_secs(6 * 60 * 60);
/// How much ten times as many people who voted or commented bring it forward.
const TENFOLD_REACH: Duration = Duration::from_secs(3 * 60 * 60);

/// The published score of an item: the instant by which it was promised, brought forward by six hours for each
/// independent report and by three for each tenfold of the people it reaches, in microseconds since 1970. The smallest
/// comes first.
///
/// It hangs on nothing that passes by itself, so time never re-ranks what nobody touched, and no job has to.
#[must_use]
pub fn rank(due: Timestamp, reports: u32, reach: u64) -> i64 {
    let reported = A_REPORT.saturating_mul(reports.min(1_000));
    // The number of digits, less one: whole steps, the same on every machine.
    let tenfolds = reach.checked_ilog10().unwrap_or(0);
    due.minus(reported).minus(TENFOLD_REACH.saturating_mul(tenfolds)).micros()
}

/// Who has an item open, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    /// Who.
    pub by: PersonId,
    /// Until then, unless they go on.
    pub until: Timestamp,
}

/// A moderator's wish that somebody else decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondOpinion {
    /// Who asked.
    pub by: PersonId,
    /// What they wonder about.
    pub why: String,
}

/// One thing that needs a person, with what it is about as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// Why it is here.
    pub kind: ItemKind,
    /// What it is about.
    pub target: Target,
    /// Where that stands.
    pub place: Place,
    /// Whose it is.
    pub author: PersonId,
    /// The title of the idea (its own, or the one it stands under), or the name.
    pub title: String,
    /// What it says, whole, as written; empty for a name.
    pub body: String,
    /// The language that it is written in, as a tag.
    pub language: String,
    /// Its revision: whoever decides must have seen this one.
    pub revision: i32,
    /// How it stands.
    pub state: TargetState,
    /// Why the rules think that somebody should look.
    pub hunches: Vec<Hunch>,
    /// How many independent people reported it.
    pub reports: u32,
    /// How many people voted or commented on it when it came into the queue.
    pub reach: u64,
    /// Since when it waits.
    pub opened_at: Timestamp,
    /// By when somebody should have looked.
    pub due_at: Timestamp,
    /// See [`rank`].
    pub rank: i64,
    /// Near-duplicates in the queue share one.
    pub cluster: Uuid,
    /// Who has it open at present.
    pub lock: Option<Lock>,
    /// Who asked for somebody else to decide.
    pub second_opinion: Option<SecondOpinion>,
    /// What is appealed, for an appeal.
    pub appeal: Option<AppealId>,
    /// Whether it is done.
    pub closed_at: Option<Timestamp>,
}

impl Item {
    /// Whether its body says anything that its title doesn't. An imported idea may be one sentence, which is both; a comment
    /// has no title of its own.
    #[must_use]
    pub fn says_more(&self) -> bool {
        let Target::Idea(_) = self.target else { return !self.body.is_empty() };
        self.body.split_whitespace().ne(self.title.split_whitespace())
    }

    /// Whether it is later than promised.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.due_at < now
    }

    /// Whether somebody other than this person has it open now.
    #[must_use]
    pub fn is_locked_for(&self, person: PersonId, now: Timestamp) -> bool {
        self.lock.is_some_and(|lock| lock.by != person && lock.until > now)
    }

    /// What can be done with it as it stands, in the order in which a desk offers it.
    pub fn acts(&self) -> impl Iterator<Item = ActKind> {
        let (kind, state) = (self.kind, self.state);
        ActKind::ALL.into_iter().filter(move |act| act.fits(kind, state))
    }
}

/// An item in a list, and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedItem {
    /// The item.
    pub item: Item,
    /// Where the list goes on from here.
    pub cursor: Cursor,
}

/// The name that cursors of the queue carry.
pub const QUEUE: &str = "queue";
