//! What fell overdue last, as an Atom feed in the language of its address. An idea enters it at the midnight at which
//! its answer was late, and leaves it with the answer.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;
use folkmoot_replies::{Late, OverdueFrom};

use super::{Wanted, department, query};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::pages::atom::{Entry, Feed};
use crate::pages::frame::Frame;
use crate::pages::link;
use crate::pages::public_ideas::public_ideas;
use crate::pages::when::When;
use crate::site::Site;

/// Ideas in one feed.
const LATEST: u64 = 50;

/// `GET /departments/overdue.atom`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let of = wanted.named(&site).await?;
    let late = site.replies.late(of.as_ref().map(|one| one.id), (OverdueFrom::Latest, LATEST)).await?;
    let ids: Vec<IdeaId> = late.iter().map(|one| one.idea).collect();
    let ideas = public_ideas(&site, &ids).await?;
    let frame = Frame::new(&site, &asking, "");
    let title = frame.say("overdue-title").to_string();
    let feed = Feed {
        own: format!("/departments/overdue.atom{}", query(of.as_ref())),
        page: of.as_ref().map_or_else(|| "/departments".to_owned(), super::super::path),
        title: of.as_ref().map_or_else(|| title.clone(), |one| format!("{title}: {}", one.name)),
        entries: late.iter().filter_map(|one| Some(entry(&frame, ideas.get(&one.idea)?, one))).collect(),
    };
    Ok(feed.answer(&frame))
}

fn entry(frame: &Frame, idea: &Idea, one: &Late) -> Entry {
    let day = frame.when(&When::date(one.day));
    Entry {
        id: format!("/ideas/{}#overdue", idea.number),
        title: idea.title.as_str().to_owned(),
        published: one.since,
        updated: one.since,
        author: department(frame.here.words, one.department.as_deref()),
        page: link::idea(idea),
        language: frame.language().to_owned(),
        summary: frame.say("overdue-day").with("when", day).to_string(),
    }
}
