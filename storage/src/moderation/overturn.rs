//! Answering an appeal. What was decided stands, or what it took is given back, however late that is: but nothing that
//! became of it since by its author's hand, or by a decision that nobody appealed.
//!
//! A reporter who is right takes something from its author: that is a decision of its own, with a reason, which the author
//! reads and can appeal.

use std::time::Duration;

use folkmoot_common::{DecisionId, Id, StorageError};
use folkmoot_moderation::{ActKind, Decision, Item, ItemKind, NewDecision, Target};
use sea_orm::{DatabaseTransaction, QueryResult};

use super::effect::{self, Effect};
use super::stood::Stood;
use super::{decide, decisions, lessons, row, text, undo};
use crate::sql::{all, get, one};

/// What was decided stands.
pub(super) async fn uphold(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
) -> Result<Option<Effect>, StorageError> {
    let Some(appealed) = answer(tx, item, new, "upheld").await? else { return Ok(None) };
    Ok(Some(with(appealed, Effect::default())))
}

/// What was decided is taken back.
pub(super) async fn overturn(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
) -> Result<Option<Effect>, StorageError> {
    let Some(appealed) = answer(tx, item, new, "overturned").await? else { return Ok(None) };
    let Some(decision) = decisions::find(tx, appealed).await? else { return Ok(None) };
    let effect = if decision.undone_at.is_some() { Effect::default() } else { give_back(tx, &decision).await? };
    Ok(Some(with(appealed, effect)))
}

/// What being right about a report takes from sight, as a decision of its own: written down and done.
pub(super) async fn take(
    tx: &DatabaseTransaction,
    item: &Item,
    (answer, new): (&Decision, &NewDecision),
    subject: Option<&QueryResult>,
) -> Result<Option<(Decision, Effect)>, StorageError> {
    let Some(id) = new.takes else { return Ok(None) };
    let gone = || StorageError::corrupt("an item is about nothing");
    let effect = match answer.target {
        Target::Idea(idea) => {
            effect::idea(tx, idea, subject.ok_or_else(gone)?, None, Some(Some(new.by.at.micros()))).await?
        }
        Target::Comment(comment) => effect::comment(tx, comment, subject.ok_or_else(gone)?, "hidden").await?,
        Target::Person(_) => decide::reset_name(tx, item).await?,
    };
    let (act, reason, waited) = (answer.target.taken_by(), new.reason.clone(), Duration::ZERO);
    let decision = Decision { id, item: None, act, reason, note: None, waited, ..answer.clone() };
    let (before, after) = (&effect.before, &effect.after);
    decisions::write(tx, decisions::NewRow { decision: &decision, before, after }).await?;
    if let Some(original) = &effect.original {
        original.keep(tx, id).await?;
    }
    Ok(Some((decision, effect)))
}

fn with(appealed: DecisionId, effect: Effect) -> Effect {
    Effect { after: Stood { appealed: Some(appealed.uuid()), ..effect.after }, ..effect }
}

/// Answers the appeal; gives the decision that it was against.
async fn answer(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
    outcome: &str,
) -> Result<Option<DecisionId>, StorageError> {
    let Some(appeal) = item.appeal else { return Ok(None) };
    const ANSWER: &str = "UPDATE appeal SET outcome = $2, answer = $3, decided_by = $4, decided_at = $5 \
         WHERE id = $1 AND outcome IS NULL RETURNING decision_id";
    let words = new.note.as_ref().map(|note| note.as_str().to_owned());
    let values =
        [appeal.uuid().into(), outcome.into(), words.into(), new.by.person.uuid().into(), new.by.at.micros().into()];
    let row = one(tx, ANSWER, values).await?;
    row.map(|row| get(&row, "decision_id").map(DecisionId::from_uuid)).transpose()
}

/// Gives back what a decision took, as far as it is still gone because of it.
pub(super) async fn give_back(tx: &DatabaseTransaction, decision: &Decision) -> Result<Effect, StorageError> {
    if decision.act.needs_reason() {
        unlearn(tx, decision).await?;
    }
    let subject = decide::hold(tx, decision.target).await?;
    let (before, after) = undo::kept(tx, decision.id).await?;
    let stands = undo::stands_as_decided(decision, subject.as_ref(), &after)?;
    match decision.act {
        ActKind::Hide | ActKind::Hold => show(tx, decision, subject.as_ref()).await,
        ActKind::Redact if undo::is_untouched(decision, subject.as_ref(), &after)? => undo::revert(tx, decision).await,
        ActKind::Redact => {
            // Its author has written something else since: that stands, and what was taken out can be read in its past.
            text::give_back(tx, decision.target, &before.past).await?;
            Ok(Effect::default())
        }
        ActKind::Reject if stands => {
            let effect = undo::revert(tx, decision).await?;
            if let Some(item) = decision.item {
                // What was refused waits again: for a yes, of somebody who now may give it.
                undo::open_again(tx, item.uuid()).await?;
            }
            Ok(effect)
        }
        ActKind::Merge if stands => undo::revert(tx, decision).await,
        ActKind::Suspend => lift(tx, decision).await,
        ActKind::ResetName => undo::revert(tx, decision).await,
        ActKind::PublishAndTrust => {
            undo::distrust(tx, decision, &after).await?;
            Ok(Effect::default())
        }
        // Mended or taken back by its author meanwhile: it waits for a decision of its own. A warning took nothing.
        _ => Ok(Effect::default()),
    }
}

/// Shows what was hidden, however often and by whomever: by reports first, then by a moderator. What was restored and then
/// hidden anew for another reason stays hidden.
async fn show(
    tx: &DatabaseTransaction,
    decision: &Decision,
    subject: Option<&QueryResult>,
) -> Result<Effect, StorageError> {
    let Some(subject) = subject else { return Ok(Effect::default()) };
    if is_over(tx, decision).await? {
        return Ok(Effect::default());
    }
    match decision.target {
        Target::Idea(id) if get::<Option<i64>>(subject, "hidden_at")?.is_some() => {
            effect::idea(tx, id, subject, None, Some(None)).await
        }
        Target::Comment(id) if get::<String>(subject, "state")? == "hidden" => {
            effect::comment(tx, id, subject, "published").await
        }
        _ => Ok(Effect::default()),
    }
}

/// Whether it doesn't hang on that decision any more: it was shown since, or hidden anew for another reason.
async fn is_over(tx: &DatabaseTransaction, decision: &Decision) -> Result<bool, StorageError> {
    // What reports hid has no reason of its own: whichever a moderator found for it is about the same.
    const LATER: &str = "SELECT 1 AS one FROM decision WHERE subject_kind = $1 AND subject_id = $2 AND id > $3 \
         AND undone_at IS NULL AND (act IN ('RESTORE', 'PUBLISH', 'PUBLISH_AND_TRUST') \
         OR (act = 'HIDE' AND $4 <> '' AND reason <> $4)) LIMIT 1";
    let target = decision.target;
    let reason = decision.reason.as_ref().map_or("", folkmoot_moderation::ReasonCode::as_str);
    let values = [target.kind().into(), target.uuid().into(), decision.id.uuid().into(), reason.into()];
    Ok(one(tx, LATER, values).await?.is_some())
}

/// Ends a suspension. Another one that stands goes on, to its own end.
async fn lift(tx: &DatabaseTransaction, decision: &Decision) -> Result<Effect, StorageError> {
    const OTHERS: &str = "SELECT decision.after FROM decision LEFT JOIN appeal ON appeal.decision_id = decision.id \
         WHERE subject_kind = 'person' AND subject_id = $1 AND act = 'SUSPEND' AND undone_at IS NULL AND decision.id <> $2 \
         AND (appeal.outcome IS NULL OR appeal.outcome <> 'overturned')";
    let others = all(tx, OTHERS, [decision.author.uuid().into(), decision.id.uuid().into()]).await?;
    let mut until = None;
    for row in &others {
        until = until.max(Stood::read(&get::<String>(row, "after")?)?.suspended_until);
    }
    effect::suspend(tx, decision.author, until).await
}

/// What the classifier learnt of it was wrong.
async fn unlearn(tx: &DatabaseTransaction, decision: &Decision) -> Result<(), StorageError> {
    let code = decision.reason.as_ref().map(folkmoot_moderation::ReasonCode::as_str);
    let (Some(item), Some(refused)) = (decision.item, lessons::taught(decision.act, code)) else { return Ok(()) };
    let Some(item) = row::find(tx, item).await? else { return Ok(()) };
    if matches!(item.kind, ItemKind::Idea | ItemKind::Comment | ItemKind::Report) {
        lessons::count(tx, decide::words(&item), refused, -1).await?;
    }
    Ok(())
}
