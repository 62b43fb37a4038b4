//! Answered ideas that anybody may see, each with its latest answer, the latest first: along an index of the times of
//! answers, of one outcome or department along its own. Narrowed by a question or a place they are looked through until a
//! page is full.

use folkmoot_common::{Direction, Id, IdeaId, Page, PageRequest, StorageError};
use folkmoot_replies::{Answered, AnsweredFilter};
use sea_orm::Value;

use super::read;
use crate::Store;
use crate::sql::{all, get};

pub(super) async fn page(
    store: &Store,
    filter: &AnsweredFilter,
    page: &PageRequest,
) -> Result<Page<Answered>, StorageError> {
    let (mut text, mut values) = wanted(filter);
    let forwards = page.direction == Direction::Forwards;
    let (beyond, order) = if forwards { ("<", "DESC") } else { (">", "ASC") };
    // An answer and what it says of each idea are published at one time.
    let by = if filter.outcome.is_some() || filter.department.is_some() { "r" } else { "o" };
    if let Some(cursor) = &page.from {
        values.extend([cursor.key.into(), cursor.id.into()]);
        let (key, id) = (values.len() - 1, values.len());
        text.push_str(&format!(
            " AND {by}.published_at {beyond}= ${key} AND ({by}.published_at, o.idea_id) {beyond} (${key}, ${id})"
        ));
    }
    values.push((i64::from(page.size) + 1).into());
    // Asked idea by idea: as something that must not exist PostgreSQL would read all answers first, where few are left.
    let asked = format!(
        "SELECT {}, o.idea_id FROM reply_idea o JOIN tally t ON t.idea_id = o.idea_id AND t.listed \
         JOIN official_reply r ON r.id = o.reply_id JOIN department d ON d.id = r.department_id \
         WHERE o.published_at >= (SELECT MAX(later.published_at) FROM reply_idea later \
         WHERE later.idea_id = o.idea_id){text} ORDER BY {by}.published_at {order}, o.idea_id {order} LIMIT ${}",
        read::REPLY,
        values.len()
    );
    let rows = all(store.read(), &asked, values).await?;
    let mut replies = rows.iter().map(read::of_row).collect::<Result<Vec<_>, _>>()?;
    read::complete(store.read(), &mut replies).await?;
    let mut items = Vec::with_capacity(rows.len());
    for (row, reply) in rows.iter().zip(replies) {
        items.push(Answered { idea: IdeaId::from_uuid(get(row, "idea_id")?), reply });
    }
    Ok(Page::from_rows(items, page))
}

fn wanted(filter: &AnsweredFilter) -> (String, Vec<Value>) {
    let (mut text, mut values) = (String::new(), Vec::new());
    let mut and = |column: &str, value: Value| {
        values.push(value);
        text.push_str(&format!(" AND {column} = ${}", values.len()));
    };
    if let Some(outcome) = filter.outcome {
        and("r.outcome", outcome.as_str().into());
    }
    if let Some(department) = filter.department {
        and("r.department_id", department.uuid().into());
    }
    if let Some(campaign) = filter.campaign {
        and("t.campaign_id", campaign.uuid().into());
    }
    if let Some(place) = filter.place {
        values.push(place.uuid().into());
        text.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM idea_label l WHERE l.idea_id = o.idea_id AND l.label_id = ${})",
            values.len()
        ));
    }
    (text, values)
}
