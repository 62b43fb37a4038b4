//! The latest answers as an Atom feed, in the language of its address, narrowed as the page is.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::PageRequest;
use folkmoot_ideas::Idea;
use folkmoot_replies::Answered;
use folkmoot_text::excerpt;

use super::super::atom::{Entry, Feed};
use super::super::frame::Frame;
use super::super::link;
use super::super::reply_card::outcome_says;
use super::list::ideas;
use super::{Narrowed, Wanted};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Answers in one feed.
const MOST: u16 = 50;
/// How much of the reasons it carries.
const BEGINNING: usize = 800;

/// `GET /answers.atom`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let narrowed = Narrowed::read(&site, &wanted).await?;
    let answers = site.replies.answered(&narrowed.filter, &PageRequest::first(MOST)).await?.items;
    let ideas = ideas(&site, &answers).await?;
    let frame = Frame::new(&site, &asking, "");
    let query = narrowed.query();
    let join = if query.is_empty() { "" } else { "?" };
    let feed = Feed {
        own: format!("/answers.atom{join}{query}"),
        page: format!("/answers{join}{query}"),
        title: frame.say("answers-title").to_string(),
        entries: answers.iter().filter_map(|one| Some(entry(&frame, ideas.get(&one.idea)?, one))).collect(),
    };
    Ok(feed.answer(&frame))
}

fn entry(frame: &Frame, idea: &Idea, one: &Answered) -> Entry {
    let reply = &one.reply;
    Entry {
        id: format!("/ideas/{}#answer", idea.number),
        title: format!("{}: {}", frame.say_as(outcome_says(reply.text.outcome)), idea.title.as_str()),
        published: reply.published_at,
        updated: reply.revised_at.unwrap_or(reply.published_at),
        author: reply.department_name.clone(),
        page: link::idea(idea),
        language: reply.text.language.as_str().to_owned(),
        summary: excerpt(&reply.text.reasons, BEGINNING),
    }
}
