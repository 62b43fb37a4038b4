//! What happened to ideas, across departments, the newest first. It is read off the key of the lines: a page of all takes as
//! long however many there are; one of few ideas among many looks at the lines in between.

use folkmoot_common::{Direction, Id, Page, PageRequest, PersonId, StorageError};
use folkmoot_replies::{Feed, FeedLine};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use super::progress::happening;
use crate::Store;
use crate::sql::{all, get};

/// A line, of an idea that anybody may see.
pub(super) const LINE: &str = "h.id AS line, h.by_id, h.idea_id, h.what, h.at, h.number, h.words, h.status, \
     i.number AS idea_number, i.title, d.name AS department, l.name AS lead FROM happening h \
     JOIN tally t ON t.idea_id = h.idea_id AND t.listed JOIN idea i ON i.id = h.idea_id \
     LEFT JOIN department d ON d.id = h.department_id \
     LEFT JOIN assignment a ON a.idea_id = h.idea_id AND a.lead LEFT JOIN department l ON l.id = a.department_id";

pub(super) fn line(row: &QueryResult) -> Result<FeedLine, StorageError> {
    Ok(FeedLine {
        id: get(row, "line")?,
        number: get(row, "idea_number")?,
        title: get(row, "title")?,
        lead: get(row, "lead")?,
        happening: happening(row)?,
        by: get::<Option<Uuid>>(row, "by_id")?.map(PersonId::from_uuid),
    })
}

/// Which lines, with the value that stands for `$1`.
fn wanted(feed: Feed) -> Option<(&'static str, Uuid)> {
    match feed {
        Feed::All => None,
        Feed::Watched(officer) => {
            Some(("h.idea_id IN (SELECT w.idea_id FROM staff_watch w WHERE w.person_id = $1)", officer.uuid()))
        }
        Feed::OfMyDepartments(officer) => Some((
            "EXISTS (SELECT 1 FROM assignment x JOIN department_officer o ON o.department_id = x.department_id \
             WHERE x.idea_id = h.idea_id AND o.person_id = $1)",
            officer.uuid(),
        )),
        Feed::Of(department) => Some((
            "EXISTS (SELECT 1 FROM assignment x WHERE x.idea_id = h.idea_id AND x.department_id = $1)",
            department.uuid(),
        )),
    }
}

pub(super) async fn page(store: &Store, feed: Feed, page: &PageRequest) -> Result<Page<FeedLine>, StorageError> {
    let (mut wheres, mut values): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    if let Some((which, whose)) = wanted(feed) {
        wheres.push(which.to_owned());
        values.push(whose.into());
    }
    // The newest first: onwards is back in time.
    let (beyond, order) = if page.direction == Direction::Forwards { ("<", "DESC") } else { (">", "ASC") };
    if let Some(cursor) = &page.from {
        values.push(cursor.key.into());
        wheres.push(format!("h.id {beyond} ${}", values.len()));
    }
    values.push((i64::from(page.size) + 1).into());
    let which = if wheres.is_empty() { String::new() } else { format!("WHERE {}", wheres.join(" AND ")) };
    let asked = format!("SELECT {LINE} {which} ORDER BY h.id {order} LIMIT ${}", values.len());
    let rows = all(store.read(), &asked, values).await?;
    Ok(Page::from_rows(rows.iter().map(line).collect::<Result<Vec<_>, _>>()?, page))
}
