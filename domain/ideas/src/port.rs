//! What the rules of ideas need from a store. Each method is one transaction.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{
    CampaignId, Farewell, IdeaId, LabelId, Look, Page, PageRequest, PersonId, StorageError, Timestamp,
};

use crate::{
    Campaign, CampaignChanged, ChangeCampaign, Idea, IdeaQuery, IdeaStatus, IdeaText, Listed, NewCampaign, PastIdea,
    Revision, Visibility,
};

/// An idea that is to be posted.
#[derive(Debug, Clone)]
pub struct NewIdea {
    /// Its id.
    pub id: IdeaId,
    /// Where to.
    pub campaign: CampaignId,
    /// Whose.
    pub author: PersonId,
    /// What it says.
    pub text: IdeaText,
    /// Where it is about.
    pub place: Option<LabelId>,
    /// Where it begins.
    pub status: IdeaStatus,
    /// What was found when it was looked at.
    pub look: Look,
    /// When.
    pub at: Timestamp,
}

/// An edit that is to be made.
#[derive(Debug, Clone)]
pub struct EditIdea {
    /// Of which idea.
    pub id: IdeaId,
    /// The revision that its author saw; any other means that it changed meanwhile.
    pub seen: i32,
    /// Where it stood when the edit was allowed; anywhere else means that it moved meanwhile.
    pub status: IdeaStatus,
    /// What it shall say.
    pub text: IdeaText,
    /// What was found when it was looked at.
    pub look: Look,
    /// Whether it waits for a moderator's yes, while the idea says what it said.
    pub waits: bool,
    /// When.
    pub at: Timestamp,
}

/// Why an idea moves, and who else is told of it.
#[derive(Debug, Clone, Copy)]
pub struct Because<'a> {
    /// Its author's reason to withdraw it.
    pub reason: Option<&'a str>,
    /// For those who reported it, should it be withdrawn before anybody has looked.
    pub farewells: &'a [Farewell],
    /// For those who support or follow it, should it be withdrawn after it was public.
    pub taken_back: &'a [Farewell],
    /// When.
    pub at: Timestamp,
}

/// The shelf of ideas and campaigns.
#[async_trait]
pub trait IdeaStore: Send + Sync {
    /// Posts an idea with an empty tally and gives it its number. `None` when its campaign isn't open by the
    /// database's clock. What waits, and what is suspicious, goes into the moderators' queue with it. An idea of this id and author that is there already is the answer, and nothing is posted: it
    /// came twice from one draft. MUST read what it returns before the commit, so that nothing can fail after it.
    async fn insert(&self, idea: NewIdea) -> Result<Option<Idea>, StorageError>;

    /// Makes the edit and keeps what stood before, noting whether the public has seen it; or keeps the edit until a
    /// moderator has looked. One of something rejected sends it in again. An edit that is made takes the place of one that
    /// waits. `false` when the revision or the status is no longer what the author saw.
    async fn edit(&self, edit: EditIdea) -> Result<bool, StorageError>;

    /// Forgets the edit that waits, if one does, and closes its place in the queue.
    async fn take_back_edit(&self, id: IdeaId) -> Result<(), StorageError>;

    /// Moves an idea from one status to another, and its listing with it. Whoever reported what its author takes back is told
    /// so, in the same transaction. `false` when it no longer stands at `from`.
    async fn shift(
        &self,
        id: IdeaId,
        from: IdeaStatus,
        to: IdeaStatus,
        because: Because<'_>,
    ) -> Result<bool, StorageError>;

    /// One idea, if it may be seen.
    async fn find(&self, sight: Visibility, id: IdeaId) -> Result<Option<Idea>, StorageError>;

    /// One idea by its public number, if it may be seen.
    async fn find_number(&self, sight: Visibility, number: i64) -> Result<Option<Idea>, StorageError>;

    /// Those of these ideas that may be seen.
    async fn find_many(&self, sight: Visibility, ids: &[IdeaId]) -> Result<Vec<Idea>, StorageError>;

    /// From which merged ideas how many of an idea's supporters came: their numbers, and how many each.
    async fn carried(&self, id: IdeaId) -> Result<Vec<(i64, i64)>, StorageError>;

    /// Whether an idea of this number was public once and was withdrawn by its author.
    async fn was_withdrawn(&self, number: i64) -> Result<bool, StorageError>;

    /// The ids of public ideas with these numbers.
    async fn public_ids(&self, numbers: &[i64]) -> Result<HashMap<i64, IdeaId>, StorageError>;

    /// A page of a list.
    async fn list(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError>;

    /// The first page of a list, and how long the list is: what both must know is found out once. One that ends on this page
    /// MUST be counted whole, any other up to `most`.
    async fn beginning(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        size: u16,
        most: u64,
    ) -> Result<(Page<Listed>, u64), StorageError>;

    /// How long the list is, counted up to `most`.
    async fn count(&self, sight: Visibility, query: &IdeaQuery, most: u64) -> Result<u64, StorageError>;

    /// How many public ideas each of these campaigns has, each counted up to `most`.
    async fn sizes(&self, campaigns: &[CampaignId], most: u64) -> Result<HashMap<CampaignId, u64>, StorageError>;

    /// Ideas that may be seen, with any of these words in their title, best match first, at most `most`. Words come from
    /// [`folkmoot_text::words`]; without one there is no idea.
    async fn similar(
        &self,
        sight: Visibility,
        campaign: Option<CampaignId>,
        words: &[String],
        most: u64,
    ) -> Result<Vec<Idea>, StorageError>;

    /// What these ideas said before, newest first, without what they say now; at most [`crate::Ideas::MOST_EDITS`] of each.
    /// One question, however many ideas.
    async fn revisions(&self, ids: &[IdeaId]) -> Result<Vec<(IdeaId, Revision)>, StorageError>;

    /// A campaign by its word in addresses.
    async fn campaign(&self, slug: &str) -> Result<Option<Campaign>, StorageError>;

    /// Campaigns by id.
    async fn campaigns(&self, ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError>;

    /// All campaigns: open ones first, by closing time; then the closed ones, latest first. There are few of them.
    async fn all_campaigns(&self, now: Timestamp) -> Result<Vec<Campaign>, StorageError>;

    /// Makes a campaign; the one that is there already when the slug is taken.
    async fn make_campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError>;

    /// Whether a campaign has any idea, public or not.
    async fn has_ideas(&self, campaign: CampaignId) -> Result<bool, StorageError>;

    /// Changes a campaign and its version. MUST hold it meanwhile against ideas that are just being posted, where the
    /// change may be made only while there is none. One that closes now MUST end by the database's clock.
    async fn change_campaign(&self, change: ChangeCampaign) -> Result<CampaignChanged, StorageError>;

    /// Takes those of these ideas that aren't there yet, in this order. Says how many it took.
    async fn take(&self, ideas: &[PastIdea]) -> Result<usize, StorageError>;
}
