//! One's own page: a calm overview of what waits, of the latest ideas, votes and comments, and of the account; each
//! longer list has a page of its own beside it. Nobody else ever sees any of it.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{IdeaId, PageRequest};
use folkmoot_ideas::{Idea, IdeaFilter, IdeaOrder, IdeaQuery};
use folkmoot_moderation::ActKind;
use folkmoot_people::{DraftOwner, Known};

use super::frame::{Frame, page};
use super::lang::Lang;
use super::me_comments::{self, Remark};
use super::me_decided::Decided;
use super::me_ideas::Mine;
use super::me_votes::{self, Voted};
use super::pager::Place;
use super::sign_in::first;
use super::suspended::Suspended;
use super::waiting::{Waiting, address};
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// How many of each list the overview shows.
const FEW: u16 = 3;

/// What the address of one's own pages says: a place in a list, and what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: Option<String>,
    before: Option<String>,
    pub(crate) done: Option<String>,
}

impl Wanted {
    /// Where a list starts.
    pub(crate) fn place(&self) -> Place<'_> {
        Place { after: self.after.as_deref(), before: self.before.as_deref() }
    }
}

#[derive(Template)]
#[template(path = "me.html")]
struct Me {
    frame: Frame,
    tab: &'static str,
    name: Option<String>,
    email: Option<String>,
    drafts: Vec<Kept>,
    ideas: Vec<Mine>,
    votes: Vec<Voted>,
    comments: Vec<Remark>,
    /// Up to when they may not post, and why.
    suspended: Option<Suspended>,
    decided: Vec<Decided>,
}

/// A draft that waits.
struct Kept {
    path: String,
    what: Waiting,
    kept: When,
    until: When,
}

/// `GET /me`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let Some(known) = &asking.known else { return Ok(first("/me")) };
    let viewer = &asking.viewer;
    let few = PageRequest::first(FEW);
    let person = site.people.person(viewer).await?.ok_or(PageError::SignInFirst)?;
    let drafts = site.people.drafts_of(DraftOwner::Person(known.person_id)).await?;
    let ideas = site.ideas.list(viewer, &own_ideas(known), &few).await?;
    let votes = site.votes.history(viewer, &few).await?;
    let comments = site.comments.mine(viewer, &few).await?;
    let about = votes.items.iter().map(|vote| vote.idea);
    let about = readable(&site, &asking, about.chain(comments.items.iter().map(|listed| listed.comment.idea))).await?;
    let frame = Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref());
    let decided = site.moderation.decided_about(viewer).await?;
    let was_suspended = decided.iter().any(|decision| decision.act == ActKind::Suspend);
    let suspended = if was_suspended { Suspended::find(&site, &asking).await? } else { None };

    page(&Me {
        decided: decided.iter().map(|decision| Decided::of(&site, &asking, &frame, decision)).collect(),
        suspended,
        frame,
        tab: "overview",
        name: person.name.map(|name| name.as_str().to_owned()),
        email: person.email.map(|email| email.as_str().to_owned()),
        drafts: drafts.iter().filter_map(Kept::of).collect(),
        ideas: ideas.items.iter().map(|listed| Mine::of(&asking, &listed.idea)).collect(),
        votes: votes.items.iter().map(|vote| me_votes::brief(&asking, vote, &about)).collect(),
        comments: comments.items.iter().map(|listed| me_comments::remark(&asking, &listed.comment, &about)).collect(),
    })
}

/// An idea that a vote or a comment is about.
pub(crate) struct Topic {
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
}

impl Topic {
    /// The idea, on the page of whoever asks. The link leads to `path`.
    pub(crate) fn of(asking: &Asking, idea: &Idea, path: String) -> Self {
        Self { title: idea.title.as_str().to_owned(), language: Lang::of(asking.here.words, &idea.language), path }
    }
}

/// Everything the person posted, the latest first.
pub(crate) fn own_ideas(known: &Known) -> IdeaQuery {
    let filter = IdeaFilter { author: Some(known.person_id), ..IdeaFilter::default() };
    IdeaQuery { filter, order: IdeaOrder::Newest }
}

/// Those of these ideas that the asker can read now. A vote or a comment on any other says nothing of it.
pub(crate) async fn readable(
    site: &Site,
    asking: &Asking,
    ideas: impl Iterator<Item = IdeaId>,
) -> Result<HashMap<IdeaId, Idea>, PageError> {
    let mut ids: Vec<IdeaId> = ideas.collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = site.ideas.find_many(&asking.viewer, &ids).await?;
    Ok(found.into_iter().map(|idea| (idea.id, idea)).collect())
}

impl Kept {
    /// `None` for what another version of the program wrote.
    fn of(draft: &folkmoot_people::Draft) -> Option<Self> {
        let what = Waiting::of(draft)?;
        let (kept, until) = (When::minute(draft.created_at), When::day(draft.expires_at));
        Some(Self { path: address(draft.id), what, kept, until })
    }
}
