//! Everything about one item, for whoever decides: its author, what was decided before, reports, the edit and the appeal. A
//! fixed number of statements.

use folkmoot_common::{Id, ItemId, PageRequest, PersonId, ReportId, StorageError, Timestamp};
use folkmoot_moderation::{
    AppealRead, AuthorRecord, Dossier, Ground, Item, KeptOriginal, PendingEdit, Receipt, ReportRead, Target,
    WhichDecisions,
};
use folkmoot_text::Markdown;
use sea_orm::QueryResult;
use uuid::Uuid;

use super::decisions;
use crate::Store;
use crate::sql::{all, get, one};

pub(super) async fn dossier(store: &Store, item: &Item) -> Result<Dossier, StorageError> {
    let earlier = decisions::list(store, WhichDecisions::On(item.target), &PageRequest::first(20)).await?;
    Ok(Dossier {
        author: author(store, item.author).await?,
        earlier: earlier.items,
        reports: reports(store, item.id).await?,
        edit: edit(store, item.target).await?,
        original: original(store, item.target).await?,
        appeal: match item.appeal {
            Some(id) => appeal(store, id.uuid()).await?,
            None => None,
        },
    })
}

async fn author(store: &Store, id: PersonId) -> Result<AuthorRecord, StorageError> {
    const KNOWN: &str = "SELECT created_at, trusted_at, suspended_until, \
         (SELECT COUNT(*) FROM (SELECT 1 AS one FROM idea WHERE author_id = $1 AND published_at IS NOT NULL LIMIT 100) AS s) \
            AS ideas, \
         (SELECT COUNT(*) FROM (SELECT 1 AS one FROM comment WHERE author_id = $1 AND state = 'published' LIMIT 100) AS s) \
            AS comments FROM person WHERE id = $1";
    let row = one(store.read(), KNOWN, [id.uuid().into()]).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("an author is nobody"))?;
    let n = |column: &str| get::<i64>(&row, column).map(|n| u64::try_from(n).unwrap_or(0));
    let latest = decisions::list(store, WhichDecisions::OfAuthor(id), &PageRequest::first(10)).await?;
    Ok(AuthorRecord {
        since: Timestamp::from_micros(get(&row, "created_at")?),
        published: (n("ideas")? + n("comments")?).min(100),
        trusted: get::<Option<i64>>(&row, "trusted_at")?.is_some(),
        suspended_until: get::<Option<i64>>(&row, "suspended_until")?.map(Timestamp::from_micros),
        decisions: latest.items,
    })
}

async fn reports(store: &Store, item: ItemId) -> Result<Vec<ReportRead>, StorageError> {
    const READ: &str = "SELECT id, receipt, ground, details, reporter_id, reporter_name, (answer_to IS NOT NULL OR EXISTS \
         (SELECT 1 FROM person WHERE person.id = report.reporter_id AND person.email IS NOT NULL)) AS answerable, \
         created_at FROM report WHERE item_id = $1 ORDER BY id DESC LIMIT 50";
    all(store.read(), READ, [item.uuid().into()]).await?.iter().map(report).collect()
}

fn report(row: &QueryResult) -> Result<ReportRead, StorageError> {
    let ground: String = get(row, "ground")?;
    let receipt: String = get(row, "receipt")?;
    let unknown = |what: &str| StorageError::corrupt(format!("a report has the {what}"));
    Ok(ReportRead {
        id: ReportId::from_uuid(get(row, "id")?),
        receipt: Receipt::parse(&receipt).ok_or_else(|| unknown(&receipt))?,
        ground: Ground::parse(&ground.to_uppercase()).ok_or_else(|| unknown(&ground))?,
        details: get(row, "details")?,
        reporter: get::<Option<Uuid>>(row, "reporter_id")?.map(PersonId::from_uuid),
        reporter_name: get(row, "reporter_name")?,
        answerable: get(row, "answerable")?,
        at: Timestamp::from_micros(get(row, "created_at")?),
    })
}

async fn edit(store: &Store, target: Target) -> Result<Option<PendingEdit>, StorageError> {
    const EDIT: &str =
        "SELECT seen, title, body, written_at FROM pending_edit WHERE subject_kind = $1 AND subject_id = $2";
    let Some(row) = one(store.read(), EDIT, [target.kind().into(), target.uuid().into()]).await? else {
        return Ok(None);
    };
    Ok(Some(PendingEdit {
        seen: get(&row, "seen")?,
        title: get(&row, "title")?,
        body: Markdown::from_stored(get(&row, "body")?),
        written_at: Timestamp::from_micros(get(&row, "written_at")?),
    }))
}

async fn original(store: &Store, target: Target) -> Result<Option<KeptOriginal>, StorageError> {
    const KEPT: &str = "SELECT redaction.title, redaction.body, decision.at FROM redaction \
         JOIN decision ON decision.id = redaction.decision_id LEFT JOIN appeal ON appeal.decision_id = decision.id \
         WHERE decision.subject_kind = $1 AND decision.subject_id = $2 AND decision.act = 'REDACT' \
         AND decision.undone_at IS NULL AND (appeal.outcome IS NULL OR appeal.outcome <> 'overturned') \
         ORDER BY decision.id LIMIT 1";
    let Some(row) = one(store.read(), KEPT, [target.kind().into(), target.uuid().into()]).await? else {
        return Ok(None);
    };
    Ok(Some(KeptOriginal {
        at: Timestamp::from_micros(get(&row, "at")?),
        title: get(&row, "title")?,
        body: get(&row, "body")?,
    }))
}

async fn appeal(store: &Store, id: Uuid) -> Result<Option<AppealRead>, StorageError> {
    const READ: &str = "SELECT decision_id, report_id, words, at FROM appeal WHERE id = $1";
    let Some(row) = one(store.read(), READ, [id.into()]).await? else { return Ok(None) };
    let Some(decision) = decisions::find(store.read(), Id::from_uuid(get(&row, "decision_id")?)).await? else {
        return Ok(None);
    };
    Ok(Some(AppealRead {
        decision,
        by_reporter: get::<Option<Uuid>>(&row, "report_id")?.is_some(),
        words: get(&row, "words")?,
        at: Timestamp::from_micros(get(&row, "at")?),
    }))
}
