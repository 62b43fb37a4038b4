//! Where each loader's things come from: one method of one service each, with the viewer where it matters.

use folkmoot_comments::{Comment, CommentRevision, Comments};
use folkmoot_common::{CampaignId, CommentId, IdeaId, PersonId, Viewer};
use folkmoot_ideas::{Campaign, Idea, Ideas, Label, Labels, Revision};
use folkmoot_people::{People, PublicPerson};
use folkmoot_replies::{Badge, Concern, Progress, Replies, Step, Telling};
use folkmoot_votes::{Choice, Votes};

use super::shelf::Source;
use crate::error::ApiError;

pub(super) struct IdeasById(pub(super) Ideas, pub(super) Viewer);

impl Source for IdeasById {
    type Key = IdeaId;
    type Thing = Idea;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Idea)>, ApiError> {
        let ideas = self.0.find_many(&self.1, keys).await?;
        Ok(ideas.into_iter().map(|idea| (idea.id, idea)).collect())
    }
}

pub(super) struct Campaigns(pub(super) Ideas);

impl Source for Campaigns {
    type Key = CampaignId;
    type Thing = Campaign;

    async fn read(&self, keys: &[CampaignId]) -> Result<Vec<(CampaignId, Campaign)>, ApiError> {
        let campaigns = self.0.campaigns(keys).await?;
        Ok(campaigns.into_iter().map(|campaign| (campaign.id, campaign)).collect())
    }
}

pub(super) struct Names(pub(super) People);

impl Source for Names {
    type Key = PersonId;
    type Thing = PublicPerson;

    async fn read(&self, keys: &[PersonId]) -> Result<Vec<(PersonId, PublicPerson)>, ApiError> {
        Ok(self.0.named(keys).await?.into_iter().collect())
    }
}

pub(super) struct Badges(pub(super) Replies);

impl Source for Badges {
    type Key = PersonId;
    type Thing = Badge;

    async fn read(&self, keys: &[PersonId]) -> Result<Vec<(PersonId, Badge)>, ApiError> {
        Ok(self.0.badges(keys).await?.into_iter().collect())
    }
}

pub(super) struct Sorted(pub(super) Labels);

impl Source for Sorted {
    type Key = IdeaId;
    type Thing = Vec<Label>;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Vec<Label>)>, ApiError> {
        Ok(self.0.of(keys).await?.into_iter().collect())
    }
}

pub(super) struct OwnVotes(pub(super) Votes, pub(super) Viewer);

impl Source for OwnVotes {
    type Key = IdeaId;
    type Thing = Choice;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Choice)>, ApiError> {
        Ok(self.0.own(&self.1, keys).await?.into_iter().collect())
    }
}

pub(super) struct Hearings(pub(super) Telling, pub(super) Viewer);

impl Source for Hearings {
    type Key = IdeaId;
    type Thing = Concern;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Concern)>, ApiError> {
        Ok(self.0.concerns(&self.1, keys).await?)
    }
}

pub(super) struct CommentsById(pub(super) Comments, pub(super) Viewer);

impl Source for CommentsById {
    type Key = CommentId;
    type Thing = Comment;

    async fn read(&self, keys: &[CommentId]) -> Result<Vec<(CommentId, Comment)>, ApiError> {
        let comments = self.0.find_many(&self.1, keys).await?;
        Ok(comments.into_iter().map(|comment| (comment.id, comment)).collect())
    }
}

pub(super) struct IdeaHistories(pub(super) Ideas, pub(super) Viewer);

impl Source for IdeaHistories {
    type Key = IdeaId;
    type Thing = Vec<Revision>;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Vec<Revision>)>, ApiError> {
        Ok(self.0.histories(&self.1, keys).await?.into_iter().collect())
    }
}

pub(super) struct CommentHistories(pub(super) Comments, pub(super) Viewer);

impl Source for CommentHistories {
    type Key = CommentId;
    type Thing = Vec<CommentRevision>;

    async fn read(&self, keys: &[CommentId]) -> Result<Vec<(CommentId, Vec<CommentRevision>)>, ApiError> {
        Ok(self.0.histories(&self.1, keys).await?.into_iter().collect())
    }
}

pub(super) struct Ways(pub(super) Replies);

impl Source for Ways {
    type Key = IdeaId;
    type Thing = Progress;

    async fn read(&self, keys: &[IdeaId]) -> Result<Vec<(IdeaId, Progress)>, ApiError> {
        Ok(self.0.progress(keys).await?.into_iter().collect())
    }
}

pub(super) struct Steps(pub(super) Replies);

impl Source for Steps {
    type Key = CampaignId;
    type Thing = Vec<Step>;

    async fn read(&self, keys: &[CampaignId]) -> Result<Vec<(CampaignId, Vec<Step>)>, ApiError> {
        Ok(self.0.steps(keys).await?.into_iter().collect())
    }
}
