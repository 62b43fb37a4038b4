//! Taking comments of the past, parents before replies.

use std::collections::HashMap;

use folkmoot_comments::PastComment;
use folkmoot_common::{Id, StorageError};
use folkmoot_text::{POLICY, SafeHtml};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Store;
use crate::entity::comment::{ActiveModel, Column, Entity, Model};
use crate::error::sealed;
use crate::sql::statement;

/// Rows in one statement: 17 values each stay far below SQLite's 32,766.
const AT_ONCE: usize = 500;

/// What is known of the comments that new ones may stand below.
type Known = HashMap<Uuid, (i32, Vec<u8>, i32)>;

pub(super) async fn take(store: &Store, comments: &[PastComment]) -> Result<usize, StorageError> {
    let mut taken = 0;
    for some in comments.chunks(AT_ONCE) {
        // Rendered before the transaction: while it writes, nobody else does on SQLite.
        let html = some.iter().map(|past| past.body.to_html()).collect::<Vec<_>>();
        let tx = store.begin().await?;
        let mut known = known(&tx, some).await?;
        let there = known.clone();
        let mut rows = Vec::new();
        let missing = some.iter().zip(&html).filter(|(past, _html)| !there.contains_key(&past.id.uuid()));
        for (past, html) in missing {
            rows.push(row(store, &tx, past, html, &mut known).await?);
        }
        taken += rows.len();
        if !rows.is_empty() {
            Entity::insert_many(rows).exec_without_returning(&tx).await.map_err(sealed)?;
        }
        tx.commit().await.map_err(sealed)?;
    }
    Ok(taken)
}

/// Those that are there already, and their parents.
async fn known(tx: &DatabaseTransaction, some: &[PastComment]) -> Result<Known, StorageError> {
    let asked = some.iter().flat_map(|past| [Some(past.id), past.parent]).flatten().map(Id::uuid);
    let rows = Entity::find().filter(Column::Id.is_in(asked)).all(tx).await.map_err(sealed)?;
    Ok(rows.into_iter().map(|row: Model| (row.id, (row.root, row.path, row.depth))).collect())
}

async fn row(
    store: &Store,
    tx: &DatabaseTransaction,
    past: &PastComment,
    html: &SafeHtml,
    known: &mut Known,
) -> Result<ActiveModel, StorageError> {
    let counted = statement(
        store.backend(),
        "UPDATE tally SET last_comment = last_comment + 1, comments = comments + 1, version = version + 1 \
         WHERE idea_id = $1 RETURNING last_comment",
        [past.idea.uuid().into()],
    );
    let found = tx.query_one_raw(counted).await.map_err(sealed)?;
    let found = found.ok_or_else(|| StorageError::corrupt("a comment of the past has no idea"))?;
    let number: i32 = found.try_get("", "last_comment").map_err(sealed)?;

    let above = past.parent.and_then(|parent| known.get(&parent.uuid()).cloned());
    let parent_id = past.parent.filter(|_| above.is_some()).map(Id::uuid);
    let (root, mut path, depth) = above.map_or((number, Vec::new(), 0), |(root, path, depth)| (root, path, depth + 1));
    path.extend_from_slice(&number.to_be_bytes());
    known.insert(past.id.uuid(), (root, path.clone(), depth));
    Ok(ActiveModel {
        id: Set(past.id.uuid()),
        idea_id: Set(past.idea.uuid()),
        number: Set(number),
        parent_id: Set(parent_id),
        root: Set(root),
        path: Set(path),
        depth: Set(depth),
        author_id: Set(past.author.uuid()),
        stance: Set("neutral".to_owned()),
        body: Set(past.body.as_str().to_owned()),
        html: Set(Some(html.as_str().to_owned())),
        html_policy: Set(Some(POLICY)),
        language: Set(past.language.as_str().to_owned()),
        state: Set("published".to_owned()),
        created_at: Set(past.created_at.micros()),
        edited_at: Set(None),
        revision: Set(1),
        redacted_at: Set(None),
    })
}
