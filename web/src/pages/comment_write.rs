//! Writing a comment, or a reply to one, signed in or not. What a visitor wrote is kept while they sign in.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use folkmoot_comments::{Comment, CommentText};
use folkmoot_common::DraftId;
use folkmoot_ideas::Idea;
use folkmoot_people::NAMELESS;

use super::finish::{Finished, post_comment};
use super::form::Wrong;
use super::frame::{Frame, Raw, again, go, page};
use super::idea::look_up;
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
    idea_path: String,
    action: String,
    parent: Option<Parent>,
    typed: Typed,
    wrong: Wrong,
    open: bool,
    body_most: usize,
}

/// The comment that is answered.
struct Parent {
    author: String,
    html: Raw,
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

async fn open(
    site: &Site,
    mut asking: Asking,
    number: i64,
    parent: Option<i32>,
    wanted: Wanted,
) -> Result<Response, PageError> {
    let (_browser, cookie) = asking.browser(site);
    let mut typed = Typed::default();
    if let Some(id) = waiting::read_id::<DraftId>(&wanted.draft)
        && let Some((_draft, Waiting::Comment { body, stance, .. })) = waiting::find(site, &asking, id).await?
    {
        typed = Typed { body, stance, draft: wanted.draft };
    }
    Ok((cookie, draw(site, &asking, number, parent, typed, Wrong::default()).await?).into_response())
}

async fn take(
    site: &Site,
    mut asking: Asking,
    number: i64,
    parent: Option<i32>,
    typed: Typed,
) -> Result<Response, PageError> {
    let text = match CommentText::parse(&typed.body, Some(&typed.stance)) {
        Ok(text) => text,
        Err(problems) => return draw(site, &asking, number, parent, typed, problems.into()).await,
    };
    if asking.viewer.person().is_none() {
        let waiting = Waiting::Comment { idea: number, parent, stance: typed.stance.clone(), body: typed.body.clone() };
        return match waiting.keep(site, &mut asking).await? {
            Ok(on) => Ok(on),
            Err(wrong) => draw(site, &asking, number, parent, typed, wrong).await,
        };
    }
    match post_comment(site, &asking.viewer, number, parent, text, None).await? {
        Finished::Done(to) => {
            if let Some(draft) = waiting::read_id(&typed.draft) {
                waiting::drop_draft(site, &asking, draft).await?;
            }
            Ok(go(&to))
        }
        Finished::Not(why) => draw(site, &asking, number, parent, typed, refused(why)).await,
    }
}

fn refused(why: &str) -> Wrong {
    let (code, words) = match why {
        "closed" => {
            ("CLOSED", "This discussion takes no more comments. Your text is still here, so that you can copy it.")
        }
        "deep" => ("TOO_DEEP", "This thread is as deep as threads go. Reply to a comment further up."),
        _ => (
            "NOT_FOUND",
            "What you are answering is no longer there. Your text is still here, so that you can copy it.",
        ),
    };
    Wrong::one("body", code, words)
}

async fn draw(
    site: &Site,
    asking: &Asking,
    number: i64,
    parent: Option<i32>,
    typed: Typed,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let idea = look_up(site, asking, number).await?;
    let (parent, action) = match parent {
        None => (None, format!("/ideas/{number}/comments/new")),
        Some(comment) => {
            let found = site.comments.find_number(&asking.viewer, idea.id, comment).await?;
            let found = found.ok_or(PageError::NotFound)?;
            let action = format!("{}/reply", link::comment(number, comment));
            (answered(site, &found).await?, action)
        }
    };
    write(Frame::new(site, asking, "ideas"), &idea, parent, action, typed, wrong)
}

fn write(
    frame: Frame,
    idea: &Idea,
    parent: Option<Parent>,
    action: String,
    typed: Typed,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let form = Write {
        frame: if is_wrong { frame.with_errors() } else { frame },
        idea_title: idea.title.as_str().to_owned(),
        idea_path: link::idea(idea),
        open: idea.status.is_open() && !idea.hidden,
        action,
        parent,
        typed,
        wrong,
        body_most: CommentText::MOST,
    };
    if is_wrong { again(&form) } else { page(&form) }
}

/// What is answered, to be read while answering; nothing when it can't be read.
async fn answered(site: &Site, comment: &Comment) -> Result<Option<Parent>, PageError> {
    let Some(words) = &comment.words else { return Ok(None) };
    let names = site.people.named(&[words.author]).await?;
    let author = names.get(&words.author).map_or(NAMELESS, |person| &person.name).to_owned();
    Ok(Some(Parent { author, html: Raw(words.html.clone()) }))
}
