//! Stopping letters by the link in one of them, without signing in. Opening it changes nothing, because mail scanners open
//! links; pressing the button does, and so does a mail program that posts there of its own (RFC 8058).

use std::sync::Arc;

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Viewer;
use folkmoot_ideas::Idea;

use super::frame::{Frame, page};
use super::lang::Lang;
use super::link;
use crate::edge::{Asking, Path};
use crate::error::PageError;
use crate::mail::stop::{self, STOPS, Stop};
use crate::site::Site;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct Page {
    frame: Frame,
    action: String,
    /// The idea, unless it is about all letters.
    about: Option<About>,
    /// Whether it is about one idea; nobody is told the title of one that isn't public.
    one: bool,
    /// What was stopped: nothing yet, one idea, or everything.
    stopped: Option<bool>,
}

/// An idea that everybody may read.
struct About {
    title: String,
    language: Lang,
    path: String,
}

/// `GET /unsubscribe/{token}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let stop = stop::read(&site.key, &token).ok_or(PageError::NotFound)?;
    page(&draw(&site, &asking, &token, stop).await?)
}

/// `POST /unsubscribe/{token}`: any body will do, and none; `all=yes` from the button for all letters.
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(token): Path<String>,
    body: Bytes,
) -> Result<Response, PageError> {
    let stop = stop::read(&site.key, &token).ok_or(PageError::NotFound)?;
    let all = stop.idea.is_none() || form_says_all(&body);
    site.telling.stop(stop.person, stop.idea.filter(|_| !all)).await?;
    page(&Page { stopped: Some(all), ..draw(&site, &asking, &token, stop).await? })
}

fn form_says_all(body: &[u8]) -> bool {
    url::form_urlencoded::parse(body).any(|(name, value)| name == "all" && value == "yes")
}

async fn draw(site: &Site, asking: &Asking, token: &str, stop: Stop) -> Result<Page, PageError> {
    // As anybody sees it: the link may be in other hands than its reader's.
    let idea = match stop.idea {
        Some(idea) => site.ideas.find(&Viewer::Nobody, idea).await?,
        None => None,
    };
    let about = |idea: Idea| About {
        path: link::idea(&idea),
        language: Lang::of(asking.here.words, &idea.language),
        title: idea.title.as_str().to_owned(),
    };
    Ok(Page {
        frame: Frame::new(site, asking, "").unlisted(),
        action: format!("{STOPS}{token}"),
        about: idea.map(about),
        one: stop.idea.is_some(),
        stopped: None,
    })
}
