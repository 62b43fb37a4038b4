//! Where an import puts what it read: the services of a site, or nowhere.

use async_trait::async_trait;
use folkmoot_comments::PastComment;
use folkmoot_common::StorageError;
use folkmoot_ideas::{Campaign, NewCampaign, PastIdea};
use folkmoot_moderation::PastRefusal;
use folkmoot_people::PastPerson;
use folkmoot_replies::PastReply;
use folkmoot_votes::PastVote;

use crate::Site;

/// What an import needs of a site. Each `take` is one transaction, passes over what is there already, and says how many
/// it took.
#[async_trait]
pub trait Shelf: Send + Sync {
    /// Makes a campaign; the one that is there already when the slug is taken.
    async fn campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError>;
    /// Takes people who have never signed in.
    async fn people(&self, people: &[PastPerson]) -> Result<usize, StorageError>;
    /// Takes ideas, in this order.
    async fn ideas(&self, ideas: &[PastIdea]) -> Result<usize, StorageError>;
    /// Takes votes, in order of time.
    async fn votes(&self, votes: &[PastVote]) -> Result<usize, StorageError>;
    /// Takes comments, each after what it replies to.
    async fn comments(&self, comments: &[PastComment]) -> Result<usize, StorageError>;
    /// Takes answers to ideas that are there.
    async fn replies(&self, replies: &[PastReply]) -> Result<usize, StorageError>;
    /// Takes why ideas that are there were refused.
    async fn refusals(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError>;
}

#[async_trait]
impl Shelf for Site {
    async fn campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        self.ideas.make_campaign(campaign).await
    }
    async fn people(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        self.people.take(people).await
    }
    async fn ideas(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        self.ideas.take(ideas).await
    }
    async fn votes(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        self.votes.take(votes).await
    }
    async fn comments(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        self.comments.take(comments).await
    }
    async fn replies(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        self.replies.take(replies).await
    }
    async fn refusals(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        self.moderation.take(refusals).await
    }
}

/// A dry run: everything is read and checked, and nothing is written. It can't know what is there already, so it takes
/// everything.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

#[async_trait]
impl Shelf for Nowhere {
    async fn campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        Ok(Campaign {
            id: campaign.id,
            slug: campaign.slug.as_str().to_owned(),
            question: campaign.question,
            brief: campaign.brief,
            language: campaign.language,
            opens_at: campaign.opens_at,
            closes_at: campaign.closes_at,
            voting_rule: campaign.voting_rule,
            publishing_mode: campaign.publishing_mode,
            archived_at: None,
            version: 1,
        })
    }
    async fn people(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        Ok(people.len())
    }
    async fn ideas(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        Ok(ideas.len())
    }
    async fn votes(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        Ok(votes.len())
    }
    async fn comments(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        Ok(comments.len())
    }
    async fn replies(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        Ok(replies.len())
    }
    async fn refusals(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        Ok(refusals.len())
    }
}
