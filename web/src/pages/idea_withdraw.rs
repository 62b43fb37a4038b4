//! Taking one's own idea back, for a reason.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Idea, Reason};

use super::finish::of_idea;
use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::idea::look_up;
use super::lang::Lang;
use super::link;
use super::sign_in::first;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    reason: String,
}

#[derive(Template)]
#[template(path = "idea_withdraw.html")]
struct Withdraw {
    frame: Frame,
    title: String,
    language: Lang,
    path: String,
    action: String,
    typed: Typed,
    wrong: Wrong,
    most: usize,
}

/// `GET …/withdraw`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    if asking.known.is_none() {
        return Ok(first(&link::act(&idea, "withdraw")));
    }
    if !idea.withdrawable_by(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    draw(Frame::new(&site, &asking, "ideas"), &idea, Typed::default(), Wrong::default())
}

/// `POST …/withdraw`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.known()?;
    let idea = look_up(&site, &asking, number).await?;
    let reason = match Reason::parse(&typed.reason) {
        Ok(reason) => reason,
        Err(problem) => return draw(Frame::new(&site, &asking, "ideas"), &idea, typed, problem.into()),
    };
    let idea = site.ideas.withdraw(&asking.viewer, idea.id, reason).await.map_err(of_idea)?;
    Ok(go(&with_done(&link::idea(&idea), "withdrawn")))
}

fn draw(frame: Frame, idea: &Idea, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let form = Withdraw {
        title: idea.title.as_str().to_owned(),
        language: Lang::of(frame.here.words, &idea.language),
        path: link::idea(idea),
        action: link::act(idea, "withdraw"),
        typed,
        wrong,
        most: Reason::MOST,
        frame: if is_wrong { frame.with_errors() } else { frame },
    };
    if is_wrong { again(&form) } else { page(&form) }
}
