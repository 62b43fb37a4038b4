//! Asking for another look: the author of something that was taken down, or whoever reported something that stays.

use folkmoot_common::{DecisionId, Problem, StorageError, Timestamp, Viewer};

use crate::bench::NewAppeal;
use crate::decision::APPEAL_ANSWER;
use crate::{ActKind, Decision, Moderation, ModerationError, Note, Receipt, Target};

impl Moderation {
    /// A decision as whoever it concerns may read it: its author, and moderators. `None` for everybody else.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_decision(&self, viewer: &Viewer, id: DecisionId) -> Result<Option<Decision>, ModerationError> {
        let found = self.bench.decision(id).await?;
        Ok(found.filter(|decision| viewer.is(decision.author) || viewer.sees_everything()))
    }

    /// The decision that something of the viewer's stands under now: why it was refused or hidden, for its author.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn standing_decision(
        &self,
        viewer: &Viewer,
        target: Target,
    ) -> Result<Option<Decision>, ModerationError> {
        let page = folkmoot_common::PageRequest::first(20);
        let latest = self.bench.decisions(crate::WhichDecisions::On(target), &page).await?;
        Ok(standing(latest.items).filter(|decision| viewer.is(decision.author) || viewer.sees_everything()))
    }

    /// By when a moderator has looked at something, as was promised; `None` when nobody has to. That the viewer may see it
    /// was asked when it was found.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn due(&self, target: Target) -> Result<Option<Timestamp>, StorageError> {
        self.bench.due(target).await
    }

    /// The author asks another moderator to look again.
    ///
    /// # Errors
    /// When it isn't theirs, was appealed already, or it is too late.
    pub async fn appeal(&self, viewer: &Viewer, id: DecisionId, words: Note) -> Result<(), ModerationError> {
        let person = viewer.person().ok_or(ModerationError::SignedOut)?;
        let decision = self.own_decision(viewer, id).await?.ok_or(ModerationError::NotFound)?;
        if !viewer.is(decision.author) {
            return Err(ModerationError::Forbidden);
        }
        let now = self.sources.now();
        if !decision.can_be_appealed(now) {
            return Err(not_any_more());
        }
        self.file(id, Some(person), None, words).await
    }

    /// A reporter asks another moderator to look again, after their report was turned down.
    ///
    /// # Errors
    /// When there is no such report, it wasn't turned down, it was appealed already, or it is too late.
    pub async fn appeal_report(&self, receipt: &Receipt, id: DecisionId, words: Note) -> Result<(), ModerationError> {
        let decision = self.bench.decision(id).await?.ok_or(ModerationError::NotFound)?;
        if !decision.can_be_appealed_by_reporter(self.sources.now()) {
            return Err(not_any_more());
        }
        self.file(id, None, Some(receipt.clone()), words).await
    }

    async fn file(
        &self,
        decision: DecisionId,
        person: Option<folkmoot_common::PersonId>,
        report: Option<Receipt>,
        words: Note,
    ) -> Result<(), ModerationError> {
        let at = self.sources.now();
        let due_at = at.plus(APPEAL_ANSWER);
        let filed = NewAppeal { id: self.sources.mint(at), decision, person, report, words, at, due_at };
        if self.bench.appeal(filed).await? { Ok(()) } else { Err(not_any_more()) }
    }
}

/// Of the decisions on one thing, latest first: the one that it stands under. An edit that was refused stands under that
/// until another one is published.
fn standing(latest: Vec<Decision>) -> Option<Decision> {
    let mut is_published = false;
    latest.into_iter().find(|decision| {
        is_published |= matches!(decision.act, ActKind::Publish | ActKind::PublishAndTrust) && decision.stands();
        let is_past = decision.of_edit && is_published;
        decision.stands_against_author() && decision.act != ActKind::Warn && !is_past
    })
}

fn not_any_more() -> ModerationError {
    let words = "This can’t be looked at again: it was asked for already, or it is too long ago.";
    ModerationError::Refused(Problem::new("words", "NOT_ANY_MORE", words).of("appeal"))
}
