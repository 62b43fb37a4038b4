//! The latest answers as an Atom feed (RFC 4287), in the language of its address, narrowed as the page is.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::PageRequest;
use folkmoot_replies::Answered;
use folkmoot_text::excerpt;

use super::super::frame::Frame;
use super::super::link;
use super::super::reply_card::outcome_says;
use super::super::when::When;
use super::list::ideas;
use super::{Narrowed, Wanted};
use crate::edge::{Asking, Query};
use crate::error::{PageError, escape};
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
    let mut feed = head(&site, &frame, &query, &answers);
    for one in &answers {
        let Some(idea) = ideas.get(&one.idea) else { continue };
        feed.push_str(&entry(&frame, idea, one));
    }
    feed.push_str("</feed>\n");
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response())
}

/// When an answer last changed.
fn changed(one: &Answered) -> folkmoot_common::Timestamp {
    one.reply.revised_at.unwrap_or(one.reply.published_at)
}

fn head(site: &Site, frame: &Frame, query: &str, answers: &[Answered]) -> String {
    let latest = answers.iter().map(changed).max().unwrap_or(folkmoot_common::Timestamp::from_micros(0));
    let join = if query.is_empty() { "" } else { "?" };
    let own = escape(&frame.whole(&format!("/answers.atom{join}{query}")));
    let page = escape(&frame.whole(&format!("/answers{join}{query}")));
    let (title, council) = (escape(&frame.say("answers-title").to_string()), escape(&site.dress().council));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{title} – {}</title>\n<updated>{}</updated>\n<author><name>{council}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        frame.language(),
        escape(&frame.site),
        When::minute(latest).exact(),
    )
}

fn entry(frame: &Frame, idea: &folkmoot_ideas::Idea, one: &Answered) -> String {
    let address = escape(&frame.whole(&link::idea(idea)));
    // Whatever the title becomes, the entry stays the same: the number alone names the idea.
    let id = escape(&frame.whole(&format!("/ideas/{}#answer", idea.number)));
    let reply = &one.reply;
    let title = format!("{}: {}", frame.say_as(outcome_says(reply.text.outcome)), idea.title.as_str());
    let (published, updated) = (When::minute(reply.published_at).exact(), When::minute(changed(one)).exact());
    format!(
        "<entry>\n<id>{id}</id>\n<title>{}</title>\n<published>{published}</published>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
         <summary xml:lang=\"{}\">{}</summary>\n</entry>\n",
        escape(&title),
        escape(&reply.department_name),
        escape(reply.text.language.as_str()),
        escape(&excerpt(&reply.text.reasons, BEGINNING)),
    )
}
