//! Reports as rows, each written together with its place in the queue and the letters that it causes. Enough independent
//! people hide what they report until somebody has looked.

use async_trait::async_trait;
use folkmoot_common::{Address, Id, Language, Pace, PersonId, StorageError, Tally, Timestamp};
use folkmoot_moderation::{
    Bench as _, Decision, Filed, ItemKind, Letters, NewReport, Paces, Place, Receipt, ReportDesk, ReportOutcome,
    Target, TargetState, rank,
};
use sea_orm::{DatabaseTransaction, QueryResult, Value};
use uuid::Uuid;

use super::letters::{Postmark, in_language};
use super::{CaseBook, decide, decisions, effect, row};
use crate::error::sealed;
use crate::sql::{all, get, one, run};
use crate::{Store, outbox};

#[async_trait]
impl ReportDesk for CaseBook {
    async fn file(&self, report: NewReport, letters: Letters, paces: Paces) -> Result<bool, StorageError> {
        let store = self.store.clone();
        self.outlive(async move { file(&store, report, letters, paces).await }).await
    }

    async fn own_address(&self, person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError> {
        self.reach(person).await
    }

    async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError> {
        const FIND: &str = "SELECT report.created_at, report.mailed, report.idea_id, report.comment_id, report.person_id, \
             report.outcome, report.answered_at, report.decision_id, idea.number, comment.number AS comment, \
             queue_item.due_at, queue_item.closed_at, \
             EXISTS (SELECT 1 FROM appeal WHERE appeal.report_id = report.id) AS is_appellant \
             FROM report LEFT JOIN idea ON idea.id = report.idea_id LEFT JOIN comment ON comment.id = report.comment_id \
             LEFT JOIN queue_item ON queue_item.id = report.item_id WHERE report.receipt = $1";
        let Some(row) = one(self.store.read(), FIND, [receipt.as_str().into()]).await? else { return Ok(None) };
        let decision = match get::<Option<Uuid>>(&row, "decision_id")? {
            Some(id) => decisions::find(self.store.read(), Id::from_uuid(id)).await?,
            None => None,
        };
        filed(receipt, &row, decision).map(Some)
    }
}

/// Says whether the reporter's letter was posted, and which tallies moved.
async fn file(
    store: &Store,
    new: NewReport,
    letters: Letters,
    paces: Paces,
) -> Result<(bool, Vec<Tally>), StorageError> {
    let work = store.begin().await?;
    // Held first, as everywhere: what it is about, then its item, then tallies.
    let subject = decide::hold(&work, new.subject.target).await?;
    let tells_council = is_within(&work, paces.council, None).await?;
    let answer_to = new.complaint.answer_to.as_ref().map(|address| address.as_str().to_owned());
    let reporter = match (&letters.reporter, &answer_to) {
        (Some(letter), Some(address)) => is_within(&work, paces.reporter, Some(address)).await?.then_some(letter),
        // Their own address is nobody else's: letters to it drown nobody who didn't ask.
        (letter, None) => letter.as_ref(),
        (None, Some(_)) => None,
    };
    let item = queue(&work, &new).await?;
    insert(&work, &new, answer_to, reporter.is_some(), item).await?;
    let moved = weigh(&work, &new, item, (subject.as_ref(), &letters)).await?;
    if tells_council {
        outbox::post(&work, letters.council.id, &letters.council.mail, new.at).await?;
    }
    if let Some(letter) = reporter {
        outbox::post(&work, letter.id, &letter.mail, new.at).await?;
    }
    work.commit().await.map_err(sealed)?;
    Ok((reporter.is_some(), moved))
}

fn filed(receipt: &Receipt, row: &QueryResult, decision: Option<Decision>) -> Result<Filed, StorageError> {
    let id = |column: &str| get::<Option<Uuid>>(row, column);
    let target = match (id("person_id")?, id("comment_id")?, id("idea_id")?) {
        (Some(person), _, _) => Target::Person(PersonId::from_uuid(person)),
        (_, Some(comment), _) => Target::Comment(Id::from_uuid(comment)),
        (_, _, Some(idea)) => Target::Idea(Id::from_uuid(idea)),
        _ => return Err(StorageError::corrupt("a report is about nothing")),
    };
    let outcome = get::<Option<String>>(row, "outcome")?.as_deref().and_then(ReportOutcome::parse);
    let answered_at: Option<i64> = get(row, "answered_at")?;
    let waits = get::<Option<i64>>(row, "closed_at")?.is_none();
    Ok(Filed {
        receipt: receipt.clone(),
        at: Timestamp::from_micros(get(row, "created_at")?),
        target,
        place: Place { number: get(row, "number")?, comment: get(row, "comment")?, ..Place::default() },
        mailed: get(row, "mailed")?,
        due_at: get::<Option<i64>>(row, "due_at")?.filter(|_| waits).map(Timestamp::from_micros),
        answered: outcome.zip(answered_at.map(Timestamp::from_micros)),
        decision,
        is_appellant: get(row, "is_appellant")?,
    })
}

/// Whether fewer reports of this kind came lately than may each cause a letter. It counts no further than it must.
async fn is_within(work: &DatabaseTransaction, pace: Pace, to: Option<&str>) -> Result<bool, StorageError> {
    let which = if to.is_some() { " AND answer_to = $3" } else { "" };
    let asked = format!("SELECT id FROM report WHERE created_at > $1{which} LIMIT $2");
    let most = i64::try_from(pace.most).unwrap_or(i64::MAX);
    let values = [Value::from(pace.since.micros()), most.into()].into_iter().chain(to.map(Value::from));
    let lately = all(work, &asked, values).await?.len();
    Ok(u64::try_from(lately).is_ok_and(|lately| lately < pace.most))
}

/// The item that the report belongs to: one that is open for the same reason, or a new one.
async fn queue(work: &DatabaseTransaction, new: &NewReport) -> Result<Uuid, StorageError> {
    let kind = if let Target::Person(_) = new.subject.target { ItemKind::Name } else { ItemKind::Report };
    let (author, reach) = about(work, new.subject.target).await?;
    const QUEUE: &str = "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, reach, opened_at, \
         due_at, rank, cluster, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $1, {now}) \
         ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO UPDATE SET changed_at = excluded.changed_at \
         RETURNING id";
    let values = [
        new.item.uuid().into(),
        kind.as_str().to_lowercase().into(),
        new.subject.target.kind().into(),
        new.subject.target.uuid().into(),
        new.subject.place.idea.map(Id::uuid).into(),
        author.into(),
        reach.into(),
        new.at.micros().into(),
        new.due_at.micros().into(),
        rank(new.due_at, 1, u64::try_from(reach).unwrap_or(0)).into(),
    ];
    let row = one(work, QUEUE, values).await?;
    get(&row.ok_or_else(|| StorageError::corrupt("a report has no place in the queue"))?, "id")
}

/// Whose it is, and how many people it reaches.
async fn about(work: &DatabaseTransaction, target: Target) -> Result<(Uuid, i64), StorageError> {
    let asked = match target {
        Target::Idea(_) => {
            "SELECT author_id AS id, tally.votes + tally.comments AS reach FROM idea \
             JOIN tally ON tally.idea_id = idea.id WHERE idea.id = $1"
        }
        Target::Comment(_) => {
            "SELECT author_id AS id, tally.votes + tally.comments AS reach FROM comment \
             JOIN tally ON tally.idea_id = comment.idea_id WHERE comment.id = $1"
        }
        Target::Person(_) => "SELECT id, CAST(0 AS BIGINT) AS reach FROM person WHERE id = $1",
    };
    let row = one(work, asked, [target.uuid().into()]).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("a report is about nothing"))?;
    Ok((get(&row, "id")?, get(&row, "reach")?))
}

async fn insert(
    work: &DatabaseTransaction,
    new: &NewReport,
    answer_to: Option<String>,
    mailed: bool,
    item: Uuid,
) -> Result<(), StorageError> {
    let target = new.subject.target;
    let only = |is: bool| is.then(|| target.uuid());
    const INSERT: &str = "INSERT INTO report (id, receipt, idea_id, comment_id, person_id, ground, details, answer_to, mailed, \
         reporter_id, reporter_name, network, item_id, created_at, language) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let values = [
        new.id.uuid().into(),
        new.receipt.as_str().into(),
        new.subject.place.idea.map(Id::uuid).into(),
        only(matches!(target, Target::Comment(_))).into(),
        only(matches!(target, Target::Person(_))).into(),
        new.complaint.ground.as_str().to_lowercase().into(),
        new.complaint.details.as_ref().map(|details| details.as_str().to_owned()).into(),
        answer_to.into(),
        mailed.into(),
        new.reporter.map(Id::uuid).into(),
        new.complaint.name.clone().into(),
        new.network.bytes().to_vec().into(),
        item.into(),
        new.at.micros().into(),
        new.complaint.language.as_ref().map(|language| language.as_str().to_owned()).into(),
    ];
    run(work, INSERT, values).await?;
    Ok(())
}

/// Counts the independent voices, moves the item forward by them, and hides what enough of them report.
async fn weigh(
    work: &DatabaseTransaction,
    new: &NewReport,
    item: Uuid,
    (subject, letters): (Option<&QueryResult>, &Letters),
) -> Result<Vec<Tally>, StorageError> {
    // One voice a person, where they first spoke, and one a place: many accounts behind one door are one, and so is one
    // account that walks from door to door. Whoever was told that this very thing stays has had their say.
    const VOICES: &str = "SELECT count(DISTINCT report.network) AS voices \
         FROM report JOIN person ON person.id = report.reporter_id WHERE report.item_id = $1 AND person.created_at < $2 \
         AND (person.suspended_until IS NULL OR person.suspended_until <= {now}) AND person.id <> $3 \
         AND NOT EXISTS (SELECT 1 FROM report first WHERE first.item_id = report.item_id \
            AND first.reporter_id = report.reporter_id AND first.id < report.id) \
         AND NOT EXISTS (SELECT 1 FROM report told WHERE told.idea_id = report.idea_id \
            AND (told.comment_id = report.comment_id OR (told.comment_id IS NULL AND report.comment_id IS NULL)) \
            AND told.reporter_id = report.reporter_id AND told.outcome = 'KEPT')";
    let (author, reach) = about(work, new.subject.target).await?;
    let values = [item.into(), new.hold.joined_before.micros().into(), author.into()];
    let row = one(work, VOICES, values).await?.ok_or_else(|| StorageError::corrupt("nothing was counted"))?;
    let voices = u32::try_from(get::<i64>(&row, "voices")?).unwrap_or(0);
    const FORWARD: &str = "UPDATE queue_item SET reports = $2, reach = $3, rank = $4 WHERE id = $1";
    let due = one(work, "SELECT due_at FROM queue_item WHERE id = $1", [item.into()]).await?;
    let due = due.map_or(Ok(new.due_at.micros()), |row| get(&row, "due_at"))?;
    // A report by a visitor counts for the place in the queue, as one.
    let said = voices.max(1);
    let place = rank(Timestamp::from_micros(due), said, u64::try_from(reach).unwrap_or(0));
    let reports = i32::try_from(said).unwrap_or(i32::MAX);
    run(work, FORWARD, [item.into(), reports.into(), reach.into(), place.into()]).await?;
    match subject {
        Some(subject) if voices >= new.hold.voices => hold(work, new, (item, author), subject, letters).await,
        _ => Ok(Vec::new()),
    }
}

/// Hides it until somebody has looked, once: what a moderator restored is not hidden by the same voices again, since their
/// reports are answered. A name is not hidden: everything its owner said would be nobody's.
async fn hold(
    work: &DatabaseTransaction,
    new: &NewReport,
    (item, author): (Uuid, Uuid),
    subject: &QueryResult,
    letters: &Letters,
) -> Result<Vec<Tally>, StorageError> {
    let target = new.subject.target;
    let state = match target {
        Target::Idea(_) => {
            let hidden = get::<Option<i64>>(subject, "hidden_at")?.is_some();
            row::of_idea(get::<Option<String>>(subject, "status")?.as_deref(), hidden)
        }
        _ => row::of_comment(get::<Option<String>>(subject, "state")?.as_deref()),
    };
    if !state.is_read() {
        return Ok(Vec::new());
    }
    let effect = match target {
        Target::Idea(id) => effect::idea(work, id, subject, None, Some(Some(new.at.micros()))).await?,
        Target::Comment(id) => effect::comment(work, id, subject, "hidden").await?,
        Target::Person(_) => return Ok(Vec::new()),
    };
    let author = PersonId::from_uuid(author);
    let decision = held(new, item, author);
    decisions::write(work, decisions::NewRow { decision: &decision, before: &effect.before, after: &effect.after })
        .await?;
    tell(work, new, &decision, letters).await?;
    decide::note(work, &decision, &effect).await?;
    Ok(effect.tallies)
}

fn held(new: &NewReport, item: Uuid, author: PersonId) -> Decision {
    Decision {
        id: Id::imported(new.at, "hold", &new.id.to_string()),
        item: Some(Id::from_uuid(item)),
        target: new.subject.target,
        place: new.subject.place,
        author,
        act: folkmoot_moderation::ActKind::Hold,
        reason: None,
        note: None,
        actor: None,
        role: None,
        at: new.at,
        waited: std::time::Duration::ZERO,
        batch: None,
        undone_at: None,
        state: TargetState::Hidden,
        appeal: None,
        of_edit: false,
    }
}

/// The author hears of it at once: nothing of anybody's goes without a word.
async fn tell(
    work: &DatabaseTransaction,
    new: &NewReport,
    decision: &Decision,
    letters: &Letters,
) -> Result<(), StorageError> {
    const REACH: &str = "SELECT email, language FROM person WHERE id = $1 AND email IS NOT NULL";
    let Some(row) = one(work, REACH, [decision.author.uuid().into()]).await? else { return Ok(()) };
    let language = get::<Option<String>>(&row, "language")?.map(Language::from_stored);
    let Some(said) = in_language(&letters.held, language.as_ref()) else { return Ok(()) };
    let mark = Postmark { at: new.at, due: new.at, decision: decision.id.uuid() };
    mark.post_to(work, get(&row, "email")?, said).await
}
