//! Decide Madrid's data: every proposal becomes an idea, every comment a comment in its thread.
//!
//! - `proposals.csv` needs `id`, `title`, `userId`, `date`, `summary`, `text`, `numSupports`. An idea's body is the summary
//!   and the text. All proposals were public, archived ones too.
//! - `comments.csv` needs `id`, `parentId` (-1 for none), `proposalId`, `userId`, `date`, `time`, `text`, `numVotes`. It is read
//!   twice: once for the shape of the threads, once for the words.
//! - a reply whose parent isn't there stands at the top of the thread, and so does one to an empty comment, because
//!   empty comments aren't taken; both are in the report. Times are Madrid's own and taken as UTC.
//! - numbers of supporters and of votes on comments aren't imported: nobody knows whose they were.

mod comments;
mod proposals;
#[cfg(test)]
mod tests;
mod threads;

use folkmoot_comments::{CommentText, PastComment};
use folkmoot_common::{CommentId, Id as _, IdeaId, Timestamp};
use folkmoot_ideas::{IdeaStatus, PastIdea, PublishingMode, Title, VotingRule};

use self::comments::Remark;
use self::proposals::Proposal;
use self::threads::Threads;
use super::campaign::{About, campaign};
use super::crowd::Crowd;
use super::plan::{Span, Times};
use super::report::thousands;
use super::run::Desk;
use super::sorted::Sorted;
use super::{Fate, ImportError, words};

/// How many rows make one transaction.
const IDEAS: usize = 250;
const COMMENTS: usize = 500;

/// What stays the same through one import.
struct Board {
    source: String,
    times: Times,
    proposals: proposals::Born,
    threads: Threads,
}

/// Reads everything, then writes: people and ideas first, then threads, each comment after what it replies to.
pub(super) async fn import(desk: &mut Desk<'_>) -> Result<(), ImportError> {
    let mut span = Span::default();
    let (born, ideas) = proposals::read(desk, &mut span)?;
    let bones = comments::bones(desk, &born, &mut span)?;
    let threads = Threads::build(bones, &mut desk.report.notes);
    let remarks = comments::read(desk, &threads)?;

    let times = Times::new(desk.plan, span);
    let source = format!("madrid:{}", desk.plan.campaign.as_str());
    let board = Board { source, times, proposals: born, threads };
    let mut crowd = Crowd::new(&board.source, "Citizen");
    take_ideas(desk, &board, &mut crowd, ideas.sorted).await?;
    take_comments(desk, &board, &mut crowd, remarks.sorted).await?;

    desk.report.people = crowd.count();
    if ideas.supports + remarks.votes > 0 {
        desk.report.remarks.push(format!(
            "{} supports of proposals and {} votes on comments are numbers only: nobody knows whose they were, so they were \
             not imported.",
            thousands(ideas.supports),
            thousands(remarks.votes)
        ));
    }
    Ok(())
}

async fn take_ideas(
    desk: &mut Desk<'_>,
    board: &Board,
    crowd: &mut Crowd,
    mut proposals: Sorted<Proposal>,
) -> Result<(), ImportError> {
    let about = About {
        question: "Decide Madrid".to_owned(),
        brief: "Propuestas de la ciudadanía de Madrid, y lo que otras personas dijeron de ellas en decide.madrid.es."
            .to_owned(),
        language: desk.plan.language.clone(),
        voting_rule: VotingRule::SupportOnly,
        publishing_mode: PublishingMode::StraightAway,
    };
    let campaign = campaign(desk.shelf, desk.plan, &board.times, &about).await?;
    desk.begin("Taking ideas", proposals.len());
    loop {
        let batch = proposals.batch(IDEAS).map_err(ImportError::Sorting)?;
        if batch.is_empty() {
            return Ok(());
        }
        let mut ideas = Vec::with_capacity(batch.len());
        for proposal in batch {
            let at = board.times.at(proposal.at);
            let fitted = words::idea(&proposal.title, &body(&proposal), &format!("Proposal {}", proposal.number));
            if !fitted.mended.is_empty() {
                desk.report.notes.add(proposals::FILE, proposal.line, Fate::Mended, fitted.mended.join(" "));
            }
            ideas.push(PastIdea {
                id: board.idea(proposal.number, at),
                campaign,
                author: crowd.person(proposal.author, at),
                title: fitted.title,
                body: fitted.body,
                language: desk.plan.language.clone(),
                status: IdeaStatus::Published,
                created_at: at,
            });
        }
        crowd.settle(desk.shelf).await?;
        desk.report.ideas.add(ideas.len(), desk.shelf.ideas(&ideas).await?);
        desk.bar.inc(ideas.len() as u64);
    }
}

async fn take_comments(
    desk: &mut Desk<'_>,
    board: &Board,
    crowd: &mut Crowd,
    mut remarks: Sorted<Remark>,
) -> Result<(), ImportError> {
    desk.begin("Taking comments", remarks.len());
    loop {
        let batch = remarks.batch(COMMENTS).map_err(ImportError::Sorting)?;
        if batch.is_empty() {
            return Ok(());
        }
        let mut taken = Vec::with_capacity(batch.len());
        for remark in batch {
            let (body, mended) = words::body(&remark.text, CommentText::MOST);
            if let Some(why) = mended {
                desk.report.notes.add(comments::FILE, remark.line, Fate::Mended, why);
            }
            let Some(place) = board.place(remark.number) else { continue };
            taken.push(PastComment {
                id: place.id,
                idea: place.idea,
                parent: place.parent,
                author: crowd.person(remark.author, place.at),
                body,
                language: desk.plan.language.clone(),
                created_at: place.at,
            });
        }
        crowd.settle(desk.shelf).await?;
        desk.report.comments.add(taken.len(), desk.shelf.comments(&taken).await?);
        desk.bar.inc(taken.len() as u64);
    }
}

/// Where a comment goes.
struct Place {
    id: CommentId,
    idea: IdeaId,
    parent: Option<CommentId>,
    at: Timestamp,
}

impl Board {
    fn idea(&self, proposal: u64, at: Timestamp) -> IdeaId {
        IdeaId::imported(at, &self.source, &proposal.to_string())
    }

    fn comment(&self, number: u64, at: Timestamp) -> CommentId {
        CommentId::imported(at, &self.source, &number.to_string())
    }

    fn place(&self, number: u64) -> Option<Place> {
        let bone = self.threads.get(number)?;
        let at = self.times.at(bone.at);
        let born = self.times.at(*self.proposals.get(&bone.proposal)?);
        let parent = bone.parent.and_then(|parent| {
            let at = self.times.at(self.threads.get(parent)?.at);
            Some(self.comment(parent, at))
        });
        Some(Place { id: self.comment(number, at), idea: self.idea(bone.proposal, born), parent, at })
    }
}

/// The summary and the text; a title too long for its line comes first, whole.
fn body(proposal: &Proposal) -> String {
    let title = if Title::parse(&proposal.title).is_ok() { "" } else { proposal.title.trim() };
    let parts = [title, proposal.summary.trim(), proposal.text.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}
