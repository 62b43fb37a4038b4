//! Doing what waited for a sign-in: post the idea, post the comment, count the vote. What can't be done any more stays a
//! draft, and its author is told why with their words before them. A vote counts from the request that finishes it: before
//! that its choice was only kept.

use std::time::Instant;

use folkmoot_comments::{CommentError, CommentState, CommentText};
use folkmoot_common::{CommentId, DraftId, Id as _, IdeaId, Language, StorageError, Viewer};
use folkmoot_ideas::{IdeaError, IdeaText, Posting, Slug, Submission};
use folkmoot_people::{DraftOwner, Person};
use folkmoot_votes::{CastError, Choice, Outcome, Votes};

use super::compose::place_of;
use super::form::{back_to, with_done};
use super::link;
use super::waiting::{Waiting, address, in_address};
use crate::error::PageError;
use crate::site::Site;

/// What came of finishing.
pub(crate) enum Finished {
    /// Done; the page to see it on.
    Done(String),
    /// Not done, and the word for why: `closed`, `gone`, `deep`, `wrong`.
    Not(&'static str),
}

/// Where somebody goes who has just signed in, whatever happens on the way: signing in worked, and is not thrown away
/// because what waited can't be finished at this moment. It waits on, and its page says why.
pub(crate) async fn arrive_at(site: &Site, person: &Person, return_to: &str, arrived: Instant) -> String {
    match onwards(site, person, return_to, arrived).await {
        Ok(to) => to,
        Err(why) => {
            tracing::warn!(?why, "what waited for a sign-in could not be finished");
            in_address(return_to).map_or_else(|| "/me".to_owned(), |id| format!("{}?why=busy", address(id)))
        }
    }
}

/// Where somebody goes who has just signed in. When they were on their way to a draft, it is finished first.
async fn onwards(site: &Site, person: &Person, return_to: &str, arrived: Instant) -> Result<String, PageError> {
    let viewer = Viewer::Person { id: person.id, roles: person.roles };
    let Some(id) = in_address(return_to) else { return Ok(return_to.to_owned()) };
    let owner = DraftOwner::Person(person.id);
    let Some(draft) = site.people.find_draft(owner, id).await? else { return Ok("/me".to_owned()) };
    let Some(waiting) = Waiting::of(&draft) else { return Ok("/me".to_owned()) };
    finish(site, &viewer, id, &waiting, arrived).await
}

/// Finishes a draft of the viewer's own and drops it. Gives the page to go to, whatever came of it.
pub(crate) async fn finish(
    site: &Site,
    viewer: &Viewer,
    id: DraftId,
    waiting: &Waiting,
    arrived: Instant,
) -> Result<String, PageError> {
    match act(site, viewer, id, waiting, arrived).await? {
        Finished::Done(to) => {
            if let Some(owner) = DraftOwner::of(viewer, None) {
                site.people.drop_draft(owner, id).await?;
            }
            Ok(to)
        }
        Finished::Not(why) => Ok(match waiting {
            Waiting::Idea { .. } => format!("/ideas/new?draft={}&why={why}", id.uuid().simple()),
            _ => format!("{}?why={why}", address(id)),
        }),
    }
}

async fn act(
    site: &Site,
    viewer: &Viewer,
    draft: DraftId,
    waiting: &Waiting,
    arrived: Instant,
) -> Result<Finished, PageError> {
    match waiting {
        Waiting::Idea { campaign, title, body, place, language } => {
            let Ok(text) = IdeaText::parse(title, body, language) else { return Ok(Finished::Not("wrong")) };
            // A place that was put away meanwhile is the author's to choose again.
            let Ok(place) = place_of(site, place).await? else { return Ok(Finished::Not("wrong")) };
            post_idea(site, viewer, draft, campaign, Posting { text, place }).await
        }
        Waiting::Comment { idea, parent, stance, body, language } => {
            let text = CommentText::parse(body, Some(stance)).ok().zip(Language::parse(language).ok());
            let Some((text, language)) = text else { return Ok(Finished::Not("wrong")) };
            post_comment(site, viewer, *idea, *parent, text.in_language(language), Some(draft)).await
        }
        Waiting::Vote { idea, choice, back } => {
            let votes = site.votes.arrived_at(arrived);
            cast(site, &votes, viewer, *idea, Choice::parse(choice), back).await
        }
    }
}

async fn post_idea(
    site: &Site,
    viewer: &Viewer,
    draft: DraftId,
    campaign: &str,
    posting: Posting,
) -> Result<Finished, PageError> {
    let Ok(campaign) = Slug::parse(campaign) else { return Ok(Finished::Not("wrong")) };
    Ok(match site.ideas.submit_once(viewer, &campaign, posting, IdeaId::from_uuid(draft.uuid())).await {
        Ok(Submission::Published(idea)) => Finished::Done(with_done(&link::idea(&idea), "posted")),
        Ok(Submission::Waiting(idea, _by)) => Finished::Done(with_done(&link::idea(&idea), "waiting")),
        Ok(Submission::CampaignClosed) => Finished::Not("closed"),
        Err(IdeaError::NotFound) => Finished::Not("gone"),
        Err(why) => return Err(of_idea(why)),
    })
}

/// Posts a comment; also what the forms use.
pub(crate) async fn post_comment(
    site: &Site,
    viewer: &Viewer,
    idea: i64,
    parent: Option<i32>,
    text: CommentText,
    draft: Option<DraftId>,
) -> Result<Finished, PageError> {
    let Some(found) = site.ideas.find_number(viewer, idea).await? else { return Ok(Finished::Not("gone")) };
    let parent = match parent {
        None => None,
        Some(number) => match site.comments.find_number(viewer, found.id, number).await? {
            Some(comment) => Some(comment.id),
            None => return Ok(Finished::Not("gone")),
        },
    };
    let posted = match draft {
        Some(draft) => {
            site.comments.post_once(viewer, found.id, parent, text, CommentId::from_uuid(draft.uuid())).await
        }
        None => site.comments.post(viewer, found.id, parent, text).await,
    };
    Ok(match posted {
        Ok(comment) => {
            let word = if comment.state == CommentState::Held { "comment-waiting" } else { "commented" };
            Finished::Done(with_done(&link::comment(idea, comment.number), word))
        }
        Err(CommentError::Closed) => Finished::Not("closed"),
        Err(CommentError::NotFound) => Finished::Not("gone"),
        Err(CommentError::TooDeep) => Finished::Not("deep"),
        Err(why) => return Err(of_comment(why)),
    })
}

/// Counts a vote and goes back to where its button was pressed.
async fn cast(
    site: &Site,
    votes: &Votes,
    viewer: &Viewer,
    idea: i64,
    choice: Option<Choice>,
    back: &str,
) -> Result<Finished, PageError> {
    let Some(choice) = choice else { return Ok(Finished::Not("wrong")) };
    let Some(found) = site.ideas.find_number(viewer, idea).await? else { return Ok(Finished::Not("gone")) };
    Ok(match votes.cast(viewer, found.id, choice).await {
        Ok(receipt) => {
            let back = if back.is_empty() { link::idea(&found) } else { back_to(back) };
            Finished::Done(with_done(&back, done(receipt.outcome)))
        }
        Err(CastError::NoSuchIdea) => Finished::Not("gone"),
        Err(why) => return Err(of_vote(why)),
    })
}

/// The notice for what became of a vote.
pub(crate) const fn done(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Counted | Outcome::AlreadyCounted => "counted",
        Outcome::Retracted | Outcome::NothingToRetract => "retracted",
        Outcome::VotingNotOpen => "not-open",
        Outcome::VotingClosed => "ended",
        Outcome::SupportOnly => "support-only",
    }
}

/// An act on an idea that was refused, where no form is left to say so.
pub(crate) fn of_idea(why: IdeaError) -> PageError {
    match why {
        IdeaError::SignedOut => PageError::SignInFirst,
        IdeaError::NotFound => PageError::NotFound,
        IdeaError::Forbidden | IdeaError::Refused(_) => PageError::Forbidden,
        IdeaError::Invalid(_problems) => PageError::BadRequest("bad-request-form"),
        IdeaError::Suspended(_until) => PageError::Suspended,
        IdeaError::Changed => changed(),
        IdeaError::Storage(why) => why.into(),
    }
}

/// The same for a comment.
pub(crate) fn of_comment(why: CommentError) -> PageError {
    match why {
        CommentError::SignedOut => PageError::SignInFirst,
        CommentError::NotFound => PageError::NotFound,
        CommentError::Forbidden | CommentError::Closed | CommentError::TooDeep | CommentError::Refused(_) => {
            PageError::Forbidden
        }
        CommentError::Suspended(_until) => PageError::Suspended,
        CommentError::Changed => changed(),
        CommentError::Storage(why) => why.into(),
    }
}

/// The same for a vote.
pub(crate) fn of_vote(why: CastError) -> PageError {
    match why {
        CastError::SignedOut => PageError::SignInFirst,
        CastError::NoSuchIdea => PageError::NotFound,
        CastError::Storage(why) => StorageError::into(why),
    }
}

fn changed() -> PageError {
    PageError::BadRequest("bad-request-changed")
}
