//! Reading threads. A comment of an idea that the viewer may not see does not exist.

use std::collections::HashMap;

use folkmoot_common::{CommentId, CommentStream, Cursor, IdeaId, Page, PageRequest, StorageError, Viewer};

use crate::{
    Argument, Comment, CommentError, CommentOrder, CommentRevision, Comments, ListedComment, PastComment, Stance,
};

impl Comments {
    /// One comment, or `None` when there is none that the viewer may know of.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find(&self, viewer: &Viewer, id: CommentId) -> Result<Option<Comment>, StorageError> {
        self.threads.find(viewer, id).await
    }

    /// Those of these comments that the viewer may know of, in one question to the store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_many(&self, viewer: &Viewer, ids: &[CommentId]) -> Result<Vec<Comment>, StorageError> {
        self.threads.find_many(viewer, ids).await
    }

    /// One comment by its number under an idea.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_number(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        number: i32,
    ) -> Result<Option<Comment>, StorageError> {
        self.threads.find_number(viewer, idea, number).await
    }

    /// A page of an idea's threads, each in reading order: a reply follows what it replies to.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn list(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        self.threads.list(viewer, idea, order, page).await
    }

    /// The first page of several ideas' threads, in one question to the store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn first_pages(
        &self,
        viewer: &Viewer,
        ideas: &[IdeaId],
        order: CommentOrder,
        size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
        self.threads.first_pages(viewer, ideas, order, size).await
    }

    /// A page of what is said for the idea, or against it, by those who say where they stand: comments on the idea
    /// itself that everybody can read, without their replies.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn side(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<Argument>, StorageError> {
        self.threads.side(viewer, idea, stance, order, page).await
    }

    /// Where the thread of this comment begins in a list, for a link that opens at it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn before_thread(
        &self,
        idea: IdeaId,
        number: i32,
        order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError> {
        self.threads.before_thread(idea, number, order).await
    }

    /// Everything a comment ever said, newest first, beginning with what it says now: at most 101 versions.
    ///
    /// # Errors
    /// When the viewer may not read the comment, or the store fails.
    pub async fn history(&self, viewer: &Viewer, id: CommentId) -> Result<Vec<CommentRevision>, CommentError> {
        self.histories(viewer, &[id]).await?.remove(&id).ok_or(CommentError::NotFound)
    }

    /// The same of several comments at once; those that the viewer may not read are absent.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn histories(
        &self,
        viewer: &Viewer,
        ids: &[CommentId],
    ) -> Result<HashMap<CommentId, Vec<CommentRevision>>, StorageError> {
        let comments = self.find_many(viewer, ids).await?;
        let own: Vec<CommentId> = comments.iter().filter(|one| one.is_by(viewer)).map(|one| one.id).collect();
        let open_book = |id: &CommentId| viewer.sees_everything() || own.contains(id);
        let mut histories: HashMap<_, _> =
            comments.into_iter().filter_map(|comment| Some((comment.id, vec![now(comment)?]))).collect();
        let readable = histories.keys().copied().collect::<Vec<_>>();
        for (id, revision) in self.threads.revisions(&readable).await? {
            if (!revision.withheld || open_book(&id))
                && let Some(history) = histories.get_mut(&id)
            {
                history.push(revision);
            }
        }
        Ok(histories)
    }

    /// Ids of comments as they are posted under the idea; each reader loads what it may see.
    pub fn follow(&self, idea: IdeaId) -> CommentStream {
        self.live.comments(idea)
    }

    /// Takes comments of the past that aren't there yet; says how many that was.
    ///
    /// # Errors
    /// When the store fails. What was taken until then stays: taking the same again goes on from there.
    pub async fn take(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        self.threads.take(comments).await
    }
}

/// What it says now, as a version; nothing when it can't be read.
fn now(comment: Comment) -> Option<CommentRevision> {
    let words = comment.words?;
    Some(CommentRevision {
        revision: words.revision,
        stance: words.stance,
        body: words.body,
        written_at: words.edited_at.unwrap_or(comment.created_at),
        withheld: comment.state != crate::CommentState::Published,
    })
}
