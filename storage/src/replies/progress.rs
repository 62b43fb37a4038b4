//! How ideas stand on their way. What happened to an idea is asked first: nothing else is known of one to which nothing did,
//! and that is most of them.

use std::collections::HashMap;

use folkmoot_common::{DepartmentId, Id, IdeaId, PersonId, StorageError, Timestamp};
use folkmoot_replies::{Assignment, Happened, Happening, Progress};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{milestones, promises, read};
use crate::Store;
use crate::sql::{all, get, places};

pub(super) async fn progress(store: &Store, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, StorageError> {
    let mut found: HashMap<IdeaId, Progress> = HashMap::new();
    if ideas.is_empty() {
        return Ok(found);
    }
    for happening in happenings(store, ideas).await? {
        found.entry(happening.idea).or_default().happenings.push(happening);
    }
    let has = |found: &HashMap<IdeaId, Progress>, what: Happened| -> Vec<Uuid> {
        let did = |progress: &Progress| progress.happenings.iter().any(|one| one.what == what);
        found.iter().filter(|(_, progress)| did(progress)).map(|(idea, _)| idea.uuid()).collect()
    };
    for (idea, promise) in promises::of(store.read(), &has(&found, Happened::Reached)).await? {
        found.entry(idea).or_default().promises.push(promise);
    }
    for (idea, assignment) in assignments(store, &has(&found, Happened::Assigned)).await? {
        found.entry(idea).or_default().assignments.push(assignment);
    }
    for (idea, reply) in replies(store, &has(&found, Happened::Replied)).await? {
        found.entry(idea).or_default().replies.push(reply);
    }
    for milestone in milestones::of(store.read(), &has(&found, Happened::Milestone)).await? {
        found.entry(milestone.idea).or_default().milestones.push(milestone);
    }
    Ok(found)
}

async fn happenings(store: &Store, ideas: &[IdeaId]) -> Result<Vec<Happening>, StorageError> {
    let asked = format!(
        "SELECT h.idea_id, h.what, h.at, h.number, h.words, h.status, d.name AS department FROM happening h \
         LEFT JOIN department d ON d.id = h.department_id WHERE h.idea_id IN ({}) ORDER BY h.id",
        places(1, ideas.len())
    );
    let rows = all(store.read(), &asked, ideas.iter().map(|idea| idea.uuid().into())).await?;
    rows.iter().map(happening).collect()
}

pub(super) fn happening(row: &QueryResult) -> Result<Happening, StorageError> {
    let word: String = get(row, "what")?;
    let what = Happened::parse(&word).ok_or_else(|| StorageError::corrupt(format!("to an idea happened {word}")))?;
    Ok(Happening {
        idea: IdeaId::from_uuid(get(row, "idea_id")?),
        what,
        at: Timestamp::from_micros(get(row, "at")?),
        number: get(row, "number")?,
        department: get(row, "department")?,
        // Of these they are codes, which stand elsewhere in words.
        words: get::<Option<String>>(row, "words")?.filter(|_| !matches!(what, Happened::Reached | Happened::Replied)),
        status: get(row, "status")?,
    })
}

/// Who has these ideas, whoever leads first.
async fn assignments(store: &Store, ideas: &[Uuid]) -> Result<Vec<(IdeaId, Assignment)>, StorageError> {
    if ideas.is_empty() {
        return Ok(Vec::new());
    }
    let asked = format!(
        "SELECT a.idea_id, a.department_id, d.name, a.lead, a.officer_id, a.since FROM assignment a \
         JOIN department d ON d.id = a.department_id WHERE a.idea_id IN ({}) ORDER BY a.lead DESC, a.since",
        places(1, ideas.len())
    );
    let rows = all(store.read(), &asked, ideas.iter().map(|idea| (*idea).into())).await?;
    let one = |row: &QueryResult| {
        let assignment = Assignment {
            department: DepartmentId::from_uuid(get(row, "department_id")?),
            name: get(row, "name")?,
            lead: get(row, "lead")?,
            officer: get::<Option<Uuid>>(row, "officer_id")?.map(PersonId::from_uuid),
            since: Timestamp::from_micros(get(row, "since")?),
        };
        Ok((IdeaId::from_uuid(get(row, "idea_id")?), assignment))
    };
    rows.iter().map(one).collect()
}

/// The answers to these ideas, the newest first.
async fn replies(
    store: &Store,
    ideas: &[Uuid],
) -> Result<Vec<(IdeaId, folkmoot_replies::OfficialReply)>, StorageError> {
    if ideas.is_empty() {
        return Ok(Vec::new());
    }
    let asked = format!(
        "SELECT {}, o.idea_id FROM reply_idea o JOIN official_reply r ON r.id = o.reply_id \
         JOIN department d ON d.id = r.department_id WHERE o.idea_id IN ({}) ORDER BY o.published_at DESC, r.id DESC",
        read::REPLY,
        places(1, ideas.len())
    );
    let rows = all(store.read(), &asked, ideas.iter().map(|idea| (*idea).into())).await?;
    let mut found = rows.iter().map(read::of_row).collect::<Result<Vec<_>, _>>()?;
    read::complete(store.read(), &mut found).await?;
    let answers = |row: &QueryResult| get(row, "idea_id").map(IdeaId::from_uuid);
    let of = rows.iter().map(answers).collect::<Result<Vec<_>, _>>()?;
    Ok(of.into_iter().zip(found).collect())
}
