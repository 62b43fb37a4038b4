//! Templates: few, read all at once. Whoever changes one names the version that they saw.

use folkmoot_common::{DepartmentId, Id, PersonId, StorageError, TemplateId, Timestamp};
use folkmoot_replies::{By, RawReply, ReplyTemplate, SaveTemplate, TemplateText};
use sea_orm::QueryResult;

use super::drafts::written;
use crate::Store;
use crate::sql::{all, get};

pub(super) async fn all_of_them(store: &Store) -> Result<Vec<ReplyTemplate>, StorageError> {
    const ALL: &str = "SELECT t.id, t.department_id, t.title, t.raw, t.version, t.by_id, t.changed_at, t.retired_at \
         FROM reply_template t JOIN department d ON d.id = t.department_id \
         ORDER BY t.retired_at IS NOT NULL, d.name, d.id, t.title, t.id";
    all(store.read(), ALL, []).await?.iter().map(template).collect()
}

fn template(row: &QueryResult) -> Result<ReplyTemplate, StorageError> {
    let raw: RawReply =
        serde_json::from_str(&get::<String>(row, "raw")?).map_err(|why| StorageError::Failed(why.into()))?;
    Ok(ReplyTemplate {
        id: TemplateId::from_uuid(get(row, "id")?),
        department: DepartmentId::from_uuid(get(row, "department_id")?),
        text: TemplateText::from_stored(get(row, "title")?, raw),
        version: get(row, "version")?,
        by: PersonId::from_uuid(get(row, "by_id")?),
        changed_at: Timestamp::from_micros(get(row, "changed_at")?),
        retired_at: get::<Option<i64>>(row, "retired_at")?.map(Timestamp::from_micros),
    })
}

pub(super) async fn save(store: &Store, new: &SaveTemplate) -> Result<bool, StorageError> {
    let (id, raw) = (new.id.uuid(), written(new.text.raw())?);
    let (title, by, at) = (new.text.title(), new.by.person.uuid(), new.by.at.micros());
    let rows = if new.seen == 0 {
        const MAKE: &str = "INSERT INTO reply_template (id, department_id, title, raw, version, by_id, changed_at) \
             VALUES ($1, $2, $3, $4, 1, $5, $6) ON CONFLICT (id) DO NOTHING";
        let department = new.department.uuid();
        let values = [id.into(), department.into(), title.into(), raw.into(), by.into(), at.into()];
        store.act(MAKE, values).await?
    } else {
        const CHANGE: &str = "UPDATE reply_template SET title = $3, raw = $4, by_id = $5, changed_at = $6, \
             version = version + 1 WHERE id = $1 AND version = $2";
        let values = [id.into(), new.seen.into(), title.into(), raw.into(), by.into(), at.into()];
        store.act(CHANGE, values).await?
    };
    Ok(rows == 1)
}

pub(super) async fn retire(
    store: &Store,
    id: TemplateId,
    (seen, retired): (i32, Option<Timestamp>),
    by: By,
) -> Result<bool, StorageError> {
    const RETIRE: &str = "UPDATE reply_template SET retired_at = $3, by_id = $4, changed_at = $5, version = version + 1 \
         WHERE id = $1 AND version = $2";
    let (by, at) = (by.person.uuid(), by.at.micros());
    let values = [id.uuid().into(), seen.into(), retired.map(Timestamp::micros).into(), by.into(), at.into()];
    Ok(store.act(RETIRE, values).await? == 1)
}
