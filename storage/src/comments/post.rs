//! Posting a comment: its number, its place in the thread and the idea's count, in one transaction; or in one statement,
//! where that will do (`at_once.rs`).

use folkmoot_comments::{Comment, CommentState, DEEPEST, NewComment, Placed, Words};
use folkmoot_common::{CommentId, Id, IdeaId, PublishingMode, Roles, StorageError, Tally, Viewer};
use folkmoot_moderation::{ItemKind, Target};
use folkmoot_text::{POLICY, SafeHtml};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryResult,
};

use super::at_once;
use super::row::CommentRow;
use crate::Store;
use crate::entity::comment::{ActiveModel, Column, Entity, Model};
use crate::error::sealed;
use crate::ideas::{MODE, mode};
use crate::moderation::{Opening, note_print, queue};
use crate::sql::{get, one, statement};

/// A new comment's number, whether it waits for a moderator, and how the idea stands with it.
pub(super) struct Entered {
    pub(super) number: i32,
    pub(super) held: bool,
    pub(super) tally: Tally,
}

impl Entered {
    const fn state(&self) -> CommentState {
        if self.held { CommentState::Held } else { CommentState::Published }
    }
}

/// Where a new comment goes: its thread, the way down to it, and how deep that is.
struct Place {
    root: i32,
    path: Vec<u8>,
    depth: i32,
}

pub(super) async fn post(store: &Store, new: NewComment) -> Result<Placed, StorageError> {
    let html = new.text.body.to_html();
    if let Some((entered, depth)) = at_once::post(store, &new, &html).await? {
        return Ok(placed(new, html, &entered, depth));
    }
    let tx = store.begin().await?;
    let above = match new.parent {
        None => None,
        Some(parent) => match find_parent(&tx, &new, parent).await? {
            None => return unless_posted(store, &tx, &new, Placed::NotFound).await,
            Some(parent) if parent.depth >= DEEPEST => return Ok(Placed::TooDeep),
            found => found,
        },
    };
    let Some(entered) = enter(&tx, &new).await? else {
        let refusal = if listed(store, &tx, &new).await? { Placed::Closed } else { Placed::NotFound };
        return unless_posted(store, &tx, &new, refusal).await;
    };

    let place = below(above.as_ref(), entered.number);
    let depth = place.depth;
    let unless_there = OnConflict::column(Column::Id).do_nothing().to_owned();
    let written = Entity::insert(row(&new, place, &html, &entered)).on_conflict(unless_there);
    if written.exec_without_returning(&tx).await.map_err(sealed)? == 0 {
        // The same draft came twice, and the other one was first: its number and its count stand, ours are undone.
        tx.rollback().await.map_err(sealed)?;
        let tx = store.begin().await?;
        let placed = posted(store, &tx, &new).await?;
        return Ok(placed.unwrap_or(Placed::NotFound));
    }
    let said = (None, new.text.body.as_str());
    note_print(&tx, said, new.author, new.id.uuid(), new.at).await?;
    if entered.held || !new.look.hunches.is_empty() {
        let opening = Opening {
            kind: ItemKind::Comment,
            target: Target::Comment(new.id),
            idea: Some(new.idea),
            author: new.author,
            at: new.at,
            look: &new.look,
            text: said,
        };
        queue::open(&tx, &opening).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(placed(new, html, &entered, depth))
}

/// What was posted, as its author sees it.
fn placed(new: NewComment, html: SafeHtml, entered: &Entered, depth: i32) -> Placed {
    let words = Words {
        author: new.author,
        stance: new.text.stance,
        body: new.text.body,
        html,
        language: new.text.language,
        edited_at: None,
        redacted_at: None,
        revision: 1,
    };
    let comment = Comment {
        id: new.id,
        idea: new.idea,
        number: entered.number,
        parent: new.parent,
        depth,
        created_at: new.at,
        state: entered.state(),
        words: Some(words),
    };
    Placed::Posted(Box::new(comment), entered.tally)
}

/// What was posted stays so, whatever became of its place since: the same draft may come again.
async fn unless_posted(
    store: &Store,
    tx: &DatabaseTransaction,
    new: &NewComment,
    refusal: Placed,
) -> Result<Placed, StorageError> {
    Ok(posted(store, tx, new).await?.unwrap_or(refusal))
}

/// The comment of this id and author, when there is one: it came twice from one draft. Somebody else's is none.
async fn posted(store: &Store, tx: &DatabaseTransaction, new: &NewComment) -> Result<Option<Placed>, StorageError> {
    let same = Entity::find_by_id(new.id.uuid()).one(tx).await.map_err(sealed)?;
    let Some(same) = same else { return Ok(None) };
    if same.author_id != new.author.uuid() || same.idea_id != new.idea.uuid() {
        return Ok(Some(Placed::NotFound));
    }
    let stands = statement(
        store.backend(),
        "SELECT support, oppose, comments, version FROM tally WHERE idea_id = $1",
        [same.idea_id.into()],
    );
    let row = tx.query_one_raw(stands).await.map_err(sealed)?;
    let row = row.ok_or_else(|| StorageError::corrupt("a comment's idea has no tally"))?;
    let viewer = Viewer::Person { id: new.author, roles: Roles::default() };
    let comment = CommentRow::from(same).into_comment(&viewer)?;
    Ok(Some(Placed::Posted(Box::new(comment), tally(new.idea, &row)?)))
}

pub(super) fn tally(idea: IdeaId, row: &QueryResult) -> Result<Tally, StorageError> {
    let count = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    Ok(Tally {
        idea,
        support: count("support")?,
        oppose: count("oppose")?,
        comments: count("comments")?,
        version: count("version")?,
    })
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

/// Takes the next number of an idea that is open and counts the comment there, unless it waits for a moderator: by the
/// publishing mode of the idea's campaign. One update of the tally, which everybody who votes there wants too. `None` when
/// the idea isn't open.
async fn enter(tx: &DatabaseTransaction, new: &NewComment) -> Result<Option<Entered>, StorageError> {
    let holding = modes(|mode| mode.holds(&new.look));
    let counted =
        if holding.is_empty() { "1".to_owned() } else { format!("CASE WHEN {MODE} IN ({holding}) THEN 0 ELSE 1 END") };
    let entered = format!(
        "UPDATE tally SET last_comment = last_comment + 1, comments = comments + {counted}, version = version + {counted} \
         WHERE idea_id = $1 AND listed AND votable \
         RETURNING last_comment, {MODE} AS mode, support, oppose, comments, version"
    );
    let Some(row) = one(tx, &entered, [new.idea.uuid().into()]).await? else { return Ok(None) };
    let held = mode(&get::<String>(&row, "mode")?)?.holds(&new.look);
    Ok(Some(Entered { number: get(&row, "last_comment")?, held, tally: tally(new.idea, &row)? }))
}

/// The publishing modes that are so, as a list in SQL.
pub(super) fn modes(so: impl Fn(PublishingMode) -> bool) -> String {
    let these = PublishingMode::ALL.into_iter().filter(|mode| so(*mode));
    these.map(|mode| format!("'{}'", mode.as_str().to_lowercase())).collect::<Vec<_>>().join(", ")
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

fn row(new: &NewComment, place: Place, html: &SafeHtml, entered: &Entered) -> ActiveModel {
    ActiveModel {
        id: Set(new.id.uuid()),
        idea_id: Set(new.idea.uuid()),
        number: Set(entered.number),
        parent_id: Set(new.parent.map(Id::uuid)),
        root: Set(place.root),
        path: Set(place.path),
        depth: Set(place.depth),
        author_id: Set(new.author.uuid()),
        stance: Set(new.text.stance.as_str().to_lowercase()),
        body: Set(new.text.body.as_str().to_owned()),
        html: Set(Some(html.as_str().to_owned())),
        html_policy: Set(Some(POLICY)),
        language: Set(new.text.language.as_str().to_owned()),
        state: Set(entered.state().as_str().to_lowercase()),
        created_at: Set(new.at.micros()),
        edited_at: Set(None),
        revision: Set(1),
        redacted_at: Set(None),
    }
}
