//! The news that a moderator hid an idea, for whoever supports or follows it: told once the decision can't be undone any
//! more, and never of what is shown again by then.
//!
//! It is of the very moment since which the idea is hidden. By that it is found, and by that it is told though nobody can
//! read the idea: other news of it is told to nobody meanwhile. Its words name no title, since that may be why it was hidden.

use folkmoot_common::{DecisionId, Id, IdeaId, Language, MailingId, StorageError, Timestamp};
use folkmoot_moderation::LetterText;
use folkmoot_replies::{Announcement, LetterWords, NewsKind};
use sea_orm::{DatabaseTransaction, Value};

use super::announce::announce_later;
use crate::sql::run;

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
    announce_later(tx, &news, due).await
}

/// The decision was taken back before anybody was told.
pub(crate) async fn drop_hidden(
    tx: &DatabaseTransaction,
    decision: DecisionId,
    at: Timestamp,
) -> Result<(), StorageError> {
    run(tx, "DELETE FROM mailing WHERE id = $1", [of(decision, at).uuid().into()]).await?;
    Ok(())
}

/// The idea is hidden since another moment, or shown: the news goes along, or is none any more.
pub(crate) async fn hidden_otherwise(
    tx: &DatabaseTransaction,
    idea: IdeaId,
    (before, after): (Option<i64>, Option<i64>),
) -> Result<(), StorageError> {
    // Other news of the same moment has words for the author.
    const GO_ALONG: &str =
        "UPDATE mailing SET created_at = $3 WHERE idea_id = $1 AND created_at = $2 AND author = '[]'";
    const FORGET: &str = "DELETE FROM mailing WHERE idea_id = $1 AND created_at = $2 AND author = '[]'";
    let Some(before) = before.filter(|_| before != after) else { return Ok(()) };
    let (idea, before): (Value, Value) = (idea.uuid().into(), before.into());
    match after {
        Some(after) => run(tx, GO_ALONG, [idea, before, after.into()]).await?,
        None => run(tx, FORGET, [idea, before]).await?,
    };
    Ok(())
}

/// The id of the news of a decision, the same however often it is made.
fn of(decision: DecisionId, at: Timestamp) -> MailingId {
    MailingId::derived(at, "hidden", &decision.to_string())
}
