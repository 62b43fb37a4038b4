//! One step of telling: the news whose turn it is, its next people, and their letters, in one transaction. A step that is
//! killed has told nobody; one that was done is never done again, because whom the news has reached moves with the letters.

use std::sync::LazyLock;

use folkmoot_common::{Footing, Id, IdeaId, Language, Mail, MailId, PersonId, StorageError, Timestamp, Why};
use folkmoot_replies::{NoticePace, Stepped, TellingStep};
use sea_orm::sea_query::{Expr, OnConflict, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, QueryResult};
use uuid::Uuid;

use super::announce::Said;
use super::hidden::HOLDS;
use crate::error::sealed;
use crate::sql::{all, get, one, run};
use crate::{Store, outbox};

/// News that could be told by now: of each idea the oldest, so that nobody hears of the second before the first; of all ideas
/// the one that has waited longest for its turn, so that a long list keeps no short one waiting. That an idea was hidden keeps
/// none waiting: its turn may be far off, and while it is told nobody but the author hears anything else, and they not that.
static NEXT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT id, idea_id, author, followers, created_at, hidden_since, reached FROM mailing WHERE done_at IS NULL \
         AND turn_at <= $1 AND {HOLDS} AND NOT EXISTS (SELECT 1 FROM mailing earlier \
         WHERE earlier.idea_id = mailing.idea_id AND earlier.done_at IS NULL AND earlier.hidden_since IS NULL \
         AND earlier.id < mailing.id) ORDER BY turn_at, id LIMIT 1"
    )
});

/// Whom an idea concerns, in the order of their ids, after the last who was told. Each part is read off an index and no
/// further than this page, however many there are. What is hidden is news to its author alone; that it is hidden since this
/// very moment (`$4`) is news to all.
static AUDIENCE: LazyLock<String> = LazyLock::new(|| {
    let part =
        |rows: &str| format!("SELECT person_id FROM ({rows} AND person_id > $2 ORDER BY person_id LIMIT $3) AS part");
    let supporters = part("SELECT person_id FROM vote WHERE idea_id = $1 AND choice = 1 AND state = 'counted'");
    let followers = part("SELECT person_id FROM follow WHERE idea_id = $1 AND follows");
    format!(
        "SELECT whom.person_id, person.email, person.language, notice_pace.pace, follow.follows, \
         idea.author_id = whom.person_id AS wrote, \
         (idea.hidden_at IS NOT DISTINCT FROM $4) \
         AND idea.status NOT IN ('submitted', 'rejected') AS seen \
         FROM (SELECT person_id FROM ({supporters} UNION {followers} \
         UNION SELECT author_id AS person_id FROM idea WHERE id = $1 AND author_id > $2) AS everybody \
         ORDER BY person_id LIMIT $3) AS whom \
         JOIN idea ON idea.id = $1 JOIN person ON person.id = whom.person_id \
         LEFT JOIN follow ON follow.idea_id = $1 AND follow.person_id = whom.person_id \
         LEFT JOIN notice_pace ON notice_pace.person_id = whom.person_id ORDER BY whom.person_id"
    )
});

/// A piece of news that is being told.
struct Mailing {
    id: Uuid,
    idea: IdeaId,
    author: Said,
    followers: Said,
    at: Timestamp,
    /// Since when the idea is hidden, where that is the news.
    hidden_since: Option<i64>,
    reached: Uuid,
}

/// What a page of people gets.
#[derive(Default)]
struct Told {
    letters: Vec<(MailId, Mail, Footing)>,
    entries: Vec<(Uuid, i64)>,
}

pub(super) async fn step(store: &Store, step: TellingStep) -> Result<Stepped, StorageError> {
    // Nothing to tell is the usual case, and costs no write lock.
    if one(store.read(), &NEXT, [step.now.micros().into()]).await?.is_none() {
        return Ok(Stepped::Nothing);
    }
    let tx = store.begin().await?;
    if is_full(&tx, step.full).await? {
        return Ok(Stepped::Full);
    }
    let Some(mailing) = next(&tx, step.now).await? else { return Ok(Stepped::Nothing) };
    let most = i64::try_from(step.people).unwrap_or(i64::MAX);
    let people = page(&tx, &mailing, most).await?;
    let mut told = Told::default();
    for person in &people {
        told.add(&mailing, person, &step)?;
    }
    let count = told.letters.len() + told.entries.len();
    // That it is hidden must not arrive once it is shown again.
    let cause = mailing.hidden_since.map(|_| mailing.id);
    outbox::post_all(&tx, &told.letters, (mailing.at, step.now), cause).await?;
    note_entries(&tx, mailing.id, &told.entries).await?;
    let last = people.last().map_or(Ok(mailing.reached), |row| get(row, "person_id"))?;
    let done = i64::try_from(people.len()).unwrap_or(i64::MAX) < most;
    if !move_on(&tx, &mailing, (last, done), step.now).await? {
        return Ok(Stepped::Nothing);
    }
    tx.commit().await.map_err(sealed)?;
    Ok(Stepped::Told(u64::try_from(count).unwrap_or(u64::MAX)))
}

/// Whether so many letters that tell of something wait already.
pub(super) async fn is_full(on: &impl ConnectionTrait, full: u64) -> Result<bool, StorageError> {
    const WAITING: &str = "SELECT COUNT(*) AS waiting FROM (SELECT 1 AS one FROM outbox WHERE state = 'waiting' \
         AND person_id IS NOT NULL LIMIT $1) AS few";
    let row = one(on, WAITING, [i64::try_from(full).unwrap_or(i64::MAX).into()]).await?;
    let waiting: i64 = row.map_or(Ok(0), |row| get(&row, "waiting"))?;
    Ok(u64::try_from(waiting).unwrap_or(0) >= full)
}

/// The next people. On PostgreSQL none of them can close their account until their letter stands in the outbox, where
/// closing it finds the letter.
async fn page(tx: &DatabaseTransaction, mailing: &Mailing, most: i64) -> Result<Vec<QueryResult>, StorageError> {
    let hold = match tx.get_database_backend() {
        DbBackend::Postgres => " FOR KEY SHARE OF person",
        _ => "",
    };
    let asked = [mailing.idea.uuid().into(), mailing.reached.into(), most.into(), mailing.hidden_since.into()];
    all(tx, &format!("{}{hold}", *AUDIENCE), asked).await
}

/// Takes the news whose turn it is. PostgreSQL passes over what another node is telling; SQLite has one writer.
async fn next(tx: &DatabaseTransaction, now: Timestamp) -> Result<Option<Mailing>, StorageError> {
    let hold = match tx.get_database_backend() {
        DbBackend::Postgres => " FOR UPDATE OF mailing SKIP LOCKED",
        _ => "",
    };
    let Some(row) = one(tx, &format!("{}{hold}", *NEXT), [now.micros().into()]).await? else { return Ok(None) };
    Ok(Some(Mailing {
        id: get(&row, "id")?,
        idea: IdeaId::from_uuid(get(&row, "idea_id")?),
        author: Said::read(&get::<String>(&row, "author")?)?,
        followers: Said::read(&get::<String>(&row, "followers")?)?,
        at: Timestamp::from_micros(get(&row, "created_at")?),
        hidden_since: get(&row, "hidden_since")?,
        reached: get(&row, "reached")?,
    }))
}

impl Told {
    /// What this person gets, if anything.
    fn add(&mut self, mailing: &Mailing, row: &QueryResult, step: &TellingStep) -> Result<(), StorageError> {
        let Some(email) = get::<Option<String>>(row, "email")? else { return Ok(()) };
        let follows: Option<bool> = get(row, "follows")?;
        let (wrote, seen): (bool, bool) = (get(row, "wrote")?, get(row, "seen")?);
        // What nobody else may see is nobody else's news.
        if follows == Some(false) || (!wrote && !seen) {
            return Ok(());
        }
        let language: Option<String> = get(row, "language")?;
        let said = if wrote { &mailing.author } else { &mailing.followers };
        let Some((language, words)) = said.to(language.as_deref()) else { return Ok(()) };
        let person: Uuid = get(row, "person_id")?;
        let pace = get::<Option<String>>(row, "pace")?.as_deref().and_then(NoticePace::parse).unwrap_or_default();
        match pace {
            NoticePace::Never => {}
            NoticePace::Daily => self.entries.push((person, step.digests.daily.micros())),
            NoticePace::Weekly => self.entries.push((person, step.digests.weekly.micros())),
            NoticePace::AtOnce => {
                let footing = Footing {
                    person: PersonId::from_uuid(person),
                    idea: Some(mailing.idea),
                    why: why(wrote, follows),
                    language: Some(Language::from_stored(language.to_owned())),
                };
                // The same however often it is made.
                let id = MailId::derived(mailing.at, "mailing", &format!("{}:{person}", mailing.id));
                let mail = Mail { to: email, subject: words.subject.clone(), text: words.text.clone() };
                self.letters.push((id, mail, footing));
            }
        }
        Ok(())
    }
}

/// The reason that somebody would name first.
pub(super) const fn why(wrote: bool, follows: Option<bool>) -> Why {
    match (wrote, follows) {
        (true, _) => Why::Author,
        (false, Some(true)) => Why::Follower,
        (false, _) => Why::Supporter,
    }
}

async fn note_entries(tx: &DatabaseTransaction, mailing: Uuid, entries: &[(Uuid, i64)]) -> Result<(), StorageError> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut lines = Query::insert();
    lines.into_table("digest_entry").columns(["person_id", "mailing_id", "due_at"]);
    for (person, due) in entries {
        let line: [SimpleExpr; 3] = [Expr::val(*person), Expr::val(mailing), Expr::val(*due)];
        lines.values_panic(line);
    }
    lines.on_conflict(OnConflict::columns(["person_id", "mailing_id"]).do_nothing().to_owned());
    tx.execute(&lines).await.map_err(sealed)?;
    Ok(())
}

/// Notes whom it has reached. `false` when somebody else has told these people meanwhile, or the idea was shown just before
/// they were read: then nothing of this stands.
async fn move_on(
    tx: &DatabaseTransaction,
    mailing: &Mailing,
    (last, done): (Uuid, bool),
    now: Timestamp,
) -> Result<bool, StorageError> {
    let moved = format!(
        "UPDATE mailing SET reached = $2, turn_at = $5, done_at = CASE WHEN $3 THEN $5 ELSE NULL END \
         WHERE id = $1 AND reached = $4 AND done_at IS NULL AND {HOLDS}"
    );
    let values = [mailing.id.into(), last.into(), done.into(), mailing.reached.into(), now.micros().into()];
    Ok(run(tx, &moved, values).await? == 1)
}
