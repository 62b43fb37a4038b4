//! Deciding: one item, several in one go, and taking a decision back.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use folkmoot_common::{DecisionId, ItemId, Problem, Problems};
use folkmoot_moderation::{Act, Decided, ModerationError, Note, ReasonCode, Redacted, Undone, Verdict};

use super::decision::Decision;
use super::item::{Lock, QueueItem};
use super::many::{DecideManyInput, DecideManyOutcome, DecideManyPayload};
use super::query::{campaign, item_now};
use super::undo::{UndoDecisionInput, UndoDecisionOutcome, UndoDecisionPayload};
use super::words::ModerationAct;
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, refusal, user_errors};

/// The acts of deciding.
#[derive(Default)]
pub(crate) struct DecideMutations;

#[Object]
impl DecideMutations {
    /// Decides an item of the queue, as it was read. Letters leave when it can no longer be undone, after ten minutes. For
    /// moderators.
    async fn decide(&self, ctx: &Context<'_>, input: DecideInput) -> Result<DecidePayload, ApiError> {
        ctx.staff()?;
        let mut problems = Problems::default();
        let item = problems.check(ids::field(&input.item_id, "itemId"));
        let verdict = input.verdict(ctx, &mut problems).await?;
        let (Some(item), Some(verdict)) = (item, verdict) else {
            return Ok(DecidePayload { item_id: item, result: Decidedness::invalid(problems) });
        };
        let decided = ctx.services()?.moderation.decide(&ctx.viewer(), item, input.revision, verdict).await;
        Ok(DecidePayload { item_id: Some(item), result: Decidedness::of(decided)? })
    }

    /// Decides several items alike, at most 100: each in a transaction of its own and with its own result. For
    /// moderators.
    async fn decide_many(&self, ctx: &Context<'_>, input: DecideManyInput) -> Result<DecideManyPayload, ApiError> {
        ctx.staff()?;
        let mut problems = Problems::default();
        let ids = input.items.iter().map(|one| Ok((ids::field(&one.item_id, "items")?, one.revision)));
        let items = problems.check(ids.collect::<Result<Vec<(ItemId, i32)>, Problem>>());
        let reason = problems.check(reason(input.reason.as_deref()));
        let note = problems.check(Note::parse(input.note.as_deref().unwrap_or_default()));
        let act = problems.check(plain(input.act, input.suspend_until.as_ref()));
        let (Some(items), Some(reason), Some(note), Some(act)) = (items, reason, note, act) else {
            return Ok(DecideManyPayload::not(DecideManyOutcome::Invalid, problems));
        };
        if let Act::Suspend { until } = act
            && until <= ctx.services()?.sources.now()
        {
            return Ok(DecideManyPayload::not(DecideManyOutcome::Invalid, in_the_past().into()));
        }
        let verdict = Verdict { act, reason, note };
        let results = match ctx.services()?.moderation.decide_many(&ctx.viewer(), &items, &verdict).await {
            Err(ModerationError::Refused(problem)) => {
                return Ok(DecideManyPayload::not(DecideManyOutcome::Refused, problem.into()));
            }
            results => results?,
        };
        let results = results.into_iter().map(|(item, decided)| DecideResult {
            item_id: Some(item),
            result: Decidedness::of(decided).unwrap_or_else(|error| Decidedness::failed(&error)),
        });
        Ok(DecideManyPayload::of(results.collect()))
    }

    /// Takes a decision back, within ten minutes: everything is as it was, and the item is back in the queue. Any
    /// moderator may.
    async fn undo_decision(
        &self,
        ctx: &Context<'_>,
        input: UndoDecisionInput,
    ) -> Result<UndoDecisionPayload, ApiError> {
        ctx.staff()?;
        let id: DecisionId = match ids::field(&input.decision_id, "decisionId") {
            Ok(id) => id,
            Err(problem) => return Ok(UndoDecisionPayload::not(UndoDecisionOutcome::Invalid, vec![problem.into()])),
        };
        let field = "decisionId";
        Ok(match ctx.services()?.moderation.undo(&ctx.viewer(), id).await? {
            Undone::Done(decision) => UndoDecisionPayload {
                outcome: UndoDecisionOutcome::Undone,
                decision: Some(Decision(*decision)),
                user_errors: Vec::new(),
            },
            Undone::Already => UndoDecisionPayload::not(
                UndoDecisionOutcome::AlreadyUndone,
                refusal(field, "ALREADY_UNDONE", "It was taken back already."),
            ),
            Undone::TooLate | Undone::Changed => UndoDecisionPayload::not(
                UndoDecisionOutcome::TooLate,
                refusal(field, "TOO_LATE", "It can’t be taken back any more. Decide anew."),
            ),
            Undone::Later => UndoDecisionPayload::not(
                UndoDecisionOutcome::LaterDecision,
                refusal(field, "LATER_DECISION", "Something else was decided on it since. Take that back first."),
            ),
            Undone::Own => UndoDecisionPayload::not(
                UndoDecisionOutcome::Own,
                refusal(field, "OWN", "This is your own. Another moderator takes it back."),
            ),
        })
    }
}

/// What to decide on an item.
#[derive(InputObject)]
pub(crate) struct DecideInput {
    /// Which item.
    item_id: ID,
    /// The revision that the moderator has read; when the text is another by now, the outcome is CHANGED.
    revision: i32,
    /// What to do: one of the item's `acts`.
    act: ModerationAct,
    /// The code of the reason, for acts that take something from the author: OVERTURN among them, where a reporter appeals.
    reason: Option<String>,
    /// What the moderator adds in their own words, at most 1,000 characters; the author reads it.
    note: Option<String>,
    /// To merge: the public number of the idea that it lives on in.
    merge_into: Option<i32>,
    /// To move: the short name of the campaign.
    move_to: Option<String>,
    /// To redact an idea: the title that is left.
    redacted_title: Option<String>,
    /// To redact: the text that is left, in Markdown.
    redacted_body: Option<String>,
    /// To suspend: up to when the author may not post.
    suspend_until: Option<DateTime>,
}

impl DecideInput {
    /// Everything that the act needs; `None` when a part of it is wrong.
    async fn verdict(&self, ctx: &Context<'_>, problems: &mut Problems) -> Result<Option<Verdict>, ApiError> {
        let reason = problems.check(reason(self.reason.as_deref()));
        let note = problems.check(Note::parse(self.note.as_deref().unwrap_or_default()));
        let act = match self.act {
            ModerationAct::Merge => {
                let missing =
                    || Problem::new("mergeInto", "EMPTY", "Name the idea that it lives on in, by its number.");
                problems.check(self.merge_into.ok_or_else(missing)).map(|into| Act::Merge { into: i64::from(into) })
            }
            ModerationAct::Move => {
                let to = campaign(ctx, self.move_to.as_deref().unwrap_or_default()).await?;
                let words = "There is no campaign with this short name. Take one from the list of campaigns.";
                problems.check(to.ok_or_else(|| Problem::new("moveTo", "NOT_FOUND", words))).map(|to| Act::Move { to })
            }
            ModerationAct::Redact => {
                let body = self.redacted_body.as_deref().unwrap_or_default();
                let left = Redacted::parse(self.redacted_title.as_deref(), body).map_err(|problem| {
                    let field = if problem.field == "title" { "redactedTitle" } else { "redactedBody" };
                    problem.at(field)
                });
                problems.check(left).map(Act::Redact)
            }
            other => problems.check(plain(other, self.suspend_until.as_ref())),
        };
        if let Some(Act::Suspend { until }) = act
            && until <= ctx.services()?.sources.now()
        {
            problems.0.push(in_the_past());
        }
        Ok(match (reason, note, act) {
            (Some(reason), Some(note), Some(act)) if problems.is_empty() => Some(Verdict { act, reason, note }),
            _ => None,
        })
    }
}

fn in_the_past() -> Problem {
    Problem::new("suspendUntil", "IN_THE_PAST", "Name an instant that is still to come.")
}

fn reason(code: Option<&str>) -> Result<Option<ReasonCode>, Problem> {
    code.filter(|code| !code.trim().is_empty()).map(ReasonCode::parse).transpose()
}

/// An act that needs nothing of its own but, to suspend, a time.
fn plain(act: ModerationAct, until: Option<&DateTime>) -> Result<Act, Problem> {
    Ok(match act {
        ModerationAct::Publish => Act::Publish { trust: false },
        ModerationAct::PublishAndTrust => Act::Publish { trust: true },
        ModerationAct::Keep => Act::Keep,
        ModerationAct::Reject => Act::Reject,
        ModerationAct::Hide => Act::Hide,
        ModerationAct::Restore => Act::Restore,
        ModerationAct::Warn => Act::Warn,
        ModerationAct::Suspend => {
            let missing = || Problem::new("suspendUntil", "EMPTY", "Say up to when the author may not post.");
            Act::Suspend { until: until.ok_or_else(missing)?.0 }
        }
        ModerationAct::ResetName => Act::ResetName,
        ModerationAct::Uphold => Act::Uphold,
        ModerationAct::Overturn => Act::Overturn,
        ModerationAct::Hold => {
            let words = "The program holds what enough people report; a moderator hides it, for a reason.";
            return Err(Problem::new("act", "DOES_NOT_FIT", words));
        }
        ModerationAct::Redact | ModerationAct::Merge | ModerationAct::Move => {
            return Err(Problem::new("act", "ONE_AT_A_TIME", "That can only be done to one item at a time."));
        }
    })
}

/// What became of deciding an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum DecideOutcome {
    /// It is done.
    Decided,
    /// Somebody was faster: nothing was done.
    AlreadyDecided,
    /// The text is another than the one that was read: look at the item again.
    Changed,
    /// Somebody else has it open.
    Locked,
    /// The idea it should go into isn't there, or takes no part any more.
    NoSuchIdea,
    /// It can't be done, for the reason that the user errors tell.
    Refused,
    /// There is no such item.
    NotFound,
    /// We couldn't do it at this moment; only where several are decided in one go.
    Failed,
    /// Something typed must be mended; nothing was done.
    Invalid,
}

/// How an item came out of it.
pub(super) struct Decidedness {
    pub(super) outcome: DecideOutcome,
    decision: Option<folkmoot_moderation::Decision>,
    lock: Option<folkmoot_moderation::Lock>,
    problems: Problems,
}

impl Decidedness {
    fn new(outcome: DecideOutcome, problems: Problems) -> Self {
        Self { outcome, decision: None, lock: None, problems }
    }

    fn invalid(problems: Problems) -> Self {
        Self::new(DecideOutcome::Invalid, problems)
    }

    fn because(outcome: DecideOutcome, field: &'static str, code: &'static str, words: &'static str) -> Self {
        Self::new(outcome, Problem::new(field, code, words).into())
    }

    /// Answers for a person are data, what they can't mend is an error.
    fn of(decided: Result<Decided, ModerationError>) -> Result<Self, ApiError> {
        let item = "itemId";
        Ok(match decided {
            Ok(Decided::Done(decision)) => {
                Self { decision: Some(*decision), ..Self::new(DecideOutcome::Decided, Problems::default()) }
            }
            Ok(Decided::Already(decision)) => {
                let words = "Somebody was faster: this is decided already.";
                let already = Self::because(DecideOutcome::AlreadyDecided, item, "ALREADY_DECIDED", words);
                Self { decision: decision.map(|decision| *decision), ..already }
            }
            Ok(Decided::Changed) => {
                let words = "It has changed since you read it. Look at it again.";
                Self::because(DecideOutcome::Changed, "revision", "CHANGED", words)
            }
            Ok(Decided::Locked(lock)) => {
                let words = "Somebody else has it open. Wait, or take it from them.";
                Self { lock: Some(lock), ..Self::because(DecideOutcome::Locked, item, "LOCKED", words) }
            }
            Ok(Decided::NoSuchPlace) => {
                let words = "That idea isn’t there, isn’t public, or takes no part in voting any more.";
                Self::because(DecideOutcome::NoSuchIdea, "mergeInto", "NO_SUCH_IDEA", words)
            }
            Err(ModerationError::Refused(problem)) => {
                let field = if problem.field == "item" { item } else { problem.field };
                Self::new(DecideOutcome::Refused, problem.at(field).into())
            }
            Err(ModerationError::Invalid(problems)) => Self::invalid(problems),
            Err(error) => return Err(error.into()),
        })
    }

    /// One of several must not take the results of the others along.
    fn failed(error: &ApiError) -> Self {
        if error.code() == crate::Code::NotFound {
            return Self::because(DecideOutcome::NotFound, "items", "NOT_FOUND", "There is no such item.");
        }
        error.log();
        let words = "This one didn’t work. Look at it again, and decide it anew.";
        Self::because(DecideOutcome::Failed, "items", "FAILED", words)
    }
}

macro_rules! result {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub(crate) struct $name {
            item_id: Option<ItemId>,
            pub(super) result: Decidedness,
        }

        $(#[$doc])*
        #[Object]
        impl $name {
            /// In one word.
            async fn outcome(&self) -> DecideOutcome {
                self.result.outcome
            }

            /// The decision: this one, or the one that somebody else made before, where it is known.
            async fn decision(&self) -> Option<Decision> {
                self.result.decision.clone().map(Decision)
            }

            /// Who has the item open, when that stands in the way.
            async fn lock(&self) -> Option<Lock> {
                self.result.lock.map(Lock)
            }

            /// The item as it stands now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn item(&self, ctx: &Context<'_>) -> Result<Option<QueueItem>, ApiError> {
                match self.item_id {
                    None => Ok(None),
                    Some(id) => item_now(ctx, id).await,
                }
            }

            /// What to mend, or why it was not done; empty if it was.
            async fn user_errors(&self) -> Vec<UserError> {
                user_errors(self.result.problems.clone())
            }
        }
    };
}

result!(
    /// What became of deciding an item.
    DecidePayload
);
result!(
    /// What became of one of several items, in the order in which they were named.
    DecideResult
);
