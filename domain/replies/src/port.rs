//! What the rules of answers need from a store. Each method that writes is one transaction.

mod acts;
mod seen;

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{
    CampaignId, CommentId, DepartmentId, IdeaId, MailId, MilestoneId, Page, PageRequest, PersonId, ReplyId,
    StorageError, TemplateId, Timestamp,
};
use folkmoot_text::Markdown;
use jiff::civil::Date;

pub use acts::{
    Claim, Due, Kept, MilestoneWord, NewAssignment, NewChange, NewMilestone, NewReply, NewRevision, Published,
    Reopening, SaveDraft, SaveTemplate, Saved, Step, Taking, Watch, WatchLetter,
};
pub use seen::{
    ANSWERED, About, Answered, AnsweredFilter, Badge, By, Chosen, DeskStep, FEED, Feed, FeedLine, Overdue, OverdueFrom,
    OwnDay, Pile, PileFilter, PileOrder, PileSizes, Progress, Score, Unrouted, Unseen, Waiting, Watched, WorkingDay,
};

use crate::telling::Announcement;
use crate::words::Line;
use crate::{
    Department, DepartmentText, Draft, Growth, Happens, Kind, Milestone, Nation, Officer, OfficialReply, PastReply,
    Promise, ReplyRevision, ReplyTemplate, Route, StaffNote, Step as PromiseStep,
};

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

    /// What the council set of its calendar, all of it as it stood at one moment.
    async fn chosen(&self) -> Result<Chosen, StorageError>;

    /// Keeps the bank holidays of this nation from now on. Of two who choose at once, the later one's hold.
    async fn choose_nation(&self, nation: Nation, by: By) -> Result<(), StorageError>;

    /// Sets or forgets one of the council's own days.
    async fn set_day(&self, day: Date, set: Option<&OwnDay>, by: By) -> Result<(), StorageError>;

    /// Lays out the working days anew, unless they are these already. Says whether that changed anything.
    async fn lay_out(&self, days: &[WorkingDay]) -> Result<bool, StorageError>;

    /// Promises that run and may be due at another time than is written down: at most `most` after this one.
    async fn running(&self, after: Option<(IdeaId, Kind)>, most: u64) -> Result<Vec<(IdeaId, Promise)>, StorageError>;

    /// Those of them that somebody waits for: of ideas that anybody may see and that live, and not ended by an answer.
    async fn awaited(&self, after: Option<(IdeaId, Kind)>, most: u64) -> Result<Vec<(IdeaId, Promise)>, StorageError>;

    /// Writes down when a promise is due, unless it changed since (`changes` counts). What was kept MUST never move again.
    async fn set_due(
        &self,
        idea: IdeaId,
        kind: Kind,
        changes: usize,
        due: Option<Timestamp>,
    ) -> Result<(), StorageError>;

    /// Moves ideas that are owed an answer and say otherwise still, at most `most`. Says how many.
    async fn catch_up(&self, most: u64) -> Result<usize, StorageError>;

    /// Ideas that anybody may see, to which an answer is promised that nobody was told of, at most `most`.
    async fn untold(&self, most: u64) -> Result<Vec<IdeaId>, StorageError>;

    /// Tells of that, once. `false` when somebody else has.
    async fn told_of_promise(&self, tells: &Announcement) -> Result<bool, StorageError>;

    /// How these ideas stand on their way. An idea of which nothing is known is left out.
    async fn progress(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, StorageError>;

    /// Changes a promise, and tells of it. `false` when it changed meanwhile, or was kept: then nobody is told.
    async fn change(&self, change: NewChange) -> Result<bool, StorageError>;

    /// Keeps a promise by a word, and tells of it. `false` when it was kept already: then nobody is told.
    async fn keep(&self, kept: Kept) -> Result<bool, StorageError>;

    /// All departments, by name, closed ones last.
    async fn departments(&self) -> Result<Vec<Department>, StorageError>;

    /// Makes a department, or changes it. Its word in addresses is the first that is free.
    async fn save_department(&self, id: DepartmentId, text: &DepartmentText, by: By) -> Result<(), StorageError>;

    /// Closes a department, or opens it again.
    async fn close_department(&self, id: DepartmentId, closed: Option<Timestamp>) -> Result<(), StorageError>;

    /// The officers of these departments.
    async fn officers(&self, departments: &[DepartmentId]) -> Result<Vec<Officer>, StorageError>;

    /// Until when a moderator has suspended somebody, if they still are.
    async fn suspended(&self, person: PersonId, now: Timestamp) -> Result<Option<Timestamp>, StorageError>;

    /// The departments of an officer, with their role there.
    async fn departments_of(&self, person: PersonId) -> Result<Vec<Officer>, StorageError>;

    /// Puts somebody into a department, in this role. They become an officer by that. `false`, and nothing is done, when
    /// `by` doesn't run the site any more, or is suspended: MUST ask so in the transaction.
    async fn join(&self, department: DepartmentId, person: PersonId, job: &Line, by: By) -> Result<bool, StorageError>;

    /// Takes somebody out of it.
    async fn part(&self, department: DepartmentId, person: PersonId) -> Result<(), StorageError>;

    /// The rules of routing, in order.
    async fn routes(&self) -> Result<Vec<Route>, StorageError>;

    /// Sets them.
    async fn set_routes(&self, routes: &[Route]) -> Result<(), StorageError>;

    /// Ideas that wait for an answer and that no department has, in the order of their ids after this one, at most `most`.
    async fn unrouted(&self, after: Option<IdeaId>, most: u64) -> Result<Vec<Unrouted>, StorageError>;

    /// Gives an idea to a department, with its note, whom that names, and all letters. `false` when that changes nothing:
    /// it has it so already.
    async fn assign(&self, assignment: NewAssignment) -> Result<bool, StorageError>;

    /// An officer takes an idea, or gives it back.
    async fn take_on(&self, taking: Taking) -> Result<(), StorageError>;

    /// Notes that an officer watches an idea, or no longer does. What happened before is no news to them. `false` when they
    /// watch `most` already, or nobody may see it.
    async fn watch(&self, watch: Watch, most: u64) -> Result<bool, StorageError>;

    /// What an officer watches, the newest first. All of it: it is bounded where it is written.
    async fn watched(&self, officer: PersonId) -> Result<Vec<Watched>, StorageError>;

    /// Whether an officer watches an idea.
    async fn watches(&self, officer: PersonId, idea: IdeaId) -> Result<bool, StorageError>;

    /// A page of what happened to ideas that anybody may see, the newest first.
    async fn feed(&self, feed: Feed, page: &PageRequest) -> Result<Page<FeedLine>, StorageError>;

    /// What happened up to `until` to watched ideas, and that those who watch them and are still officers neither know nor
    /// did themselves: at most `most` lines, watcher by watcher and idea by idea, in order.
    async fn unseen(&self, until: Timestamp, most: u64) -> Result<Vec<Unseen>, StorageError>;

    /// Writes to a watcher, once. `false` when somebody else has, or they watch no longer.
    async fn tell_watcher(&self, letter: WatchLetter) -> Result<bool, StorageError>;

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

    /// A page of a pile.
    async fn pile(
        &self,
        filter: &PileFilter,
        order: PileOrder,
        page: &PageRequest,
    ) -> Result<Page<Waiting>, StorageError>;

    /// What came new to its numbers on each day, in order.
    async fn growth(&self, idea: IdeaId) -> Result<Vec<Growth>, StorageError>;

    /// How long the piles of an officer are, each counted up to `most`.
    async fn sizes(&self, officer: PersonId, now: Timestamp, most: u64) -> Result<PileSizes, StorageError>;

    /// The draft of an answer to this idea.
    async fn draft(&self, idea: IdeaId) -> Result<Option<Draft>, StorageError>;

    /// Keeps a draft, and writes its letters. What isn't kept writes none, and whose letters can't be written isn't kept.
    async fn save_draft(&self, draft: SaveDraft) -> Result<Saved, StorageError>;

    /// Forgets one. `false` when somebody saved it meanwhile.
    async fn drop_draft(&self, idea: IdeaId, seen: i32) -> Result<bool, StorageError>;

    /// Drafts that shall be public by now.
    async fn ripe(&self, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError>;

    /// All templates, by department and title, retired ones last.
    async fn templates(&self) -> Result<Vec<ReplyTemplate>, StorageError>;

    /// Makes a template, or changes it. `false` when somebody changed it meanwhile: nothing is written then.
    async fn save_template(&self, template: SaveTemplate) -> Result<bool, StorageError>;

    /// Retires a template at that moment, or offers it again. `false` when somebody changed it meanwhile.
    async fn retire_template(
        &self,
        id: TemplateId,
        seen: i32,
        retired: Option<Timestamp>,
        by: By,
    ) -> Result<bool, StorageError>;

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

    /// How promises stand, by what was promised, replies first, and by the department for which they count: those kept since
    /// then, and all that still wait. MUST leave none of these out, however long ago it was reached; one that ended without
    /// being kept counts from when it was reached.
    async fn scores(&self, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError>;

    /// Ideas that anybody may see and that wait for an answer past its day, so many from this end: of all, or of those that
    /// this department led when that day passed.
    async fn overdue(
        &self,
        department: Option<DepartmentId>,
        now: Timestamp,
        which: (OverdueFrom, u64),
    ) -> Result<Vec<Overdue>, StorageError>;

    /// Which of these people are officers of an open department: their role there, and what it is called.
    async fn badges(&self, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, StorageError>;

    /// Sets a milestone; a line of the timeline comes with it.
    async fn set_milestone(&self, milestone: NewMilestone) -> Result<(), StorageError>;

    /// Writes down what the council says came of a milestone, and asks its supporters, unless they were asked. `false` when
    /// there is no such milestone.
    async fn claim(&self, claim: Claim) -> Result<bool, StorageError>;

    /// Writes down what somebody says of a milestone. `None` when they may not: they don't support the idea, or nobody was
    /// asked. If it makes the council look again, that is told with it.
    async fn say_whether(&self, word: MilestoneWord) -> Result<Option<Milestone>, StorageError>;

    /// What somebody said of these.
    async fn own_words(
        &self,
        person: PersonId,
        milestones: &[MilestoneId],
    ) -> Result<Vec<(MilestoneId, Happens)>, StorageError>;

    /// Moves an idea on by the table of moves. `false` when that isn't in it.
    async fn move_on(&self, step: Step) -> Result<bool, StorageError>;

    /// Milestones whose day has passed, and that nobody was asked about; and those of which officers were asked before
    /// `silent`, and the council has said nothing. At most `most` of each.
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
