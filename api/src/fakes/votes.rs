//! Votes and the megaphone in memory.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{
    CommentId, CommentStream, Cursor, Id as _, IdeaId, Live, Page, PageRequest, PersonId, StorageError, Tally,
    TallyStream,
};
use folkmoot_ideas::Visibility;
use folkmoot_votes::{Ballot, Choice, Difference, Ledger, PastVote, Recorded, Verdict};
use futures::StreamExt as _;

use super::{Memory, WHEN, the};

#[async_trait]
impl Ledger for Memory {
    async fn record(&self, ballot: Ballot) -> Result<Recorded, StorageError> {
        self.asked()?;
        let public = self.ideas.lock().unwrap().iter().any(|idea| idea.id == ballot.idea && idea.is_public());
        if !public {
            return Ok(Recorded { verdict: Verdict::NoSuchIdea, tally: None });
        }
        if ballot.idea == the(2) {
            return Ok(Recorded { verdict: Verdict::Closed, tally: Some(Tally::none(ballot.idea)) });
        }
        let mut votes = self.votes.lock().unwrap();
        let key = (ballot.person, ballot.idea);
        let before = match ballot.choice {
            Some(choice) => votes.insert(key, choice),
            None => votes.remove(&key),
        };
        let verdict = if before == ballot.choice { Verdict::Unchanged } else { Verdict::Changed };
        let support = i64::try_from(votes.values().filter(|choice| **choice == Choice::Support).count()).unwrap();
        Ok(Recorded { verdict, tally: Some(Tally { support, version: 1, ..Tally::none(ballot.idea) }) })
    }
    async fn choices(&self, person: PersonId, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError> {
        self.asked()?;
        let votes = self.votes.lock().unwrap();
        Ok(ideas.iter().filter_map(|idea| Some((*idea, *votes.get(&(person, *idea))?))).collect())
    }
    async fn history(
        &self,
        person: PersonId,
        page: &PageRequest,
    ) -> Result<Page<folkmoot_votes::OwnVote>, StorageError> {
        self.asked()?;
        let votes = self.votes.lock().unwrap();
        let mut own: Vec<_> = votes.iter().filter(|((voter, _), _)| *voter == person).collect();
        own.sort_by_key(|((_, idea), _)| *idea);
        let own = own.into_iter().map(|((_, idea), choice)| folkmoot_votes::OwnVote {
            idea: *idea,
            choice: *choice,
            changed_at: WHEN,
            cursor: Cursor { order: folkmoot_votes::OWN_VOTES.to_owned(), key: 0, id: idea.uuid() },
        });
        Ok(Page::from_rows(own.collect(), page))
    }
    async fn tallies(&self, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
        // As a real store does, so that others run meanwhile.
        tokio::task::yield_now().await;
        Ok(self.seen(Visibility::Public, |idea| ideas.contains(&idea.id))?.into_iter().map(|idea| idea.tally).collect())
    }
    async fn differences(&self, _limit: u64) -> Result<Vec<Difference>, StorageError> {
        Ok(Vec::new())
    }
    async fn take(&self, _votes: &[PastVote]) -> Result<usize, StorageError> {
        Ok(0)
    }
}

/// It tells of one later tally for idea 1 and of idea 3, which nobody may hear of; of comments 1 and 3; and that ideas 3 and 1
/// are answered.
#[async_trait]
impl Live for Memory {
    async fn announce(&self, _tally: Tally) {}
    async fn announce_comment(&self, _idea: IdeaId, _comment: CommentId) {}
    async fn announce_answer(&self, _idea: IdeaId) {}
    fn tallies(&self, _ideas: &[IdeaId]) -> TallyStream {
        let moved = |number: u128, version| Tally { support: 5, version, ..Tally::none(the(number)) };
        futures::stream::iter([moved(3, 9), moved(1, 4), moved(1, 3)]).boxed()
    }
    fn comments(&self, _idea: IdeaId) -> CommentStream {
        futures::stream::iter([the(1), the(3)]).boxed()
    }
    fn answers(&self, _ideas: &[IdeaId]) -> folkmoot_common::AnswerStream {
        futures::stream::iter([the(3), the(1)]).boxed()
    }
}
