//! Giving ideas to departments, and officers taking them on. An idea that people took in hand says so to everybody.

use folkmoot_common::{Id, PersonId, StorageError};
use folkmoot_replies::{Announcement, NewAssignment, Taking};
use sea_orm::{DatabaseTransaction, QueryResult};

use super::{letters, notes};
use crate::Store;
use crate::error::sealed;
use crate::moderation::{hold_idea, stand_idea};
use crate::sql::{get, one, run};
use crate::telling;

pub(super) async fn assign(store: &Store, new: NewAssignment) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    notes::hold(&tx, &new.mentions).await?;
    let Some(idea) = hold_idea(&tx, new.idea).await? else { return Ok(false) };
    let (id, to) = (new.idea.uuid(), new.to.uuid());
    const HAS: &str = "SELECT lead FROM assignment WHERE idea_id = $1 AND department_id = $2";
    let had: Option<bool> = one(&tx, HAS, [id.into(), to.into()]).await?.map(|row| get(&row, "lead")).transpose()?;
    const LEADS: &str = "SELECT department_id FROM assignment WHERE idea_id = $1 AND lead";
    let led = one(&tx, LEADS, [id.into()]).await?;
    // A rule gives away only what nobody has.
    if had == Some(new.lead) || (had == Some(true) && !new.lead) || (new.by.is_none() && led.is_some()) {
        return Ok(false);
    }
    if new.lead {
        const HELP: &str = "UPDATE assignment SET lead = FALSE, officer_id = NULL WHERE idea_id = $1 AND lead";
        run(&tx, HELP, [id.into()]).await?;
        // What the department before had set for a time, or asked a yes for, isn't the words of this one.
        const WRITE: &str = "UPDATE reply_draft SET stage = 'writing', stage_by = NULL, stage_at = NULL, \
             asked_by = NULL, version = version + 1 WHERE idea_id = $1 AND stage <> 'writing'";
        run(&tx, WRITE, [id.into()]).await?;
    }
    if let Some(from) = new.from {
        const LEAVE: &str = "DELETE FROM assignment WHERE idea_id = $1 AND department_id = $2";
        run(&tx, LEAVE, [id.into(), from.uuid().into()]).await?;
    }
    const GIVE: &str = "INSERT INTO assignment (idea_id, department_id, lead, since, by_id) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (idea_id, department_id) DO UPDATE SET lead = excluded.lead, since = excluded.since, \
         by_id = excluded.by_id";
    let (at, by) = (new.at.micros(), new.by.map(Id::uuid));
    run(&tx, GIVE, [id.into(), to.into(), new.lead.into(), at.into(), by.into()]).await?;
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, department_id, words, by_id) \
         VALUES ($1, 'ASSIGNED', $2, $3, $4, $5)";
    let words = new.words.as_ref().map(|line| line.as_str().to_owned());
    run(&tx, TELL, [id.into(), at.into(), to.into(), words.into(), by.into()]).await?;
    if let Some((note, by)) = new.note.as_ref().zip(new.by) {
        notes::write(&tx, new.idea, (note, &new.mentions), (by, new.at)).await?;
    }
    letters::post(&tx, &new.letters, new.at).await?;
    if let Some((tells, by)) = new.tells.as_ref().zip(new.by) {
        in_hand(&tx, &idea, tells, by).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Somebody works on it now: its people hear of that where it is news.
async fn in_hand(
    tx: &DatabaseTransaction,
    idea: &QueryResult,
    tells: &Announcement,
    by: PersonId,
) -> Result<(), StorageError> {
    use folkmoot_ideas::{IdeaStatus, Mover};
    let status: String = get(idea, "status")?;
    let officer = Mover::Holder([folkmoot_common::Role::Officer].into_iter().collect());
    let hidden = get::<Option<i64>>(idea, "hidden_at")?;
    let from = IdeaStatus::parse(&status);
    if from.is_some_and(|from| from.is_open() && from.may_move(IdeaStatus::UnderReview, officer)) {
        stand_idea(tx, tells.idea, "under_review", hidden).await?;
        const MOVED: &str = "INSERT INTO happening (idea_id, what, at, status, by_id) \
             VALUES ($1, 'MOVED', $2, 'UNDER_REVIEW', $3)";
        run(tx, MOVED, [tells.idea.uuid().into(), tells.at.micros().into(), by.uuid().into()]).await?;
        telling::announce(tx, tells).await?;
    }
    Ok(())
}

/// An officer takes an idea, or gives it back to the department; of one that was handed on meanwhile neither.
pub(super) async fn take_on(store: &Store, taking: Taking) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let Some(idea) = hold_idea(&tx, taking.idea).await? else { return Ok(()) };
    const TAKE: &str = "UPDATE assignment SET officer_id = $2 WHERE idea_id = $1 AND lead AND department_id = $3";
    let officer = taking.mine.then_some(taking.by.person);
    let taken =
        run(&tx, TAKE, [taking.idea.uuid().into(), officer.map(Id::uuid).into(), taking.department.uuid().into()])
            .await?;
    if taking.mine && taken > 0 {
        in_hand(&tx, &idea, &taking.tells, taking.by.person).await?;
    }
    tx.commit().await.map_err(sealed)
}
