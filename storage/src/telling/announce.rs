//! The one row of a piece of news, as part of the act that is news; and its words, read back.

use folkmoot_common::{Id, Language, StorageError, Timestamp};
use folkmoot_replies::{Announcement, LetterWords};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::sql::run;

/// Writes the news down in the transaction of what happened. Who is told is found afterwards: it costs the same whether
/// nobody waits for it or everybody.
pub(crate) async fn announce(tx: &DatabaseTransaction, news: &Announcement) -> Result<(), StorageError> {
    announce_while(tx, news, (news.at, None)).await
}

/// The same of news that nobody is told before this moment; and, where its idea was hidden, only while it is so since then.
pub(super) async fn announce_while(
    tx: &DatabaseTransaction,
    news: &Announcement,
    (due, hidden_since): (Timestamp, Option<Timestamp>),
) -> Result<(), StorageError> {
    const ANNOUNCE: &str = "INSERT INTO mailing (id, idea_id, kind, author, followers, created_at, turn_at, reached, \
         hidden_since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = [
        news.id.uuid().into(),
        news.idea.uuid().into(),
        news.kind.as_str().into(),
        written(&news.author)?.into(),
        written(&news.followers)?.into(),
        news.at.micros().into(),
        due.micros().into(),
        Uuid::nil().into(),
        hidden_since.map(Timestamp::micros).into(),
    ];
    run(tx, ANNOUNCE, values).await?;
    Ok(())
}

fn written(words: &[(Language, LetterWords)]) -> Result<String, StorageError> {
    let plain: Vec<(&str, &LetterWords)> = words.iter().map(|(language, said)| (language.as_str(), said)).collect();
    serde_json::to_string(&plain).map_err(|why| StorageError::Failed(why.into()))
}

/// The words of a piece of news.
pub(super) struct Said(Vec<(String, LetterWords)>);

impl Said {
    pub(super) fn read(written: &str) -> Result<Self, StorageError> {
        serde_json::from_str(written).map(Self).map_err(|why| StorageError::Failed(why.into()))
    }

    /// In a reader's language, else in the first; with the language that it is. `None` when nobody is to be told.
    pub(super) fn to(&self, language: Option<&str>) -> Option<(&str, &LetterWords)> {
        let own = language.and_then(|language| self.0.iter().find(|(one, _)| one == language));
        own.or_else(|| self.0.first()).map(|(one, said)| (one.as_str(), said))
    }
}
