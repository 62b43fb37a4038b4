//! The acts on comments: post, edit, delete.

use std::sync::Arc;

use folkmoot_common::{CommentId, IdeaId, Live, Sources, Viewer};

use crate::{Comment, CommentError, CommentState, CommentText, EditComment, NewComment, Placed, Threads};

/// The acts and reads of comments. Cheap to clone.
#[derive(Clone)]
pub struct Comments {
    pub(crate) threads: Arc<dyn Threads>,
    pub(crate) live: Arc<dyn Live>,
    sources: Sources,
}

impl Comments {
    /// Comments in these threads, announced by this megaphone.
    pub fn new(threads: Arc<dyn Threads>, live: Arc<dyn Live>, sources: Sources) -> Self {
        Self { threads, live, sources }
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
        let author = viewer.person().ok_or(CommentError::SignedOut)?;
        let at = self.sources.now();

        let new = NewComment { id: self.sources.mint(at), idea, parent, author, text, at };
        match self.threads.post(new).await? {
            Placed::Posted(comment, tally) => {
                self.live.announce(tally).await;
                self.live.announce_comment(idea, comment.id).await;
                Ok(*comment)
            }
            Placed::Closed => Err(CommentError::Closed),
            Placed::NotFound => Err(CommentError::NotFound),
            Placed::TooDeep => Err(CommentError::TooDeep),
        }
    }

    /// Changes what a comment says; what it said stays readable in its history.
    ///
    /// # Errors
    /// When it isn't the viewer's, can't be edited any more, or was edited meanwhile.
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
            return Ok(comment);
        }
        if !self.threads.edit(EditComment { id, seen, text, at: self.sources.now() }).await? {
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
        let tally = self.threads.delete(id).await?.ok_or(CommentError::Changed)?;
        self.live.announce(tally).await;
        Ok(Comment { state: CommentState::Deleted, words: None, ..comment })
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
