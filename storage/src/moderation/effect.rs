//! What a decision changes on ideas, comments and people, as the tables have them. Each gives how it stood and how it
//! stands, and the tally that moved, if one did.

use folkmoot_common::{CommentId, Id, IdeaId, PersonId, StorageError, Tally, Timestamp};
use sea_orm::{DatabaseTransaction, DbBackend, QueryResult};
use uuid::Uuid;

use super::stood::Stood;
use super::text::Original;
use crate::sql::{PUBLIC_SINCE, get, one, run};
use crate::telling;

/// What changed.
#[derive(Debug, Default)]
pub(super) struct Effect {
    pub(super) before: Stood,
    pub(super) after: Stood,
    pub(super) tallies: Vec<Tally>,
    /// What was taken away, to be kept with the decision.
    pub(super) original: Option<Original>,
}

/// An idea's row, held.
pub(crate) async fn hold_idea(tx: &DatabaseTransaction, id: IdeaId) -> Result<Option<QueryResult>, StorageError> {
    let asked = "SELECT id, number, campaign_id, status, hidden_at, published_at, shown_revision, title, body, language, \
         edited_at, revision, redacted_at, merged_into FROM idea WHERE id = $1";
    one(tx, &held(tx, asked), [id.uuid().into()]).await
}

/// A comment's row, held.
pub(super) async fn hold_comment(tx: &DatabaseTransaction, id: CommentId) -> Result<Option<QueryResult>, StorageError> {
    let asked = "SELECT id, idea_id, state, body, stance, edited_at, revision, redacted_at FROM comment WHERE id = $1";
    one(tx, &held(tx, asked), [id.uuid().into()]).await
}

/// SQLite has one writer, and no words for holding a row.
pub(crate) fn held(tx: &DatabaseTransaction, asked: &str) -> String {
    use sea_orm::ConnectionTrait as _;
    let hold = if tx.get_database_backend() == DbBackend::Postgres { " FOR NO KEY UPDATE" } else { "" };
    format!("{asked}{hold}")
}

/// Puts an idea to this status, hidden since then or not, and its listing with it. What becomes public is noted as read.
pub(crate) async fn stand_idea(
    tx: &DatabaseTransaction,
    id: IdeaId,
    status: &str,
    hidden_at: Option<i64>,
) -> Result<(), StorageError> {
    let known = folkmoot_ideas::IdeaStatus::parse(status);
    let known = known.ok_or_else(|| StorageError::corrupt(format!("an idea has the status {status}")))?;
    let seen = hidden_at.is_none();
    let stand = format!(
        "UPDATE idea SET status = $2, hidden_at = $3, \
         published_at = CASE WHEN $4 THEN {PUBLIC_SINCE} ELSE published_at END, \
         shown_revision = CASE WHEN $4 THEN revision ELSE shown_revision END WHERE id = $1"
    );
    let public = known.is_public() && seen;
    run(tx, &stand, [id.uuid().into(), status.into(), hidden_at.into(), public.into()]).await?;
    const LIST: &str = "UPDATE tally SET status = $2, listed = $3, votable = $4 WHERE idea_id = $1";
    run(tx, LIST, [id.uuid().into(), status.into(), public.into(), (known.is_open() && seen).into()]).await?;
    Ok(())
}

/// How an idea stands, from its row.
pub(super) fn of_idea(row: &QueryResult) -> Result<Stood, StorageError> {
    Ok(Stood {
        status: Some(get(row, "status")?),
        hidden_at: get(row, "hidden_at")?,
        published_at: get(row, "published_at")?,
        shown_revision: get(row, "shown_revision")?,
        ..Stood::default()
    })
}

/// What was never public before a decision that is taken back never was: nobody is known for it.
pub(super) async fn unshow(tx: &DatabaseTransaction, id: IdeaId, before: &Stood) -> Result<(), StorageError> {
    const UNSHOW: &str = "UPDATE idea SET published_at = $2, shown_revision = $3 WHERE id = $1";
    run(tx, UNSHOW, [id.uuid().into(), before.published_at.into(), before.shown_revision.into()]).await?;
    Ok(())
}

/// Moves an idea; says how it stood and stands.
pub(super) async fn idea(
    tx: &DatabaseTransaction,
    id: IdeaId,
    row: &QueryResult,
    status: Option<&str>,
    hidden_at: Option<Option<i64>>,
) -> Result<Effect, StorageError> {
    let before = of_idea(row)?;
    let after = Stood {
        status: status.map(str::to_owned).or_else(|| before.status.clone()),
        hidden_at: hidden_at.unwrap_or(before.hidden_at),
        ..Stood::default()
    };
    stand_idea(tx, id, after.status.as_deref().unwrap_or_default(), after.hidden_at).await?;
    telling::hidden_otherwise(tx, id, (before.hidden_at, after.hidden_at)).await?;
    Ok(Effect { before, after, ..Effect::default() })
}

/// Puts a comment to this state, and counts it or not.
pub(super) async fn comment(
    tx: &DatabaseTransaction,
    id: CommentId,
    row: &QueryResult,
    state: &str,
) -> Result<Effect, StorageError> {
    let was: String = get(row, "state")?;
    // Its place in the thread stays where everybody has seen it: not where a yes is taken back as a slip.
    const STAND: &str = "UPDATE comment SET was_public = (was_public OR (state = 'published' AND $2 <> 'held')), state = $2 \
         WHERE id = $1";
    run(tx, STAND, [id.uuid().into(), state.into()]).await?;
    let by = i64::from(state == "published") - i64::from(was == "published");
    let tallies = if by == 0 { Vec::new() } else { vec![count(tx, get(row, "idea_id")?, by).await?] };
    let stood = |state: String| Stood { status: Some(state), ..Stood::default() };
    Ok(Effect { before: stood(was), after: stood(state.to_owned()), tallies, original: None })
}

/// Moves the count of an idea's comments.
pub(super) async fn count(tx: &DatabaseTransaction, idea: Uuid, by: i64) -> Result<Tally, StorageError> {
    const COUNT: &str = "UPDATE tally SET comments = comments + $2, version = version + 1 WHERE idea_id = $1 \
         RETURNING support, oppose, comments, version";
    let row = one(tx, COUNT, [idea.into(), by.into()]).await?;
    tally(idea, &row.ok_or_else(|| StorageError::corrupt("a comment's idea has no tally"))?)
}

pub(super) fn tally(idea: Uuid, row: &QueryResult) -> Result<Tally, StorageError> {
    Ok(Tally {
        idea: IdeaId::from_uuid(idea),
        support: get(row, "support")?,
        oppose: get(row, "oppose")?,
        comments: get(row, "comments")?,
        version: get(row, "version")?,
    })
}

/// Moves an idea to another campaign, its tally with it. `None` when there is no such campaign.
pub(super) async fn campaign(
    tx: &DatabaseTransaction,
    id: IdeaId,
    row: &QueryResult,
    to: Uuid,
) -> Result<Option<Effect>, StorageError> {
    if one(tx, "SELECT 1 AS one FROM campaign WHERE id = $1", [to.into()]).await?.is_none() {
        return Ok(None);
    }
    run(tx, "UPDATE idea SET campaign_id = $2 WHERE id = $1", [id.uuid().into(), to.into()]).await?;
    run(tx, "UPDATE tally SET campaign_id = $2 WHERE idea_id = $1", [id.uuid().into(), to.into()]).await?;
    let stood = |campaign| Stood { campaign: Some(campaign), ..Stood::default() };
    Ok(Some(Effect { before: stood(get(row, "campaign_id")?), after: stood(to), ..Effect::default() }))
}

/// A person's standing, held.
async fn hold_person(tx: &DatabaseTransaction, id: PersonId) -> Result<Stood, StorageError> {
    let asked = held(tx, "SELECT trusted_at, suspended_until FROM person WHERE id = $1");
    let row = one(tx, &asked, [id.uuid().into()]).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("an author is nobody"))?;
    Ok(Stood {
        trusted_at: get(&row, "trusted_at")?,
        suspended_until: get(&row, "suspended_until")?,
        ..Stood::default()
    })
}

/// Trusts a person from now on; notes whether that is new.
pub(super) async fn trust(
    tx: &DatabaseTransaction,
    id: PersonId,
    at: Timestamp,
    effect: &mut Effect,
) -> Result<(), StorageError> {
    let before = hold_person(tx, id).await?;
    if before.trusted_at.is_none() {
        run(tx, "UPDATE person SET trusted_at = $2 WHERE id = $1", [id.uuid().into(), at.micros().into()]).await?;
        effect.after.trusts = true;
        effect.after.trusted_at = Some(at.micros());
    }
    Ok(())
}

/// Keeps a person from posting up to then.
pub(super) async fn suspend(
    tx: &DatabaseTransaction,
    id: PersonId,
    until: Option<i64>,
) -> Result<Effect, StorageError> {
    let before = Stood { trusted_at: None, ..hold_person(tx, id).await? };
    run(tx, "UPDATE person SET suspended_until = $2 WHERE id = $1", [id.uuid().into(), until.into()]).await?;
    let after = Stood { suspended_until: until, ..Stood::default() };
    Ok(Effect { before, after, ..Effect::default() })
}
