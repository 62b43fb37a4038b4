//! Everything that an answer of the council's ever said: each version with its day, why it says something else than the one
//! before, and what changed, word by word. The first one stands as it was.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, ReplyId, Viewer};
use folkmoot_replies::{Line, OfficialReply, ReplyRevision, ReplyText};
use folkmoot_text::Markdown;
use uuid::Uuid;

use super::changes::{Stretch, Tag, changes};
use super::frame::{Frame, page};
use super::lang::Lang;
use super::link;
use super::reply_card::{ReplyCard, outcome_says};
use super::when::When;
use crate::edge::{Asking, Path};
use crate::error::PageError;
use crate::site::Site;

/// One version.
struct Version {
    number: i32,
    at: When,
    why: Option<String>,
    language: Lang,
    /// What it says otherwise than the one before: the message of the field, and the words that went and came.
    fields: Vec<(&'static str, Vec<Stretch>)>,
}

#[derive(Template)]
#[template(path = "reply_history.html")]
struct History {
    frame: Frame,
    title: String,
    titled: Lang,
    path: String,
    versions: Vec<Version>,
    first: Option<ReplyCard>,
}

/// `GET /replies/{id}/history`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    let id = ReplyId::from_uuid(id);
    let reply = site.replies.reply(id).await?;
    let revisions = site.replies.revisions(id).await?;
    let ideas = site.ideas.find_many(&Viewer::Nobody, &reply.ideas).await?;
    let first = reply.ideas.iter().find_map(|id| ideas.iter().find(|idea| idea.id == *id));
    let idea = first.ok_or(PageError::NotFound)?;
    let frame = Frame::new(&site, &asking, "answers").unlisted();
    page(&History {
        title: idea.title.as_str().to_owned(),
        titled: Lang::of(asking.here.words, &idea.language),
        path: link::idea(idea),
        versions: versions(&frame, &revisions),
        first: revisions.first().map(|one| beginning(&frame, one, &reply)),
        frame,
    })
}

/// The versions after the first, newest first.
fn versions(frame: &Frame, revisions: &[ReplyRevision]) -> Vec<Version> {
    let pairs = revisions.iter().zip(revisions.iter().skip(1));
    let version = |(before, after): (&ReplyRevision, &ReplyRevision)| Version {
        number: after.revision,
        at: When::minute(after.at),
        why: after.why.clone(),
        language: Lang::of(frame.here.words, &after.text.language),
        fields: fields(frame, &before.text, &after.text),
    };
    pairs.rev().map(version).collect()
}

fn beginning(frame: &Frame, revision: &ReplyRevision, reply: &OfficialReply) -> ReplyCard {
    let card = ReplyCard::written(frame.here.words, &revision.text, &reply.department_name);
    ReplyCard { published: Some(When::day(revision.at)), ..card }
}

/// The fields that differ.
fn fields(frame: &Frame, before: &ReplyText, after: &ReplyText) -> Vec<(&'static str, Vec<Stretch>)> {
    let mut found = Vec::new();
    let mut compare = |says: &'static str, was: String, is: String| {
        if was != is {
            found.push((says, changes(&was, &is)));
        }
    };
    let outcome = |text: &ReplyText| frame.say_as(outcome_says(text.outcome)).to_string();
    let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
    let long = |text: &Option<Markdown>| text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
    let day = |day: Option<folkmoot_replies::Day>| day.map(|day| frame.when(&When::date(day))).unwrap_or_default();
    compare("reply-outcome", outcome(before), outcome(after));
    compare("reply-reasons", before.reasons.as_str().to_owned(), after.reasons.as_str().to_owned());
    compare("reply-arguments", long(&before.arguments), long(&after.arguments));
    compare("reply-until", day(before.until), day(after.until));
    compare("reply-refer-to", line(&before.refer_to), line(&after.refer_to));
    compare("reply-cost", line(&before.cost), line(&after.cost));
    compare("reply-next-step", line(&before.next_step), line(&after.next_step));
    compare("reply-next-date", day(before.next_date), day(after.next_date));
    compare("reply-role", before.role.as_str().to_owned(), after.role.as_str().to_owned());
    found
}
