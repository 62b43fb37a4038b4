//! Hearing of an idea, or not: why somebody does, and the button that changes it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Why;
use folkmoot_ideas::Idea;
use folkmoot_replies::{Heard, NoticePace};

use super::form::with_done;
use super::frame::go;
use super::idea::look_up;
use super::link;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// What the button sends.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Press {
    follows: String,
}

/// How a signed-in reader stands to an idea.
pub(crate) struct Hearing {
    /// Where the button posts.
    pub(crate) action: String,
    /// Whether they hear of it.
    pub(crate) told: bool,
    /// The name of the message that says why, or that they could.
    pub(crate) message: &'static str,
}

impl Hearing {
    /// Of whoever reads the page; `None` for a visitor, whom it costs no question.
    pub(crate) async fn of(site: &Site, asking: &Asking, idea: &Idea) -> Result<Option<Self>, PageError> {
        if !idea.is_public() {
            return Ok(None);
        }
        let concerns = site.telling.concerns(&asking.viewer, &[idea.id]).await?;
        let Some((_, concern)) = concerns.first() else { return Ok(None) };
        let message = match (concern.why, concern.pace) {
            (None, _) => "follow-not",
            (Some(_), NoticePace::Never) => "follow-never",
            (Some(Why::Author), _) => "follow-author",
            (Some(Why::Supporter), _) => "follow-supporter",
            (Some(Why::Follower | Why::Digest), _) => "follow-follower",
        };
        Ok(Some(Self { action: link::act(idea, "follow"), told: concern.why.is_some(), message }))
    }
}

/// `POST /ideas/{number}/{slug}/follow`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    Checked { asking, form }: Checked<Press>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let follows = match form.follows.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(PageError::BadRequest("bad-request-form")),
    };
    match site.telling.follow(&asking.viewer, idea.id, follows).await? {
        Heard::Done => {
            let word = if follows { "followed" } else { "unfollowed" };
            Ok(go(&format!("{}#hearing", with_done(&link::idea(&idea), word))))
        }
        Heard::NotFound => Err(PageError::NotFound),
        Heard::NotSignedIn => Err(PageError::SignInFirst),
    }
}
