//! One vote: pressing a button, pressing it again. A visitor's vote waits for their sign-in and is then counted.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_ideas::Idea;
use folkmoot_people::LocalPath;
use folkmoot_votes::{Choice, Receipt};

use super::cards::{Around, VoteBox, Voting};
use super::finish::{done, of_vote};
use super::form::{back_to, with_done};
use super::frame::{Frame, go, page};
use super::idea::look_up;
use super::lang::Lang;
use super::link;
use super::waiting::Waiting;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// What the buttons send. `NONE` takes the vote back.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Press {
    choice: String,
    #[serde(default)]
    back: String,
}

#[derive(Template)]
#[template(path = "vote.html")]
struct Ask {
    frame: Frame,
    title: String,
    language: Lang,
    path: String,
    vote: VoteBox,
}

/// `GET …/vote`: the buttons on a page of their own, for whoever comes here by an address.
pub(crate) async fn ask(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let campaigns = site.ideas.campaigns(&[idea.campaign]).await?;
    let around = Around::of(&site, &asking, &[&idea], None).await?;
    let path = link::idea(&idea);
    page(&Ask {
        frame: Frame::new(&site, &asking, "ideas"),
        vote: around.vote(&site, &idea, campaigns.first(), &format!("{path}#vote")),
        title: idea.title.as_str().to_owned(),
        language: Lang::of(asking.here.words, &idea.language),
        path,
    })
}

/// `POST …/vote`
pub(crate) async fn cast(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    headers: HeaderMap,
    Checked { mut asking, form }: Checked<Press>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let choice = read(&form.choice)?;
    if asking.viewer.person().is_none() {
        return visitor(&site, &mut asking, &idea, (choice, form.back), &headers).await;
    }

    let votes = site.votes.arrived_at(asking.arrived);
    let receipt = match choice {
        Some(choice) => votes.cast(&asking.viewer, idea.id, choice).await,
        None => votes.retract(&asking.viewer, idea.id).await,
    };
    let receipt = receipt.map_err(of_vote)?;
    if wants_json(&headers) {
        return Ok(Json(Answer::of(&receipt, choice, asking.here.words)).into_response());
    }
    Ok(go(&with_done(&back_to(&form.back), done(receipt.outcome))))
}

fn read(choice: &str) -> Result<Option<Choice>, PageError> {
    match choice {
        "NONE" => Ok(None),
        word => Choice::parse(word).map(Some).ok_or(PageError::BadRequest("bad-request-choice")),
    }
}

/// The vote waits as a draft; the way leads through the sign-in page.
async fn visitor(
    site: &Site,
    asking: &mut Asking,
    idea: &Idea,
    (choice, back): (Option<Choice>, String),
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let Some(choice) = choice else { return Err(PageError::SignInFirst) };
    // The script lets the browser send the form itself when nobody is signed in.
    if wants_json(headers) {
        return Err(PageError::SignInFirst);
    }
    // Only a page of ours is a way back, and such an address is short: whatever else was sent is not worth keeping.
    let back = LocalPath::parse(&back).map(|path| path.as_str().to_owned()).unwrap_or_default();
    let waiting = Waiting::Vote { idea: idea.number, choice: choice.as_str().to_owned(), back };
    waiting.keep(site, asking).await?.map_err(|_never| PageError::BadRequest("bad-request-form"))
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json")
}

/// What the page's script reads.
#[derive(Debug, serde::Serialize)]
struct Answer {
    outcome: &'static str,
    /// What the viewer's vote is now, when the press did what it should.
    choice: Option<&'static str>,
    support: i64,
    oppose: i64,
    comments: i64,
    version: i64,
    /// Why nothing was changed, in the page's language; nothing when it was.
    refused: Option<String>,
}

impl Answer {
    fn of(receipt: &Receipt, choice: Option<Choice>, words: Words) -> Self {
        let notice = format!("notice-{}", done(receipt.outcome));
        Self {
            refused: (!receipt.outcome.is_done()).then(|| words.say(&notice).to_string()),
            outcome: receipt.outcome.as_str(),
            choice: choice.filter(|_| receipt.outcome.is_done()).map(Choice::as_str),
            support: receipt.tally.support,
            oppose: receipt.tally.oppose,
            comments: receipt.tally.comments,
            version: receipt.tally.version,
        }
    }
}
