//! Taking a decision back long after it was made: what it took is given back as on appeal, and that is a decision of its own.

use folkmoot_common::{Id, StorageError, Tally};
use folkmoot_moderation::{ActKind, Correction, Decision, Undone};

use super::letters::Postmark;
use super::{appeals, decide, decisions, effect, overturn, undo};
use crate::Store;
use crate::error::sealed;
use crate::sql::{one, run};

pub(super) async fn correct(store: &Store, new: Correction) -> Result<(Undone, Vec<Tally>), StorageError> {
    let tx = store.begin().await?;
    let Some(wrong) = decisions::find(&tx, new.of).await? else { return Ok((Undone::TooLate, Vec::new())) };
    let subject = decide::hold(&tx, wrong.target).await?;
    one(&tx, &effect::held(&tx, "SELECT id FROM decision WHERE id = $1"), [new.of.uuid().into()]).await?;
    // Read again, now that nothing can change under it.
    let wrong = decisions::find(&tx, new.of).await?.unwrap_or(wrong);
    if wrong.undone_at.is_some() {
        return Ok((Undone::Already, Vec::new()));
    }
    if !wrong.can_be_corrected(new.by.at) {
        return Ok((Undone::TooLate, Vec::new()));
    }
    // Nobody makes words public that no moderator has read: what its author wrote since waits in the queue.
    let (_before, then) = undo::kept(&tx, wrong.id).await?;
    if wrong.act == ActKind::Hide && !undo::is_untouched(&wrong, subject.as_ref(), &then)? {
        return Ok((Undone::Changed, Vec::new()));
    }
    let mut given = overturn::give_back(&tx, &wrong).await?;
    appeals::drop_of(&tx, &wrong, new.by).await?;
    const BACK: &str = "UPDATE decision SET undone_at = $2, undone_by = $3 WHERE id = $1";
    run(&tx, BACK, [new.of.uuid().into(), new.by.at.micros().into(), new.by.person.uuid().into()]).await?;
    given.after.appealed = Some(new.of.uuid());
    let decision = Decision {
        id: new.id,
        item: None,
        act: ActKind::Overturn,
        reason: None,
        note: Some(new.note.as_str().to_owned()),
        actor: Some(new.by.person),
        role: Some(new.by.role),
        at: new.by.at,
        waited: std::time::Duration::ZERO,
        batch: None,
        undone_at: None,
        appeal: None,
        of_edit: false,
        ..wrong
    };
    decisions::write(&tx, decisions::NewRow { decision: &decision, before: &given.before, after: &given.after })
        .await?;
    if let Some(letter) = &new.letter {
        let mark = Postmark { at: new.by.at, due: new.by.at, decision: new.id.uuid() };
        mark.post(&tx, letter.id, &letter.mail).await?;
    }
    decide::note(&tx, &decision, &given).await?;
    tx.commit().await.map_err(sealed)?;
    Ok((Undone::Done(Box::new(decision)), given.tallies))
}
