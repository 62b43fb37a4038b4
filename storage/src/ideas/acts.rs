//! The acts on ideas: posting, editing, moving. Each is one transaction, and text is rendered before it begins: while a
//! transaction writes, nobody else does on SQLite.

use folkmoot_common::{Id, IdeaId, Look, PersonId, StorageError, Timestamp};
use folkmoot_ideas::{Because, EditIdea, Idea, IdeaStatus, NewIdea};
use folkmoot_moderation::{ItemKind, Target};
use folkmoot_text::{POLICY, SafeHtml, slug};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};

use super::{labels, row};
use crate::Store;
use crate::error::sealed;
use crate::moderation::{Opening, Text, drop_edit, keep_pending, note_print, queue};
use crate::sql::{PUBLIC_SINCE, get, one, run, statement, trend};
use crate::telling::tell_taken_back;

pub(super) async fn insert(store: &Store, new: NewIdea) -> Result<Option<Idea>, StorageError> {
    let html = new.text.body.to_html();
    let tx = store.begin().await?;
    if tx.execute_raw(words(store, &new, &html)).await.map_err(sealed)?.rows_affected() == 0 {
        // Either the campaign isn't open, or it is there already.
        return posted(&tx, &new).await;
    }
    let tally = format!(
        "INSERT INTO tally (idea_id, campaign_id, listed, votable, trend, born_at, status) \
         VALUES ($1, $2, $3, $3, {}, $4, $5)",
        trend("CAST($4 AS BIGINT)", "0", "0")
    );
    let values = [
        new.id.uuid().into(),
        new.campaign.uuid().into(),
        new.status.is_public().into(),
        new.at.micros().into(),
        new.status.as_str().to_lowercase().into(),
    ];
    tx.execute_raw(statement(store.backend(), &tally, values)).await.map_err(sealed)?;
    let said = (Some(new.text.title.as_str()), new.text.body.as_str());
    note_print(&tx, said, new.author, new.id.uuid(), new.at).await?;
    if new.status == IdeaStatus::Submitted || !new.look.hunches.is_empty() {
        to_moderators(&tx, ItemKind::Idea, (new.id, new.author), said, (&new.look, new.at)).await?;
    }
    if let Some(place) = new.place {
        labels::put(&tx, new.id, place).await?;
    }
    let idea = posted(&tx, &new).await?;
    let idea = idea.ok_or_else(|| StorageError::corrupt("an idea vanished as it was posted"))?;
    tx.commit().await.map_err(sealed)?;
    Ok(Some(idea))
}

/// An insert that finds the idea there already would use up a public number: it looks first, and the constraint settles
/// what races.
fn words(store: &Store, new: &NewIdea, html: &SafeHtml) -> Statement {
    let listed = new.status.is_public();
    statement(
        store.backend(),
        "INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at, \
         published_at, shown_revision, language, revision) SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1 \
         FROM campaign WHERE id = $2 AND opens_at <= {now} AND (closes_at IS NULL OR closes_at > {now}) \
         AND NOT EXISTS (SELECT 1 FROM idea WHERE id = $1) ON CONFLICT (id) DO NOTHING",
        [
            new.id.uuid().into(),
            new.campaign.uuid().into(),
            new.author.uuid().into(),
            new.text.title.as_str().into(),
            slug(new.text.title.as_str()).into(),
            new.text.body.as_str().into(),
            html.as_str().into(),
            POLICY.into(),
            new.status.as_str().to_lowercase().into(),
            new.at.micros().into(),
            listed.then(|| new.at.micros()).into(),
            listed.then_some(1_i32).into(),
            new.text.language.as_str().into(),
        ],
    )
}

/// The idea of this id and author, as the transaction sees it.
async fn posted(tx: &DatabaseTransaction, new: &NewIdea) -> Result<Option<Idea>, StorageError> {
    let mut select = row::select_with_html();
    select
        .and_where(Expr::col(("idea", "id")).eq(new.id.uuid()))
        .and_where(Expr::col(("idea", "author_id")).eq(new.author.uuid()));
    tx.query_one(&select).await.map_err(sealed)?.as_ref().map(row::whole).transpose()
}

/// Puts an idea's words before the moderators.
async fn to_moderators(
    tx: &DatabaseTransaction,
    kind: ItemKind,
    (id, author): (IdeaId, PersonId),
    text: (Option<&str>, &str),
    (look, at): (&Look, Timestamp),
) -> Result<(), StorageError> {
    queue::open(tx, &Opening { kind, target: Target::Idea(id), idea: Some(id), author, at, look, text }).await
}

pub(super) async fn edit(store: &Store, edit: EditIdea) -> Result<bool, StorageError> {
    let html = edit.text.body.to_html();
    let tx = store.begin().await?;
    let said = (Some(edit.text.title.as_str()), edit.text.body.as_str());
    if edit.waits {
        let waits = wait(&tx, &edit, said).await?;
        tx.commit().await.map_err(sealed)?;
        return Ok(waits);
    }
    // Two edits of one revision race for this row; the loser inserts nothing.
    let kept = statement(
        store.backend(),
        "INSERT INTO idea_revision (idea_id, revision, title, body, written_at, was_public) \
         SELECT id, revision, title, body, coalesce(edited_at, created_at), coalesce(shown_revision = revision, FALSE) \
         FROM idea WHERE id = $1 AND revision = $2 AND status = $3 ON CONFLICT DO NOTHING",
        [edit.id.uuid().into(), edit.seen.into(), edit.status.as_str().to_lowercase().into()],
    );
    if tx.execute_raw(kept).await.map_err(sealed)?.rows_affected() == 0 {
        return Ok(false);
    }
    // What was rejected is sent in again by being mended.
    let again = edit.status == IdeaStatus::Rejected;
    let to = if again { IdeaStatus::Submitted } else { edit.status };
    const CHANGE: &str = "UPDATE idea SET title = $3, slug = $4, body = $5, html = $6, html_policy = $7, edited_at = $8, \
         language = $11, status = $12, revision = revision + 1, \
         shown_revision = CASE WHEN $9 AND hidden_at IS NULL THEN revision + 1 ELSE shown_revision END \
         WHERE id = $1 AND revision = $2 AND status = $10 RETURNING author_id, hidden_at";
    let changed = [
        edit.id.uuid().into(),
        edit.seen.into(),
        edit.text.title.as_str().into(),
        slug(edit.text.title.as_str()).into(),
        edit.text.body.as_str().into(),
        html.as_str().into(),
        POLICY.into(),
        edit.at.micros().into(),
        edit.status.is_public().into(),
        edit.status.as_str().to_lowercase().into(),
        edit.text.language.as_str().into(),
        to.as_str().to_lowercase().into(),
    ];
    let Some(row) = one(&tx, CHANGE, changed).await? else { return Ok(false) };
    if again {
        let listing = "UPDATE tally SET status = 'submitted' WHERE idea_id = $1";
        run(&tx, listing, [edit.id.uuid().into()]).await?;
    }
    // One that waited was made on what stands no more, and says what its author doesn't say any more.
    drop_edit(&tx, Target::Idea(edit.id)).await?;
    let author = PersonId::from_uuid(get(&row, "author_id")?);
    let hidden = get::<Option<i64>>(&row, "hidden_at")?.is_some();
    // What waits shows its new words where it waits already; what is hidden is looked at again.
    if to == IdeaStatus::Submitted || hidden || !edit.look.hunches.is_empty() {
        to_moderators(&tx, ItemKind::Idea, (edit.id, author), said, (&edit.look, edit.at)).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Forgets the edit that waits. The idea is held first, as everywhere.
pub(super) async fn take_back_edit(store: &Store, id: IdeaId) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    run(&tx, "UPDATE idea SET revision = revision WHERE id = $1", [id.uuid().into()]).await?;
    drop_edit(&tx, Target::Idea(id)).await?;
    tx.commit().await.map_err(sealed)
}

/// Keeps the edit until a moderator has looked. `false` when the idea is no longer what its author saw.
async fn wait(tx: &DatabaseTransaction, edit: &EditIdea, said: (Option<&str>, &str)) -> Result<bool, StorageError> {
    const STANDS: &str = "UPDATE idea SET revision = revision WHERE id = $1 AND revision = $2 AND status = $3 \
         RETURNING author_id";
    let values = [edit.id.uuid().into(), edit.seen.into(), edit.status.as_str().to_lowercase().into()];
    let Some(row) = one(tx, STANDS, values).await? else { return Ok(false) };
    let text = Text {
        title: Some(edit.text.title.as_str().to_owned()),
        body: edit.text.body.clone(),
        stance: None,
        language: Some(edit.text.language.as_str().to_owned()),
        redacted_at: None,
        edited_at: None,
    };
    keep_pending(tx, Target::Idea(edit.id), edit.seen, &text, edit.at).await?;
    let author = PersonId::from_uuid(get(&row, "author_id")?);
    to_moderators(tx, ItemKind::Edit, (edit.id, author), said, (&edit.look, edit.at)).await?;
    Ok(true)
}

pub(super) async fn shift(
    store: &Store,
    id: IdeaId,
    from: IdeaStatus,
    to: IdeaStatus,
    because: Because<'_>,
) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let withdrawn_because = because.reason.filter(|_| to == IdeaStatus::Withdrawn);
    let words = format!(
        "UPDATE idea SET status = $3, withdrawn_because = $4, \
         published_at = CASE WHEN $5 THEN {PUBLIC_SINCE} ELSE published_at END, \
         shown_revision = CASE WHEN $5 AND hidden_at IS NULL THEN revision ELSE shown_revision END \
         WHERE id = $1 AND status = $2"
    );
    let moved = statement(
        store.backend(),
        &words,
        [
            id.uuid().into(),
            from.as_str().to_lowercase().into(),
            to.as_str().to_lowercase().into(),
            withdrawn_because.into(),
            to.is_public().into(),
        ],
    );
    if tx.execute_raw(moved).await.map_err(sealed)?.rows_affected() == 0 {
        return Ok(false);
    }
    // Before the tally, as everywhere: whoever decides on a comment under it holds its item, then wants the tally.
    if to == IdeaStatus::Withdrawn {
        queue::drop_open(&tx, Target::Idea(id), (because.farewells, because.at)).await?;
        if from.is_public() {
            tell_taken_back(&tx, id, because.taken_back, because.at).await?;
        }
    }
    let listing = statement(
        store.backend(),
        "UPDATE tally SET status = $4, listed = ($2 AND hidden.hidden_at IS NULL), \
         votable = ($3 AND hidden.hidden_at IS NULL) \
         FROM idea AS hidden WHERE tally.idea_id = $1 AND hidden.id = tally.idea_id",
        [id.uuid().into(), to.is_public().into(), to.is_open().into(), to.as_str().to_lowercase().into()],
    );
    tx.execute_raw(listing).await.map_err(sealed)?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}
