//! One's own votes, page by page, with the buttons to change one while voting is open. This is the only page that joins
//! a person with a choice, and it is drawn for that person alone.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;
use folkmoot_votes::{Choice, OWN_VOTES, OwnVote};

use super::cards::{Card, Voting, cards};
use super::form::undone;
use super::frame::{Frame, page};
use super::link;
use super::me::{Topic, Wanted, readable};
use super::pager::Pager;
use super::sign_in::first;
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Votes on one page.
const SIZE: u16 = 20;

#[derive(Template)]
#[template(path = "me_votes.html")]
struct Votes {
    frame: Frame,
    tab: &'static str,
    votes: Vec<Cast>,
    later: bool,
    pager: Pager,
}

/// A vote in the list.
struct Cast {
    opposed: bool,
    at: When,
    /// The idea with its buttons; none when it can't be read now.
    card: Option<Card>,
}

/// A vote in the overview.
pub(crate) struct Voted {
    pub(crate) opposed: bool,
    pub(crate) at: When,
    /// The idea; none when it can't be read now.
    pub(crate) idea: Option<Topic>,
}

/// A vote in a line.
pub(crate) fn brief(asking: &Asking, vote: &OwnVote, about: &HashMap<IdeaId, Idea>) -> Voted {
    let idea = about.get(&vote.idea).map(|idea| Topic::of(asking, idea, link::idea(idea)));
    Voted { opposed: vote.choice == Choice::Oppose, at: When::day(vote.changed_at), idea }
}

/// `GET /me/votes`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/votes"));
    }
    let request = wanted.place().request(SIZE, OWN_VOTES);
    let listed = site.votes.history(&asking.viewer, &request).await?;
    let about = readable(&site, &asking, listed.items.iter().map(|vote| vote.idea)).await?;
    let campaigns = site.ideas.all_campaigns().await?;

    // A vote comes back to the page that it was changed on.
    let kept = undone(asking.here.query.trim_start_matches('?')).collect::<Vec<_>>().join("&");
    let back = if kept.is_empty() { asking.here.path.clone() } else { format!("{}?{kept}", asking.here.path) };
    let ideas: Vec<&Idea> = listed.items.iter().filter_map(|vote| about.get(&vote.idea)).collect();
    let drawn = cards(&site, &asking, &ideas, &campaigns, &back).await?;
    let mut drawn: HashMap<i64, Card> = drawn.into_iter().map(|card| (card.number, card)).collect();
    let cast = |vote: &OwnVote| Cast {
        opposed: vote.choice == Choice::Oppose,
        at: When::day(vote.changed_at),
        card: about.get(&vote.idea).and_then(|idea| drawn.remove(&idea.number)),
    };
    let votes = listed.items.iter().map(cast).collect();
    page(&Votes {
        frame: Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref()),
        tab: "votes",
        votes,
        later: request.from.is_some(),
        pager: Pager::of(&listed, "/me/votes", "", |vote| &vote.cursor),
    })
}
