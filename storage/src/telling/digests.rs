//! Digests: what waits for somebody's morning, read together and posted together.

use folkmoot_common::{Address, Footing, Id, Language, Mail, MailingId, PersonId, StorageError, Timestamp, Why};
use folkmoot_replies::{DigestLetter, DueDigest, Told};
use uuid::Uuid;

use super::announce::Said;
use super::step::is_full;
use crate::error::sealed;
use crate::sql::{all, get, run};
use crate::{Store, outbox};

/// In one letter; what is more comes in the next.
const MOST: usize = 100;

/// What is due, of so many people at the most, person by person. The title of what is hidden is its author's alone.
const DUE: &str = "SELECT entry.person_id, entry.mailing_id, entry.due_at, person.email, person.language, idea.number, \
     CASE WHEN idea.hidden_at IS NULL OR idea.author_id = entry.person_id THEN idea.title ELSE '' END AS title, \
     idea.author_id = entry.person_id AS wrote, mailing.author, mailing.followers, \
     (idea.hidden_at IS NOT DISTINCT FROM mailing.hidden_since) \
     AND idea.status NOT IN ('submitted', 'rejected') AS seen FROM digest_entry entry \
     JOIN person ON person.id = entry.person_id JOIN mailing ON mailing.id = entry.mailing_id \
     JOIN idea ON idea.id = mailing.idea_id WHERE entry.due_at <= $1 AND entry.person_id IN \
     (SELECT DISTINCT person_id FROM digest_entry WHERE due_at <= $1 ORDER BY person_id LIMIT $2) \
     ORDER BY entry.person_id, entry.mailing_id";

pub(super) async fn due(store: &Store, now: Timestamp, people: u64, full: u64) -> Result<Vec<DueDigest>, StorageError> {
    if is_full(store.read(), full).await? {
        return Ok(Vec::new());
    }
    let most = i64::try_from(people).unwrap_or(i64::MAX);
    let mut digests: Vec<DueDigest> = Vec::new();
    for row in all(store.read(), DUE, [now.micros().into(), most.into()]).await? {
        let person = PersonId::from_uuid(get(&row, "person_id")?);
        let Some(email) = get::<Option<String>>(&row, "email")? else { continue };
        let language: Option<String> = get(&row, "language")?;
        let (wrote, seen): (bool, bool) = (get(&row, "wrote")?, get(&row, "seen")?);
        let said = Said::read(&get::<String>(&row, if wrote { "author" } else { "followers" })?)?;
        let said = if wrote || seen { said.to(language.as_deref()) } else { None };
        if digests.last().is_none_or(|digest| digest.person != person) {
            let (to, language) = (Address::parsed(email), language.clone().map(Language::from_stored));
            let due = Timestamp::from_micros(get(&row, "due_at")?);
            digests.push(DueDigest { person, to, language, due, gone: Vec::new(), news: Vec::new() });
        }
        let Some(digest) = digests.last_mut() else { continue };
        let mailing = MailingId::from_uuid(get(&row, "mailing_id")?);
        match said {
            Some((_, words)) if digest.news.len() < MOST => digest.news.push(Told {
                mailing,
                number: get(&row, "number")?,
                title: get(&row, "title")?,
                words: words.clone(),
            }),
            Some(_) => {}
            None => digest.gone.push(mailing),
        }
    }
    Ok(digests)
}

/// Whoever takes the entries away posts the letter; somebody who finds them gone posts nothing.
pub(super) async fn post(store: &Store, letter: &DigestLetter) -> Result<bool, StorageError> {
    const TAKE: &str = "DELETE FROM digest_entry WHERE person_id = $1 AND mailing_id = $2";
    let DueDigest { person, to, language, gone, news, .. } = &letter.digest;
    let tx = store.begin().await?;
    for mailing in gone.iter().copied().chain(news.iter().map(|told| told.mailing)) {
        let taken: [Uuid; 2] = [person.uuid(), mailing.uuid()];
        if run(&tx, TAKE, taken.map(Into::into)).await? == 0 {
            return Ok(false);
        }
    }
    if !news.is_empty() {
        let mail =
            Mail { to: to.as_str().to_owned(), subject: letter.words.subject.clone(), text: letter.words.text.clone() };
        let footing = Footing { person: *person, idea: None, why: Why::Digest, language: language.clone() };
        outbox::post_all(&tx, &[(letter.id, mail, footing)], (letter.at, letter.at), None).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}
