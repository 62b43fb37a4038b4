//! Changing one's own comment, and taking it back.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_comments::{Comment, CommentError, CommentState, CommentText, Stance, Words};
use folkmoot_ideas::Idea;
use folkmoot_moderation::Target;

use super::finish::of_comment;
use super::form::{Wrong, with_done};
use super::frame::{Frame, Raw, again, go, page};
use super::idea::look_up;
use super::lang::Lang;
use super::link;
use super::own_change::OwnChange;
use super::sign_in::{Nothing, first};
use super::told::Told;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form for changing it, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    body: String,
    stance: String,
    /// The revision that its author saw.
    seen: i32,
}

#[derive(Template)]
#[template(path = "comment_edit.html")]
struct Edit {
    frame: Frame,
    idea_title: String,
    /// The language of the title.
    titled: Lang,
    path: String,
    typed: Typed,
    wrong: Wrong,
    body_most: usize,
    /// Whether it isn't public, and waits for a moderator once it is saved.
    held: bool,
    /// Why it isn't, when a moderator said so.
    told: Option<Told>,
    /// What its author sent in already and nobody else can read.
    change: Option<OwnChange>,
}

/// What a page tells its author of a comment.
struct Known {
    told: Option<Told>,
    change: Option<OwnChange>,
}

#[derive(Template)]
#[template(path = "comment_delete.html")]
struct Delete {
    frame: Frame,
    idea_title: String,
    /// The language of the title.
    titled: Lang,
    path: String,
    html: Raw,
    /// The language of the comment.
    language: Lang,
}

/// `GET …/edit`
pub(crate) async fn show_edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first(&format!("{}/edit", link::comment(number, comment))));
    }
    let (idea, comment, words) = own(&site, &asking, number, comment).await?;
    let known = Known::of(&site, &asking, &comment, &words).await?;
    let typed = Typed::of(&words, known.change.as_ref());
    draw(Frame::new(&site, &asking, "ideas"), &idea, &comment, (typed, Wrong::default(), known))
}

/// `POST …/edit`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    Path((number, comment)): Path<(i64, i32)>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    let (idea, comment, words) = own(&site, &asking, number, comment).await?;
    let known = Known::of(&site, &asking, &comment, &words).await?;
    let frame = Frame::new(&site, &asking, "ideas");
    let text = match CommentText::parse(&typed.body, Some(&typed.stance)) {
        Ok(text) => text,
        Err(problems) => return draw(frame, &idea, &comment, (typed, problems.into(), known)),
    };
    let body = text.body.clone();
    match site.comments.edit(&asking.viewer, comment.id, typed.seen, text).await {
        // Where a change must wait, the comment still says what it said.
        Ok(now) => {
            let says_so = now.words.is_some_and(|words| words.body == body);
            let word = if says_so { "comment-saved" } else { "edit-waiting" };
            Ok(go(&with_done(&link::comment(number, comment.number), word)))
        }
        Err(CommentError::Changed) => {
            let wrong = Wrong::of_kind("comment", "body", "CHANGED");
            draw(frame, &idea, &comment, (Typed { seen: words.revision, ..typed }, wrong, known))
        }
        Err(CommentError::Refused(problem)) => draw(frame, &idea, &comment, (typed, Wrong::from(problem), known)),
        Err(why) => Err(of_comment(why)),
    }
}

/// `GET …/delete`: asks before anything happens.
pub(crate) async fn show_delete(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first(&format!("{}/delete", link::comment(number, comment))));
    }
    let (idea, comment, words) = own(&site, &asking, number, comment).await?;
    page(&Delete {
        frame: Frame::new(&site, &asking, "ideas"),
        idea_title: idea.title.as_str().to_owned(),
        titled: Lang::of(asking.here.words, &idea.language),
        language: Lang::of(asking.here.words, &words.language),
        path: link::comment(number, comment.number),
        html: Raw(words.html),
    })
}

/// `POST …/delete`
pub(crate) async fn delete(
    State(site): State<Arc<Site>>,
    Path((number, comment)): Path<(i64, i32)>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    let (_idea, comment, _words) = own(&site, &asking, number, comment).await?;
    site.comments.delete(&asking.viewer, comment.id).await.map_err(of_comment)?;
    Ok(go(&with_done(&link::comment(number, comment.number), "comment-deleted")))
}

/// The asker's own comment, which they may still act on.
async fn own(site: &Site, asking: &Asking, number: i64, comment: i32) -> Result<(Idea, Comment, Words), PageError> {
    asking.known()?;
    let idea = look_up(site, asking, number).await?;
    let comment = site.comments.find_number(&asking.viewer, idea.id, comment).await?.ok_or(PageError::NotFound)?;
    if !comment.editable_by(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    let words = comment.words.clone().ok_or(PageError::Forbidden)?;
    Ok((idea, comment, words))
}

impl Typed {
    /// What its author goes on from: their own last words, also where nobody else can read them.
    fn of(words: &Words, change: Option<&OwnChange>) -> Self {
        let edit = change.map(|change| &change.edit);
        let stance = edit.and_then(|edit| edit.stance.as_deref()).and_then(Stance::parse).unwrap_or(words.stance);
        let body = edit.map_or(&words.body, |edit| &edit.body).as_str().to_owned();
        Self { body, stance: stance.as_str().to_owned(), seen: words.revision }
    }
}

impl Known {
    /// Of a comment that isn't public what was decided on it, and what became of a change of it.
    async fn of(site: &Site, asking: &Asking, comment: &Comment, words: &Words) -> Result<Self, PageError> {
        let target = Target::Comment(comment.id);
        let told = match comment.state {
            CommentState::Published => None,
            _ => Told::standing(site, asking, target).await?,
        };
        Ok(Self { told, change: OwnChange::of(site, asking, (words.author, target)).await? })
    }
}

fn draw(
    frame: Frame,
    idea: &Idea,
    comment: &Comment,
    (typed, wrong, known): (Typed, Wrong, Known),
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let form = Edit {
        titled: Lang::of(frame.here.words, &idea.language),
        frame: if is_wrong { frame.with_errors() } else { frame },
        idea_title: idea.title.as_str().to_owned(),
        path: link::comment(idea.number, comment.number),
        typed,
        wrong,
        body_most: CommentText::MOST,
        held: comment.state != CommentState::Published,
        told: known.told,
        change: known.change,
    };
    if is_wrong { again(&form) } else { page(&form) }
}
