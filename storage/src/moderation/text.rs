//! Decisions that change a text: words that are taken out, an edit that is published, and taking either back. A text that
//! changes gets a new revision, so that nobody decides or edits on top of what they haven't read; numbers are never reused.

use folkmoot_common::{CommentId, DecisionId, Id, IdeaId, StorageError, Timestamp};
use folkmoot_moderation::{Redacted, Target};
use folkmoot_text::{Markdown, POLICY, slug};
use sea_orm::{DatabaseTransaction, QueryResult};

use super::effect::Effect;
use super::stood::{Stood, digest};
use crate::sql::{all, get, one, run};

/// What a text shall say.
pub(crate) struct Text {
    pub(crate) title: Option<String>,
    pub(crate) body: Markdown,
    pub(crate) stance: Option<String>,
    pub(crate) language: Option<String>,
    /// When words were taken out of it; none when they stand as their author wrote them.
    pub(crate) redacted_at: Option<i64>,
    /// When its author wrote it so; none when that stays as it is.
    pub(crate) edited_at: Option<Option<i64>>,
}

/// What a decision takes away, as it is kept with it.
#[derive(Debug, Default)]
pub(super) struct Original {
    pub(super) title: Option<String>,
    pub(super) body: String,
    pub(super) stance: Option<String>,
    pub(super) language: Option<String>,
    /// Of an edit that waited: the revision that it was made on, its version, and when it was written.
    pub(super) waited: Option<(i32, i32, i64)>,
}

impl Original {
    /// Written once the decision has its row.
    pub(super) async fn keep(&self, tx: &DatabaseTransaction, decision: DecisionId) -> Result<(), StorageError> {
        const KEEP: &str = "INSERT INTO redaction (decision_id, title, body, stance, language, seen, version, written_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = [
            decision.uuid().into(),
            self.title.clone().into(),
            self.body.as_str().into(),
            self.stance.clone().into(),
            self.language.clone().into(),
            self.waited.map(|waited| waited.0).into(),
            self.waited.map(|waited| waited.1).into(),
            self.waited.map(|waited| waited.2).into(),
        ];
        run(tx, KEEP, values).await?;
        Ok(())
    }
}

/// Takes words out: what stood before leaves the public history too, and is kept for staff and for taking it back.
pub(super) async fn redact(
    tx: &DatabaseTransaction,
    target: Target,
    row: &QueryResult,
    left: &Redacted,
    at: Timestamp,
) -> Result<Effect, StorageError> {
    let text = Text {
        title: left.title.clone(),
        body: left.body.clone(),
        stance: None,
        language: None,
        redacted_at: Some(at.micros()),
        edited_at: None,
    };
    let past = public_past(tx, target).await?;
    let title = if let Target::Idea(_) = target { get(row, "title")? } else { None };
    let original = Original { title, body: get(row, "body")?, ..Original::default() };
    let mut effect = replace(tx, target, row, &text, false).await?;
    (effect.before.past, effect.original) = (past, Some(original));
    let withdraw = match target {
        Target::Idea(_) => "UPDATE idea_revision SET was_public = FALSE WHERE idea_id = $1",
        Target::Comment(_) => "UPDATE comment_revision SET withheld = TRUE WHERE comment_id = $1",
        Target::Person(_) => return Ok(effect),
    };
    run(tx, withdraw, [target.uuid().into()]).await?;
    put_on_top(tx, target).await?;
    Ok(effect)
}

/// The revisions that the public can read, the one that stands among them.
async fn public_past(tx: &DatabaseTransaction, target: Target) -> Result<Vec<i32>, StorageError> {
    let asked = match target {
        Target::Idea(_) => {
            "SELECT revision FROM idea_revision WHERE idea_id = $1 AND was_public \
             UNION SELECT revision FROM idea WHERE id = $1 AND shown_revision = revision ORDER BY revision"
        }
        Target::Comment(_) => {
            "SELECT revision FROM comment_revision WHERE comment_id = $1 AND NOT withheld \
             UNION SELECT revision FROM comment WHERE id = $1 AND state = 'published' ORDER BY revision"
        }
        Target::Person(_) => return Ok(Vec::new()),
    };
    all(tx, asked, [target.uuid().into()]).await?.iter().map(|row| get(row, "revision")).collect()
}

/// Gives the public back what it could read before words were taken out.
pub(super) async fn give_back(tx: &DatabaseTransaction, target: Target, past: &[i32]) -> Result<(), StorageError> {
    let again = match target {
        Target::Idea(_) => "UPDATE idea_revision SET was_public = TRUE WHERE idea_id = $1 AND revision = $2",
        Target::Comment(_) => "UPDATE comment_revision SET withheld = FALSE WHERE comment_id = $1 AND revision = $2",
        Target::Person(_) => return Ok(()),
    };
    for revision in past {
        run(tx, again, [target.uuid().into(), (*revision).into()]).await?;
    }
    put_on_top(tx, target).await
}

/// Replaces a text, keeping what stood in its history. `was_public` is whether the public may go on reading that there.
pub(super) async fn replace(
    tx: &DatabaseTransaction,
    target: Target,
    row: &QueryResult,
    text: &Text,
    was_public: bool,
) -> Result<Effect, StorageError> {
    match target {
        Target::Idea(id) => replace_idea(tx, id, row, text, was_public).await,
        Target::Comment(id) => replace_comment(tx, id, row, text, was_public).await,
        Target::Person(_) => Err(StorageError::corrupt("a person has no text")),
    }
}

async fn replace_idea(
    tx: &DatabaseTransaction,
    id: IdeaId,
    row: &QueryResult,
    text: &Text,
    was_public: bool,
) -> Result<Effect, StorageError> {
    const KEEP: &str = "INSERT INTO idea_revision (idea_id, revision, title, body, written_at, was_public) \
         SELECT id, revision, title, body, coalesce(edited_at, created_at), $2 AND coalesce(shown_revision = revision, FALSE) \
         FROM idea WHERE id = $1 ON CONFLICT DO NOTHING";
    run(tx, KEEP, [id.uuid().into(), was_public.into()]).await?;
    let (old_title, old_body): (String, String) = (get(row, "title")?, get(row, "body")?);
    let title = text.title.clone().unwrap_or_else(|| old_title.clone());
    const WRITE: &str = "UPDATE idea SET title = $2, slug = $3, body = $4, html = $5, html_policy = $6, \
         language = coalesce($7, language), redacted_at = $8, edited_at = CASE WHEN $9 THEN $10 ELSE edited_at END, \
         revision = revision + 1, \
         shown_revision = CASE WHEN shown_revision = revision THEN revision + 1 ELSE shown_revision END \
         WHERE id = $1 RETURNING revision";
    let values = [
        id.uuid().into(),
        title.as_str().into(),
        slug(&title).into(),
        text.body.as_str().into(),
        text.body.to_html().as_str().into(),
        POLICY.into(),
        text.language.clone().into(),
        text.redacted_at.into(),
        text.edited_at.is_some().into(),
        text.edited_at.flatten().into(),
    ];
    let written = one(tx, WRITE, values).await?.ok_or_else(|| StorageError::corrupt("an idea vanished"))?;
    let mut effect = changed(row, &written, (Some(&old_title), &old_body), (Some(&title), text))?;
    effect.before.language = get(row, "language")?;
    Ok(effect)
}

async fn replace_comment(
    tx: &DatabaseTransaction,
    id: CommentId,
    row: &QueryResult,
    text: &Text,
    was_public: bool,
) -> Result<Effect, StorageError> {
    const KEEP: &str = "INSERT INTO comment_revision (comment_id, revision, body, stance, written_at, withheld) \
         SELECT id, revision, body, stance, coalesce(edited_at, created_at), NOT $2 FROM comment WHERE id = $1 \
         ON CONFLICT DO NOTHING";
    run(tx, KEEP, [id.uuid().into(), was_public.into()]).await?;
    let old_body: String = get(row, "body")?;
    const WRITE: &str = "UPDATE comment SET body = $2, html = $3, html_policy = $4, stance = coalesce($5, stance), \
         redacted_at = $6, edited_at = CASE WHEN $7 THEN $8 ELSE edited_at END, revision = revision + 1 WHERE id = $1 RETURNING revision";
    let values = [
        id.uuid().into(),
        text.body.as_str().into(),
        text.body.to_html().as_str().into(),
        POLICY.into(),
        text.stance.clone().into(),
        text.redacted_at.into(),
        text.edited_at.is_some().into(),
        text.edited_at.flatten().into(),
    ];
    let written = one(tx, WRITE, values).await?.ok_or_else(|| StorageError::corrupt("a comment vanished"))?;
    let mut effect = changed(row, &written, (None, &old_body), (None, text))?;
    effect.before.stance = get(row, "stance")?;
    Ok(effect)
}

fn changed(
    row: &QueryResult,
    written: &QueryResult,
    old: (Option<&str>, &str),
    (title, text): (Option<&str>, &Text),
) -> Result<Effect, StorageError> {
    let before = Stood {
        revision: Some(get(row, "revision")?),
        text: Some(digest(old.0, old.1)),
        redacted_at: get(row, "redacted_at")?,
        edited_at: get(row, "edited_at")?,
        ..Stood::default()
    };
    let after = Stood {
        revision: Some(get(written, "revision")?),
        text: Some(digest(title, text.body.as_str())),
        redacted_at: text.redacted_at,
        ..Stood::default()
    };
    Ok(Effect { before, after, ..Effect::default() })
}

/// The edit that waits, and the revision that it was made on.
pub(super) async fn pending(tx: &DatabaseTransaction, target: Target) -> Result<Option<(i32, Text)>, StorageError> {
    const FIND: &str = "SELECT seen, title, body, stance, language, written_at FROM pending_edit \
         WHERE subject_kind = $1 AND subject_id = $2";
    let Some(row) = one(tx, FIND, [target.kind().into(), target.uuid().into()]).await? else { return Ok(None) };
    let text = Text {
        title: get(&row, "title")?,
        body: Markdown::from_stored(get(&row, "body")?),
        stance: get(&row, "stance")?,
        language: get(&row, "language")?,
        redacted_at: None,
        edited_at: Some(Some(get(&row, "written_at")?)),
    };
    Ok(Some((get(&row, "seen")?, text)))
}

/// Takes the edit out of waiting, to be kept with the decision on it: undone, it waits again.
pub(super) async fn take_pending(tx: &DatabaseTransaction, target: Target) -> Result<Option<Original>, StorageError> {
    const TAKE: &str = "DELETE FROM pending_edit WHERE subject_kind = $1 AND subject_id = $2 \
         RETURNING title, body, stance, language, seen, version, written_at";
    let Some(row) = one(tx, TAKE, [target.kind().into(), target.uuid().into()]).await? else { return Ok(None) };
    Ok(Some(Original {
        title: get(&row, "title")?,
        body: get(&row, "body")?,
        stance: get(&row, "stance")?,
        language: get(&row, "language")?,
        waited: Some((get(&row, "seen")?, get(&row, "version")?, get(&row, "written_at")?)),
    }))
}

/// The edit that a decision took out of waiting waits again, on top of this revision or of the one it was made on. One
/// that its author wrote since stands in its place.
pub(super) async fn wait_again(
    tx: &DatabaseTransaction,
    decision: DecisionId,
    target: Target,
    on: Option<i32>,
) -> Result<(), StorageError> {
    const AGAIN: &str = "INSERT INTO pending_edit (subject_kind, subject_id, seen, title, body, stance, language, written_at, \
         version) SELECT $1, $2, coalesce($4, seen), title, body, stance, language, written_at, version FROM redaction \
         WHERE decision_id = $3 AND seen IS NOT NULL \
         ON CONFLICT (subject_kind, subject_id) DO UPDATE SET seen = excluded.seen";
    run(tx, AGAIN, [target.kind().into(), target.uuid().into(), decision.uuid().into(), on.into()]).await?;
    Ok(())
}

/// Forgets the edit that waits; with an idea's, those of the comments under it.
pub(super) async fn drop_pending(tx: &DatabaseTransaction, target: Target) -> Result<(), StorageError> {
    const DROP: &str = "DELETE FROM pending_edit WHERE (subject_kind = $1 AND subject_id = $2) \
         OR ($1 = 'idea' AND subject_kind = 'comment' AND subject_id IN (SELECT id FROM comment WHERE idea_id = $2))";
    run(tx, DROP, [target.kind().into(), target.uuid().into()]).await?;
    Ok(())
}

/// Forgets the edit of this alone, and closes its place in the queue: its author has written something else, or has
/// thought better of it.
pub(crate) async fn drop_edit(tx: &DatabaseTransaction, target: Target) -> Result<(), StorageError> {
    const CLOSE: &str = "UPDATE queue_item SET closed_at = {now}, changed_at = {now}, locked_by = NULL, locked_until = NULL \
         WHERE kind = 'edit' AND subject_kind = $1 AND subject_id = $2 AND closed_at IS NULL";
    const DROP: &str = "DELETE FROM pending_edit WHERE subject_kind = $1 AND subject_id = $2";
    for statement in [CLOSE, DROP] {
        run(tx, statement, [target.kind().into(), target.uuid().into()]).await?;
    }
    Ok(())
}

/// Words were taken out of what an edit was made on, or put back: whoever decides on the edit reads it anew, against what
/// stands now.
async fn put_on_top(tx: &DatabaseTransaction, target: Target) -> Result<(), StorageError> {
    let table = target.kind();
    let moved = format!(
        "UPDATE pending_edit SET version = version + 1, seen = (SELECT revision FROM {table} WHERE id = $2) \
         WHERE subject_kind = $1 AND subject_id = $2"
    );
    run(tx, &moved, [table.into(), target.uuid().into()]).await?;
    const CHANGED: &str = "UPDATE queue_item SET changed_at = {now} WHERE kind = 'edit' AND subject_kind = $1 \
         AND subject_id = $2 AND closed_at IS NULL";
    run(tx, CHANGED, [table.into(), target.uuid().into()]).await?;
    Ok(())
}

/// Keeps an edit until a moderator has looked; one that waits already is replaced.
pub(crate) async fn keep_pending(
    tx: &DatabaseTransaction,
    target: Target,
    seen: i32,
    text: &Text,
    at: Timestamp,
) -> Result<(), StorageError> {
    const KEEP: &str = "INSERT INTO pending_edit (subject_kind, subject_id, seen, title, body, stance, language, written_at, \
         version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT (subject_kind, subject_id) DO UPDATE SET \
         seen = excluded.seen, title = excluded.title, body = excluded.body, stance = excluded.stance, \
         language = excluded.language, written_at = excluded.written_at, version = pending_edit.version + 1";
    let values = [
        target.kind().into(),
        target.uuid().into(),
        seen.into(),
        text.title.clone().into(),
        text.body.as_str().into(),
        text.stance.clone().into(),
        text.language.clone().into(),
        at.micros().into(),
    ];
    run(tx, KEEP, values).await?;
    Ok(())
}
