//! What authors see of moderation themselves, without any letter: the edit of theirs that isn't public, what was decided
//! about them, and up to when they may not post.

use folkmoot_common::{DecisionId, PageRequest, PersonId, Standing, StorageError, Timestamp, Viewer};
use folkmoot_text::Markdown;

use crate::bench::{Lately, WhichDecisions};
use crate::rules::fingerprint;
use crate::{ActKind, Decision, Moderation, Target};

/// The most decisions that are shown to whom they concern.
const SHOWN: usize = 20;

/// So many of the latest are looked through for them.
const LOOKED_THROUGH: u16 = 100;

/// An edit that isn't public: it waits, or was refused. Its author alone reads it, and goes on from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEdit {
    /// The new title, of an idea.
    pub title: Option<String>,
    /// The new text.
    pub body: Markdown,
    /// What a comment would be to its idea.
    pub stance: Option<String>,
    /// The language of an idea.
    pub language: Option<String>,
    /// When it was written.
    pub written_at: Timestamp,
    /// The decision that refused it; none while it waits.
    pub refused: Option<DecisionId>,
}

/// Why somebody may not post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// Up to when.
    pub until: Timestamp,
    /// The decision, where it is still known.
    pub decision: Option<Decision>,
}

impl Moderation {
    /// The viewer's own latest edit of something of theirs, where it isn't public. `None` for somebody else's.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_edit(
        &self,
        viewer: &Viewer,
        (author, target): (PersonId, Target),
    ) -> Result<Option<OwnEdit>, StorageError> {
        if viewer.is(author) { self.bench.own_edit(target).await } else { Ok(None) }
    }

    /// What was taken from the viewer and is gone, and what they appealed, the latest first: each can be read at its own
    /// address, and appealed there.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn decided_about(&self, viewer: &Viewer) -> Result<Vec<Decision>, StorageError> {
        let Some(person) = viewer.person() else { return Ok(Vec::new()) };
        let latest =
            self.bench.decisions(WhichDecisions::OfAuthor(person), &PageRequest::first(LOOKED_THROUGH)).await?;
        // What another moderator overturned is shown too, to whom it was answered.
        let answered = |decision: &Decision| decision.act.needs_reason() && decision.appeal.is_some();
        let told = latest.items.into_iter().filter(|one| one.stands_against_author() || answered(one));
        Ok(told.take(SHOWN).collect())
    }

    /// Up to when the viewer may not post, and why. `None` when they may.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn suspension(&self, viewer: &Viewer) -> Result<Option<Suspension>, StorageError> {
        let Some(person) = viewer.person() else { return Ok(None) };
        let now = self.sources.now();
        let past = self.bench.past(person, &fingerprint(None, ""), Lately { posts: now, texts: now }).await?;
        let Standing::Suspended(until) = past.standing else { return Ok(None) };
        let decided = self.decided_about(viewer).await?;
        let suspends = |decision: &Decision| decision.act == ActKind::Suspend && decision.stands();
        let decision = decided.into_iter().find(suspends);
        Ok(Some(Suspension { until, decision }))
    }
}
