//! What ideas said before each edit.

use folkmoot_common::{Id, IdeaId, StorageError, Timestamp};
use folkmoot_ideas::{Ideas, Revision, Title};
use folkmoot_text::Markdown;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Store;
use crate::entity::idea_revision::{Column, Entity, Model};
use crate::error::sealed;

/// Newest first. Nobody edits further than that any more; of an idea that was edited oftener once, the newest.
pub(super) async fn of(store: &Store, ids: &[IdeaId]) -> Result<Vec<(IdeaId, Revision)>, StorageError> {
    let newest = Expr::cust("(SELECT idea.revision FROM idea WHERE idea.id = idea_revision.idea_id)");
    let rows = Entity::find()
        .filter(Column::IdeaId.is_in(ids.iter().map(|id| id.uuid())))
        .filter(Expr::col(Column::Revision).gte(newest.sub(Ideas::MOST_EDITS)))
        .order_by_asc(Column::IdeaId)
        .order_by_desc(Column::Revision)
        .all(store.read())
        .await
        .map_err(sealed)?;
    Ok(rows.into_iter().map(|row| (IdeaId::from_uuid(row.idea_id), revision(row))).collect())
}

fn revision(row: Model) -> Revision {
    Revision {
        revision: row.revision,
        title: Title::from_stored(row.title),
        body: Markdown::from_stored(row.body),
        written_at: Timestamp::from_micros(row.written_at),
        was_public: row.was_public,
    }
}
