//! The acts on ideas: submit, edit, withdraw. Each reads as the rule it is.

use std::sync::Arc;

use folkmoot_common::{IdeaId, Problem, Sources, Viewer};

use crate::{
    EditIdea, Idea, IdeaError, IdeaStatus, IdeaStore, IdeaText, NewIdea, PublishingMode, Reason, Slug, Visibility,
};

/// The acts and reads of ideas and campaigns. Cheap to clone.
#[derive(Clone)]
pub struct Ideas {
    pub(crate) store: Arc<dyn IdeaStore>,
    pub(crate) sources: Sources,
}

/// What became of an idea that was submitted.
#[derive(Debug, Clone)]
#[must_use]
pub enum Submission {
    /// It is public now.
    Published(Idea),
    /// It waits for a moderator's yes; its author sees it already.
    Waiting(Idea),
    /// The campaign isn't open; nothing was posted.
    CampaignClosed,
}

impl Ideas {
    /// Ideas on this shelf.
    pub fn new(store: Arc<dyn IdeaStore>, sources: Sources) -> Self {
        Self { store, sources }
    }

    /// Posts an idea in a campaign.
    ///
    /// # Errors
    /// When nobody has signed in, there is no such campaign, or the store fails.
    pub async fn submit(&self, viewer: &Viewer, campaign: &Slug, text: IdeaText) -> Result<Submission, IdeaError> {
        let id = self.sources.mint(self.sources.now());
        self.submit_once(viewer, campaign, text, id).await
    }

    /// The same for somebody who may press twice: `id` is of their making (a draft's, say), and an idea of theirs that
    /// has it already is the answer, whatever it says by now.
    ///
    /// # Errors
    /// As for [`Ideas::submit`].
    pub async fn submit_once(
        &self,
        viewer: &Viewer,
        campaign: &Slug,
        text: IdeaText,
        id: IdeaId,
    ) -> Result<Submission, IdeaError> {
        let author = viewer.person().ok_or(IdeaError::SignedOut)?;
        let campaign = self.store.campaign(campaign.as_str()).await?.ok_or(IdeaError::NotFound)?;
        let at = self.sources.now();
        let status = match campaign.publishing_mode {
            PublishingMode::StraightAway => IdeaStatus::Published,
            PublishingMode::AfterReview => IdeaStatus::Submitted,
        };

        let new = NewIdea { id, campaign: campaign.id, author, text, status, at };
        Ok(match self.store.insert(new).await? {
            Some(idea) if idea.is_public() => Submission::Published(idea),
            Some(idea) => Submission::Waiting(idea),
            None => Submission::CampaignClosed,
        })
    }

    /// The most edits of one idea.
    pub const MOST_EDITS: i32 = 100;

    /// Changes what an idea says; what it said stays readable in its history. `seen` is the revision that the author
    /// had before them.
    ///
    /// # Errors
    /// When it isn't the viewer's to edit, not any more, was edited too often, would be public unseen where moderators
    /// look first, or somebody (in another tab, say) edited it meanwhile.
    pub async fn edit(&self, viewer: &Viewer, id: IdeaId, seen: i32, text: IdeaText) -> Result<Idea, IdeaError> {
        let idea = self.own(viewer, id).await?;
        if idea.status.is_editable() && !idea.hidden && idea.was_looked_at() {
            return Err(IdeaError::Refused(looked_at_first()));
        }
        if !idea.editable_by(viewer) {
            return Err(IdeaError::Forbidden);
        }
        if idea.title == text.title && idea.body == text.body && idea.language == text.language {
            return Ok(idea);
        }
        if idea.revision > Self::MOST_EDITS {
            return Err(IdeaError::Refused(edited_often()));
        }
        let edit = EditIdea { id, seen, status: idea.status, text, at: self.sources.now() };
        if !self.store.edit(edit).await? {
            return Err(IdeaError::Changed);
        }
        self.own(viewer, id).await
    }

    /// Takes an idea back, for a reason. It leaves every public page; its number stays taken.
    ///
    /// # Errors
    /// When it isn't the viewer's to withdraw, or not any more.
    pub async fn withdraw(&self, viewer: &Viewer, id: IdeaId, reason: Reason) -> Result<Idea, IdeaError> {
        let idea = self.own(viewer, id).await?;
        if !idea.withdrawable_by(viewer) {
            return Err(IdeaError::Forbidden);
        }
        let reason = Some(reason.as_str());
        if !self.store.shift(id, idea.status, IdeaStatus::Withdrawn, reason).await? {
            return Err(IdeaError::Changed);
        }
        self.own(viewer, id).await
    }

    /// An idea that the viewer wants to act on as its author.
    async fn own(&self, viewer: &Viewer, id: IdeaId) -> Result<Idea, IdeaError> {
        if viewer.person().is_none() {
            return Err(IdeaError::SignedOut);
        }
        let idea = self.store.find(Visibility::of(viewer), id).await?.ok_or(IdeaError::NotFound)?;
        if viewer.is(idea.author) { Ok(idea) } else { Err(IdeaError::Forbidden) }
    }
}

fn looked_at_first() -> Problem {
    let words = "Ideas in this campaign are looked at before everybody can read them. Ask a moderator to change it.";
    Problem::new("body", "LOOKED_AT_FIRST", words)
}

fn edited_often() -> Problem {
    let words = "This idea was changed 100 times, and no more changes are kept. Say what is new in a comment.";
    Problem::new("body", "EDITED_TOO_OFTEN", words)
}
