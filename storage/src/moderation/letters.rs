//! The letters of a decision as rows. They wait until it can no longer be undone, and go with it if it is.

use folkmoot_common::{Farewell, Id, IdeaId, Language, Mail, MailId, StorageError, Timestamp};
use folkmoot_moderation::{DecisionLetters, LetterText, RECEIPT};
use sea_orm::{DatabaseTransaction, Value};
use uuid::Uuid;

use crate::outbox;
use crate::sql::{all, get, run};

/// Those who reported something and can be reached: at the address that they named, else at their own.
const HOLDERS: &str = "SELECT report.receipt, coalesce(report.answer_to, person.email) AS answer_to, \
     coalesce(person.language, report.language) AS language \
     FROM report LEFT JOIN person ON person.id = report.reporter_id \
     WHERE coalesce(report.answer_to, person.email) IS NOT NULL";

/// When they leave, and what they go with.
#[derive(Clone, Copy)]
pub(super) struct Postmark {
    pub(super) at: Timestamp,
    pub(super) due: Timestamp,
    pub(super) decision: Uuid,
}

impl Postmark {
    pub(super) async fn post(&self, tx: &DatabaseTransaction, id: MailId, mail: &Mail) -> Result<(), StorageError> {
        // What no decision caused goes with none.
        let cause = Some(self.decision).filter(|cause| !cause.is_nil());
        outbox::post_later(tx, id, mail, self.at, (self.due, cause)).await
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

    /// To everybody who supported the one idea: their support was carried over to the other, or they had voted there; and to
    /// whoever only followed it, follows the other now, and wants letters. Its author has a letter of their own. MUST come after they were carried along.
    pub(super) async fn tell_those_along(
        &self,
        tx: &DatabaseTransaction,
        (from, into): (IdeaId, i64),
        letters: &DecisionLetters,
    ) -> Result<(), StorageError> {
        const SUPPORTERS: &str = "SELECT person.email, person.language, coalesce(there.carried_from = $1, FALSE) AS went \
             FROM vote JOIN person ON person.id = vote.person_id JOIN vote there ON there.person_id = vote.person_id \
             AND there.idea_id = (SELECT id FROM idea WHERE number = $2) \
             WHERE vote.idea_id = $1 AND vote.choice = 1 AND vote.state = 'counted' AND person.email IS NOT NULL \
             AND (there.choice <> 0 OR there.carried_from IS NOT NULL) ORDER BY person.id";
        for row in all(tx, SUPPORTERS, [from.uuid().into(), into.into()]).await? {
            let language = get::<Option<String>>(&row, "language")?.map(Language::from_stored);
            let words = if get(&row, "went")? { &letters.supporters } else { &letters.voted };
            if let Some(said) = in_language(words, language.as_ref()) {
                self.post_to(tx, get(&row, "email")?, said).await?;
            }
        }
        const FOLLOWERS: &str = "SELECT person.email, person.language FROM follow \
             JOIN person ON person.id = follow.person_id JOIN idea ON idea.id = follow.idea_id \
             JOIN follow there ON there.person_id = follow.person_id AND there.follows \
             AND there.idea_id = (SELECT id FROM idea WHERE number = $2) \
             LEFT JOIN notice_pace ON notice_pace.person_id = person.id \
             WHERE follow.idea_id = $1 AND follow.follows AND person.email IS NOT NULL AND person.id <> idea.author_id \
             AND coalesce(notice_pace.pace, 'at_once') <> 'never' \
             AND NOT EXISTS (SELECT 1 FROM vote WHERE vote.idea_id = $1 AND vote.person_id = person.id \
             AND vote.choice = 1 AND vote.state = 'counted') ORDER BY person.id";
        for row in all(tx, FOLLOWERS, [from.uuid().into(), into.into()]).await? {
            let language = get::<Option<String>>(&row, "language")?.map(Language::from_stored);
            if let Some(said) = in_language(&letters.followers, language.as_ref()) {
                self.post_to(tx, get(&row, "email")?, said).await?;
            }
        }
        Ok(())
    }

    /// To everybody who reported what this item is about and can be reached, in their language.
    pub(super) async fn tell_reporters(
        &self,
        tx: &DatabaseTransaction,
        item: Uuid,
        said: &LetterText,
    ) -> Result<(), StorageError> {
        let asked = format!("{HOLDERS} AND report.item_id = $1 AND report.answered_at = $2 ORDER BY report.id");
        self.tell_holders(tx, &asked, &[item.into(), self.at.micros().into()], said).await
    }

    /// To the reporter who asked for another look, where their report says that an answer reaches them.
    pub(super) async fn tell_appellant(
        &self,
        tx: &DatabaseTransaction,
        appeal: Uuid,
        said: &LetterText,
    ) -> Result<(), StorageError> {
        let asked = format!("{HOLDERS} AND report.id = (SELECT report_id FROM appeal WHERE id = $1)");
        self.tell_holders(tx, &asked, &[appeal.into()], said).await
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
            let language = get::<Option<String>>(&row, "language")?.map(Language::from_stored);
            let (said, fill) = (said.in_language(language.as_ref()), |text: &str| text.replace(RECEIPT, &receipt));
            let said = LetterText { subject: fill(&said.subject), text: fill(&said.text), others: Vec::new() };
            self.post_to(tx, get(&row, "answer_to")?, &said).await?;
        }
        Ok(())
    }
}

/// Tells whoever reported what is taken back, and whoever asked for another look at it, that nothing is left to decide.
/// The report is as good as answered. MUST come before its items are closed.
pub(crate) async fn say_farewell(
    tx: &DatabaseTransaction,
    items: &str,
    values: &[Value],
    (farewells, at): (&[Farewell], Timestamp),
) -> Result<(), StorageError> {
    // Appeals that wait behind another one have no item of their own yet: they are about what an item there is about.
    let appealed = format!(
        "appeal.outcome IS NULL AND EXISTS (SELECT 1 FROM decision JOIN queue_item \
         ON queue_item.subject_kind = decision.subject_kind AND queue_item.subject_id = decision.subject_id \
         WHERE decision.id = appeal.decision_id AND queue_item.kind = 'appeal' AND queue_item.id IN ({items}))"
    );
    let moot = format!("UPDATE appeal SET outcome = 'moot', decided_at = {{now}} WHERE {appealed}");
    let Some(first) = farewells.first() else {
        run(tx, &moot, values.iter().cloned()).await?;
        return Ok(());
    };
    let said = |one: &Farewell| LetterText { subject: one.subject.clone(), text: one.text.clone(), others: Vec::new() };
    let others = farewells.iter().map(|one| (one.language.clone(), said(one))).collect();
    let letter = LetterText { others, ..said(first) };
    let mark = Postmark { at, due: at, decision: Uuid::nil() };
    let asked = format!(
        "{HOLDERS} AND ((report.answered_at IS NULL AND report.item_id IN ({items})) OR report.id IN \
         (SELECT appeal.report_id FROM appeal WHERE {appealed})) ORDER BY report.id"
    );
    mark.tell_holders(tx, &asked, values, &letter).await?;
    run(tx, &moot, values.iter().cloned()).await?;
    let answered =
        format!("UPDATE report SET answered_at = {{now}} WHERE answered_at IS NULL AND item_id IN ({items})");
    run(tx, &answered, values.iter().cloned()).await?;
    Ok(())
}

/// The words in a reader's language; the first ones for everybody else.
pub(super) fn in_language<'a>(
    words: &'a [(Language, LetterText)],
    language: Option<&Language>,
) -> Option<&'a LetterText> {
    let own = words.iter().find(|(one, _)| Some(one) == language);
    own.or_else(|| words.first()).map(|(_, said)| said)
}
