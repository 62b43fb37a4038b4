//! The news that an author took an idea back, for whoever supports or follows it. It names the idea as they knew it; what
//! was hidden from them before is no news to them.

use folkmoot_common::{Farewell, Id, IdeaId, MailingId, NUMBER, StorageError, TITLE, Timestamp};
use folkmoot_replies::{Announcement, LetterWords, NewsKind};
use sea_orm::DatabaseTransaction;

use super::announce;
use crate::sql::{get, one};

/// Writes it down in the transaction that takes the idea back. MUST be called only where the public had seen it.
pub(crate) async fn tell_taken_back(
    tx: &DatabaseTransaction,
    idea: IdeaId,
    words: &[Farewell],
    at: Timestamp,
) -> Result<(), StorageError> {
    const SEEN: &str = "SELECT number, title FROM idea WHERE id = $1 AND hidden_at IS NULL";
    let Some(row) = one(tx, SEEN, [idea.uuid().into()]).await? else { return Ok(()) };
    let (number, title): (i64, String) = (get(&row, "number")?, get(&row, "title")?);
    // The title last: whatever it says, nothing of it is filled in.
    let fill = |text: &str| text.replace(NUMBER, &number.to_string()).replace(TITLE, &title);
    let followers = words
        .iter()
        .map(|one| (one.language.clone(), LetterWords { subject: fill(&one.subject), text: fill(&one.text) }))
        .collect();
    let id = MailingId::imported(at, "withdrawn", &idea.to_string());
    announce(tx, &Announcement { id, idea, kind: NewsKind::Status, author: Vec::new(), followers, at }).await
}
