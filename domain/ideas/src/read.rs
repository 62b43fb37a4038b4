//! Finding and listing. What a viewer may not see does not exist: every read starts from their [`Visibility`].

use std::collections::{HashMap, HashSet};

use folkmoot_common::{CampaignId, IdeaId, Page, PageRequest, StorageError, Viewer};

use crate::{
    Campaign, Count, Idea, IdeaError, IdeaQuery, IdeaStatus, Ideas, Listed, NewCampaign, PastIdea, Revision,
    Visibility, search,
};

/// Lists are counted up to here; a longer one says "10,000 or more".
const COUNTED: u64 = 10_000;

/// What stands beside something else is counted up to here: a page shows several of these numbers.
const GLANCED: u64 = 1_000;

/// What a search finds is counted up to here beside its first page: whoever finds so many looks for something narrower.
const FOUND: u64 = 200;

/// Similar ideas that anybody is shown at once.
const MOST_SIMILAR: usize = 5;

/// Ideas among which the similar ones are looked for: the best that the store finds by any of the words.
const CANDIDATES: u64 = 20;

impl Ideas {
    /// One idea, or `None` when there is none that the viewer may see.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find(&self, viewer: &Viewer, id: IdeaId) -> Result<Option<Idea>, StorageError> {
        self.store.find(Visibility::of(viewer), id).await
    }

    /// The same, by public number.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_number(&self, viewer: &Viewer, number: i64) -> Result<Option<Idea>, StorageError> {
        self.store.find_number(Visibility::of(viewer), number).await
    }

    /// Those of these ideas that the viewer may see, in one question to the store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_many(&self, viewer: &Viewer, ids: &[IdeaId]) -> Result<Vec<Idea>, StorageError> {
        self.store.find_many(Visibility::of(viewer), ids).await
    }

    /// From which merged ideas how many of an idea's supporters came: the number of each, and how many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn carried(&self, idea: &Idea) -> Result<Vec<(i64, i64)>, StorageError> {
        if idea.carried == 0 { Ok(Vec::new()) } else { self.store.carried(idea.id).await }
    }

    /// Whether an idea of this number stood here until its author withdrew it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn was_withdrawn(&self, number: i64) -> Result<bool, StorageError> {
        self.store.was_withdrawn(number).await
    }

    /// The ids behind public numbers; numbers of ideas that aren't public are absent.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn public_ids(&self, numbers: &[i64]) -> Result<HashMap<i64, IdeaId>, StorageError> {
        self.store.public_ids(numbers).await
    }

    /// A page of a list.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn list(
        &self,
        viewer: &Viewer,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError> {
        self.store.list(Visibility::of(viewer), query, page).await
    }

    /// How long the list is, exact up to 10,000.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count(&self, viewer: &Viewer, query: &IdeaQuery) -> Result<u64, StorageError> {
        self.store.count(Visibility::of(viewer), query, COUNTED).await
    }

    /// The first page of a list, of `size` ideas, and in passing how long the list is, exact up to 1,000, and up to 200 for a
    /// search.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn beginning(
        &self,
        viewer: &Viewer,
        query: &IdeaQuery,
        size: u16,
    ) -> Result<(Page<Listed>, Count), StorageError> {
        let most = if query.filter.search.is_some() { FOUND } else { GLANCED };
        let (page, n) = self.store.beginning(Visibility::of(viewer), query, size, most).await?;
        // One that ends on its first page is counted already, however little would have been counted.
        let count = if page.has_next { Count::up_to(most, n) } else { Count::exactly(n) };
        Ok((page, count))
    }

    /// How many public ideas each of these campaigns has, in one question to the store, exact up to 1,000.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sizes(&self, campaigns: &[CampaignId]) -> Result<HashMap<CampaignId, Count>, StorageError> {
        let sizes = self.store.sizes(campaigns, GLANCED).await?;
        Ok(sizes.into_iter().map(|(id, n)| (id, Count::up_to(GLANCED, n))).collect())
    }

    /// Ideas that share most of a title's words, the nearest first, at most `limit` (and five): what somebody who writes
    /// a new idea should read before they post it. Of what the viewer may see, those that were taken down or back are
    /// left out: nobody would join them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn similar(
        &self,
        viewer: &Viewer,
        campaign: Option<CampaignId>,
        title: &str,
        limit: usize,
    ) -> Result<Vec<Idea>, StorageError> {
        let words = search::telling_words(title);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut near = self.store.similar(Visibility::of(viewer), campaign, &words, CANDIDATES).await?;
        near.retain(|idea| stands(idea) && search::shares_most(&words, idea));
        near.truncate(limit.min(MOST_SIMILAR));
        Ok(near)
    }

    /// Ideas like this one, the nearest first, at most four: what was asked before, so that two answers agree or say why not.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn akin(&self, viewer: &Viewer, idea: &Idea) -> Result<Vec<Idea>, StorageError> {
        let mut near = self.similar(viewer, None, idea.title.as_str(), MOST_SIMILAR).await?;
        near.retain(|other| other.id != idea.id);
        near.truncate(MOST_SIMILAR - 1);
        Ok(near)
    }

    /// Everything an idea ever said to whoever could read it, newest first, beginning with what it says now: at most
    /// 101 versions. What it said while it waited for a moderator is for its author and moderators.
    ///
    /// # Errors
    /// When the viewer may not see the idea, or the store fails.
    pub async fn history(&self, viewer: &Viewer, id: IdeaId) -> Result<Vec<Revision>, IdeaError> {
        self.histories(viewer, &[id]).await?.remove(&id).ok_or(IdeaError::NotFound)
    }

    /// The same of several ideas at once; those that the viewer may not see are absent.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn histories(
        &self,
        viewer: &Viewer,
        ids: &[IdeaId],
    ) -> Result<HashMap<IdeaId, Vec<Revision>>, StorageError> {
        let ideas = self.find_many(viewer, ids).await?;
        let seen = ideas.iter().map(|idea| idea.id).collect::<Vec<_>>();
        let past = self.store.revisions(&seen).await?;
        let open = ideas.iter().filter(|idea| idea.is_open_book_to(viewer)).map(|idea| idea.id).collect::<HashSet<_>>();
        let mut histories: HashMap<_, _> = ideas.into_iter().map(|idea| (idea.id, vec![now(idea)])).collect();
        for (id, revision) in past {
            if (revision.was_public || open.contains(&id))
                && let Some(history) = histories.get_mut(&id)
            {
                history.push(revision);
            }
        }
        Ok(histories)
    }

    /// A campaign by its word in addresses.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn campaign(&self, slug: &str) -> Result<Option<Campaign>, StorageError> {
        self.store.campaign(slug).await
    }

    /// Campaigns by id, in one question to the store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn campaigns(&self, ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError> {
        self.store.campaigns(ids).await
    }

    /// All campaigns: the open ones first, by closing time.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all_campaigns(&self) -> Result<Vec<Campaign>, StorageError> {
        self.store.all_campaigns(self.sources.now()).await
    }

    /// Makes a campaign, or finds the one that has its slug.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn make_campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        self.store.make_campaign(campaign).await
    }

    /// Takes ideas of the past that aren't there yet; says how many that was.
    ///
    /// # Errors
    /// When the store fails; then nothing of this batch was taken.
    pub async fn take(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        self.store.take(ideas).await
    }
}

/// Whether it is public, or will be once a moderator has looked.
fn stands(idea: &Idea) -> bool {
    idea.is_public() || (idea.status == IdeaStatus::Submitted && !idea.hidden)
}

/// What it says now, as a version.
fn now(idea: Idea) -> Revision {
    Revision {
        revision: idea.revision,
        was_public: idea.is_public(),
        written_at: idea.edited_at.unwrap_or(idea.created_at),
        title: idea.title,
        body: idea.body,
    }
}
