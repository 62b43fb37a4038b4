//! What the rules of answers need from a store. Each method that writes is one transaction.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{
    CampaignId, CommentId, Cursor, DepartmentId, Id, IdeaId, MailId, MilestoneId, Page, PageRequest, PersonId, ReplyId,
    StorageError, Timestamp,
};
use folkmoot_text::Markdown;
use jiff::civil::Date;

use crate::telling::Announcement;
use crate::words::Line;
use crate::{
    Assignment, Change, Closure, Department, DepartmentText, Draft, Happening, Happens, Kind, Milestone, Officer,
    OfficialReply, Outcome, PastReply, Promise, RawReply, ReplyRevision, ReplyText, Route, StaffNote, Stage,
    Step as PromiseStep,
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

/// A change of a promise that is to be made.
#[derive(Debug, Clone)]
pub struct NewChange {
    /// Of which idea.
    pub idea: IdeaId,
    /// Which promise.
    pub kind: Kind,
    /// How many changes there were when it was allowed; any other number means that it changed meanwhile.
    pub seen: usize,
    /// What changes.
    pub change: Change,
    /// When it is due then; none while it stands still.
    pub due_at: Option<Timestamp>,
    /// Who.
    pub by: By,
}

/// A word of the council that keeps a promise.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Of which idea.
    pub idea: IdeaId,
    /// Which promise.
    pub kind: Kind,
    /// In public words.
    pub words: Line,
    /// Who.
    pub by: By,
}

/// A department that shall have an idea, or have it no longer.
#[derive(Debug, Clone)]
pub struct NewAssignment {
    /// Which idea.
    pub idea: IdeaId,
    /// To which department.
    pub to: DepartmentId,
    /// Whether it leads: whoever led before helps from now on.
    pub lead: bool,
    /// From which department it goes away.
    pub from: Option<DepartmentId>,
    /// In public words, where there are some.
    pub words: Option<Line>,
    /// To colleagues.
    pub note: Option<Markdown>,
    /// Letters to its officers.
    pub letters: Vec<(MailId, PersonId, crate::telling::LetterWords)>,
    /// Who; nobody when a rule did it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
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
    /// Everything that waits for an answer.
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
    /// Since when it waits.
    pub since: Timestamp,
    /// When the answer is due; none while it stands still, or where nobody promised one.
    pub due_at: Option<Timestamp>,
    /// Whether the clock stands still.
    pub paused: bool,
    /// The department that leads.
    pub department: Option<String>,
    /// The officer who has taken it.
    pub officer: Option<PersonId>,
    /// Whether an answer is being written, and how far it has come.
    pub stage: Option<Stage>,
}

/// The name that cursors of piles carry.
pub const PILE: &str = "pile";

impl Waiting {
    /// Where a pile goes on after this one: what is due first comes first, what has no day last.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        let key = self.due_at.map_or(i64::MAX, Timestamp::micros);
        Cursor { order: PILE.to_owned(), key, id: self.idea.uuid() }
    }
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

/// A draft that is to be saved.
#[derive(Debug, Clone)]
pub struct SaveDraft {
    /// For which idea.
    pub idea: IdeaId,
    /// Other ideas that it answers.
    pub others: Vec<i64>,
    /// Comments that it credits.
    pub credits: Vec<i32>,
    /// What it says.
    pub raw: RawReply,
    /// The version that its writer saw; 0 for none.
    pub seen: i32,
    /// How far it comes by that.
    pub stage: Stage,
    /// Up to when its writer has it.
    pub until: Timestamp,
    /// Who.
    pub by: By,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept; this is its version.
    As(i32),
    /// Somebody saved another meanwhile: this is theirs.
    Changed(Box<Draft>),
    /// Somebody else has it open.
    Locked(PersonId, Timestamp),
}

/// An answer that is to be published.
#[derive(Debug, Clone)]
pub struct NewReply {
    /// Its id.
    pub id: ReplyId,
    /// Whose.
    pub department: DepartmentId,
    /// The ideas that it answers, the first one first, with what each one's people are told.
    pub ideas: Vec<(IdeaId, Announcement)>,
    /// Comments whose evidence it used, by their number in the first idea's thread.
    pub credits: Vec<i32>,
    /// What it says.
    pub text: ReplyText,
    /// The version of the draft that it is made of; any other means that somebody changed it meanwhile.
    pub draft: i32,
    /// Who approved it, where two must.
    pub approved_by: Option<PersonId>,
    /// Who publishes it.
    pub by: By,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// Everybody reads it.
    Done(Box<OfficialReply>),
    /// The draft is no longer what was read.
    Changed,
    /// This idea's status can't move so any more: its number.
    CannotMove(i64),
}

/// A revision that is to be made.
#[derive(Debug, Clone)]
pub struct NewRevision {
    /// Of which answer.
    pub reply: ReplyId,
    /// The revision that its writer saw.
    pub seen: i32,
    /// What it shall say.
    pub text: ReplyText,
    /// Why it says something else; everybody reads it.
    pub why: Line,
    /// What each idea's people are told.
    pub tells: Vec<(IdeaId, Announcement)>,
    /// Who.
    pub by: By,
}

/// How a department kept what was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Which; none for what no department has.
    pub department: Option<Department>,
    /// Kept in time.
    pub kept: u64,
    /// Kept, but late.
    pub late: u64,
    /// Not yet kept, and not yet due.
    pub waiting: u64,
    /// Not yet kept, and past its day.
    pub overdue: u64,
    /// Half of the answers took no more days than this from the threshold on, rounded.
    pub median_days: Option<u32>,
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
}

/// A milestone that is to be set.
#[derive(Debug, Clone)]
pub struct NewMilestone {
    /// Its id.
    pub id: MilestoneId,
    /// Of which idea.
    pub idea: IdeaId,
    /// What shall have happened.
    pub title: Line,
    /// By the end of this day…
    pub due: Date,
    /// …which is this midnight.
    pub due_at: Timestamp,
    /// Who.
    pub by: By,
}

/// The council's word on a milestone.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Which.
    pub milestone: MilestoneId,
    /// Of which idea.
    pub idea: IdeaId,
    /// What came of it.
    pub claim: Happens,
    /// In its own words.
    pub note: Line,
    /// What supporters are asked.
    pub tells: Announcement,
    /// Who.
    pub by: By,
}

/// An idea that shall move on.
#[derive(Debug, Clone)]
pub struct Step {
    /// Which.
    pub idea: IdeaId,
    /// Where to, in the API's word.
    pub to: String,
    /// In public words.
    pub words: Line,
    /// What its people are told.
    pub tells: Announcement,
    /// Who.
    pub by: By,
}

/// A milestone about which somebody must be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub milestone: Milestone,
    /// Whether it is the officers; otherwise the supporters.
    pub ask_officers: bool,
}

/// Where promises, departments and answers are kept.
#[async_trait]
pub trait Answers: Send + Sync {
    /// Those of the ideas with these numbers that anybody may see, in this order.
    async fn about(&self, numbers: &[i64]) -> Result<Vec<About>, StorageError>;

    /// The number of an idea that anybody may see.
    async fn number(&self, idea: IdeaId) -> Result<Option<i64>, StorageError>;

    /// The steps of these campaigns' promises, each in the order of supporters.
    async fn steps(&self, campaigns: &[CampaignId]) -> Result<HashMap<CampaignId, Vec<PromiseStep>>, StorageError>;

    /// Sets the steps of a campaign. Ideas that have got there already are promised from now on; what was promised stays.
    async fn set_steps(&self, campaign: CampaignId, steps: &[PromiseStep]) -> Result<(), StorageError>;

    /// The council's own days, in order.
    async fn own_days(&self) -> Result<Vec<OwnDay>, StorageError>;

    /// Sets or forgets one of them.
    async fn set_day(&self, day: Date, set: Option<&OwnDay>, by: By) -> Result<(), StorageError>;

    /// Lays out the working days anew, unless they are these already. Says whether that changed anything.
    async fn lay_out(&self, days: &[WorkingDay]) -> Result<bool, StorageError>;

    /// Promises that run and may be due at another time than is written down, with what is: at most `most` after this one.
    async fn running(
        &self,
        after: Option<(IdeaId, Kind)>,
        most: u64,
    ) -> Result<Vec<(IdeaId, Promise, Option<Timestamp>)>, StorageError>;

    /// Writes down when a promise is due, unless it changed since (`changes` counts).
    async fn set_due(
        &self,
        idea: IdeaId,
        kind: Kind,
        changes: usize,
        due: Option<Timestamp>,
    ) -> Result<(), StorageError>;

    /// Moves ideas that are owed an answer and say otherwise still, at most `most`. Says how many.
    async fn catch_up(&self, most: u64) -> Result<usize, StorageError>;

    /// How these ideas stand on their way. An idea of which nothing is known is left out.
    async fn progress(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, StorageError>;

    /// Changes a promise. `false` when it changed meanwhile, or was kept.
    async fn change(&self, change: NewChange) -> Result<bool, StorageError>;

    /// Keeps a promise by a word. `false` when it was kept already.
    async fn keep(&self, kept: Kept) -> Result<bool, StorageError>;

    /// All departments, by name, closed ones last.
    async fn departments(&self) -> Result<Vec<Department>, StorageError>;

    /// Makes a department, or changes it. Its word in addresses is the first that is free.
    async fn save_department(&self, id: DepartmentId, text: &DepartmentText, by: By) -> Result<(), StorageError>;

    /// Closes a department, or opens it again.
    async fn close_department(&self, id: DepartmentId, closed: Option<Timestamp>) -> Result<(), StorageError>;

    /// The officers of these departments.
    async fn officers(&self, departments: &[DepartmentId]) -> Result<Vec<Officer>, StorageError>;

    /// The departments of an officer, with their role there.
    async fn departments_of(&self, person: PersonId) -> Result<Vec<Officer>, StorageError>;

    /// Puts somebody into a department, in this role. They become an officer by that.
    async fn join(&self, department: DepartmentId, person: PersonId, job: &Line, by: By) -> Result<(), StorageError>;

    /// Takes somebody out of it.
    async fn part(&self, department: DepartmentId, person: PersonId) -> Result<(), StorageError>;

    /// The rules of routing, in order.
    async fn routes(&self) -> Result<Vec<Route>, StorageError>;

    /// Sets them.
    async fn set_routes(&self, routes: &[Route]) -> Result<(), StorageError>;

    /// Ideas that wait for an answer and that no department has, at most `most`.
    async fn unrouted(&self, most: u64) -> Result<Vec<Unrouted>, StorageError>;

    /// Gives an idea to a department. `false` when that changes nothing: it has it so already.
    async fn assign(&self, assignment: NewAssignment) -> Result<bool, StorageError>;

    /// An officer takes an idea, or gives it back.
    async fn take_on(&self, idea: IdeaId, officer: Option<PersonId>) -> Result<(), StorageError>;

    /// What colleagues wrote about an idea, in order.
    async fn notes(&self, idea: IdeaId) -> Result<Vec<StaffNote>, StorageError>;

    /// Adds to that. Whoever it names gets the letter.
    async fn note(
        &self,
        idea: IdeaId,
        words: &Markdown,
        mentions: &[(MailId, PersonId, crate::telling::LetterWords)],
        by: By,
    ) -> Result<(), StorageError>;

    /// Posts letters to people of ours, who are known by their id.
    async fn write_to(
        &self,
        letters: &[(MailId, PersonId, crate::telling::LetterWords)],
        at: Timestamp,
    ) -> Result<(), StorageError>;

    /// A page of a pile.
    async fn pile(&self, filter: &PileFilter, page: &PageRequest) -> Result<Page<Waiting>, StorageError>;

    /// How support grew: by day since 1970, how many of those who support the idea now said so on it last.
    async fn growth(&self, idea: IdeaId) -> Result<Vec<(i64, i64)>, StorageError>;

    /// How long the piles of an officer are, each counted up to `most`.
    async fn sizes(&self, officer: PersonId, now: Timestamp, most: u64) -> Result<PileSizes, StorageError>;

    /// The draft of an answer to this idea.
    async fn draft(&self, idea: IdeaId) -> Result<Option<Draft>, StorageError>;

    /// Keeps a draft.
    async fn save_draft(&self, draft: SaveDraft) -> Result<Saved, StorageError>;

    /// Forgets one. `false` when somebody saved it meanwhile.
    async fn drop_draft(&self, idea: IdeaId, seen: i32) -> Result<bool, StorageError>;

    /// Drafts that shall be public by now.
    async fn ripe(&self, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError>;

    /// Publishes an answer: the answer, its ideas' statuses, the promises that it keeps, their timelines, the letters and
    /// the end of its draft become true together.
    async fn publish(&self, reply: NewReply) -> Result<Published, StorageError>;

    /// Revises an answer; what it said is kept for everybody. `Changed` when somebody did meanwhile.
    async fn revise(&self, revision: NewRevision) -> Result<Published, StorageError>;

    /// Takes answers of the past that aren't there yet, in one transaction, and moves their ideas as the one table of moves
    /// allows. MUST start no promise, keep none, and write to nobody. Says how many it took.
    async fn take(&self, replies: &[PastReply]) -> Result<usize, StorageError>;

    /// One answer.
    async fn reply(&self, id: ReplyId) -> Result<Option<OfficialReply>, StorageError>;

    /// What an answer said, oldest first, with what it says now.
    async fn revisions(&self, id: ReplyId) -> Result<Vec<ReplyRevision>, StorageError>;

    /// A page of answered ideas that anybody may see, the latest answer first.
    async fn answered(&self, filter: &AnsweredFilter, page: &PageRequest) -> Result<Page<Answered>, StorageError>;

    /// How promises to reply stand, by department, of what was reached since then.
    async fn scores(&self, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError>;

    /// Which of these people are officers of an open department: their role there, and what it is called.
    async fn badges(&self, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, StorageError>;

    /// Sets a milestone; a line of the timeline comes with it.
    async fn set_milestone(&self, milestone: NewMilestone) -> Result<(), StorageError>;

    /// Writes down what the council says came of a milestone, and asks its supporters, unless they were asked. `false` when
    /// there is no such milestone.
    async fn claim(&self, claim: Claim) -> Result<bool, StorageError>;

    /// Writes down what somebody says of a milestone. `None` when they may not: they don't support the idea, or nobody was
    /// asked. With whether that made the council look again.
    async fn say_whether(
        &self,
        idea: IdeaId,
        milestone: MilestoneId,
        said: (PersonId, Happens),
        at: Timestamp,
    ) -> Result<Option<(Milestone, bool)>, StorageError>;

    /// What somebody said of these.
    async fn own_words(
        &self,
        person: PersonId,
        milestones: &[MilestoneId],
    ) -> Result<Vec<(MilestoneId, Happens)>, StorageError>;

    /// Moves an idea on by the table of moves. `false` when that isn't in it.
    async fn move_on(&self, step: Step) -> Result<bool, StorageError>;

    /// Milestones whose day has passed, and that nobody was asked about; or that passed before `silent`, and about which
    /// the council has said nothing. At most `most`.
    async fn due_milestones(&self, now: Timestamp, silent: Timestamp, most: u64) -> Result<Vec<Due>, StorageError>;

    /// Notes that officers were asked, and writes to them, once.
    async fn asked_officers(
        &self,
        milestone: MilestoneId,
        letters: &[(MailId, PersonId, crate::LetterWords)],
        at: Timestamp,
    ) -> Result<(), StorageError>;

    /// Notes that supporters were asked, and tells them, once.
    async fn asked_supporters(
        &self,
        milestone: MilestoneId,
        tells: &Announcement,
        at: Timestamp,
    ) -> Result<(), StorageError>;

    /// Ids of these comments of an idea that anybody may see, by their number in its thread.
    async fn comments(&self, idea: IdeaId, numbers: &[i32]) -> Result<Vec<(i32, CommentId)>, StorageError>;
}
