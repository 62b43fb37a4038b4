//! What is read: an idea's way to its answer, piles of work, answers in lists, figures; and who acts.

use folkmoot_common::{CampaignId, Cursor, DepartmentId, Id, IdeaId, LabelId, PersonId, Timestamp};
use jiff::civil::Date;

use crate::{
    Assignment, Closure, Department, Happening, Kind, Milestone, Nation, OfficialReply, Outcome, Promise, Stage,
};

/// Who acts, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub person: PersonId,
    /// Whether they run the site: then every department is theirs.
    pub admin: bool,
    /// When.
    pub at: Timestamp,
}

/// An idea that anybody may see, as far as officers' acts need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Which.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its campaign.
    pub campaign: CampaignId,
    /// Its status, in the API's word.
    pub status: String,
    /// When its answer is due.
    pub due_at: Option<Timestamp>,
}

impl About {
    /// The path of its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/ideas/{}/{}", self.number, self.slug)
    }
}

/// A day of the council's own calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDay {
    /// Which.
    pub day: Date,
    /// Closed, or open whatever a rule says.
    pub closure: Closure,
    /// Why; everybody reads it.
    pub why: String,
}

/// What the council set of its calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Whose bank holidays it keeps; none while nobody has chosen.
    pub nation: Option<Nation>,
    /// Its own days, in order.
    pub days: Vec<OwnDay>,
}

/// A working day, laid out: the store finds a due moment by counting them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingDay {
    /// Its number since the first that is laid out.
    pub nth: i64,
    /// Its midnight, on the council's clock.
    pub starts_at: Timestamp,
    /// The midnight after it.
    pub ends_at: Timestamp,
}

/// Everything about an idea's way to an answer that anybody may see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Its promises, in the order in which they were reached.
    pub promises: Vec<Promise>,
    /// Who has it.
    pub assignments: Vec<Assignment>,
    /// The answers, newest first.
    pub replies: Vec<OfficialReply>,
    /// What happened, in order.
    pub happenings: Vec<Happening>,
    /// Steps of delivery, by their day.
    pub milestones: Vec<Milestone>,
}

/// A list of officers' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pile {
    /// What this officer has taken.
    Mine(PersonId),
    /// What these departments have: those that this officer is in.
    OfMyDepartments(PersonId),
    /// What this department has.
    Of(DepartmentId),
    /// Everything that waits for an answer, or for a word about a step.
    All,
    /// What no department has.
    Nobodys,
}

/// How a pile is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PileFilter {
    /// Which.
    pub pile: Pile,
    /// Only what is due before this instant: what is overdue, or soon is.
    pub due_before: Option<Timestamp>,
}

/// In which order a pile stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PileOrder {
    /// What is due first; what has no day comes last.
    #[default]
    FirstDue,
    /// What has waited longest, also while its clock stands still.
    LongestWaiting,
}

impl PileOrder {
    /// Both, in the order pages offer them.
    pub const ALL: [Self; 2] = [Self::FirstDue, Self::LongestWaiting];

    /// The word in page addresses and cursors.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::FirstDue => "due",
            Self::LongestWaiting => "waiting",
        }
    }

    /// Reads the word in page addresses.
    #[must_use]
    pub fn from_slug(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.slug() == word)
    }
}

/// What a step of delivery asks of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeskStep {
    /// Its day has passed: was it done?
    Passed,
    /// So many people say that it didn't happen that the council must look again.
    Disputed,
}

impl DeskStep {
    /// The word in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "PASSED",
            Self::Disputed => "DISPUTED",
        }
    }
}

/// An idea on a pile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its supporters.
    pub support: i64,
    /// Its comments.
    pub comments: i64,
    /// Since when it waits for what that day is of.
    pub since: Timestamp,
    /// The end of the first day on which something is due; none while its clock stands still, or where nobody named one.
    /// A step that people dispute before its day is due when they do.
    pub due_at: Option<Timestamp>,
    /// Of which promise that day is, or the clock that stands still; none where it is a step's, or nobody promised
    /// anything.
    pub promise: Option<Kind>,
    /// Whether the clock of that promise stands still.
    pub paused: bool,
    /// What its steps ask of the council. Of several, the one that is due first speaks for all.
    pub step: Option<DeskStep>,
    /// The department that leads.
    pub department: Option<String>,
    /// The officer who has taken it.
    pub officer: Option<PersonId>,
    /// Whether an answer is being written, and how far it has come.
    pub stage: Option<Stage>,
}

impl Waiting {
    /// Where a pile in this order goes on after this one.
    #[must_use]
    pub fn cursor(&self, order: PileOrder) -> Cursor {
        let key = match order {
            PileOrder::FirstDue => self.due_at.map_or(i64::MAX, Timestamp::micros),
            PileOrder::LongestWaiting => self.since.micros(),
        };
        Cursor { order: order.slug().to_owned(), key, id: self.idea.uuid() }
    }
}

/// Of which ideas officers read what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// Of all.
    All,
    /// Of those that this officer watches.
    Watched(PersonId),
    /// Of those that the departments of this officer have.
    OfMyDepartments(PersonId),
    /// Of those that this department has.
    Of(DepartmentId),
}

/// Something that happened to an idea, in a list of what happened to many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLine {
    /// Its place among all lines: later ones have greater numbers.
    pub id: i64,
    /// The idea's public number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// The department that answers for it now, by name.
    pub lead: Option<String>,
    /// What happened.
    pub happening: Happening,
    /// Who of the staff did it; nobody where the program or citizens did.
    pub by: Option<PersonId>,
}

/// The name that cursors of feeds carry.
pub const FEED: &str = "feed";

impl FeedLine {
    /// Where the feed goes on after this one. No line needs a second key.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { order: FEED.to_owned(), key: self.id, id: self.happening.idea.uuid() }
    }
}

/// An idea that an officer watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Which.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Since when.
    pub since: Timestamp,
}

/// Something that happened to an idea, and that somebody who watches it doesn't know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen {
    /// Who.
    pub officer: PersonId,
    /// The last line that they know.
    pub known: i64,
    /// What happened.
    pub line: FeedLine,
}

/// How long the piles are, each counted up to a bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PileSizes {
    /// What the officer has taken.
    pub mine: u64,
    /// What their departments have.
    pub departments: u64,
    /// All that waits.
    pub all: u64,
    /// What no department has.
    pub nobodys: u64,
    /// What is past its day, of all.
    pub overdue: u64,
}

/// How a department kept one kind of promise. A promise counts for the department that led when its day passed, however
/// late another one kept it; where it was kept in time, for the one that led then; else for the one that leads now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Which; none for what no department had.
    pub department: Option<Department>,
    /// What was promised: each step counts by itself.
    pub kind: Kind,
    /// Kept in time.
    pub kept: u64,
    /// Kept, but late.
    pub late: u64,
    /// Not yet kept, and not yet due.
    pub waiting: u64,
    /// Not yet kept, and past its day.
    pub overdue: u64,
    /// Half of those that were kept took no more days than this from the threshold on, rounded.
    pub median_days: Option<u32>,
}

/// From which end what is overdue is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverdueFrom {
    /// The longest overdue first.
    Longest,
    /// What fell overdue last first.
    Latest,
}

/// An idea whose promised answer is past its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// Which.
    pub idea: IdeaId,
    /// The department that led when its day passed.
    pub department: Option<String>,
    /// The midnight at which it was late.
    pub due_at: Timestamp,
}

/// Which answered ideas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnsweredFilter {
    /// With this outcome.
    pub outcome: Option<Outcome>,
    /// By this department.
    pub department: Option<DepartmentId>,
    /// In this campaign.
    pub campaign: Option<CampaignId>,
    /// About this place.
    pub place: Option<LabelId>,
}

/// What is shown beside the name of an officer, and beside nobody else's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Their role in the department.
    pub job: String,
    /// What the department is called.
    pub department: String,
}

/// An answered idea in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Which.
    pub idea: IdeaId,
    /// The answer.
    pub reply: OfficialReply,
}

/// The name that cursors of lists of answers carry.
pub const ANSWERED: &str = "answered";

impl Answered {
    /// Where the list goes on after this one.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { order: ANSWERED.to_owned(), key: self.reply.published_at.micros(), id: self.idea.uuid() }
    }
}

/// An idea that waits for a department, as a rule reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrouted {
    /// Which.
    pub idea: IdeaId,
    /// Its number.
    pub number: i64,
    /// Its campaign.
    pub campaign: CampaignId,
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: String,
    /// Its place and its tags.
    pub labels: Vec<LabelId>,
}
