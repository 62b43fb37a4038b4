//! The letters of a decision as rows. They wait until it can no longer be undone, and go with it if it is.

use folkmoot_common::{Id, IdeaId, Language, Mail, MailId, StorageError, Timestamp};
use folkmoot_moderation::{LetterText, RECEIPT};
use sea_orm::{DatabaseTransaction, Value};
use uuid::Uuid;

use crate::outbox;
use crate::sql::{all, get};

/// When they leave, and what they go with.
#[derive(Clone, Copy)]
pub(super) struct Postmark {
    pub(super) at: Timestamp,
    pub(super) due: Timestamp,
    pub(super) decision: Uuid,
}

impl Postmark {
    pub(super) async fn post(&self, tx: &DatabaseTransaction, id: MailId, mail: &Mail) -> Result<(), StorageError> {
        outbox::post_later(tx, id, mail, self.at, (self.due, Some(self.decision))).await
    }

    /// The same words to somebody of whom only the address is known; the id is the same however often it is made.
    pub(super) async fn post_to(
        &self,
        tx: &DatabaseTransaction,
        to: String,
        said: &LetterText,
    ) -> Result<(), StorageError> {
        let id =
            MailId::imported(self.at, "decision", &format!("{}:{to}:{}:{}", self.decision, said.subject, said.text));
        let mail = Mail { to, subject: said.subject.clone(), text: said.text.clone() };
        self.post(tx, id, &mail).await
    }

    /// To everybody whose support was carried over from one idea to the other.
    pub(super) async fn tell_supporters(
        &self,
        tx: &DatabaseTransaction,
        (from, into): (IdeaId, i64),
        words: &[(Language, LetterText)],
    ) -> Result<(), StorageError> {
        const CARRIED: &str = "SELECT person.email, person.language FROM vote JOIN person ON person.id = vote.person_id \
             WHERE vote.idea_id = (SELECT id FROM idea WHERE number = $2) AND vote.carried_from = $1 \
             AND person.email IS NOT NULL ORDER BY person.id";
        for row in all(tx, CARRIED, [from.uuid().into(), into.into()]).await? {
            let language = get::<Option<String>>(&row, "language")?.map(Language::from_stored);
            if let Some(said) = in_language(words, language.as_ref()) {
                self.post_to(tx, get(&row, "email")?, said).await?;
            }
        }
        Ok(())
    }

    /// To everybody who reported what this item is about and asked for an answer.
    pub(super) async fn tell_reporters(
        &self,
        tx: &DatabaseTransaction,
        item: Uuid,
        said: &LetterText,
    ) -> Result<(), StorageError> {
        const ASKED: &str = "SELECT receipt, answer_to FROM report WHERE item_id = $1 AND answer_to IS NOT NULL \
             AND answered_at = $2 ORDER BY id";
        self.tell_holders(tx, ASKED, &[item.into(), self.at.micros().into()], said).await
    }

    /// To the reporter who asked for another look, where their report says that an answer reaches them.
    pub(super) async fn tell_appellant(
        &self,
        tx: &DatabaseTransaction,
        appeal: Uuid,
        said: &LetterText,
    ) -> Result<(), StorageError> {
        const ASKED: &str = "SELECT receipt, answer_to FROM report WHERE answer_to IS NOT NULL \
             AND id = (SELECT report_id FROM appeal WHERE id = $1)";
        self.tell_holders(tx, ASKED, &[appeal.into()], said).await
    }

    /// To the holders of these reports, each with their own number.
    async fn tell_holders(
        &self,
        tx: &DatabaseTransaction,
        asked: &str,
        values: &[Value],
        said: &LetterText,
    ) -> Result<(), StorageError> {
        for row in all(tx, asked, values.iter().cloned()).await? {
            let receipt: String = get(&row, "receipt")?;
            let fill = |text: &str| text.replace(RECEIPT, &receipt);
            let said = LetterText { subject: fill(&said.subject), text: fill(&said.text) };
            self.post_to(tx, get(&row, "answer_to")?, &said).await?;
        }
        Ok(())
    }
}

/// The words in a reader's language; the first ones for everybody else.
pub(super) fn in_language<'a>(
    words: &'a [(Language, LetterText)],
    language: Option<&Language>,
) -> Option<&'a LetterText> {
    let own = words.iter().find(|(one, _)| Some(one) == language);
    own.or_else(|| words.first()).map(|(_, said)| said)
}
