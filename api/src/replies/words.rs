//! The closed lists around answers in the API's words. Each is the domain's own; a word that is added there is missing here at
//! compile time.

use async_graphql::Enum;
use folkmoot_replies as domain;

/// What the council promises to do when enough people support an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Kind")]
pub(crate) enum PromiseKind {
    /// It says that it has seen it.
    Acknowledge,
    /// It replies.
    Reply,
    /// It brings it to a committee.
    Committee,
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PromiseDuty {
    /// It was kept in time.
    Kept,
    /// It was kept after its day.
    KeptLate,
    /// The clock stands still, for a public reason.
    Paused,
    /// It is still to be kept, and its day hasn't passed.
    Due,
    /// Its day has passed, and it isn't kept.
    Overdue,
}

/// What changed a promise while it ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PromiseChangeKind {
    /// The clock stands still from then on.
    Paused,
    /// It runs again.
    Resumed,
    /// It got more working days.
    Extended,
}

/// What a line of a promise's reckoning says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PromiseLineKind {
    /// The idea got to its supporters on the day `on`.
    Reached,
    /// So many `workingDays` from there lead to the day `on`.
    Counted,
    /// The clock stood still from `on` to `until`, for so many `workingDays`.
    Stood,
    /// On the day `on` it got so many more `workingDays`.
    Extended,
}

/// What the council answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Outcome")]
pub(crate) enum ReplyOutcome {
    /// We will do it.
    Yes,
    /// We will do part of it.
    Partly,
    /// We are doing it already.
    AlreadyDoing,
    /// Not now; `until` says from which day on it may be asked again.
    NotNow,
    /// We won't.
    No,
    /// Somebody else decides this; `referTo` says who.
    NotOurs,
}

/// What happened to an idea on its way to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Happened")]
pub(crate) enum HappeningKind {
    /// It got to the supporters of a promise: the clock runs. `number` is how many.
    Reached,
    /// A department has it.
    Assigned,
    /// The council has said that it has seen it.
    Acknowledged,
    /// It was brought to a committee.
    Committee,
    /// The clock stands still.
    Paused,
    /// It runs again.
    Resumed,
    /// The council takes longer. `number` is how many more working days.
    Extended,
    /// The council answered.
    Replied,
    /// The answer was revised.
    Revised,
    /// The idea moved on: to in progress, to done, or back.
    Moved,
    /// A step of delivery was set.
    Milestone,
    /// The council said what came of one.
    Claimed,
    /// So many said that it didn't happen that the council must look again.
    Reopened,
}

/// Whose bank holidays a council keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Nation")]
pub(crate) enum Nation {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// How far an answer that is being written has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum ReplyDraftStage {
    /// Somebody writes it.
    Writing,
    /// A second officer of the department shall approve it.
    Approval,
    /// It becomes public by itself, at `scheduledFor`.
    Scheduled,
}

impl From<domain::Stage> for ReplyDraftStage {
    fn from(stage: domain::Stage) -> Self {
        match stage {
            domain::Stage::Writing => Self::Writing,
            domain::Stage::Approval { .. } => Self::Approval,
            domain::Stage::Scheduled { .. } => Self::Scheduled,
        }
    }
}

/// A list of officers' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum DeskPile {
    /// What the viewer has taken on.
    Mine,
    /// What the viewer's departments have.
    MyDepartments,
    /// Everything that waits for an answer, or for a word about a step.
    All,
    /// What no department has.
    Nobodys,
}

/// The orders of a list of officers' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::PileOrder")]
pub(crate) enum DeskOrder {
    /// What is due first on top, what has no day last.
    FirstDue,
    /// What has waited longest on top, also while its clock stands still.
    LongestWaiting,
}

/// What a step of delivery asks of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::DeskStep")]
pub(crate) enum DeskStep {
    /// Its day has passed: was it done?
    Passed,
    /// So many people say that it didn't happen that the council must look again.
    Disputed,
}

/// Of which ideas officers read what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum FeedOf {
    /// Of all.
    All,
    /// Of those that the viewer's departments have.
    MyDepartments,
    /// Of those that the viewer watches.
    Watched,
}
