//! Editing and deleting a comment.

use folkmoot_comments::EditComment;
use folkmoot_common::{CommentId, Farewell, Id, IdeaId, PersonId, StorageError, Tally, Timestamp};
use folkmoot_moderation::{ItemKind, Target};
use folkmoot_text::{POLICY, SafeHtml};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

use crate::Store;
use crate::error::sealed;
use crate::ideas::{MODE, mode};
use crate::moderation::{Opening, Text, drop_edit, keep_pending, queue};
use crate::sql::{get, one, run, statement};

/// Keeps what stood and writes what shall stand, or keeps the edit where a change of something public must wait; `false`
/// when it is no longer what the author saw. What was hidden waits again once it is mended.
pub(super) async fn edit(store: &Store, edit: EditComment) -> Result<bool, StorageError> {
    let html = edit.text.body.to_html();
    let tx = store.begin().await?;
    // Two edits of one revision race for this row; the loser finds another revision.
    let stands = format!(
        "UPDATE comment SET revision = revision WHERE id = $1 AND revision = $2 AND state <> 'deleted' \
         RETURNING idea_id, author_id, state, (SELECT {MODE} FROM tally WHERE tally.idea_id = comment.idea_id) AS mode"
    );
    let Some(row) = one(&tx, &stands, [edit.id.uuid().into(), edit.seen.into()]).await? else { return Ok(false) };
    let state: String = get(&row, "state")?;
    let holds = mode(&get::<String>(&row, "mode")?)?.holds(&edit.look);
    let (idea, author) = (IdeaId::from_uuid(get(&row, "idea_id")?), PersonId::from_uuid(get(&row, "author_id")?));
    let opening = |kind| Opening {
        kind,
        target: Target::Comment(edit.id),
        idea: Some(idea),
        author,
        at: edit.at,
        look: &edit.look,
        text: (None, edit.text.body.as_str()),
    };
    if state == "published" && holds {
        let text = Text {
            title: None,
            body: edit.text.body.clone(),
            stance: Some(edit.text.stance.as_str().to_lowercase()),
            language: None,
            redacted_at: None,
            edited_at: None,
        };
        keep_pending(&tx, Target::Comment(edit.id), edit.seen, &text, edit.at).await?;
        queue::open(&tx, &opening(ItemKind::Edit)).await?;
        tx.commit().await.map_err(sealed)?;
        return Ok(true);
    }
    write(&tx, &edit, &html).await?;
    drop_edit(&tx, Target::Comment(edit.id)).await?;
    if state != "published" || !edit.look.hunches.is_empty() {
        queue::open(&tx, &opening(ItemKind::Comment)).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Forgets the edit that waits. The comment is held first, as everywhere.
pub(super) async fn take_back(store: &Store, id: CommentId) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    run(&tx, "UPDATE comment SET revision = revision WHERE id = $1", [id.uuid().into()]).await?;
    drop_edit(&tx, Target::Comment(id)).await?;
    tx.commit().await.map_err(sealed)
}

async fn write(tx: &DatabaseTransaction, edit: &EditComment, html: &SafeHtml) -> Result<(), StorageError> {
    const KEEP: &str = "INSERT INTO comment_revision (comment_id, revision, body, stance, written_at, withheld) \
         SELECT id, revision, body, stance, coalesce(edited_at, created_at), state <> 'published' FROM comment \
         WHERE id = $1 ON CONFLICT DO NOTHING";
    run(tx, KEEP, [edit.id.uuid().into()]).await?;
    const CHANGE: &str = "UPDATE comment SET body = $2, stance = $3, html = $4, html_policy = $5, edited_at = $6, \
         revision = revision + 1, state = CASE WHEN state = 'hidden' THEN 'held' ELSE state END WHERE id = $1";
    let values = [
        edit.id.uuid().into(),
        edit.text.body.as_str().into(),
        edit.text.stance.as_str().to_lowercase().into(),
        html.as_str().into(),
        POLICY.into(),
        edit.at.micros().into(),
    ];
    run(tx, CHANGE, values).await?;
    Ok(())
}

/// Empties a comment and its history for good; its place in the thread stays. `None` when it is gone already.
pub(super) async fn delete(
    store: &Store,
    id: CommentId,
    farewells: (&[Farewell], Timestamp),
) -> Result<Option<Tally>, StorageError> {
    let tx = store.begin().await?;
    let (idea, counted) = match empty(store, &tx, id, "published").await? {
        Some(idea) => (idea, 1_i64),
        // What waits for a moderator was never counted.
        None => match empty(store, &tx, id, "held").await? {
            Some(idea) => (idea, 0_i64),
            None => match empty(store, &tx, id, "hidden").await? {
                Some(idea) => (idea, 0_i64),
                None => return Ok(None),
            },
        },
    };
    queue::drop_open(&tx, Target::Comment(id), farewells).await?;
    queue::forget_words(&tx, Target::Comment(id)).await?;
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
        "UPDATE comment SET was_public = (was_public OR state = 'published'), state = 'deleted', body = '', html = NULL, \
         html_policy = NULL, stance = 'neutral' WHERE id = $1 AND state = $2 RETURNING idea_id",
        [id.uuid().into(), state.into()],
    );
    let row = tx.query_one_raw(emptied).await.map_err(sealed)?;
    row.map(|row| row.try_get("", "idea_id").map_err(sealed)).transpose()
}
