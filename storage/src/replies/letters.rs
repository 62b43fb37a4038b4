//! Letters to people of ours, who are known by their id: to officers about their work.

use folkmoot_common::{Id, Mail, MailId, PersonId, StorageError, Timestamp};
use folkmoot_replies::LetterWords;
use sea_orm::DatabaseTransaction;

use crate::outbox;
use crate::sql::{get, one};

/// Posts them as part of the act that wants them sent. Whoever can't be reached gets none.
pub(super) async fn post(
    tx: &DatabaseTransaction,
    letters: &[(MailId, PersonId, LetterWords)],
    at: Timestamp,
) -> Result<(), StorageError> {
    const ADDRESS: &str = "SELECT email FROM person WHERE id = $1 AND deleted_at IS NULL AND email IS NOT NULL";
    for (id, person, said) in letters {
        let Some(row) = one(tx, ADDRESS, [person.uuid().into()]).await? else { continue };
        let mail = Mail { to: get(&row, "email")?, subject: said.subject.clone(), text: said.text.clone() };
        outbox::post(tx, *id, &mail, at).await?;
    }
    Ok(())
}
