//! The closed lists of moderation in the API's words. Each is the domain's own; a word that is added there is missing
//! here at compile time.

use async_graphql::Enum;
use folkmoot_common as common;
use folkmoot_moderation as domain;

/// Why something needs a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::ItemKind")]
pub(crate) enum QueueItemKind {
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

/// What kind of thing a decision, a report or an item of the queue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum TargetKind {
    /// An idea.
    Idea,
    /// A comment.
    Comment,
    /// A person: what they are called, and what they may do.
    Person,
}

impl From<domain::Target> for TargetKind {
    fn from(target: domain::Target) -> Self {
        match target {
            domain::Target::Idea(_) => Self::Idea,
            domain::Target::Comment(_) => Self::Comment,
            domain::Target::Person(_) => Self::Person,
        }
    }
}

/// How what a decision is about stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::TargetState")]
pub(crate) enum TargetState {
    /// It has not been public; it waits for a yes.
    Waiting,
    /// Everybody can read it.
    Public,
    /// It was public and is hidden: by a moderator, or until one has looked.
    Hidden,
    /// It was refused before anybody read it.
    Rejected,
    /// It lives on in another idea.
    Merged,
    /// Its author took it back, or left.
    Gone,
}

/// A moderator's act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::ActKind")]
pub(crate) enum ModerationAct {
    /// It may be read.
    Publish,
    /// It may be read, and its author is trusted from now on.
    PublishAndTrust,
    /// It stays as it is: nothing is wrong with it.
    Keep,
    /// It is refused before anybody read it. Needs a reason.
    Reject,
    /// It is taken from sight. Needs a reason.
    Hide,
    /// Hidden until somebody has looked: enough people reported it. The program's act, nobody's.
    Hold,
    /// It may be read again.
    Restore,
    /// Some of its words are taken out; what stood is kept for staff. Needs a reason and what is left.
    Redact,
    /// It lives on in another idea. Needs a reason and `mergeInto`.
    Merge,
    /// It goes to another campaign. Needs `moveTo`.
    Move,
    /// Its author is told that they broke a rule. Needs a reason.
    Warn,
    /// Its author may not post for a time. Needs a reason and `suspendUntil`.
    Suspend,
    /// A name is taken away. Needs a reason.
    ResetName,
    /// Asked to look again: what was decided stands. Needs a note.
    Uphold,
    /// Asked to look again: what was decided is undone. Needs a note.
    Overturn,
}

/// Why the rules think that somebody should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "common::Suspicion")]
pub(crate) enum Suspicion {
    /// A link, from somebody of whom nothing was published yet.
    Links,
    /// The same text was posted before, lately.
    Repeated,
    /// A word of the list for its language.
    WordList,
    /// A telephone number, an address: somebody's private details.
    PersonalData,
    /// Very many posts by one person in a short time.
    Burst,
    /// It reads like what this council's moderators have refused.
    LikeRefused,
}

/// What is said to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Ground")]
pub(crate) enum ReportGround {
    /// It breaks the law. Say which, in `details`.
    BreaksTheLaw,
    /// It is hateful or abusive.
    Hateful,
    /// It tells private things about somebody.
    PersonalData,
    /// It advertises, or is there for something else.
    Spam,
    /// The same stands elsewhere already. Say where, in `details`.
    Duplicate,
    /// Whatever the others don't say. Say what, in `details`.
    SomethingElse,
}

/// What came of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::ReportOutcome")]
pub(crate) enum ReportAnswer {
    /// Something was done about it.
    Acted,
    /// It was looked at, and stays.
    Kept,
}
