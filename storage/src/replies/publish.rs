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
    if let Some(no) = refused(&tx, &ideas, &new).await? {
        return Ok(no);
    }
    if let Some(stuck) = move_all(&tx, (&ideas, false), new.text.outcome, new.by).await? {
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

/// Why this answer may not be published: asked again with the ideas' rows held, in the order in which everybody locks them,
/// so that of two who press at once one is told, and nobody answers what was handed on meanwhile.
async fn refused(
    tx: &DatabaseTransaction,
    ideas: &[IdeaId],
    new: &NewReply,
) -> Result<Option<Published>, StorageError> {
    let mut ordered = ideas.to_vec();
    ordered.sort_unstable_by_key(|idea| idea.uuid());
    let mut first = 0;
    for idea in ordered {
        let Some(row) = hold_idea(tx, idea).await? else { return Ok(Some(Published::CannotMove(0))) };
        let number: i64 = get(&row, "number")?;
        if ideas.first() == Some(&idea) {
            first = number;
        }
        let status = IdeaStatus::parse(&get::<String>(&row, "status")?);
        const ANSWERED: &str = "SELECT 1 AS one FROM reply_idea WHERE idea_id = $1 LIMIT 1";
        let has_answer = one(tx, ANSWERED, [idea.uuid().into()]).await?.is_some();
        if has_answer && status.is_some_and(IdeaStatus::is_answered) {
            return Ok(Some(Published::Answered(number)));
        }
        const LEADS: &str = "SELECT department_id FROM assignment WHERE idea_id = $1 AND lead";
        let lead = one(tx, LEADS, [idea.uuid().into()]).await?;
        let lead = lead.map(|row| get::<Uuid>(&row, "department_id")).transpose()?;
        let is_own = match lead {
            Some(lead) => lead == new.department.uuid() || new.by.admin,
            // Nobody has it: it becomes theirs with the answer.
            None => ideas.first() != Some(&idea),
        };
        if !is_own {
            return Ok(Some(Published::NotYours(number)));
        }
    }
    const MAY: &str = "SELECT 1 AS one FROM person p WHERE p.id = $1 AND p.deleted_at IS NULL \
         AND (p.suspended_until IS NULL OR p.suspended_until <= $3) AND (EXISTS \
         (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.role = 'admin') OR EXISTS \
         (SELECT 1 FROM department_officer o JOIN department d ON d.id = o.department_id AND d.closed_at IS NULL \
          JOIN person_role r ON r.person_id = o.person_id AND r.role = 'officer' \
          WHERE o.person_id = p.id AND o.department_id = $2))";
    let may =
        one(tx, MAY, [new.by.person.uuid().into(), new.department.uuid().into(), new.by.at.micros().into()]).await?;
    Ok(may.is_none().then_some(Published::NotYours(first)))
}

/// Moves the ideas to where the answer leads, in the order in which everybody locks them. Gives the number of one that
/// can't move so, or isn't there for everybody. Where `hidden_too`, one that a moderator hid since moves as well and stays
/// hidden: whoever restores it finds it where its answer stands.
pub(super) async fn move_all(
    tx: &DatabaseTransaction,
    (ideas, hidden_too): (&[IdeaId], bool),
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
        let from = IdeaStatus::parse(&status).filter(|from| from.is_public() && (hidden_too || hidden.is_none()));
        let moves = from.is_some_and(|from| from == to || from.may_move(to, mover));
        if !moves {
            return Ok(Some(get(&row, "number")?));
        }
        stand_idea(tx, idea, &to.as_str().to_lowercase(), hidden).await?;
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
    // Where two agreed, it is whose words they are, and who said yes to them.
    let (wrote, approved) = match new.asked_by {
        Some(wrote) => (wrote, Some(new.by.person)),
        None => (new.by.person, None),
    };
    let (id, by, at) = (new.id.uuid(), wrote.uuid(), new.by.at.micros());
    let values = [
        id.into(),
        new.department.uuid().into(),
        new.text.outcome.as_str().into(),
        raw.clone().into(),
        at.into(),
        by.into(),
        approved.map(Id::uuid).into(),
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
    // What nobody had is theirs from now on.
    const GIVE: &str = "INSERT INTO assignment (idea_id, department_id, lead, since, by_id) \
         SELECT i.id, $2, TRUE, $3, $4 FROM idea i WHERE i.id = $1 AND NOT EXISTS \
         (SELECT 1 FROM assignment a WHERE a.idea_id = i.id AND (a.lead OR a.department_id = $2))";
    let (theirs, by) = (new.department.uuid(), new.by.person.uuid());
    if run(tx, GIVE, [idea.into(), theirs.into(), at.into(), by.into()]).await? > 0 {
        const GIVEN: &str = "INSERT INTO happening (idea_id, what, at, department_id, by_id) \
             VALUES ($1, 'ASSIGNED', $2, $3, $4)";
        run(tx, GIVEN, [idea.into(), at.into(), theirs.into(), by.into()]).await?;
    }
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
