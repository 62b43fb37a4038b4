//! Writing a comment, or a reply to one, signed in or not. What a visitor wrote is kept while they sign in.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use folkmoot_comments::{Comment, CommentState, CommentText};
use folkmoot_common::DraftId;
use folkmoot_ideas::{Idea, IdeaStatus};
use folkmoot_people::Called;

use super::finish::{Finished, post_comment};
use super::form::Wrong;
use super::frame::{Frame, Raw, again, go, page, page_as};
use super::idea::look_up;
use super::lang::Lang;
use super::link;
use super::waiting::{self, Waiting};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// What the address may say: the draft to go on with.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    draft: String,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(crate) body: String,
    pub(crate) stance: String,
    pub(crate) draft: String,
}

#[derive(Template)]
#[template(path = "comment_write.html")]
struct Write {
    frame: Frame,
    idea_title: String,
    /// The language of the title.
    titled: Lang,
    idea_path: String,
    action: String,
    is_reply: bool,
    parent: Option<Parent>,
    typed: Typed,
    wrong: Wrong,
    /// Whether the idea waits for a moderator.
    waits: bool,
    /// Why nothing can be said here: `closed`, `gone`, `deep`, or nothing.
    refuses: &'static str,
    body_most: usize,
}

/// The comment that is answered.
struct Parent {
    author: String,
    html: Raw,
    language: Lang,
}

/// `GET /ideas/{number}/comments/new`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(number): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    open(&site, asking, number, None, wanted).await
}

/// `GET /ideas/{number}/comments/{comment}/reply`
pub(crate) async fn show_reply(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    open(&site, asking, number, Some(comment), wanted).await
}

/// `POST /ideas/{number}/comments/new`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    take(&site, asking, number, None, form).await
}

/// `POST /ideas/{number}/comments/{comment}/reply`
pub(crate) async fn send_reply(
    State(site): State<Arc<Site>>,
    Path((number, comment)): Path<(i64, i32)>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    take(&site, asking, number, Some(comment), form).await
}

/// What a comment is about to stand under.
struct Stage {
    idea: Idea,
    /// What it answers.
    above: Option<Comment>,
}

impl Stage {
    async fn find(site: &Site, asking: &Asking, number: i64, above: Option<i32>) -> Result<Self, PageError> {
        let idea = look_up(site, asking, number).await?;
        let above = match above {
            None => None,
            Some(comment) => {
                let found = site.comments.find_number(&asking.viewer, idea.id, comment).await?;
                Some(found.ok_or(PageError::NotFound)?)
            }
        };
        Ok(Self { idea, above })
    }

    /// Why nothing can be said here, if so; the store asks the same again when the comment is posted.
    fn refuses(&self) -> Option<&'static str> {
        match &self.above {
            _ if !self.idea.is_open() => Some("closed"),
            Some(above) if above.state != CommentState::Published => Some("gone"),
            Some(above) if !above.is_answerable() => Some("deep"),
            _ => None,
        }
    }
}

async fn open(
    site: &Site,
    mut asking: Asking,
    number: i64,
    parent: Option<i32>,
    wanted: Wanted,
) -> Result<Response, PageError> {
    let (_browser, cookie) = asking.browser(site);
    let stage = Stage::find(site, &asking, number, parent).await?;
    let mut typed = Typed::default();
    if let Some(id) = waiting::read_id::<DraftId>(&wanted.draft)
        && let Some((_draft, Waiting::Comment { body, stance, .. })) = waiting::find(site, &asking, id).await?
    {
        typed = Typed { body, stance, draft: wanted.draft };
    }
    Ok((cookie, draw(site, &asking, &stage, typed, Wrong::default()).await?).into_response())
}

async fn take(
    site: &Site,
    mut asking: Asking,
    number: i64,
    parent: Option<i32>,
    typed: Typed,
) -> Result<Response, PageError> {
    let stage = Stage::find(site, &asking, number, parent).await?;
    // What can't be posted is refused now, not after somebody has signed in for it.
    if let Some(why) = stage.refuses() {
        let wrong = refused(why);
        return draw(site, &asking, &stage, typed, wrong).await;
    }
    let text = match CommentText::parse(&typed.body, Some(&typed.stance)) {
        Ok(text) => text.in_language(asking.here.words.language()),
        Err(problems) => return draw(site, &asking, &stage, typed, problems.into()).await,
    };
    if asking.viewer.person().is_none() {
        let waiting = Waiting::Comment {
            idea: number,
            parent,
            stance: typed.stance.clone(),
            body: typed.body.clone(),
            language: asking.here.words.code().to_owned(),
        };
        return match waiting.keep(site, &mut asking).await? {
            Ok(on) => Ok(on),
            Err(wrong) => draw(site, &asking, &stage, typed, wrong).await,
        };
    }
    match post_comment(site, &asking.viewer, number, parent, text, None).await? {
        Finished::Done(to) => {
            if let Some(draft) = waiting::read_id(&typed.draft) {
                waiting::drop_draft(site, &asking, draft).await?;
            }
            Ok(go(&to))
        }
        Finished::Not(why) => {
            let wrong = refused(why);
            draw(site, &asking, &stage, typed, wrong).await
        }
    }
}

fn refused(why: &str) -> Wrong {
    let code = match why {
        "closed" => "CLOSED",
        "deep" => "TOO_DEEP",
        _ => "NOT_FOUND",
    };
    Wrong::of_kind("comment", "body", code)
}

async fn draw(site: &Site, asking: &Asking, stage: &Stage, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let (idea, is_wrong) = (&stage.idea, wrong.any());
    let refuses = stage.refuses();
    let action = stage.above.as_ref().map_or_else(
        || format!("/ideas/{}/comments/new", idea.number),
        |above| format!("{}/reply", link::comment(idea.number, above.number)),
    );
    let frame = Frame::new(site, asking, "ideas");
    let form = Write {
        frame: if is_wrong { frame.with_errors() } else { frame },
        idea_title: idea.title.as_str().to_owned(),
        titled: Lang::of(asking.here.words, &idea.language),
        idea_path: link::idea(idea),
        waits: idea.status == IdeaStatus::Submitted,
        refuses: refuses.unwrap_or_default(),
        is_reply: stage.above.is_some(),
        parent: answered(site, asking, stage.above.as_ref()).await?,
        action,
        typed,
        wrong,
        body_most: CommentText::MOST,
    };
    match refuses {
        _ if is_wrong => again(&form),
        // What can't be answered any more is not theirs to answer.
        Some("gone") => page_as(StatusCode::FORBIDDEN, &form),
        _ => page(&form),
    }
}

/// What is answered, to be read while answering; nothing when it can't be read.
async fn answered(site: &Site, asking: &Asking, comment: Option<&Comment>) -> Result<Option<Parent>, PageError> {
    let Some(words) = comment.and_then(|comment| comment.words.as_ref()) else { return Ok(None) };
    let names = site.people.named(&[words.author]).await?;
    let called = names.get(&words.author).map_or(&Called::Nameless, |person| &person.called);
    let author = asking.here.words.called(called);
    Ok(Some(Parent { author, html: Raw(words.html.clone()), language: Lang::of(asking.here.words, &words.language) }))
}
