//! What somebody said in public, under the name they chose: ideas and comments that everybody can read anyway, drawn as
//! for nobody in particular. Never a vote, never what is hidden or waits. Whoever said nothing in public has no page.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_comments::BY_AUTHOR;
use folkmoot_common::{PageRequest, PersonId, Viewer};
use folkmoot_ideas::{Idea, IdeaFilter, IdeaOrder, IdeaQuery};
use folkmoot_people::Face;

use super::cards::{Card, Voting, cards};
use super::frame::{Frame, page};
use super::link;
use super::me::readable;
use super::me_comments::{Remark, remark};
use super::pager::{Pager, Place};
use super::waiting::read_id;
use super::when::When;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// Ideas or comments on one page.
const SIZE: u16 = 20;
/// Comments beneath the ideas.
const FEW: u16 = 5;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    /// `comments` for all of them; ideas first otherwise.
    what: String,
    after: Option<String>,
    before: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "profile.html")]
struct Profile {
    frame: Frame,
    name: String,
    since: When,
    path: String,
    cards: Vec<Card>,
    comments: Vec<Remark>,
    /// Whether this is the page of comments alone.
    talk: bool,
    /// Whether there are more comments than stand here.
    more: bool,
    pager: Pager,
}

/// What was found.
#[derive(Default)]
struct Said {
    ideas: Vec<Idea>,
    comments: Vec<folkmoot_comments::ListedComment>,
    more: bool,
    pager: Pager,
}

/// `GET /people/{id}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let id = read_id::<PersonId>(&id).ok_or(PageError::NotFound)?;
    let face = match site.people.face(id).await?.ok_or(PageError::NotFound)? {
        Face::Known(face) => face,
        Face::Former => return Err(PageError::Gone),
    };
    let path = link::person(id);
    let talk = wanted.what == "comments";
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let said = if talk { talked(&site, id, place).await? } else { posted(&site, id, place).await? };
    if said.ideas.is_empty() && said.comments.is_empty() {
        return Err(PageError::NotFound);
    }

    let campaigns = site.ideas.all_campaigns().await?;
    let ideas: Vec<&Idea> = said.ideas.iter().collect();
    let about = readable(&site, &asking, said.comments.iter().map(|listed| listed.comment.idea)).await?;
    // As beside the same comments under their ideas.
    let officer = site.replies.badges(&[id]).await?.remove(&id).map(|badge| badge.department);
    let drawn = |comment| Remark { officer: officer.clone(), ..remark(&asking, comment, &about) };
    page(&Profile {
        frame: Frame::new(&site, &asking, "").with_notice(wanted.done.as_deref()),
        name: asking.here.words.called(&face.person.called),
        since: When::month(face.since),
        cards: cards(&site, &asking, &ideas, &campaigns, &path).await?,
        path,
        comments: said.comments.iter().map(|listed| drawn(&listed.comment)).collect(),
        talk,
        more: said.more,
        pager: said.pager,
    })
}

/// A page of ideas, and below the first one the latest comments.
async fn posted(site: &Site, id: PersonId, place: Place<'_>) -> Result<Said, PageError> {
    let query =
        IdeaQuery { filter: IdeaFilter { author: Some(id), ..IdeaFilter::default() }, order: IdeaOrder::Newest };
    let request = place.request(SIZE, query.order.slug());
    // As nobody sees it, whoever asks: a moderator reads hidden things where they stand, not in a list of a person.
    let listed = site.ideas.list(&Viewer::Nobody, &query, &request).await?;
    let pager = Pager::of(&listed, &link::person(id), "", |listed| &listed.cursor);
    let mut said = Said { pager, ..Said::default() };
    if request.from.is_none() {
        let comments = site.comments.public_by(id, &PageRequest::first(FEW)).await?;
        said.more = comments.has_next;
        said.comments = comments.items;
    }
    said.ideas = listed.items.into_iter().map(|listed| listed.idea).collect();
    Ok(said)
}

/// A page of comments alone.
async fn talked(site: &Site, id: PersonId, place: Place<'_>) -> Result<Said, PageError> {
    let listed = site.comments.public_by(id, &place.request(SIZE, BY_AUTHOR)).await?;
    let pager = Pager::of(&listed, &format!("{}?what=comments", link::person(id)), "", |listed| &listed.cursor);
    Ok(Said { comments: listed.items, pager, ..Said::default() })
}
