//! Editing and deleting a comment.

use folkmoot_comments::EditComment;
use folkmoot_common::{CommentId, Id, IdeaId, StorageError, Tally};
use folkmoot_text::POLICY;
use sea_orm::{ConnectionTrait, DatabaseTransaction};

use crate::Store;
use crate::error::sealed;
use crate::sql::statement;

/// Keeps what stood and writes what shall stand; `false` when it is no longer what the author saw.
pub(super) async fn edit(store: &Store, edit: EditComment) -> Result<bool, StorageError> {
    let html = edit.text.body.to_html();
    let tx = store.begin().await?;
    // Two edits of one revision race for this row; the loser inserts nothing.
    let kept = statement(
        store.backend(),
        "INSERT INTO comment_revision (comment_id, revision, body, stance, written_at) \
         SELECT id, revision, body, stance, coalesce(edited_at, created_at) FROM comment \
         WHERE id = $1 AND revision = $2 AND state IN ('published', 'held') ON CONFLICT DO NOTHING",
        [edit.id.uuid().into(), edit.seen.into()],
    );
    if tx.execute_raw(kept).await.map_err(sealed)?.rows_affected() == 0 {
        return Ok(false);
    }
    let changed = statement(
        store.backend(),
        "UPDATE comment SET body = $3, stance = $4, html = $5, html_policy = $6, edited_at = $7, revision = revision + 1 \
         WHERE id = $1 AND revision = $2 AND state IN ('published', 'held')",
        [
            edit.id.uuid().into(),
            edit.seen.into(),
            edit.text.body.as_str().into(),
            edit.text.stance.as_str().to_lowercase().into(),
            html.as_str().into(),
            POLICY.into(),
            edit.at.micros().into(),
        ],
    );
    if tx.execute_raw(changed).await.map_err(sealed)?.rows_affected() == 0 {
        return Ok(false);
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Empties a comment and its history for good; its place in the thread stays. `None` when it is neither published nor
/// held: it is gone already, or a moderator hid it.
pub(super) async fn delete(store: &Store, id: CommentId) -> Result<Option<Tally>, StorageError> {
    let tx = store.begin().await?;
    let (idea, counted) = match empty(store, &tx, id, "published").await? {
        Some(idea) => (idea, 1_i64),
        // What waits for a moderator was never counted.
        None => match empty(store, &tx, id, "held").await? {
            Some(idea) => (idea, 0_i64),
            None => return Ok(None),
        },
    };
    let forgotten =
        statement(store.backend(), "DELETE FROM comment_revision WHERE comment_id = $1", [id.uuid().into()]);
    tx.execute_raw(forgotten).await.map_err(sealed)?;
    let moved = statement(
        store.backend(),
        "UPDATE tally SET comments = comments - $2, version = version + 1 WHERE idea_id = $1 \
         RETURNING support, oppose, comments, version",
        [idea.into(), counted.into()],
    );
    let row = tx.query_one_raw(moved).await.map_err(sealed)?;
    let row = row.ok_or_else(|| StorageError::corrupt("a comment's idea has no tally"))?;
    tx.commit().await.map_err(sealed)?;
    let count = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    Ok(Some(Tally {
        idea: IdeaId::from_uuid(idea),
        support: count("support")?,
        oppose: count("oppose")?,
        comments: count("comments")?,
        version: count("version")?,
    }))
}

/// Empties the comment if it stands in this state; gives its idea.
async fn empty(
    store: &Store,
    tx: &DatabaseTransaction,
    id: CommentId,
    state: &str,
) -> Result<Option<uuid::Uuid>, StorageError> {
    let emptied = statement(
        store.backend(),
        "UPDATE comment SET state = 'deleted', body = '', html = NULL, html_policy = NULL, stance = 'neutral' \
         WHERE id = $1 AND state = $2 RETURNING idea_id",
        [id.uuid().into(), state.into()],
    );
    let row = tx.query_one_raw(emptied).await.map_err(sealed)?;
    row.map(|row| row.try_get("", "idea_id").map_err(sealed)).transpose()
}
