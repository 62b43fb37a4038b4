//! From rows to comments: one select that every read starts from, and one way back to the domain, where the words
//! that a viewer may not read are left out.

use folkmoot_comments::{Comment, CommentState, Stance, Words};
use folkmoot_common::{CommentId, Id, IdeaId, Language, PersonId, StorageError, Timestamp, Viewer};
use folkmoot_ideas::Visibility;
use folkmoot_text::Markdown;
use sea_orm::FromQueryResult;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use uuid::Uuid;

use crate::entity::comment::Model;
use crate::ideas::visible_to;

#[derive(Debug, FromQueryResult)]
pub(super) struct CommentRow {
    pub(super) id: Uuid,
    pub(super) idea_id: Uuid,
    pub(super) number: i32,
    pub(super) parent_id: Option<Uuid>,
    pub(super) root: i32,
    pub(super) depth: i32,
    pub(super) author_id: Uuid,
    pub(super) stance: String,
    pub(super) body: String,
    pub(super) html: Option<String>,
    pub(super) html_policy: Option<i32>,
    pub(super) language: String,
    pub(super) state: String,
    pub(super) created_at: i64,
    pub(super) edited_at: Option<i64>,
    pub(super) revision: i32,
    pub(super) redacted_at: Option<i64>,
}

/// The columns of a [`CommentRow`].
pub(super) const COLUMNS: [&str; 17] = [
    "id",
    "idea_id",
    "number",
    "parent_id",
    "root",
    "depth",
    "author_id",
    "stance",
    "body",
    "html",
    "html_policy",
    "language",
    "state",
    "created_at",
    "edited_at",
    "revision",
    "redacted_at",
];

/// Comments of ideas that the viewer may see, without those that only their author and moderators know of.
pub(super) fn select(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .columns(COLUMNS.map(|column| ("comment", column)))
        .from("comment")
        .inner_join("tally", Expr::col(("tally", "idea_id")).equals(("comment", "idea_id")))
        .inner_join("idea", Expr::col(("idea", "id")).equals(("comment", "idea_id")))
        .cond_where(visible_to(Visibility::of(viewer)))
        .cond_where(known_to(viewer))
        .take()
}

/// What never was public exists for its author and moderators only: what waits, what was refused, what was taken back
/// before anybody read it. Of anything else everybody finds the place.
pub(super) fn known_to(viewer: &Viewer) -> Condition {
    if viewer.sees_everything() {
        return Condition::all();
    }
    let own = viewer.person().map(|person| Expr::col(("comment", "author_id")).eq(person.uuid()));
    Condition::any()
        .add(Expr::col(("comment", "state")).eq("published"))
        .add(Expr::col(("comment", "was_public")).eq(true))
        .add_option(own)
}

impl From<Model> for CommentRow {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            idea_id: row.idea_id,
            number: row.number,
            parent_id: row.parent_id,
            root: row.root,
            depth: row.depth,
            author_id: row.author_id,
            stance: row.stance,
            body: row.body,
            html: row.html,
            html_policy: row.html_policy,
            language: row.language,
            state: row.state,
            created_at: row.created_at,
            edited_at: row.edited_at,
            revision: row.revision,
            redacted_at: row.redacted_at,
        }
    }
}

impl CommentRow {
    pub(super) fn into_comment(self, viewer: &Viewer) -> Result<Comment, StorageError> {
        let unknown = |what: &str| StorageError::corrupt(format!("comment {} has the {what}", self.id));
        let state = CommentState::parse(&self.state).ok_or_else(|| unknown(&self.state))?;
        let stance = Stance::parse(&self.stance).ok_or_else(|| unknown(&self.stance))?;
        let author = PersonId::from_uuid(self.author_id);
        let words = state.readable_by(viewer, author).then(|| {
            let body = Markdown::from_stored(self.body);
            let html = crate::ideas::rendered(&body, self.html, self.html_policy);
            let edited_at = self.edited_at.map(Timestamp::from_micros);
            let redacted_at = self.redacted_at.map(Timestamp::from_micros);
            let language = Language::from_stored(self.language);
            Words { author, stance, body, html, language, edited_at, redacted_at, revision: self.revision }
        });
        // That its author has mended it meanwhile is nobody else's to know.
        let unread = words.is_none() && state == CommentState::Held;
        let state = if unread { CommentState::Hidden } else { state };
        Ok(Comment {
            id: CommentId::from_uuid(self.id),
            idea: IdeaId::from_uuid(self.idea_id),
            number: self.number,
            parent: self.parent_id.map(CommentId::from_uuid),
            depth: self.depth,
            created_at: Timestamp::from_micros(self.created_at),
            state,
            words,
        })
    }
}
