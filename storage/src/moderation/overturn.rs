//! Answering an appeal. What was decided stands, or what it took is given back, however late that is: but nothing that
//! became of it since by its author's hand, or by a decision that nobody appealed.
//!
//! A reporter who is right takes something from its author: that is a decision of its own, with a reason, which the author
//! reads and can appeal.

use folkmoot_common::{DecisionId, Id, StorageError};
use folkmoot_moderation::{Act, ActKind, Decision, Item, NewDecision, Target};
use sea_orm::{DatabaseTransaction, QueryResult};

use super::effect::{self, Effect};
use super::stood::Stood;
use super::{decide, decisions, text, undo};
use crate::sql::{get, one};

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

/// The hiding that comes with being right about a report, as a decision of its own: written down and done.
pub(super) async fn hide(
    tx: &DatabaseTransaction,
    answer: &Decision,
    new: &NewDecision,
    subject: Option<&QueryResult>,
) -> Result<Option<(Decision, Effect)>, StorageError> {
    let (Some(id), Act::Overturn, Some(subject)) = (new.hides, &new.act, subject) else { return Ok(None) };
    let effect = match answer.target {
        Target::Idea(idea) => effect::idea(tx, idea, subject, None, Some(Some(new.by.at.micros()))).await?,
        Target::Comment(comment) => effect::comment(tx, comment, subject, "hidden").await?,
        Target::Person(_) => return Ok(None),
    };
    let (reason, note) = (new.reason.clone(), None);
    let waited = std::time::Duration::ZERO;
    let decision = Decision { id, item: None, act: ActKind::Hide, reason, note, waited, ..answer.clone() };
    let (before, after) = (&effect.before, &effect.after);
    decisions::write(tx, decisions::NewRow { decision: &decision, before, after }).await?;
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
        // A later suspension is another decision, with an appeal of its own.
        ActKind::Suspend if followed(tx, decision, "'SUSPEND'").await? => Ok(Effect::default()),
        ActKind::Reject if stands => {
            let effect = undo::revert(tx, decision).await?;
            if let Some(item) = decision.item {
                // What was refused waits again: for a yes, of somebody who now may give it.
                undo::open_again(tx, item.uuid()).await?;
            }
            Ok(effect)
        }
        ActKind::Merge if stands => undo::revert(tx, decision).await,
        ActKind::Suspend | ActKind::ResetName => undo::revert(tx, decision).await,
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
    let restored = followed(tx, decision, "'RESTORE', 'PUBLISH', 'PUBLISH_AND_TRUST'").await?;
    let Some(subject) = subject.filter(|_| !restored) else { return Ok(Effect::default()) };
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

/// Whether one of these acts came on the same thing later, and stands.
async fn followed(tx: &DatabaseTransaction, decision: &Decision, by: &str) -> Result<bool, StorageError> {
    let later = format!(
        "SELECT 1 AS one FROM decision WHERE subject_kind = $1 AND subject_id = $2 AND id > $3 AND undone_at IS NULL \
         AND act IN ({by}) LIMIT 1"
    );
    let target = decision.target;
    let values = [target.kind().into(), target.uuid().into(), decision.id.uuid().into()];
    Ok(one(tx, &later, values).await?.is_some())
}
