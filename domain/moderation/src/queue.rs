//! What of the queue a moderator wants to see, how much of it there is, and everything about one item.

use std::time::Duration;

use folkmoot_common::{CampaignId, Hunch, PersonId, ReportId, Suspicion, Timestamp};
use folkmoot_text::Markdown;
use uuid::Uuid;

use crate::{ActKind, Decision, Ground, ItemKind, Receipt};

/// Which items. An empty filter is the whole queue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueFilter {
    /// Of this kind only.
    pub kind: Option<ItemKind>,
    /// Of this campaign only.
    pub campaign: Option<CampaignId>,
    /// Of this author only.
    pub author: Option<PersonId>,
    /// Near-duplicates of each other only.
    pub cluster: Option<Uuid>,
    /// Those that the rules suspect of this.
    pub suspicion: Option<Suspicion>,
    /// Later than promised at this instant.
    pub overdue_at: Option<Timestamp>,
}

/// How much waits, each counted up to 10,000.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Of each kind, in the order of [`ItemKind::ALL`].
    pub kinds: [u64; 6],
    /// Later than promised.
    pub overdue: u64,
}

impl Counts {
    /// All of it.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.kinds.iter().sum()
    }

    /// Of one kind.
    #[must_use]
    pub fn of(&self, kind: ItemKind) -> u64 {
        let at = ItemKind::ALL.into_iter().position(|one| one == kind);
        at.and_then(|at| self.kinds.get(at)).copied().unwrap_or_default()
    }
}

/// How many items one moderator decides lately, for an honest estimate of what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pulse {
    /// Decisions of theirs within the last hour.
    pub decided: u64,
    /// The median time from one to the next, of those; none before there are a few.
    pub each: Option<Duration>,
}

/// An edit that waits for a yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingEdit {
    /// The revision that it would replace.
    pub seen: i32,
    /// The new title, of an idea.
    pub title: Option<String>,
    /// The new text.
    pub body: Markdown,
    /// When it was written.
    pub written_at: Timestamp,
}

/// A report as a moderator reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRead {
    /// Its id.
    pub id: ReportId,
    /// Its number.
    pub receipt: Receipt,
    /// What is said to be wrong.
    pub ground: Ground,
    /// In the reporter's words.
    pub details: Option<String>,
    /// Who says so, when they had signed in.
    pub reporter: Option<PersonId>,
    /// What they say they are called.
    pub reporter_name: Option<String>,
    /// Whether an answer reaches them.
    pub answerable: bool,
    /// When.
    pub at: Timestamp,
}

/// What moderators should know of an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorRecord {
    /// Since when they are here.
    pub since: Timestamp,
    /// Ideas and comments of theirs that are public, counted up to 100.
    pub published: u64,
    /// Whether a moderator trusts them.
    pub trusted: bool,
    /// Up to when they may not post.
    pub suspended_until: Option<Timestamp>,
    /// What was decided on things of theirs, latest first, at most ten.
    pub decisions: Vec<Decision>,
}

/// An appeal as a moderator reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealRead {
    /// What it is against.
    pub decision: Decision,
    /// Who appeals: the author, or somebody whose report was turned down.
    pub by_reporter: bool,
    /// Why.
    pub words: String,
    /// When.
    pub at: Timestamp,
}

/// What stood before words were taken out: kept for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptOriginal {
    /// When they were taken out.
    pub at: Timestamp,
    /// The title, of an idea.
    pub title: Option<String>,
    /// The text.
    pub body: String,
}

/// Everything about one item, for whoever decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The author.
    pub author: AuthorRecord,
    /// Decisions on this very thing, latest first, at most twenty.
    pub earlier: Vec<Decision>,
    /// Reports, latest first, at most fifty.
    pub reports: Vec<ReportRead>,
    /// The edit that waits.
    pub edit: Option<PendingEdit>,
    /// What stood before words were first taken out, as long as that stands.
    pub original: Option<KeptOriginal>,
    /// The appeal.
    pub appeal: Option<AppealRead>,
}

impl Dossier {
    /// Whether this moderator's own work is appealed: the decision itself, or one that hid the same thing since and falls
    /// with it.
    #[must_use]
    pub fn appeals_work_of(&self, person: PersonId) -> bool {
        let Some(AppealRead { decision: appealed, .. }) = &self.appeal else { return false };
        let hides = |one: &Decision| matches!(one.act, ActKind::Hide | ActKind::Hold);
        let falls = |one: &&Decision| hides(appealed) && hides(one) && one.id > appealed.id && one.stands();
        let concerned = self.earlier.iter().filter(falls).chain(std::iter::once(appealed));
        concerned.into_iter().any(|decision| decision.actor == Some(person))
    }

    /// Whether somebody reported this, was told that it stays, and asks that another moderator looks.
    #[must_use]
    pub fn is_reporters_appeal(&self) -> bool {
        self.appeal.as_ref().is_some_and(|appeal| appeal.by_reporter)
    }

    /// Whether this act needs a reason here: it takes something from its author, or a reporter is right and so it does.
    #[must_use]
    pub fn needs_reason(&self, act: ActKind) -> bool {
        act.needs_reason() || (act == ActKind::Overturn && self.is_reporters_appeal())
    }
}

/// The words of the hunches that a list of them is kept as.
#[must_use]
pub fn hunch_words(hunches: &[Hunch]) -> Vec<(&'static str, &str)> {
    hunches.iter().map(|hunch| (hunch.why.as_str(), hunch.found.as_str())).collect()
}
