//! The acts on comments: post, edit, delete.

use std::sync::Arc;

use folkmoot_common::{CommentId, IdeaId, Live, Look, PersonId, Problem, Sources, Standing, Viewer, Watch, Written};

use crate::{Comment, CommentError, CommentState, CommentText, EditComment, NewComment, Placed, Threads};

/// The acts and reads of comments. Cheap to clone.
#[derive(Clone)]
pub struct Comments {
    pub(crate) threads: Arc<dyn Threads>,
    pub(crate) live: Arc<dyn Live>,
    watch: Arc<dyn Watch>,
    sources: Sources,
}

impl Comments {
    /// Comments in these threads, followed by this megaphone, looked at by this watch before they are posted; the threads
    /// themselves announce what is posted.
    pub fn new(threads: Arc<dyn Threads>, live: Arc<dyn Live>, watch: Arc<dyn Watch>, sources: Sources) -> Self {
        Self { threads, live, watch, sources }
    }

    /// Posts a comment under an idea, or a reply under another comment of it.
    ///
    /// # Errors
    /// When nobody has signed in, there is no such idea or comment, or the discussion is closed.
    pub async fn post(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        parent: Option<CommentId>,
        text: CommentText,
    ) -> Result<Comment, CommentError> {
        let id = self.sources.mint(self.sources.now());
        self.post_once(viewer, idea, parent, text, id).await
    }

    /// The same for somebody who may press twice: `id` is of their making (a draft's, say), and a comment of theirs that
    /// has it already is the answer, whatever it says by now.
    ///
    /// # Errors
    /// As for [`Comments::post`].
    pub async fn post_once(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        parent: Option<CommentId>,
        text: CommentText,
        id: CommentId,
    ) -> Result<Comment, CommentError> {
        let author = viewer.person().ok_or(CommentError::SignedOut)?;
        let look = self.look(&text, author, false).await?;
        let at = self.sources.now();

        let new = NewComment { id, idea, parent, author, text, look, at };
        match self.threads.post(new).await? {
            Placed::Posted(comment, _tally) => Ok(*comment),
            Placed::Closed => Err(CommentError::Closed),
            Placed::NotFound => Err(CommentError::NotFound),
            Placed::TooDeep => Err(CommentError::TooDeep),
        }
    }

    /// The most edits of one comment.
    pub const MOST_EDITS: i32 = 100;

    /// Changes what a comment says; what it said stays readable in its history. Where moderators look first, the change
    /// of something public waits: [`Comment::words`] then say what stood. What was hidden is mended, and waits again. Saying
    /// again what stands takes back a change that waits.
    ///
    /// # Errors
    /// When it isn't the viewer's, can't be edited any more, was edited too often, its author is suspended, or it was
    /// edited meanwhile.
    pub async fn edit(
        &self,
        viewer: &Viewer,
        id: CommentId,
        seen: i32,
        text: CommentText,
    ) -> Result<Comment, CommentError> {
        let comment = self.own(viewer, id).await?;
        let unchanged = comment.words.as_ref().is_some_and(|now| now.body == text.body && now.stance == text.stance);
        if unchanged {
            self.threads.take_back_edit(id).await?;
            return Ok(comment);
        }
        if comment.words.as_ref().is_some_and(|now| now.revision > Self::MOST_EDITS) {
            return Err(CommentError::Refused(edited_often()));
        }
        let author = viewer.person().ok_or(CommentError::SignedOut)?;
        let look = self.look(&text, author, true).await?;
        if !self.threads.edit(EditComment { id, seen, text, look, at: self.sources.now() }).await? {
            return Err(CommentError::Changed);
        }
        self.own(viewer, id).await
    }

    /// Takes a comment back. Its place stays, so that the replies still make sense; its words and author are gone from
    /// every page.
    ///
    /// # Errors
    /// When it isn't the viewer's, or is gone already.
    pub async fn delete(&self, viewer: &Viewer, id: CommentId) -> Result<Comment, CommentError> {
        let comment = self.own(viewer, id).await?;
        self.threads.delete(id, self.watch.farewells(), self.sources.now()).await?.ok_or(CommentError::Changed)?;
        Ok(Comment { state: CommentState::Deleted, words: None, ..comment })
    }

    /// What a moderator would want to know before this is posted. Who is suspended posts nothing.
    async fn look(&self, text: &CommentText, author: PersonId, again: bool) -> Result<Look, CommentError> {
        let written =
            Written { author, language: text.language.as_str(), title: None, body: text.body.as_str(), again };
        let look = self.watch.look(written).await?;
        if let Standing::Suspended(until) = look.standing {
            return Err(CommentError::Suspended(until));
        }
        Ok(look)
    }

    /// A comment that the viewer wants to act on as its author, and may.
    async fn own(&self, viewer: &Viewer, id: CommentId) -> Result<Comment, CommentError> {
        if viewer.person().is_none() {
            return Err(CommentError::SignedOut);
        }
        let comment = self.threads.find(viewer, id).await?.ok_or(CommentError::NotFound)?;
        if comment.editable_by(viewer) { Ok(comment) } else { Err(CommentError::Forbidden) }
    }
}

fn edited_often() -> Problem {
    let words = "This comment was changed 100 times, and no more changes are kept. Reply to it to say more.";
    Problem::new("body", "EDITED_TOO_OFTEN", words).of("comment")
}
