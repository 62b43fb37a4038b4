//! Everything the board keeps about one, in one file that other software reads. Of other people nothing: an idea that
//! one voted on or talked about is named by its number alone, and not even that while it can't be read.
//!
//! What is secret stays so: sessions and tokens are listed without what opens them.

mod file;

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use folkmoot_comments::Comment;
use folkmoot_common::{Cursor, Page, PageRequest, Timestamp};
use folkmoot_ideas::{Idea, LabelKind};
use folkmoot_people::{DraftOwner, Known};
use folkmoot_replies::ReplyError;
use serde_json::Value;

use super::finish::{of_comment, of_idea};
use super::link;
use super::me::{own_ideas, readable};
use super::sign_in::first;
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;
use file::{
    Account, Earlier, Export, OwnComment, OwnDraft, OwnFollow, OwnIdea, OwnSession, OwnToken, OwnVote, OwnWatch,
};

/// `GET /me/export`
pub(crate) async fn download(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/account"));
    }
    let known = asking.in_person()?;
    let export = Export {
        site: site.config.site.public_url.origin().to_owned(),
        exported_at: exact(site.sources.now()),
        account: account(&site, &asking).await?,
        ideas: ideas(&site, &asking, known).await?,
        comments: comments(&site, &asking).await?,
        votes: votes(&site, &asking).await?,
        follows: follows(&site, &asking).await?,
        watches: watches(&site, &asking).await?,
        drafts: drafts(&site, known).await?,
        sessions: sessions(&site, &asking, known).await?,
        access_tokens: tokens(&site, &asking).await?,
    };
    let headers = [
        (header::CONTENT_DISPOSITION, "attachment; filename=\"folkmoot-my-data.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, Json(export)).into_response())
}

fn exact(at: Timestamp) -> String {
    When::minute(at).exact()
}

async fn account(site: &Site, asking: &Asking) -> Result<Account, PageError> {
    let person = site.people.person(&asking.viewer).await?.ok_or(PageError::SignInFirst)?;
    Ok(Account {
        id: folkmoot_common::Id::uuid(person.id).to_string(),
        email: person.email.map(|email| email.as_str().to_owned()),
        name: person.name.map(|name| name.as_str().to_owned()),
        roles: person.roles.iter().map(folkmoot_common::Role::as_str).collect(),
        language: person.language.map(|language| language.as_str().to_owned()),
        notices: site.telling.pace(&asking.viewer).await?.unwrap_or_default().as_str(),
        created_at: exact(person.created_at),
    })
}

async fn ideas(site: &Site, asking: &Asking, known: &Known) -> Result<Vec<OwnIdea>, PageError> {
    let query = own_ideas(known);
    let mut own = Vec::new();
    let mut next = Some(start());
    while let Some(request) = next {
        let page = site.ideas.list(&asking.viewer, &query, &request).await?;
        next = after(&page, |listed| &listed.cursor);
        for listed in page.items {
            own.push(idea(site, asking, listed.idea).await?);
        }
    }
    Ok(own)
}

async fn idea(site: &Site, asking: &Asking, idea: Idea) -> Result<OwnIdea, PageError> {
    let mut earlier = Vec::new();
    if idea.revision > 1 {
        let history = site.ideas.history(&asking.viewer, idea.id).await.map_err(of_idea)?;
        earlier.extend(history.into_iter().skip(1).map(|past| Earlier {
            title: Some(past.title.as_str().to_owned()),
            stance: None,
            body: past.body.as_str().to_owned(),
            written_at: exact(past.written_at),
        }));
    }
    let labels = site.labels.of(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
    let place = labels.into_iter().find(|one| one.kind == LabelKind::Place).map(|one| one.name);
    Ok(OwnIdea {
        place,
        number: idea.number,
        address: address(site, &link::idea(&idea)),
        title: idea.title.as_str().to_owned(),
        body: idea.body.as_str().to_owned(),
        status: idea.status.as_str(),
        hidden: idea.hidden,
        withdrawn_because: idea.withdrawn_because,
        created_at: exact(idea.created_at),
        edited_at: idea.edited_at.map(exact),
        earlier,
    })
}

async fn comments(site: &Site, asking: &Asking) -> Result<Vec<OwnComment>, PageError> {
    let mut own = Vec::new();
    let mut next = Some(start());
    while let Some(request) = next {
        let page = site.comments.mine(&asking.viewer, &request).await?;
        next = after(&page, |listed| &listed.cursor);
        let about = readable(site, asking, page.items.iter().map(|listed| listed.comment.idea)).await?;
        for listed in page.items {
            let number = about.get(&listed.comment.idea).map(|idea| idea.number);
            own.push(comment(site, asking, listed.comment, number).await?);
        }
    }
    Ok(own)
}

/// A comment, under the idea of this number when it can be read.
async fn comment(site: &Site, asking: &Asking, comment: Comment, number: Option<i64>) -> Result<OwnComment, PageError> {
    let words = comment.words.as_ref();
    let mut earlier = Vec::new();
    if number.is_some() && words.is_some_and(|words| words.revision > 1) {
        let history = site.comments.history(&asking.viewer, comment.id).await.map_err(of_comment)?;
        earlier.extend(history.into_iter().skip(1).map(|past| Earlier {
            title: None,
            stance: Some(past.stance.as_str()),
            body: past.body.as_str().to_owned(),
            written_at: exact(past.written_at),
        }));
    }
    Ok(OwnComment {
        idea: number,
        address: number.map(|number| address(site, &link::comment(number, comment.number))),
        state: comment.state.as_str(),
        stance: words.map(|words| words.stance.as_str()),
        body: words.map(|words| words.body.as_str().to_owned()),
        language: words.map(|words| words.language.as_str().to_owned()),
        created_at: exact(comment.created_at),
        edited_at: words.and_then(|words| words.edited_at).map(exact),
        earlier,
    })
}

async fn votes(site: &Site, asking: &Asking) -> Result<Vec<OwnVote>, PageError> {
    let mut own = Vec::new();
    let mut next = Some(start());
    while let Some(request) = next {
        let page = site.votes.history(&asking.viewer, &request).await?;
        next = after(&page, |vote| &vote.cursor);
        let about = readable(site, asking, page.items.iter().map(|vote| vote.idea)).await?;
        own.extend(page.items.into_iter().map(|vote| OwnVote {
            idea: about.get(&vote.idea).map(|idea| idea.number),
            choice: vote.choice.as_str(),
            changed_at: exact(vote.changed_at),
        }));
    }
    Ok(own)
}

/// Read in this many lines at a time.
const CHOICES: u64 = 100;

async fn follows(site: &Site, asking: &Asking) -> Result<Vec<OwnFollow>, PageError> {
    let (mut own, mut last) = (Vec::new(), None);
    loop {
        let some = site.telling.chosen(&asking.viewer, last, CHOICES).await?;
        let Some(end) = some.last() else { return Ok(own) };
        last = Some(end.idea);
        let about = readable(site, asking, some.iter().map(|chosen| chosen.idea)).await?;
        own.extend(some.into_iter().map(|chosen| OwnFollow {
            idea: about.get(&chosen.idea).map(|idea| idea.number),
            follows: chosen.follows,
            changed_at: exact(chosen.at),
        }));
    }
}

/// Nobody but officers and admins watches.
async fn watches(site: &Site, asking: &Asking) -> Result<Vec<OwnWatch>, PageError> {
    let watched = match site.replies.watched(&asking.viewer).await {
        Err(ReplyError::Forbidden) => Vec::new(),
        watched => watched?,
    };
    Ok(watched.into_iter().map(|one| OwnWatch { idea: one.number, since: exact(one.since) }).collect())
}

async fn drafts(site: &Site, known: &Known) -> Result<Vec<OwnDraft>, PageError> {
    let drafts = site.people.drafts_of(DraftOwner::Person(known.person_id)).await?;
    let draft = |draft: folkmoot_people::Draft| OwnDraft {
        content: serde_json::from_str(&draft.content).unwrap_or(Value::String(draft.content)),
        created_at: exact(draft.created_at),
        expires_at: exact(draft.expires_at),
    };
    Ok(drafts.into_iter().map(draft).collect())
}

async fn sessions(site: &Site, asking: &Asking, known: &Known) -> Result<Vec<OwnSession>, PageError> {
    let sessions = site.people.sessions(&asking.viewer, known.session_id).await?;
    let session = |session: folkmoot_people::SessionInfo| OwnSession {
        browser: session.browser_name,
        created_at: exact(session.created_at),
        seen_at: exact(session.seen_at),
        is_this: session.is_this,
    };
    Ok(sessions.into_iter().map(session).collect())
}

async fn tokens(site: &Site, asking: &Asking) -> Result<Vec<OwnToken>, PageError> {
    let tokens = site.people.tokens(&asking.viewer).await?;
    let token = |token: folkmoot_people::TokenInfo| OwnToken {
        name: token.name.as_str().to_owned(),
        created_at: exact(token.created_at),
    };
    Ok(tokens.into_iter().map(token).collect())
}

fn address(site: &Site, path: &str) -> String {
    format!("{}{path}", site.config.site.public_url.origin())
}

/// The first page of a list, as large as pages get.
fn start() -> PageRequest {
    PageRequest::first(PageRequest::MOST)
}

/// The page after this one, if there is any.
fn after<T>(page: &Page<T>, cursor: impl Fn(&T) -> &Cursor) -> Option<PageRequest> {
    let last = page.items.last().filter(|_| page.has_next)?;
    Some(start().after(Some(cursor(last).clone())))
}
