//! The port of comments, over the database.

use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_comments::{
    Argument, Comment, CommentOrder, CommentRevision, CommentState, Comments, EditComment, ListedComment, NewComment,
    PastComment, Placed, Stance, Threads,
};
use folkmoot_common::{
    CommentId, Cursor, Farewell, Id, IdeaId, Live, Page, PageRequest, PersonId, StorageError, Tally, Timestamp, Viewer,
};
use folkmoot_text::Markdown;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{author, edit, past, post, read, sides};
use crate::Store;
use crate::entity::comment_revision::{Column, Entity, Model};
use crate::error::sealed;
use crate::retries::spawn;

/// The threads, and the megaphone that tells of what is posted in them.
#[derive(Clone)]
pub struct ThreadBook {
    store: Store,
    live: Arc<dyn Live>,
}

impl ThreadBook {
    /// Threads in this store, announced by this megaphone.
    #[must_use]
    pub fn open(store: Store, live: Arc<dyn Live>) -> Self {
        Self { store, live }
    }

    /// Does this to its end, whether or not whoever asked stays to hear of it: what was committed is always announced.
    async fn outlive<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, StorageError>> + Send + 'static,
    ) -> Result<T, StorageError> {
        let done = spawn(work).await;
        done.unwrap_or_else(|why| Err(StorageError::Failed(why.into())))
    }
}

#[async_trait]
impl Threads for ThreadBook {
    async fn post(&self, comment: NewComment) -> Result<Placed, StorageError> {
        let (book, idea) = (self.clone(), comment.idea);
        self.outlive(async move {
            let placed = post::post(&book.store, comment).await?;
            if let Placed::Posted(comment, tally) = &placed
                && comment.state == CommentState::Published
            {
                book.live.announce(*tally).await;
                book.live.announce_comment(idea, comment.id).await;
            }
            Ok(placed)
        })
        .await
    }

    async fn edit(&self, edit: EditComment) -> Result<bool, StorageError> {
        edit::edit(&self.store, edit).await
    }

    async fn take_back_edit(&self, id: CommentId) -> Result<(), StorageError> {
        edit::take_back(&self.store, id).await
    }

    async fn delete(
        &self,
        id: CommentId,
        farewells: Vec<Farewell>,
        at: Timestamp,
    ) -> Result<Option<Tally>, StorageError> {
        let book = self.clone();
        self.outlive(async move {
            let tally = edit::delete(&book.store, id, (&farewells, at)).await?;
            if let Some(tally) = tally {
                book.live.announce(tally).await;
            }
            Ok(tally)
        })
        .await
    }

    async fn find(&self, viewer: &Viewer, id: CommentId) -> Result<Option<Comment>, StorageError> {
        read::find(&self.store, viewer, Expr::col(("comment", "id")).eq(id.uuid())).await
    }

    async fn find_many(&self, viewer: &Viewer, ids: &[CommentId]) -> Result<Vec<Comment>, StorageError> {
        let ids = ids.iter().map(|id| id.uuid());
        read::find_many(&self.store, viewer, Expr::col(("comment", "id")).is_in(ids)).await
    }

    async fn find_number(&self, viewer: &Viewer, idea: IdeaId, number: i32) -> Result<Option<Comment>, StorageError> {
        let which = Expr::col(("comment", "idea_id")).eq(idea.uuid()).and(Expr::col(("comment", "number")).eq(number));
        read::find(&self.store, viewer, which).await
    }

    async fn list(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        read::list(&self.store, viewer, idea, order, page).await
    }

    async fn first_pages(
        &self,
        viewer: &Viewer,
        ideas: &[IdeaId],
        order: CommentOrder,
        size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
        read::first_pages(&self.store, viewer, ideas, order, size).await
    }

    async fn by_viewer(
        &self,
        viewer: &Viewer,
        author: PersonId,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        author::by_viewer(&self.store, viewer, author, page).await
    }

    async fn public_by(&self, author: PersonId, page: &PageRequest) -> Result<Page<ListedComment>, StorageError> {
        author::public_by(&self.store, author, page).await
    }

    async fn side(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<Argument>, StorageError> {
        sides::side(&self.store, viewer, (idea, stance), order, page).await
    }

    async fn best_supported(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
        most: u16,
    ) -> Result<Vec<Argument>, StorageError> {
        sides::best_supported(&self.store, viewer, (idea, stance), most).await
    }

    async fn before_thread(
        &self,
        idea: IdeaId,
        number: i32,
        order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError> {
        read::before_thread(&self.store, idea, number, order).await
    }

    async fn revisions(&self, ids: &[CommentId]) -> Result<Vec<(CommentId, CommentRevision)>, StorageError> {
        let newest =
            Expr::cust("(SELECT comment.revision FROM comment WHERE comment.id = comment_revision.comment_id)");
        let rows = Entity::find()
            .filter(Column::CommentId.is_in(ids.iter().map(|id| id.uuid())))
            .filter(Expr::col(Column::Revision).gte(newest.sub(Comments::MOST_EDITS)))
            .order_by_asc(Column::CommentId)
            .order_by_desc(Column::Revision)
            .all(self.store.read())
            .await
            .map_err(sealed)?;
        rows.into_iter().map(|row| Ok((CommentId::from_uuid(row.comment_id), revision(row)?))).collect()
    }

    async fn take(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        past::take(&self.store, comments).await
    }
}

fn revision(row: Model) -> Result<CommentRevision, StorageError> {
    let stance = Stance::parse(&row.stance)
        .ok_or_else(|| StorageError::corrupt(format!("a comment's past has the stance {}", row.stance)))?;
    Ok(CommentRevision {
        revision: row.revision,
        stance,
        body: Markdown::from_stored(row.body),
        written_at: Timestamp::from_micros(row.written_at),
        withheld: row.withheld,
    })
}
