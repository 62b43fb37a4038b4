//! What is to be written: one value for each act, with everything that must become true together, and what became of it.

use folkmoot_common::{DepartmentId, IdeaId, MailId, MilestoneId, PersonId, ReplyId, TemplateId, Timestamp};
use folkmoot_text::Markdown;
use jiff::civil::Date;

use super::By;
use crate::telling::{Announcement, LetterWords};
use crate::words::Line;
use crate::{Change, Draft, Happens, Kind, Milestone, OfficialReply, RawReply, ReplyText, Stage, TemplateText};

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
    /// What the idea's people are told.
    pub tells: Announcement,
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
    /// What the idea's people are told.
    pub tells: Announcement,
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
    /// Colleagues whom that names.
    pub mentions: Vec<PersonId>,
    /// Letters to its officers, and to those of whom the note names that aren't among them.
    pub letters: Vec<(MailId, PersonId, LetterWords)>,
    /// What its people are told if it is in somebody's hand by that; nothing when a rule did it.
    pub tells: Option<Announcement>,
    /// Who; nobody when a rule did it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// An officer who takes an idea on, or gives it back.
#[derive(Debug, Clone)]
pub struct Taking {
    /// Which idea.
    pub idea: IdeaId,
    /// The department that leads on it, as far as they know.
    pub department: DepartmentId,
    /// Whether they have it from now on.
    pub mine: bool,
    /// What its people are told if it is in somebody's hand by that.
    pub tells: Announcement,
    /// Who.
    pub by: By,
}

/// An officer who wants to know what becomes of an idea, or no longer does.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    /// Who.
    pub officer: PersonId,
    /// Which idea.
    pub idea: IdeaId,
    /// Whether they do.
    pub watches: bool,
    /// When.
    pub at: Timestamp,
}

/// A letter to a watcher.
#[derive(Debug, Clone)]
pub struct WatchLetter {
    /// To whom.
    pub officer: PersonId,
    /// About which idea.
    pub idea: IdeaId,
    /// The last line that they knew when it was written: any other means that somebody wrote to them meanwhile…
    pub known: i64,
    /// …and the last that it tells of.
    pub told: i64,
    /// Its id.
    pub id: MailId,
    /// What it says.
    pub words: LetterWords,
    /// When.
    pub at: Timestamp,
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
    /// Who asked for the yes that it has, where two must agree.
    pub asked_by: Option<PersonId>,
    /// Letters to those whose yes it waits for. They are written if it is kept, and with it.
    pub letters: Vec<(MailId, PersonId, LetterWords)>,
    /// Up to when its writer has it.
    pub until: Timestamp,
    /// Who.
    pub by: By,
}

/// A template that is to be made or changed.
#[derive(Debug, Clone)]
pub struct SaveTemplate {
    /// Which.
    pub id: TemplateId,
    /// Whose.
    pub department: DepartmentId,
    /// The version that its writer saw; 0 for a new one.
    pub seen: i32,
    /// What it shall say.
    pub text: TemplateText,
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
    /// It waits for somebody's yes, or for its time, and stays so.
    Set(Box<Draft>),
    /// What its writer saw is there no more: it was published, or thrown away. Nothing is kept.
    Gone,
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
    /// Who asked for the yes of whoever publishes it, where two must agree: it is theirs then.
    pub asked_by: Option<PersonId>,
    /// Who publishes it. The store MUST ask again whether they may: for an admin, or an officer of this department while it
    /// is open; and whether the department leads on each idea, or nobody does.
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
    /// This idea has been answered: only a revision changes that.
    Answered(i64),
    /// Another department leads on this idea, or whoever publishes it is no officer of the department any more.
    NotYours(i64),
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

/// What somebody says of a milestone.
#[derive(Debug, Clone)]
pub struct MilestoneWord {
    /// Of which.
    pub milestone: MilestoneId,
    /// Of which idea.
    pub idea: IdeaId,
    /// Who.
    pub person: PersonId,
    /// What.
    pub said: Happens,
    /// What is told if this makes the council look again.
    pub reopening: Reopening,
    /// When.
    pub at: Timestamp,
}

/// What is told when so many say that something didn't happen that the council must look again.
#[derive(Debug, Clone)]
pub struct Reopening {
    /// To the idea's people.
    pub tells: Announcement,
    /// To the officers who answer for it.
    pub letters: Vec<(MailId, PersonId, LetterWords)>,
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
