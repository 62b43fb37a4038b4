//! Posting a comment: its number, its place in the thread and the idea's count, in one transaction.

use folkmoot_comments::{Comment, CommentState, DEEPEST, NewComment, Placed, Words};
use folkmoot_common::{CommentId, Id, StorageError, Tally};
use folkmoot_text::{POLICY, SafeHtml};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::Store;
use crate::entity::comment::{ActiveModel, Column, Entity, Model};
use crate::error::sealed;
use crate::sql::statement;

/// Where a new comment goes: its thread, the way down to it, and how deep that is.
struct Place {
    root: i32,
    path: Vec<u8>,
    depth: i32,
}

pub(super) async fn post(store: &Store, new: NewComment) -> Result<Placed, StorageError> {
    let tx = store.begin().await?;
    let above = match new.parent {
        None => None,
        Some(parent) => match find_parent(&tx, &new, parent).await? {
            None => return Ok(Placed::NotFound),
            Some(parent) if parent.depth >= DEEPEST => return Ok(Placed::TooDeep),
            found => found,
        },
    };
    let Some((number, tally)) = number(store, &tx, &new).await? else {
        return listed(store, &tx, &new).await.map(|listed| if listed { Placed::Closed } else { Placed::NotFound });
    };

    let place = below(above.as_ref(), number);
    let depth = place.depth;
    let html = new.text.body.to_html();
    Entity::insert(row(&new, number, place, &html)).exec_without_returning(&tx).await.map_err(sealed)?;
    tx.commit().await.map_err(sealed)?;

    let words =
        Words { author: new.author, stance: new.text.stance, body: new.text.body, html, edited_at: None, revision: 1 };
    let comment = Comment {
        id: new.id,
        idea: new.idea,
        number,
        parent: new.parent,
        depth,
        created_at: new.at,
        state: CommentState::Published,
        words: Some(words),
    };
    Ok(Placed::Posted(Box::new(comment), tally))
}

/// A published comment under the same idea.
async fn find_parent(
    tx: &DatabaseTransaction,
    new: &NewComment,
    parent: CommentId,
) -> Result<Option<Model>, StorageError> {
    Entity::find_by_id(parent.uuid())
        .filter(Column::IdeaId.eq(new.idea.uuid()))
        .filter(Column::State.eq("published"))
        .one(tx)
        .await
        .map_err(sealed)
}

/// Takes the next number of an idea that is open, and counts it. `None` when it isn't.
async fn number(
    store: &Store,
    tx: &DatabaseTransaction,
    new: &NewComment,
) -> Result<Option<(i32, Tally)>, StorageError> {
    let counted = statement(
        store.backend(),
        "UPDATE tally SET last_comment = last_comment + 1, comments = comments + 1, version = version + 1 \
         WHERE idea_id = $1 AND listed AND votable RETURNING last_comment, support, oppose, comments, version",
        [new.idea.uuid().into()],
    );
    let Some(row) = tx.query_one_raw(counted).await.map_err(sealed)? else { return Ok(None) };
    let count = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    let tally = Tally {
        idea: new.idea,
        support: count("support")?,
        oppose: count("oppose")?,
        comments: count("comments")?,
        version: count("version")?,
    };
    Ok(Some((row.try_get("", "last_comment").map_err(sealed)?, tally)))
}

/// Whether the idea is public at all.
async fn listed(store: &Store, tx: &DatabaseTransaction, new: &NewComment) -> Result<bool, StorageError> {
    let asked = statement(
        store.backend(),
        "SELECT 1 AS one FROM tally WHERE idea_id = $1 AND listed",
        [new.idea.uuid().into()],
    );
    Ok(tx.query_one_raw(asked).await.map_err(sealed)?.is_some())
}

/// The place of comment `number` below another, or at the top.
fn below(above: Option<&Model>, number: i32) -> Place {
    let mut path = above.map_or_else(Vec::new, |parent| parent.path.clone());
    path.extend_from_slice(&number.to_be_bytes());
    match above {
        None => Place { root: number, path, depth: 0 },
        Some(parent) => Place { root: parent.root, path, depth: parent.depth + 1 },
    }
}

fn row(new: &NewComment, number: i32, place: Place, html: &SafeHtml) -> ActiveModel {
    ActiveModel {
        id: Set(new.id.uuid()),
        idea_id: Set(new.idea.uuid()),
        number: Set(number),
        parent_id: Set(new.parent.map(Id::uuid)),
        root: Set(place.root),
        path: Set(place.path),
        depth: Set(place.depth),
        author_id: Set(new.author.uuid()),
        stance: Set(new.text.stance.as_str().to_lowercase()),
        body: Set(new.text.body.as_str().to_owned()),
        html: Set(Some(html.as_str().to_owned())),
        html_policy: Set(Some(POLICY)),
        state: Set("published".to_owned()),
        created_at: Set(new.at.micros()),
        edited_at: Set(None),
        revision: Set(1),
    }
}
