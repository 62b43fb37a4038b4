//! Publishing an answer: one transaction from the ideas' rows to the letters.

use folkmoot_common::{Id, IdeaId, Role, StorageError};
use folkmoot_ideas::{IdeaStatus, Mover};
use folkmoot_replies::{By, NewReply, Outcome, Published};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::drafts::written;
use super::read;
use crate::Store;
use crate::error::sealed;
use crate::moderation::{hold_idea, stand_idea};
use crate::sql::{get, one, run};
use crate::telling;

pub(super) async fn publish(store: &Store, new: NewReply) -> Result<Published, StorageError> {
    let tx = store.begin().await?;
    let ideas: Vec<IdeaId> = new.ideas.iter().map(|(idea, _)| *idea).collect();
    let Some(first) = ideas.first().copied() else { return Ok(Published::Changed) };
    if let Some(stuck) = move_all(&tx, &ideas, new.text.outcome, new.by).await? {
        return Ok(Published::CannotMove(stuck));
    }
    if !end_draft(&tx, first, new.draft).await? {
        return Ok(Published::Changed);
    }
    write(&tx, &new).await?;
    for (place, idea) in (1_i32..).zip(&ideas) {
        answer(&tx, &new, *idea, place).await?;
    }
    const CREDIT: &str = "INSERT INTO reply_credit (reply_id, comment_id) VALUES ($1, $2)";
    for (_, comment) in read::comments(&tx, first, &new.credits).await? {
        run(&tx, CREDIT, [new.id.uuid().into(), comment.uuid().into()]).await?;
    }
    for (_, news) in &new.ideas {
        telling::announce(&tx, news).await?;
    }
    let reply = read::reply(&tx, new.id).await?;
    let reply = reply.ok_or_else(|| StorageError::corrupt("an answer vanished as it was published"))?;
    tx.commit().await.map_err(sealed)?;
    Ok(Published::Done(Box::new(reply)))
}

/// Moves the ideas to where the answer leads, in the order in which everybody locks them. Gives the number of one that
/// can't move so, or isn't there for everybody.
pub(super) async fn move_all(
    tx: &DatabaseTransaction,
    ideas: &[IdeaId],
    outcome: Outcome,
    by: By,
) -> Result<Option<i64>, StorageError> {
    let to = IdeaStatus::parse(outcome.leads_to());
    let to = to.ok_or_else(|| StorageError::corrupt("an answer leads nowhere"))?;
    let mover = Mover::Holder([if by.admin { Role::Admin } else { Role::Officer }].into_iter().collect());
    let mut ordered = ideas.to_vec();
    ordered.sort_unstable_by_key(|idea| idea.uuid());
    for idea in ordered {
        let Some(row) = hold_idea(tx, idea).await? else { return Ok(Some(0)) };
        let status: String = get(&row, "status")?;
        let hidden = get::<Option<i64>>(&row, "hidden_at")?;
        let from = IdeaStatus::parse(&status).filter(|from| from.is_public() && hidden.is_none());
        let moves = from.is_some_and(|from| from == to || from.may_move(to, mover));
        if !moves {
            return Ok(Some(get(&row, "number")?));
        }
        stand_idea(tx, idea, &to.as_str().to_lowercase(), None).await?;
    }
    Ok(None)
}

/// Ends the draft that the answer was made of. `false` when it is another one by now.
async fn end_draft(tx: &DatabaseTransaction, idea: IdeaId, seen: i32) -> Result<bool, StorageError> {
    const END: &str = "DELETE FROM reply_draft WHERE idea_id = $1 RETURNING version";
    let version = one(tx, END, [idea.uuid().into()]).await?.map(|row| get::<i32>(&row, "version")).transpose()?;
    Ok(version.unwrap_or(0) == seen)
}

async fn write(tx: &DatabaseTransaction, new: &NewReply) -> Result<(), StorageError> {
    const WRITE: &str = "INSERT INTO official_reply (id, department_id, outcome, raw, published_at, by_id, approved_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let raw = written(&new.text.to_raw())?;
    let (id, by, at) = (new.id.uuid(), new.by.person.uuid(), new.by.at.micros());
    let values = [
        id.into(),
        new.department.uuid().into(),
        new.text.outcome.as_str().into(),
        raw.clone().into(),
        at.into(),
        by.into(),
        new.approved_by.map(Id::uuid).into(),
    ];
    run(tx, WRITE, values).await?;
    const FIRST: &str = "INSERT INTO reply_revision (reply_id, revision, raw, at, by_id) VALUES ($1, 1, $2, $3, $4)";
    run(tx, FIRST, [id.into(), raw.into(), at.into(), by.into()]).await?;
    Ok(())
}

/// That it answers this idea: kept promises and a line of its timeline come with it.
async fn answer(tx: &DatabaseTransaction, new: &NewReply, idea: IdeaId, place: i32) -> Result<(), StorageError> {
    let (idea, at): (Uuid, i64) = (idea.uuid(), new.by.at.micros());
    const ANSWER: &str = "INSERT INTO reply_idea (idea_id, reply_id, place, published_at) VALUES ($1, $2, $3, $4)";
    run(tx, ANSWER, [idea.into(), new.id.uuid().into(), place.into(), at.into()]).await?;
    const KEEP: &str = "UPDATE promise SET kept_at = $2 WHERE idea_id = $1 AND kind IN ('ACKNOWLEDGE', 'REPLY') \
         AND kept_at IS NULL";
    run(tx, KEEP, [idea.into(), at.into()]).await?;
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, department_id, words, by_id) \
         VALUES ($1, 'REPLIED', $2, $3, $4, $5)";
    let (department, by) = (new.department.uuid(), new.by.person.uuid());
    let outcome = new.text.outcome.as_str();
    run(tx, TELL, [idea.into(), at.into(), department.into(), outcome.into(), by.into()]).await?;
    Ok(())
}
