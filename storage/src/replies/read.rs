//! Reading answers, and the ideas that officers act on as far as anybody may see them.

use std::collections::HashMap;

use folkmoot_common::{CampaignId, CommentId, DepartmentId, Id, IdeaId, ReplyId, StorageError, Timestamp};
use folkmoot_replies::{About, OfficialReply, RawReply, ReplyText};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::Store;
use crate::sql::{all, get, one, places};

/// Those of the ideas with these numbers that anybody may see, in the order of the numbers given.
pub(super) async fn about(store: &Store, numbers: &[i64]) -> Result<Vec<About>, StorageError> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let asked = format!(
        "SELECT i.id, i.number, i.title, i.slug, i.campaign_id, i.status, p.due_at FROM idea i \
         JOIN tally t ON t.idea_id = i.id AND t.listed \
         LEFT JOIN promise p ON p.idea_id = i.id AND p.kind = 'REPLY' AND p.kept_at IS NULL \
         WHERE i.number IN ({})",
        places(1, numbers.len())
    );
    let rows = all(store.read(), &asked, numbers.iter().map(|number| (*number).into())).await?;
    let mut found = HashMap::new();
    for row in &rows {
        let about = About {
            idea: IdeaId::from_uuid(get(row, "id")?),
            number: get(row, "number")?,
            title: get(row, "title")?,
            slug: get(row, "slug")?,
            campaign: CampaignId::from_uuid(get(row, "campaign_id")?),
            status: get::<String>(row, "status")?.to_uppercase(),
            due_at: get::<Option<i64>>(row, "due_at")?.map(Timestamp::from_micros),
        };
        found.insert(about.number, about);
    }
    Ok(numbers.iter().filter_map(|number| found.remove(number)).collect())
}

/// The number of an idea that anybody may see.
pub(super) async fn number(store: &Store, idea: IdeaId) -> Result<Option<i64>, StorageError> {
    const NUMBER: &str = "SELECT i.number FROM idea i JOIN tally t ON t.idea_id = i.id AND t.listed WHERE i.id = $1";
    one(store.read(), NUMBER, [idea.uuid().into()]).await?.map(|row| get(&row, "number")).transpose()
}

/// Comments of an idea that anybody may see, by their number in its thread.
pub(super) async fn comments(
    on: &impl ConnectionTrait,
    idea: IdeaId,
    numbers: &[i32],
) -> Result<Vec<(i32, CommentId)>, StorageError> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let asked = format!(
        "SELECT number, id FROM comment WHERE idea_id = $1 AND state = 'published' AND number IN ({}) ORDER BY number",
        places(2, numbers.len())
    );
    let values = std::iter::once(idea.uuid().into()).chain(numbers.iter().map(|number| (*number).into()));
    let rows = all(on, &asked, values).await?;
    rows.iter().map(|row| Ok((get(row, "number")?, CommentId::from_uuid(get(row, "id")?)))).collect()
}

/// What every read of answers selects.
pub(super) const REPLY: &str =
    "r.id, r.department_id, d.name AS department, r.raw, r.published_at, r.revision, r.revised_at";

/// One answer.
pub(super) async fn reply(on: &impl ConnectionTrait, id: ReplyId) -> Result<Option<OfficialReply>, StorageError> {
    let asked =
        format!("SELECT {REPLY} FROM official_reply r JOIN department d ON d.id = r.department_id WHERE r.id = $1");
    let Some(row) = one(on, &asked, [id.uuid().into()]).await? else { return Ok(None) };
    let mut replies = vec![of_row(&row)?];
    complete(on, &mut replies).await?;
    Ok(replies.pop())
}

/// An answer from its row, without its ideas and credits.
pub(super) fn of_row(row: &QueryResult) -> Result<OfficialReply, StorageError> {
    Ok(OfficialReply {
        id: ReplyId::from_uuid(get(row, "id")?),
        department: DepartmentId::from_uuid(get(row, "department_id")?),
        department_name: get(row, "department")?,
        text: text(&get::<String>(row, "raw")?)?,
        published_at: Timestamp::from_micros(get(row, "published_at")?),
        revision: get(row, "revision")?,
        revised_at: get::<Option<i64>>(row, "revised_at")?.map(Timestamp::from_micros),
        ideas: Vec::new(),
        credits: Vec::new(),
    })
}

/// What an answer says, from how it is kept.
pub(super) fn text(raw: &str) -> Result<ReplyText, StorageError> {
    let raw: RawReply = serde_json::from_str(raw).map_err(|why| StorageError::Failed(why.into()))?;
    ReplyText::parse(&raw).map_err(|why| StorageError::corrupt(format!("an answer doesn't read: {why}")))
}

/// Adds to these answers which ideas they answer, and which comments they credit.
pub(super) async fn complete(on: &impl ConnectionTrait, replies: &mut [OfficialReply]) -> Result<(), StorageError> {
    if replies.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = replies.iter().map(|reply| reply.id.uuid()).collect();
    let these = places(1, ids.len());
    let asked =
        format!("SELECT reply_id, idea_id FROM reply_idea WHERE reply_id IN ({these}) ORDER BY reply_id, place");
    let mut ideas: HashMap<Uuid, Vec<IdeaId>> = HashMap::new();
    for row in all(on, &asked, ids.iter().map(|id| (*id).into())).await? {
        ideas.entry(get(&row, "reply_id")?).or_default().push(IdeaId::from_uuid(get(&row, "idea_id")?));
    }
    let asked = format!(
        "SELECT k.reply_id, k.comment_id FROM reply_credit k JOIN comment c ON c.id = k.comment_id \
         WHERE k.reply_id IN ({these}) AND c.state = 'published' ORDER BY c.number"
    );
    let mut credits: HashMap<Uuid, Vec<CommentId>> = HashMap::new();
    for row in all(on, &asked, ids.iter().map(|id| (*id).into())).await? {
        credits.entry(get(&row, "reply_id")?).or_default().push(CommentId::from_uuid(get(&row, "comment_id")?));
    }
    for reply in replies {
        reply.ideas = ideas.remove(&reply.id.uuid()).unwrap_or_default();
        reply.credits = credits.remove(&reply.id.uuid()).unwrap_or_default();
    }
    Ok(())
}
