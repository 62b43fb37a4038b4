//! The news that a moderator hid an idea, for whoever supports or follows it: told once the decision can't be undone any
//! more, and only while the idea is hidden since that very moment.
//!
//! What is shown meanwhile leaves the news where it is, in case that was the slip; letters that haven't left never leave.
//! Other news of what is hidden is told to its author alone. Its words name no title, since that may be why it was hidden.

use folkmoot_common::{DecisionId, Id, IdeaId, Language, MailingId, StorageError, Timestamp};
use folkmoot_moderation::LetterText;
use folkmoot_replies::{Announcement, LetterWords, NewsKind};
use sea_orm::{DatabaseTransaction, Value};
use uuid::Uuid;

use super::announce::announce_while;
use crate::outbox;
use crate::sql::{all, get, run};

/// Of a row of `mailing`: whether what it tells still holds. All other news always does.
pub(crate) const HOLDS: &str = "(mailing.hidden_since IS NULL OR EXISTS \
     (SELECT 1 FROM idea WHERE idea.id = mailing.idea_id AND idea.hidden_at = mailing.hidden_since))";

/// Writes it down in the transaction that hides the idea: when that was, and from when on it is told. The author reads the
/// decision instead.
pub(crate) async fn tell_hidden(
    tx: &DatabaseTransaction,
    (idea, decision): (IdeaId, DecisionId),
    words: &[(Language, LetterText)],
    (at, due): (Timestamp, Timestamp),
) -> Result<(), StorageError> {
    let said = |one: &LetterText| LetterWords { subject: one.subject.clone(), text: one.text.clone() };
    let followers = words.iter().map(|(language, one)| (language.clone(), said(one))).collect();
    let id = of(decision, at);
    let news = Announcement { id, idea, kind: NewsKind::Status, author: Vec::new(), followers, at };
    announce_while(tx, &news, (due, Some(at))).await
}

/// The decision was taken back: it is no news any more.
pub(crate) async fn drop_hidden(
    tx: &DatabaseTransaction,
    decision: DecisionId,
    at: Timestamp,
) -> Result<(), StorageError> {
    let id = of(decision, at).uuid();
    run(tx, "DELETE FROM mailing WHERE id = $1", [id.into()]).await?;
    outbox::drop_caused_by(tx, id).await?;
    Ok(())
}

/// The idea is hidden since another moment, and the news goes along; or it is shown, and the news doesn't hold.
pub(crate) async fn hidden_otherwise(
    tx: &DatabaseTransaction,
    idea: IdeaId,
    (before, after): (Option<i64>, Option<i64>),
) -> Result<(), StorageError> {
    const GO_ALONG: &str = "UPDATE mailing SET hidden_since = $3 WHERE idea_id = $1 AND hidden_since = $2";
    let Some(before) = before.filter(|_| before != after) else { return Ok(()) };
    let (idea, before): (Value, Value) = (idea.uuid().into(), before.into());
    match after {
        Some(after) => run(tx, GO_ALONG, [idea, before, after.into()]).await.map(|_moved| ()),
        None => keep_back(tx, idea, before).await,
    }
}

/// Takes back the letters that haven't left. Should the idea be hidden since the same moment again, they are written again:
/// to nobody twice, since letters that have left stand in their way, for the day that they are kept. After that day they
/// aren't; and whoever read it in a digest may read it there once more.
async fn keep_back(tx: &DatabaseTransaction, idea: Value, since: Value) -> Result<(), StorageError> {
    // Held before the letters are looked for: another node that is telling it has written its own by then.
    const HOLD: &str = "UPDATE mailing SET turn_at = turn_at WHERE idea_id = $1 AND hidden_since = $2 RETURNING id";
    const AGAIN: &str = "UPDATE mailing SET reached = $2, done_at = NULL WHERE id = $1 \
         AND created_at > {now} - 86400000000";
    for row in all(tx, HOLD, [idea, since]).await? {
        let id: Uuid = get(&row, "id")?;
        if outbox::drop_caused_by(tx, id).await? > 0 {
            run(tx, AGAIN, [id.into(), Uuid::nil().into()]).await?;
        }
    }
    Ok(())
}

/// The id of the news of a decision, the same however often it is made.
fn of(decision: DecisionId, at: Timestamp) -> MailingId {
    MailingId::derived(at, "hidden", &decision.to_string())
}
