//! Making a decision: one transaction from the item to the record. What its maker read must still stand.

use folkmoot_common::{Id, StorageError, Tally};
use folkmoot_moderation::{Act, Decided, Decision, Item, ItemKind, NewDecision, Target, TargetState};
use sea_orm::{DatabaseTransaction, QueryResult};

use super::effect::{self, Effect, held};
use super::letters::Postmark;
use super::{appeals, decisions, hiding, lessons, merge, overturn, record, row, stood, text, twice};
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one, run};

/// Gives what became of it, and the tallies that moved.
pub(super) async fn decide(store: &Store, new: NewDecision) -> Result<(Decided, Vec<Tally>), StorageError> {
    let tx = store.begin().await?;
    let Some(item) = row::find(&tx, new.item).await? else { return Ok((Decided::Already(None), Vec::new())) };
    let subject = hold(&tx, item.target).await?;
    one(&tx, &held(&tx, "SELECT id FROM queue_item WHERE id = $1"), [new.item.uuid().into()]).await?;
    // Read again, now that nothing can change under it.
    let item = row::find(&tx, new.item).await?.unwrap_or(item);
    if let Some(obstacle) = obstacle(&tx, &item, subject.as_ref(), &new).await? {
        return Ok((obstacle, Vec::new()));
    }
    let Some(mut effect) = apply(&tx, &item, subject.as_ref(), &new).await? else {
        return Ok((Decided::NoSuchPlace, Vec::new()));
    };
    if let Act::Publish { trust: true } = new.act {
        effect::trust(&tx, item.author, new.by.at, &mut effect).await?;
    }
    if let Some(subject) = &subject
        && effect.after.revision.is_none()
    {
        // Whoever takes it back must find the same words.
        effect.after.revision = Some(get(subject, "revision")?);
    }
    let decision = write(&tx, &item, &new, &effect).await?;
    let taken = overturn::take(&tx, &item, (&decision, &new), subject.as_ref()).await?;
    settle(&tx, &item, &new, &decision).await?;
    if let (Target::Idea(idea), false) = (item.target, new.letters.hidden.is_empty()) {
        let (hides, effect) = taken.as_ref().map_or((&decision, &effect), |(hides, effect)| (hides, effect));
        hiding::tell(&tx, (idea, hides.id), &effect.before, &new).await?;
    }
    // The record's end is held last: what comes before may wait for somebody who waits for it.
    note(&tx, &decision, &effect).await?;
    if let Some((taken, more)) = taken {
        note(&tx, &taken, &more).await?;
        effect.tallies.extend(more.tallies);
    }
    tx.commit().await.map_err(sealed)?;
    Ok((Decided::Done(Box::new(decision)), effect.tallies))
}

/// What keeps it from being made: somebody was faster, has it open, or it isn't any more what its maker read.
async fn obstacle(
    tx: &DatabaseTransaction,
    item: &Item,
    subject: Option<&QueryResult>,
    new: &NewDecision,
) -> Result<Option<Decided>, StorageError> {
    if item.closed_at.is_some() {
        let last = decisions::last_on(tx, item.id).await?;
        return Ok(Some(Decided::Already(last.map(Box::new))));
    }
    if let Some(lock) = item.lock.filter(|_| item.is_locked_for(new.by.person, new.by.at)) {
        return Ok(Some(Decided::Locked(lock)));
    }
    if let Some(before) = twice::found(tx, item, new).await? {
        return Ok(Some(Decided::Done(Box::new(before))));
    }
    let fits = item.revision == new.seen && new.act.kind().fits(item.kind, item.state);
    // Nobody is told of a hiding that doesn't happen, nor of none where it does.
    let takes = new.by_reporter && new.act == Act::Overturn && item.state.is_read();
    if !fits
        || takes != new.takes.is_some()
        || (publishes_edit(item, &new.act) && !is_on_top(tx, item, subject).await?)
    {
        return Ok(Some(Decided::Changed));
    }
    Ok(None)
}

fn publishes_edit(item: &Item, act: &Act) -> bool {
    item.kind == ItemKind::Edit && matches!(act, Act::Publish { .. })
}

/// Whether the edit that waits was made on what stands now.
async fn is_on_top(tx: &DatabaseTransaction, item: &Item, subject: Option<&QueryResult>) -> Result<bool, StorageError> {
    let stands = subject.map(|row| get::<i32>(row, "revision")).transpose()?;
    let waits = text::pending(tx, item.target).await?;
    Ok(waits.is_some_and(|(seen, _edit)| Some(seen) == stands))
}

/// Holds what an item is about; none for a person, whose row is held where it is written.
pub(super) async fn hold(tx: &DatabaseTransaction, target: Target) -> Result<Option<QueryResult>, StorageError> {
    match target {
        Target::Idea(id) => effect::hold_idea(tx, id).await,
        Target::Comment(id) => effect::hold_comment(tx, id).await,
        Target::Person(_) => Ok(None),
    }
}

/// Does it. `None` when where it should go isn't there.
async fn apply(
    tx: &DatabaseTransaction,
    item: &Item,
    subject: Option<&QueryResult>,
    new: &NewDecision,
) -> Result<Option<Effect>, StorageError> {
    let gone = || StorageError::corrupt("an item is about nothing");
    let now = new.by.at.micros();
    match &new.act {
        act if publishes_edit(item, act) => publish_edit(tx, item.target, subject.ok_or_else(gone)?).await,
        Act::Reject if item.kind == ItemKind::Edit => {
            let original = text::take_pending(tx, item.target).await?;
            Ok(Some(Effect { original, ..Effect::default() }))
        }
        Act::Publish { .. } => stand(tx, item.target, subject.ok_or_else(gone)?, "published", Some(None)).await,
        Act::Reject => stand(tx, item.target, subject.ok_or_else(gone)?, "rejected", None).await,
        Act::Hide => stand(tx, item.target, subject.ok_or_else(gone)?, "", Some(Some(now))).await,
        Act::Restore => stand(tx, item.target, subject.ok_or_else(gone)?, "", Some(None)).await,
        Act::Redact(left) => text::redact(tx, item.target, subject.ok_or_else(gone)?, left, new.by.at).await.map(Some),
        Act::Merge { into } => match item.target {
            Target::Idea(id) => merge::merge(tx, id, subject.ok_or_else(gone)?, *into).await,
            _ => Ok(None),
        },
        Act::Move { to } => match item.target {
            Target::Idea(id) => effect::campaign(tx, id, subject.ok_or_else(gone)?, to.uuid()).await,
            _ => Ok(None),
        },
        Act::Suspend { until } => effect::suspend(tx, item.author, Some(until.micros())).await.map(Some),
        Act::ResetName => reset_name(tx, item).await.map(Some),
        Act::Overturn => overturn::overturn(tx, item, new).await,
        Act::Uphold => overturn::uphold(tx, item, new).await,
        Act::Keep | Act::Warn => Ok(Some(Effect::default())),
    }
}

/// Puts an idea or a comment where it goes. An idea keeps its status where none is named; a comment that is not public is
/// hidden, whoever it was that refused it.
async fn stand(
    tx: &DatabaseTransaction,
    target: Target,
    subject: &QueryResult,
    status: &str,
    hidden: Option<Option<i64>>,
) -> Result<Option<Effect>, StorageError> {
    match target {
        Target::Idea(id) => {
            let status = (!status.is_empty()).then_some(status);
            effect::idea(tx, id, subject, status, hidden).await.map(Some)
        }
        Target::Comment(id) => {
            let public = status == "published" || (status.is_empty() && hidden == Some(None));
            effect::comment(tx, id, subject, if public { "published" } else { "hidden" }).await.map(Some)
        }
        Target::Person(_) => Ok(None),
    }
}

/// The edit that waited is what everybody reads now.
async fn publish_edit(
    tx: &DatabaseTransaction,
    target: Target,
    subject: &QueryResult,
) -> Result<Option<Effect>, StorageError> {
    let Some((_seen, edit)) = text::pending(tx, target).await? else { return Ok(None) };
    let effect = text::replace(tx, target, subject, &edit, true).await?;
    let original = text::take_pending(tx, target).await?;
    Ok(Some(Effect { original, ..effect }))
}

/// Takes a name away; what it was is kept as words that were taken out are.
pub(super) async fn reset_name(tx: &DatabaseTransaction, item: &Item) -> Result<Effect, StorageError> {
    let original = Some(text::Original { title: Some(item.title.clone()), ..text::Original::default() });
    let reset = "UPDATE person SET name = NULL WHERE id = $1 AND deleted_at IS NULL";
    run(tx, reset, [item.author.uuid().into()]).await?;
    let before = stood::Stood { text: Some(stood::digest(Some(&item.title), "")), ..stood::Stood::default() };
    Ok(Effect { before, original, ..Effect::default() })
}

/// The decision's own row.
async fn write(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
    effect: &Effect,
) -> Result<Decision, StorageError> {
    let act = new.act.kind();
    // An act on an author is about them, wherever the reason for it was found.
    let target = match new.act {
        Act::Warn | Act::Suspend { .. } => Target::Person(item.author),
        _ => item.target,
    };
    let decision = Decision {
        id: new.id,
        item: Some(item.id),
        target,
        place: item.place,
        author: item.author,
        act,
        reason: new.reason.clone().filter(|_| act.needs_reason()),
        note: new.note.as_ref().map(|note| note.as_str().to_owned()),
        actor: Some(new.by.person),
        role: Some(new.by.role),
        at: new.by.at,
        waited: new.by.at.since(item.opened_at),
        batch: new.batch,
        undone_at: None,
        state: now(tx, item, target).await?,
        appeal: None,
        of_edit: effect.original.as_ref().is_some_and(|original| original.waited.is_some()),
    };
    let (before, after) = (&effect.before, &effect.after);
    decisions::write(tx, decisions::NewRow { decision: &decision, before, after }).await?;
    if let Some(original) = &effect.original {
        original.keep(tx, decision.id).await?;
    }
    Ok(decision)
}

/// Its entry in the record.
pub(super) async fn note(tx: &DatabaseTransaction, decision: &Decision, effect: &Effect) -> Result<(), StorageError> {
    let entry = record::Act {
        at: decision.at,
        actor: decision.actor,
        role: decision.role,
        act: decision.act.as_str(),
        target: Some(decision.target),
        reason: decision.reason.as_ref().map(folkmoot_moderation::ReasonCode::as_str),
        detail: stood::detail(&effect.before, &effect.after)?,
    };
    record::write(tx, entry).await
}

async fn now(tx: &DatabaseTransaction, item: &Item, target: Target) -> Result<TargetState, StorageError> {
    let again = row::find(tx, item.id).await?;
    Ok(if target == item.target { again.map_or(item.state, |item| item.state) } else { TargetState::Public })
}

/// What follows from a decision: the reports are answered, the letters posted, the classifier taught, the item closed.
async fn settle(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
    decision: &Decision,
) -> Result<(), StorageError> {
    let (id, act) = (item.id.uuid(), decision.act);
    if act.settles() {
        const ANSWER: &str = "UPDATE report SET outcome = $2, answered_at = $3, decision_id = $4 \
             WHERE item_id = $1 AND answered_at IS NULL";
        let values = [id.into(), new.outcome.as_str().into(), decision.at.micros().into(), decision.id.uuid().into()];
        run(tx, ANSWER, values).await?;
        const CLOSE: &str = "UPDATE queue_item SET closed_at = $2, changed_at = {now}, locked_by = NULL, \
             locked_until = NULL WHERE id = $1";
        run(tx, CLOSE, [id.into(), decision.at.micros().into()]).await?;
        if item.kind == ItemKind::Appeal {
            appeals::queue_next(tx, item.target).await?;
        }
    } else {
        run(tx, "UPDATE queue_item SET changed_at = {now} WHERE id = $1", [id.into()]).await?;
    }

    let mark = Postmark { at: new.by.at, due: new.final_at, decision: new.id.uuid() };
    if let Some(letter) = &new.letters.author {
        mark.post(tx, letter.id, &letter.mail).await?;
    }
    if let (Act::Merge { into }, Target::Idea(from)) = (&new.act, item.target) {
        mark.tell_those_along(tx, (from, *into), &new.letters).await?;
    }
    if let Some(said) = &new.letters.reporters {
        mark.tell_reporters(tx, id, said).await?;
    }
    if let (Some(said), Some(appeal)) = (&new.letters.appellant, item.appeal) {
        mark.tell_appellant(tx, appeal.uuid(), said).await?;
    }

    let code = decision.reason.as_ref().map(folkmoot_moderation::ReasonCode::as_str);
    let teaches = matches!(item.kind, ItemKind::Idea | ItemKind::Comment | ItemKind::Report);
    if teaches && let Some(refused) = lessons::taught(act, code) {
        lessons::count(tx, words(item), refused, 1).await?;
    }
    Ok(())
}

/// What an item says, as the classifier reads it: the title is an idea's own, not the one that a comment stands under.
pub(super) fn words(item: &Item) -> (Option<&str>, &str) {
    let title = if let Target::Idea(_) = item.target { Some(item.title.as_str()) } else { None };
    (title, item.body.as_str())
}
