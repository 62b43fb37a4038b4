//! An author's own edit that isn't public: the one that waits, or the latest that was refused and that nothing of theirs
//! has taken the place of since.

use folkmoot_common::{Id, StorageError, Timestamp};
use folkmoot_moderation::{OwnEdit, Target};
use folkmoot_text::Markdown;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::Store;
use crate::sql::{get, one};

pub(super) async fn edit(store: &Store, target: Target) -> Result<Option<OwnEdit>, StorageError> {
    let table = match target {
        Target::Idea(_) => "idea",
        Target::Comment(_) => "comment",
        Target::Person(_) => return Ok(None),
    };
    const WAITS: &str = "SELECT title, body, stance, language, written_at FROM pending_edit \
         WHERE subject_kind = $1 AND subject_id = $2";
    let which = [target.kind().into(), target.uuid().into()];
    if let Some(row) = one(store.read(), WAITS, which.clone()).await? {
        return read(&row, None).map(Some);
    }
    let refused = format!(
        "SELECT redaction.title, redaction.body, redaction.stance, redaction.language, redaction.written_at, \
         decision.id AS decision_id FROM decision JOIN redaction ON redaction.decision_id = decision.id \
         WHERE decision.subject_kind = $1 AND decision.subject_id = $2 AND decision.act = 'REJECT' \
         AND decision.undone_at IS NULL AND redaction.seen IS NOT NULL \
         AND redaction.written_at > (SELECT coalesce(edited_at, created_at) FROM {table} WHERE id = $2) \
         ORDER BY decision.id DESC LIMIT 1"
    );
    let found = one(store.read(), &refused, which).await?;
    found.map(|row| read(&row, Some(get(&row, "decision_id")?))).transpose()
}

fn read(row: &QueryResult, refused: Option<Uuid>) -> Result<OwnEdit, StorageError> {
    Ok(OwnEdit {
        title: get(row, "title")?,
        body: Markdown::from_stored(get(row, "body")?),
        stance: get(row, "stance")?,
        language: get(row, "language")?,
        written_at: Timestamp::from_micros(get(row, "written_at")?),
        refused: refused.map(Id::from_uuid),
    })
}
