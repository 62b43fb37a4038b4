//! The port of comments, over the database.

use async_trait::async_trait;
use folkmoot_comments::{
    Comment, CommentOrder, CommentRevision, EditComment, ListedComment, NewComment, PastComment, Placed, Stance,
    Threads,
};
use folkmoot_common::{
    CommentId, Cursor, Id, IdeaId, Page, PageRequest, PersonId, StorageError, Tally, Timestamp, Viewer,
};
use folkmoot_text::Markdown;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{author, edit, past, post, read};
use crate::Store;
use crate::entity::comment_revision::{Column, Entity, Model};
use crate::error::sealed;

#[async_trait]
impl Threads for Store {
    async fn post(&self, comment: NewComment) -> Result<Placed, StorageError> {
        post::post(self, comment).await
    }

    async fn edit(&self, edit: EditComment) -> Result<bool, StorageError> {
        edit::edit(self, edit).await
    }

    async fn delete(&self, id: CommentId) -> Result<Option<Tally>, StorageError> {
        edit::delete(self, id).await
    }

    async fn find(&self, viewer: &Viewer, id: CommentId) -> Result<Option<Comment>, StorageError> {
        read::find(self, viewer, Expr::col(("comment", "id")).eq(id.uuid())).await
    }

    async fn find_many(&self, viewer: &Viewer, ids: &[CommentId]) -> Result<Vec<Comment>, StorageError> {
        let ids = ids.iter().map(|id| id.uuid());
        read::find_many(self, viewer, Expr::col(("comment", "id")).is_in(ids)).await
    }

    async fn find_number(&self, viewer: &Viewer, idea: IdeaId, number: i32) -> Result<Option<Comment>, StorageError> {
        let which = Expr::col(("comment", "idea_id")).eq(idea.uuid()).and(Expr::col(("comment", "number")).eq(number));
        read::find(self, viewer, which).await
    }

    async fn list(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        read::list(self, viewer, idea, order, page).await
    }

    async fn first_pages(
        &self,
        viewer: &Viewer,
        ideas: &[IdeaId],
        order: CommentOrder,
        size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
        read::first_pages(self, viewer, ideas, order, size).await
    }

    async fn by_viewer(
        &self,
        viewer: &Viewer,
        author: PersonId,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        author::by_viewer(self, viewer, author, page).await
    }

    async fn public_by(&self, author: PersonId, page: &PageRequest) -> Result<Page<ListedComment>, StorageError> {
        author::public_by(self, author, page).await
    }

    async fn before_thread(
        &self,
        idea: IdeaId,
        number: i32,
        order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError> {
        read::before_thread(self, idea, number, order).await
    }

    async fn revisions(&self, id: CommentId) -> Result<Vec<CommentRevision>, StorageError> {
        let rows = Entity::find()
            .filter(Column::CommentId.eq(id.uuid()))
            .order_by_asc(Column::Revision)
            .all(self.read())
            .await
            .map_err(sealed)?;
        rows.into_iter().map(revision).collect()
    }

    async fn take(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        past::take(self, comments).await
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
    })
}
