//! The acts on ideas: submit, edit, withdraw. Each reads as the rule it is.

use std::sync::Arc;

use folkmoot_common::{IdeaId, LabelId, Look, Problem, Sources, Standing, Timestamp, Viewer, Watch, Written};

use crate::{Because, EditIdea, Idea, IdeaError, IdeaStatus, IdeaStore, IdeaText, NewIdea, Reason, Slug, Visibility};

/// The acts and reads of ideas and campaigns. Cheap to clone.
#[derive(Clone)]
pub struct Ideas {
    pub(crate) store: Arc<dyn IdeaStore>,
    pub(crate) watch: Arc<dyn Watch>,
    pub(crate) sources: Sources,
}

/// An idea as its author sends it in.
#[derive(Debug, Clone)]
pub struct Posting {
    /// What it says.
    pub text: IdeaText,
    /// Where it is about, from the council's list.
    pub place: Option<LabelId>,
}

impl From<IdeaText> for Posting {
    fn from(text: IdeaText) -> Self {
        Self { text, place: None }
    }
}

/// What became of an idea that was submitted.
#[derive(Debug, Clone)]
#[must_use]
pub enum Submission {
    /// It is public now.
    Published(Idea),
    /// It waits for a moderator's yes, who looks by then; its author sees it already.
    Waiting(Idea, Timestamp),
    /// The campaign isn't open; nothing was posted.
    CampaignClosed,
}

/// What became of an edit.
#[derive(Debug, Clone)]
#[must_use]
pub enum Edited {
    /// It says so now.
    Saved(Idea),
    /// The change waits for a moderator's yes, who looks by then; the idea says what it said.
    Waiting(Idea, Timestamp),
}

impl Edited {
    /// The idea as it stands.
    #[must_use]
    pub fn idea(self) -> Idea {
        match self {
            Self::Saved(idea) | Self::Waiting(idea, _) => idea,
        }
    }
}

impl Ideas {
    /// Ideas on this shelf, looked at by this watch before they are posted.
    pub fn new(store: Arc<dyn IdeaStore>, watch: Arc<dyn Watch>, sources: Sources) -> Self {
        Self { store, watch, sources }
    }

    /// Posts an idea in a campaign.
    ///
    /// # Errors
    /// When nobody has signed in or they are suspended, there is no such campaign, or the store fails.
    pub async fn submit(
        &self,
        viewer: &Viewer,
        campaign: &Slug,
        posting: impl Into<Posting>,
    ) -> Result<Submission, IdeaError> {
        let id = self.sources.mint(self.sources.now());
        self.submit_once(viewer, campaign, posting, id).await
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
        posting: impl Into<Posting>,
        id: IdeaId,
    ) -> Result<Submission, IdeaError> {
        let author = viewer.person().ok_or(IdeaError::SignedOut)?;
        let Posting { text, place } = posting.into();
        let campaign = self.store.campaign(campaign.as_str()).await?.ok_or(IdeaError::NotFound)?;
        let look = self.look(&text, author, false).await?;
        let at = self.sources.now();
        let waits = campaign.publishing_mode.holds(&look);
        let status = if waits { IdeaStatus::Submitted } else { IdeaStatus::Published };

        let by = look.by;
        let new = NewIdea { id, campaign: campaign.id, author, text, place, status, look, at };
        Ok(match self.store.insert(new).await? {
            Some(idea) if idea.is_public() => Submission::Published(idea),
            Some(idea) => Submission::Waiting(idea, by),
            None => Submission::CampaignClosed,
        })
    }

    /// The most edits of one idea.
    pub const MOST_EDITS: i32 = 100;

    /// Changes what an idea says; what it said stays readable in its history. `seen` is the revision that the author
    /// had before them.
    ///
    /// Where moderators look first, a change of something public waits too, and everybody reads what stood meanwhile. A
    /// change of something that was rejected sends it in again; one of something hidden is looked at, and it stays hidden
    /// meanwhile. Saying again what stands takes back a change that waits.
    ///
    /// # Errors
    /// When it isn't the viewer's to edit, not any more, was edited too often, its author is suspended, or somebody (in
    /// another tab, say) edited it meanwhile.
    pub async fn edit(&self, viewer: &Viewer, id: IdeaId, seen: i32, text: IdeaText) -> Result<Edited, IdeaError> {
        let idea = self.own(viewer, id).await?;
        if !idea.editable_by(viewer) {
            return Err(IdeaError::Forbidden);
        }
        if idea.title == text.title && idea.body == text.body && idea.language == text.language {
            self.store.take_back_edit(id).await?;
            return Ok(Edited::Saved(idea));
        }
        if idea.revision > Self::MOST_EDITS {
            return Err(IdeaError::Refused(edited_often()));
        }
        let look = self.look(&text, idea.author, true).await?;
        let (by, waits) = (look.by, idea.is_public() && idea.publishing_mode.holds(&look));
        let edit = EditIdea { id, seen, status: idea.status, text, look, waits, at: self.sources.now() };
        if !self.store.edit(edit).await? {
            return Err(IdeaError::Changed);
        }
        let idea = self.own(viewer, id).await?;
        Ok(if waits { Edited::Waiting(idea, by) } else { Edited::Saved(idea) })
    }

    /// Takes an idea back, for a reason. It leaves every public page; its number stays taken, and who supports or follows
    /// it is told.
    ///
    /// # Errors
    /// When it isn't the viewer's to withdraw, or not any more.
    pub async fn withdraw(&self, viewer: &Viewer, id: IdeaId, reason: Reason) -> Result<Idea, IdeaError> {
        let idea = self.own(viewer, id).await?;
        if !idea.withdrawable_by(viewer) {
            return Err(IdeaError::Forbidden);
        }
        let (farewells, taken_back) = (self.watch.farewells(), self.watch.taken_back());
        let because = Because {
            reason: Some(reason.as_str()),
            farewells: &farewells,
            taken_back: &taken_back,
            at: self.sources.now(),
        };
        if !self.store.shift(id, idea.status, IdeaStatus::Withdrawn, because).await? {
            return Err(IdeaError::Changed);
        }
        self.own(viewer, id).await
    }

    /// What a moderator would want to know before this is posted. Who is suspended posts nothing.
    async fn look(&self, text: &IdeaText, author: folkmoot_common::PersonId, again: bool) -> Result<Look, IdeaError> {
        let (title, body) = (Some(text.title.as_str()), text.body.as_str());
        let written = Written { author, language: text.language.as_str(), title, body, again };
        let look = self.watch.look(written).await?;
        if let Standing::Suspended(until) = look.standing {
            return Err(IdeaError::Suspended(until));
        }
        Ok(look)
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

fn edited_often() -> Problem {
    let words = "This idea was changed 100 times, and no more changes are kept. Say what is new in a comment.";
    Problem::new("body", "EDITED_TOO_OFTEN", words)
}
