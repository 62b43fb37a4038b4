//! Taking a decision back by a press, within ten minutes: everything is as it was before it. What an appeal takes back, and
//! however late, stands in `overturn.rs`.

use folkmoot_common::{DecisionId, Id, StorageError, Tally};
use folkmoot_moderation::{ActKind, Actor, Decision, ItemKind, ReasonCode, Target, Undone};
use folkmoot_text::Markdown;
use sea_orm::{DatabaseTransaction, QueryResult};

use super::effect::{self, Effect};
use super::stood::{Stood, detail};
use super::{appeals, decide, decisions, lessons, merge, record, row, text};
use crate::error::sealed;
use crate::sql::{get, one, run};
use crate::{Store, outbox, telling};

pub(super) async fn undo(store: &Store, id: DecisionId, by: Actor) -> Result<(Undone, Vec<Tally>), StorageError> {
    let tx = store.begin().await?;
    let Some(decision) = decisions::find(&tx, id).await? else { return Ok((Undone::TooLate, Vec::new())) };
    let subject = decide::hold(&tx, decision.target).await?;
    let hold = effect::held(&tx, "SELECT item_id FROM decision WHERE id = $1");
    let Some(found) = one(&tx, &hold, [id.uuid().into()]).await? else { return Ok((Undone::TooLate, Vec::new())) };
    let item: Option<uuid::Uuid> = get(&found, "item_id")?;
    // Read again, now that nothing can change under it.
    let decision = decisions::find(&tx, id).await?.unwrap_or(decision);
    if decision.undone_at.is_some() {
        return Ok((Undone::Already, Vec::new()));
    }
    if is_buried(&tx, &decision).await? {
        return Ok((Undone::Later, Vec::new()));
    }
    let (_before, after) = kept(&tx, id).await?;
    if !is_untouched(&decision, subject.as_ref(), &after)? {
        return Ok((Undone::TooLate, Vec::new()));
    }
    let effect = revert(&tx, &decision).await?;
    outbox::drop_caused_by(&tx, id.uuid()).await?;
    telling::drop_hidden(&tx, id, decision.at).await?;
    run(
        &tx,
        "UPDATE decision SET undone_at = $2, undone_by = $3 WHERE id = $1",
        [id.uuid().into(), by.at.micros().into(), by.person.uuid().into()],
    )
    .await?;
    if let Some(item) = item {
        reopen(&tx, item, &decision).await?;
    }
    appeals::drop_of(&tx, &decision, by).await?;
    write_down(&tx, &decision, by, "UNDO", &effect).await?;
    tx.commit().await.map_err(sealed)?;
    let undone = Decision { undone_at: Some(by.at), ..decision };
    Ok((Undone::Done(Box::new(undone)), effect.tallies))
}

/// Whether what was decided on is where the decision put it.
pub(super) fn stands_as_decided(
    decision: &Decision,
    subject: Option<&QueryResult>,
    after: &Stood,
) -> Result<bool, StorageError> {
    let column = if let Target::Comment(_) = decision.target { "state" } else { "status" };
    let Some(subject) = subject else { return Ok(true) };
    let stands: String = get(subject, column)?;
    let is_gone = matches!(stands.as_str(), "withdrawn" | "deleted");
    Ok(!is_gone && after.status.as_ref().is_none_or(|status| *status == stands))
}

/// Whether it also still says what it said then: nobody makes words public again by a press that they haven't read, nor
/// takes from an author what they wrote since. What only moves leaves words alone.
pub(super) fn is_untouched(
    decision: &Decision,
    subject: Option<&QueryResult>,
    after: &Stood,
) -> Result<bool, StorageError> {
    if !stands_as_decided(decision, subject, after)? {
        return Ok(false);
    }
    let moves = matches!(decision.act, ActKind::Move | ActKind::Merge);
    let (Some(subject), Some(then), false) = (subject, after.revision, moves) else { return Ok(true) };
    Ok(get::<i32>(subject, "revision")? == then)
}

/// Whether something else was decided on the same thing since. An answered appeal is no reason: it is about the decision.
async fn is_buried(tx: &DatabaseTransaction, decision: &Decision) -> Result<bool, StorageError> {
    const LATER: &str = "SELECT 1 AS one FROM decision WHERE subject_kind = $1 AND subject_id = $2 AND id > $3 \
         AND undone_at IS NULL AND act NOT IN ('UPHOLD', 'OVERTURN', 'KEEP', 'WARN') LIMIT 1";
    let target = decision.target;
    let values = [target.kind().into(), target.uuid().into(), decision.id.uuid().into()];
    Ok(one(tx, LATER, values).await?.is_some())
}

/// Puts everything back.
pub(super) async fn revert(tx: &DatabaseTransaction, decision: &Decision) -> Result<Effect, StorageError> {
    let (before, after) = kept(tx, decision.id).await?;
    distrust(tx, decision, &after).await?;
    match decision.act {
        ActKind::Suspend => return effect::suspend(tx, decision.author, before.suspended_until).await,
        ActKind::ResetName => return rename(tx, decision).await,
        ActKind::Keep | ActKind::Warn | ActKind::Uphold | ActKind::Overturn => return Ok(Effect::default()),
        _ => {}
    }
    let Some(subject) = decide::hold(tx, decision.target).await? else { return Ok(Effect::default()) };
    if decision.act == ActKind::Reject && before.status.is_none() {
        // An edit was refused: it waits again.
        text::wait_again(tx, decision.id, decision.target, None).await?;
        return Ok(Effect::default());
    }
    let of_edit = before.text.is_some() && decision.act != ActKind::Redact;
    if decision.act == ActKind::Redact || of_edit {
        return retype(tx, decision, &subject, &before, of_edit).await;
    }
    let mut tallies = Vec::new();
    if let (Some((into, _)), Target::Idea(id)) = (after.merged, decision.target) {
        tallies = merge::unmerge(tx, id, into).await?;
    }
    let mut effect = match (decision.target, before.status.as_deref(), before.campaign) {
        (Target::Idea(id), _, Some(campaign)) => {
            effect::campaign(tx, id, &subject, campaign).await?.unwrap_or_default()
        }
        (Target::Idea(id), Some(status), _) => {
            // Where only its being seen changed, its status is not the decision's to put back.
            let status = (before.status != after.status).then_some(status);
            let hidden_at = hidden_again(&subject, &before, &after)?;
            let effect = effect::idea(tx, id, &subject, status, Some(hidden_at)).await?;
            if before.published_at.is_none() {
                effect::unshow(tx, id, &before).await?;
            }
            effect
        }
        (Target::Comment(id), Some(state), _) => effect::comment(tx, id, &subject, state).await?,
        _ => Effect::default(),
    };
    effect.tallies.extend(tallies);
    Ok(effect)
}

/// Since when an idea is hidden once a decision is taken back. Only what the decision itself changed of that, and nothing has
/// since: what was hidden for another reason stays so.
fn hidden_again(subject: &QueryResult, before: &Stood, after: &Stood) -> Result<Option<i64>, StorageError> {
    let stands: Option<i64> = get(subject, "hidden_at")?;
    let is_its_own = before.hidden_at != after.hidden_at && stands == after.hidden_at;
    Ok(if is_its_own { before.hidden_at } else { stands })
}

/// Whom the decision made trusted is so no more.
pub(super) async fn distrust(tx: &DatabaseTransaction, decision: &Decision, after: &Stood) -> Result<(), StorageError> {
    if after.trusts {
        let back = "UPDATE person SET trusted_at = NULL WHERE id = $1 AND trusted_at = $2";
        run(tx, back, [decision.author.uuid().into(), after.trusted_at.into()]).await?;
    }
    Ok(())
}

/// How it stood before the decision, and after.
pub(super) async fn kept(tx: &DatabaseTransaction, id: DecisionId) -> Result<(Stood, Stood), StorageError> {
    let row = one(tx, "SELECT before, after FROM decision WHERE id = $1", [id.uuid().into()]).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("a decision vanished"))?;
    Ok((Stood::read(&get::<String>(&row, "before")?)?, Stood::read(&get::<String>(&row, "after")?)?))
}

/// A name that was taken away comes back, unless another one was chosen meanwhile.
async fn rename(tx: &DatabaseTransaction, decision: &Decision) -> Result<Effect, StorageError> {
    let back = "UPDATE person SET name = (SELECT title FROM redaction WHERE decision_id = $2) \
         WHERE id = $1 AND name IS NULL AND deleted_at IS NULL";
    run(tx, back, [decision.author.uuid().into(), decision.id.uuid().into()]).await?;
    Ok(Effect::default())
}

/// Words that were taken out come back as a new revision; an edit that was published waits again.
async fn retype(
    tx: &DatabaseTransaction,
    decision: &Decision,
    subject: &QueryResult,
    before: &Stood,
    of_edit: bool,
) -> Result<Effect, StorageError> {
    let Some(original) = original(tx, decision, before, of_edit).await? else { return Ok(Effect::default()) };
    let effect = text::replace(tx, decision.target, subject, &original, !of_edit).await?;
    if of_edit {
        text::wait_again(tx, decision.id, decision.target, effect.after.revision).await?;
    } else {
        text::give_back(tx, decision.target, &before.past).await?;
    }
    Ok(effect)
}

/// The text that stood before: kept apart when words were taken out, in the history when an edit was published.
async fn original(
    tx: &DatabaseTransaction,
    decision: &Decision,
    before: &Stood,
    of_edit: bool,
) -> Result<Option<text::Text>, StorageError> {
    let (asked, id, revision) = match (of_edit, decision.target) {
        (false, _) => ("SELECT title, body FROM redaction WHERE decision_id = $1", decision.id.uuid(), None),
        (true, Target::Idea(id)) => {
            ("SELECT title, body FROM idea_revision WHERE idea_id = $1 AND revision = $2", id.uuid(), before.revision)
        }
        (true, _) => (
            "SELECT NULL AS title, body FROM comment_revision WHERE comment_id = $1 AND revision = $2",
            decision.target.uuid(),
            before.revision,
        ),
    };
    let values: Vec<sea_orm::Value> = std::iter::once(id.into()).chain(revision.map(sea_orm::Value::from)).collect();
    let Some(row) = one(tx, asked, values).await? else { return Ok(None) };
    Ok(Some(text::Text {
        title: get(&row, "title")?,
        body: Markdown::from_stored(get(&row, "body")?),
        stance: before.stance.clone(),
        language: before.language.clone(),
        redacted_at: before.redacted_at,
        edited_at: Some(before.edited_at),
    }))
}

/// The item waits again, its reports unanswered, and the classifier forgets. If the same came into the queue anew
/// meanwhile, that item stands for it.
async fn reopen(tx: &DatabaseTransaction, item: uuid::Uuid, decision: &Decision) -> Result<(), StorageError> {
    if !decision.act.settles() {
        return Ok(());
    }
    let again = "UPDATE report SET outcome = NULL, answered_at = NULL, decision_id = NULL WHERE decision_id = $1";
    run(tx, again, [decision.id.uuid().into()]).await?;
    open_again(tx, item).await?;
    let Some(item) = row::find(tx, Id::from_uuid(item)).await? else { return Ok(()) };
    let teaches = matches!(item.kind, ItemKind::Idea | ItemKind::Comment | ItemKind::Report);
    let code = decision.reason.as_ref().map(ReasonCode::as_str);
    if teaches && let Some(refused) = lessons::taught(decision.act, code) {
        lessons::count(tx, decide::words(&item), refused, -1).await?;
    }
    Ok(())
}

/// Opens an item again, unless the same is open anew: then its reports wait there.
pub(super) async fn open_again(tx: &DatabaseTransaction, item: uuid::Uuid) -> Result<(), StorageError> {
    const REOPEN: &str = "UPDATE queue_item SET closed_at = NULL, changed_at = {now} WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM queue_item other WHERE other.kind = queue_item.kind \
         AND other.subject_kind = queue_item.subject_kind AND other.subject_id = queue_item.subject_id \
         AND other.closed_at IS NULL)";
    if run(tx, REOPEN, [item.into()]).await? == 1 {
        return Ok(());
    }
    const FOLLOW: &str = "UPDATE report SET item_id = (SELECT other.id FROM queue_item was JOIN queue_item other \
         ON other.kind = was.kind AND other.subject_kind = was.subject_kind AND other.subject_id = was.subject_id \
         WHERE was.id = $1 AND other.closed_at IS NULL) WHERE item_id = $1 AND answered_at IS NULL";
    run(tx, FOLLOW, [item.into()]).await?;
    Ok(())
}

async fn write_down(
    tx: &DatabaseTransaction,
    decision: &Decision,
    by: Actor,
    act: &str,
    effect: &Effect,
) -> Result<(), StorageError> {
    let entry = record::Act {
        at: by.at,
        actor: Some(by.person),
        role: Some(by.role),
        act,
        target: Some(decision.target),
        reason: decision.reason.as_ref().map(ReasonCode::as_str),
        detail: detail(&effect.before, &effect.after)?,
    };
    record::write(tx, entry).await
}
