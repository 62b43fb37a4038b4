//! `/desk/feed`: what happened to ideas in the whole council, the newest first, so that departments know of each other's
//! work. An officer narrows it to what their departments have, to one department, or to what they watch.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Page, PersonId};
use folkmoot_people::PublicPerson;
use folkmoot_replies::{Department, FEED, Feed, FeedLine, Watched};

use super::piles::{Tab, name};
use super::{door, frame, pack_path};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::pages::frame::{Frame, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::link::escaped;
use crate::pages::pager::{Pager, Place};
use crate::pages::when::When;
use crate::site::Site;
use crate::voice::happened;
use crate::words::Words;

/// Lines on one page.
const SIZE: u16 = 50;
/// What an address may narrow it to, besides a department.
const OF: [&str; 3] = ["all", "departments", "watched"];

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    of: String,
    department: String,
    after: Option<String>,
    before: Option<String>,
}

/// A line.
struct Line {
    title: String,
    href: String,
    number: i64,
    /// The end of the name of the message that says what happened.
    what: &'static str,
    count: i64,
    department: Option<String>,
    words: Option<String>,
    at: When,
    by: Option<String>,
    lead: Option<String>,
}

#[derive(Template)]
#[template(path = "officers_feed.html")]
struct FeedPage {
    frame: Frame,
    tabs: Vec<Tab>,
    departments: Vec<Choosable>,
    /// What the reader watches, where that was asked for.
    watched: Option<Vec<Watched>>,
    lines: Vec<Line>,
    later: bool,
    pager: Pager,
}

/// `GET /desk/feed`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let Some(person) = asking.viewer.person() else { return Err(PageError::SignInFirst) };
    let departments = site.replies.departments().await?;
    let department = departments.iter().find(|one| one.slug == wanted.department);
    let of = OF.into_iter().find(|of| *of == wanted.of).unwrap_or("all");
    let (feed, address) = match department {
        Some(one) => (Feed::Of(one.id), format!("/desk/feed?department={}", escaped(&one.slug))),
        None => (named(of, person), address(of)),
    };
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let request = place.request(SIZE, FEED);
    let listed = site.replies.feed(&asking.viewer, feed, &request).await?;
    let cursors: Vec<_> = listed.items.iter().map(FeedLine::cursor).collect();
    let pages = Page { items: cursors, has_previous: listed.has_previous, has_next: listed.has_next };
    let watched = match feed {
        Feed::Watched(_) => Some(site.replies.watched(&asking.viewer).await?),
        _ => None,
    };
    page(&FeedPage {
        frame: frame(&site, &asking),
        tabs: tabs(department.is_none().then_some(of)),
        departments: departments.iter().map(|one| choosable(one, department)).collect(),
        watched,
        lines: lines(&site, asking.here.words, &listed.items).await?,
        later: request.from.is_some(),
        pager: Pager::of(&pages, &address, "", |cursor| cursor),
    })
}

fn named(of: &str, person: PersonId) -> Feed {
    match of {
        "departments" => Feed::OfMyDepartments(person),
        "watched" => Feed::Watched(person),
        _ => Feed::All,
    }
}

fn address(of: &str) -> String {
    format!("/desk/feed?of={of}")
}

fn tabs(chosen: Option<&str>) -> Vec<Tab> {
    let tab =
        |word: &'static str| Tab { word, href: address(word), chosen: Some(word) == chosen, count: None, more: false };
    OF.into_iter().map(tab).collect()
}

fn choosable(one: &Department, chosen: Option<&Department>) -> Choosable {
    Choosable {
        value: one.slug.clone(),
        words: one.name.clone(),
        language: Lang::default(),
        chosen: chosen.is_some_and(|chosen| chosen.id == one.id),
    }
}

async fn lines(site: &Site, words: Words, listed: &[FeedLine]) -> Result<Vec<Line>, PageError> {
    let staff: Vec<PersonId> = listed.iter().filter_map(|line| line.by).collect();
    let people = site.people.named(&staff).await?;
    Ok(listed.iter().map(|line| Line::of(line, words, &people)).collect())
}

impl Line {
    fn of(line: &FeedLine, words: Words, people: &HashMap<PersonId, PublicPerson>) -> Self {
        let happening = &line.happening;
        Self {
            title: line.title.clone(),
            href: pack_path(line.number),
            number: line.number,
            what: happened(happening),
            count: happening.number.unwrap_or(0),
            department: happening.department.clone(),
            words: happening.words.clone(),
            at: When::minute(happening.at),
            by: line.by.map(|id| name(words, people, id)),
            lead: line.lead.clone(),
        }
    }
}
