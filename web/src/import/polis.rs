//! A Polis export: every comment becomes an idea, every vote a vote.
//!
//! - `comments.csv` needs `timestamp`, `comment-id`, `author-id`, `moderated`, `comment-body`. Moderated 1 is published,
//!   0 waits, -1 is rejected. The counts in it are passed over: they count a person who voted twice, twice.
//! - `votes.csv` needs `timestamp`, `comment-id`, `voter-id`, `vote`: 1 supports, -1 opposes, 0 is a pass and takes back
//!   what that person chose before. Votes on comments that aren't published are votes too.
//! - without a `votes.csv`, the last choices in `participants-votes.csv` serve.
//! - `summary.csv` gives a new campaign its question and brief; it may be missing.
//! - no file says which language people wrote in: whoever imports does.

mod comments;
mod matrix;
mod summary;
#[cfg(test)]
mod tests;
mod votes;

use std::collections::HashMap;

use folkmoot_common::{Id as _, IdeaId, Timestamp};
use folkmoot_ideas::{IdeaStatus, PastIdea};
use folkmoot_votes::{Choice, PastVote};

use self::comments::Statement;
use self::votes::Ballot;
use super::campaign::campaign;
use super::crowd::Crowd;
use super::plan::{Span, Times};
use super::run::Desk;
use super::sorted::Sorted;
use super::{Fate, ImportError, words};

/// How many rows make one transaction.
const IDEAS: usize = 250;
const VOTES: usize = 2_000;

/// The time of every comment that is taken, by its number: what an idea's id is made of, and the way from a vote to its
/// idea.
type Born = HashMap<u64, i64>;

/// What stays the same through one import.
struct Conversation {
    source: String,
    times: Times,
    born: Born,
}

/// Reads everything, then writes: people and ideas first, then votes in order of time.
pub(super) async fn import(desk: &mut Desk<'_>) -> Result<(), ImportError> {
    let mut span = Span::default();
    let (born, statements) = comments::read(desk, &mut span)?;
    let ballots = match votes::read(desk, &born, &mut span)? {
        Some(ballots) => ballots,
        None => matrix::read(desk, &born, span.last())?,
    };
    let times = Times::new(desk.plan, span);
    let slug = desk.plan.campaign.as_str();
    let conversation = Conversation { source: format!("polis:{slug}"), times, born };
    let mut crowd = Crowd::new(&conversation.source, "Participant");

    let about = summary::read(desk)?;
    take_ideas(desk, &conversation, &mut crowd, statements, &about).await?;
    take_votes(desk, &conversation, &mut crowd, ballots).await?;
    desk.report.people = crowd.count();
    Ok(())
}

async fn take_ideas(
    desk: &mut Desk<'_>,
    conversation: &Conversation,
    crowd: &mut Crowd,
    mut statements: Sorted<Statement>,
    about: &super::campaign::About,
) -> Result<(), ImportError> {
    let campaign = campaign(desk.shelf, desk.plan, &conversation.times, about).await?;
    desk.begin("Taking ideas", statements.len());
    loop {
        let batch = statements.batch(IDEAS).map_err(ImportError::Sorting)?;
        if batch.is_empty() {
            return Ok(());
        }
        let mut ideas = Vec::with_capacity(batch.len());
        for statement in batch {
            let at = conversation.times.at(statement.at);
            let fitted = words::idea(&statement.body, &statement.body, &format!("Comment {}", statement.number));
            if !fitted.mended.is_empty() {
                desk.report.notes.add("comments.csv", statement.line, Fate::Mended, fitted.mended.join(" "));
            }
            ideas.push(PastIdea {
                id: conversation.name(statement.number, at),
                campaign,
                author: crowd.person(statement.author, at),
                title: fitted.title,
                body: fitted.body,
                language: desk.plan.language.clone(),
                status: match status(statement.moderated) {
                    IdeaStatus::Rejected if desk.plan.replay.is_some_and(|replay| replay.undecided) => {
                        IdeaStatus::Submitted
                    }
                    status => status,
                },
                created_at: at,
            });
        }
        crowd.settle(desk.shelf).await?;
        desk.report.ideas.add(ideas.len(), desk.shelf.ideas(&ideas).await?);
        desk.bar.inc(ideas.len() as u64);
    }
}

async fn take_votes(
    desk: &mut Desk<'_>,
    conversation: &Conversation,
    crowd: &mut Crowd,
    mut ballots: Sorted<Ballot>,
) -> Result<(), ImportError> {
    desk.begin("Taking votes", ballots.len());
    let mut ties = votes::Ties::default();
    loop {
        let batch = ballots.batch(VOTES).map_err(ImportError::Sorting)?;
        if batch.is_empty() {
            return Ok(());
        }
        let rows = batch.len();
        let mut votes = Vec::with_capacity(rows);
        for ballot in batch {
            let Some(micros) = ties.place(&ballot) else {
                let why =
                    "This person has a thousand votes on this comment in one millisecond; which counts can’t be told.";
                desk.report.notes.add(ballot.file(), ballot.line, Fate::NotTaken, why);
                continue;
            };
            let Some(idea) = conversation.idea(ballot.comment) else { continue };
            let at = conversation.times.at(ballot.at).plus(micros);
            votes.push(PastVote { idea, person: crowd.person(ballot.voter, at), choice: ballot.choice(), at });
        }
        crowd.settle(desk.shelf).await?;
        desk.report.votes.add(votes.len(), desk.shelf.votes(&votes).await?);
        desk.bar.inc(rows as u64);
    }
}

impl Conversation {
    fn idea(&self, comment: u64) -> Option<IdeaId> {
        Some(self.name(comment, self.times.at(*self.born.get(&comment)?)))
    }

    fn name(&self, comment: u64, at: Timestamp) -> IdeaId {
        IdeaId::imported(at, &self.source, &comment.to_string())
    }
}

/// What an export's moderation means here.
const fn status(moderated: i8) -> IdeaStatus {
    match moderated {
        1 => IdeaStatus::Published,
        -1 => IdeaStatus::Rejected,
        _ => IdeaStatus::Submitted,
    }
}

/// What an export's number means as a ballot.
const fn choice(vote: i8) -> Option<Choice> {
    match vote {
        1 => Some(Choice::Support),
        -1 => Some(Choice::Oppose),
        _ => None,
    }
}
