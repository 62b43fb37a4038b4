//! Deciding: one item, or several in one go, each with its own result. Reads as the rule it is.

use folkmoot_common::{ItemId, PageRequest, Problem, Viewer};
use uuid::Uuid;

use crate::bench::{Actor, Decided, NewDecision, WhichDecisions};
use crate::letters::Made;
use crate::{Act, ActKind, Dossier, Item, Moderation, ModerationError, Note, Reason, ReasonCode, ReportOutcome, UNDO};

/// What a moderator wants done with an item.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What.
    pub act: Act,
    /// Why; needed for whatever takes something from its author.
    pub reason: Option<ReasonCode>,
    /// And in the moderator's own words.
    pub note: Option<Note>,
}

/// Items that are decided in one go at the most.
pub const MOST_AT_ONCE: usize = 100;

impl Moderation {
    /// Decides an item as the viewer saw it: at this revision.
    ///
    /// # Errors
    /// When the viewer may not, there is no such item, the act doesn't fit it, a reason is missing, it is their own, they
    /// asked for a second opinion or made the decision that is appealed, or the store fails.
    pub async fn decide(
        &self,
        viewer: &Viewer,
        item: ItemId,
        seen: i32,
        verdict: Verdict,
    ) -> Result<Decided, ModerationError> {
        let by = self.staff(viewer)?;
        self.decide_one(by, item, seen, verdict, None).await
    }

    /// The same for several items, each in a transaction of its own and with its own result. What happens to one is
    /// nothing to the others.
    ///
    /// # Errors
    /// When the viewer may not, there are too many, or the act must be said of one item alone.
    pub async fn decide_many(
        &self,
        viewer: &Viewer,
        items: &[(ItemId, i32)],
        verdict: &Verdict,
    ) -> Result<Vec<(ItemId, Result<Decided, ModerationError>)>, ModerationError> {
        let by = self.staff(viewer)?;
        if !verdict.act.kind().fits_many() {
            return Err(refused("act", "ONE_AT_A_TIME", "That can only be done to one item at a time."));
        }
        if items.is_empty() || items.len() > MOST_AT_ONCE {
            return Err(refused("items", "HOW_MANY", "Choose at least one item, and at most 100."));
        }
        let batch: ItemId = self.sources.mint(by.at);
        let batch = folkmoot_common::Id::uuid(batch);
        let mut results = Vec::with_capacity(items.len());
        for (item, seen) in items {
            results.push((*item, self.decide_one(by, *item, *seen, verdict.clone(), Some(batch)).await));
        }
        Ok(results)
    }

    async fn decide_one(
        &self,
        by: Actor,
        id: ItemId,
        seen: i32,
        verdict: Verdict,
        batch: Option<Uuid>,
    ) -> Result<Decided, ModerationError> {
        let item = self.bench.item(id).await?.ok_or(ModerationError::NotFound)?;
        if item.closed_at.is_some() {
            let latest = self.bench.decisions(WhichDecisions::On(item.target), &PageRequest::first(1)).await?;
            let decided = latest.items.into_iter().find(|decision| decision.item == Some(id));
            return Ok(Decided::Already(decided.map(Box::new)));
        }
        if let Some(lock) = item.lock.filter(|_| item.is_locked_for(by.person, by.at)) {
            return Ok(Decided::Locked(lock));
        }
        let dossier = if item.appeal.is_some() { Some(self.bench.dossier(&item).await?) } else { None };
        may_decide(by, &item, dossier.as_ref())?;
        if item.revision != seen {
            return Ok(Decided::Changed);
        }
        let kind = verdict.act.kind();
        if !kind.fits(item.kind, item.state) {
            return Err(refused("act", "DOES_NOT_FIT", "That doesn’t fit how it stands now. Look at it again."));
        }
        let needs_reason = dossier.as_ref().map_or(kind.needs_reason(), |dossier| dossier.needs_reason(kind));
        let reason = self.reason_for(needs_reason, &item, verdict.reason.as_ref()).await?;
        if matches!(verdict.act, Act::Uphold | Act::Overturn) && verdict.note.is_none() {
            return Err(refused("note", "NOTE_NEEDED", "Say why, in a sentence: whoever appealed reads it."));
        }
        let by_reporter = dossier.as_ref().is_some_and(Dossier::is_reporters_appeal);
        // Where nobody reads it any more, nothing is left to take.
        let takes = by_reporter && kind == ActKind::Overturn && item.state.is_read();
        let outcome = self.outcome(&item, kind).await?;
        let made = Made {
            id: self.sources.mint(by.at),
            by,
            item: &item,
            verdict: &verdict,
            reason: reason.as_ref(),
            by_reporter,
            takes: takes.then(|| self.sources.mint(by.at)),
            outcome,
        };
        let letters = self.letters(&made).await?;
        let decision = NewDecision {
            id: made.id,
            by_reporter,
            takes: made.takes,
            outcome,
            item: id,
            seen,
            act: verdict.act,
            reason: verdict.reason.filter(|_| reason.is_some()),
            note: verdict.note,
            by,
            final_at: by.at.plus(UNDO),
            batch,
            letters,
        };
        Ok(self.bench.decide(decision).await?)
    }

    /// What reporters are told: whether anything was done about it, now or earlier at the same item.
    async fn outcome(&self, item: &Item, act: ActKind) -> Result<ReportOutcome, ModerationError> {
        if act.answers_reports() {
            return Ok(ReportOutcome::Acted);
        }
        if item.reports == 0 || !act.settles() {
            return Ok(ReportOutcome::Kept);
        }
        let before = self.bench.decisions(WhichDecisions::At(item.id), &PageRequest::first(PageRequest::MOST)).await?;
        let acted = before.items.iter().any(|one| one.stands() && one.act.answers_reports());
        Ok(if acted { ReportOutcome::Acted } else { ReportOutcome::Kept })
    }

    /// The reason in the author's language, where one is needed.
    async fn reason_for(
        &self,
        is_needed: bool,
        item: &Item,
        code: Option<&ReasonCode>,
    ) -> Result<Option<Reason>, ModerationError> {
        // A report that is turned down needs none, and neither does what gives somebody something.
        if !is_needed {
            return Ok(None);
        }
        let missing = || refused("reason", "EMPTY", "Choose a reason: the author is told it.");
        let code = code.ok_or_else(missing)?;
        let language = self.bench.reach(item.author).await?.and_then(|(_, language)| language);
        let reasons = self.reasons(&language.unwrap_or_else(|| self.first_language())).await?;
        reasons.into_iter().find(|reason| reason.code == *code && !reason.retired).map(Some).ok_or_else(missing)
    }
}

/// Nobody decides on their own words, nor on what they asked somebody else to decide, nor on an appeal against their own
/// work.
fn may_decide(by: Actor, item: &Item, dossier: Option<&Dossier>) -> Result<(), ModerationError> {
    if item.author == by.person {
        return Err(refused("item", "OWN", "This is your own. Another moderator decides on it."));
    }
    if item.second_opinion.as_ref().is_some_and(|asked| asked.by == by.person) {
        return Err(refused("item", "ASKED", "You asked for a second opinion. Another moderator decides on it."));
    }
    if dossier.is_some_and(|dossier| dossier.appeals_work_of(by.person)) {
        let words = "This appeal is against a decision of yours. Another moderator answers it.";
        return Err(refused("item", "OWN_DECISION", words));
    }
    Ok(())
}

pub(crate) fn refused(field: &'static str, code: &'static str, words: &'static str) -> ModerationError {
    ModerationError::Refused(Problem::new(field, code, words).of("decision"))
}
