//! What one execution reads, each kind of thing in one question to the store, however many fields want it.
//!
//! A list says what its items will want (`expect_*`); the first field that asks loads all of it, and the others wait
//! for that. So there is no timer and no spawned task, which the library's `DataLoader` needs. Everything goes
//! through the viewer's sight; nothing outlives the execution.

mod shelf;
mod sources;

use std::sync::Arc;

use folkmoot_comments::{Comment, CommentOrder, CommentRevision, ListedComment};
use folkmoot_common::{CampaignId, CommentId, DepartmentId, IdeaId, Language, Page, PersonId, Viewer};
use folkmoot_ideas::{Campaign, Idea, Label, Revision};
use folkmoot_moderation::Reason;
use folkmoot_people::PublicPerson;
use folkmoot_replies::{Badge, Calendar, Department, Progress, Step};
use folkmoot_votes::Choice;
use futures::lock::Mutex;

use crate::Services;
use crate::error::ApiError;
use shelf::Shelf;
use sources::{
    Badges, Campaigns, CommentHistories, CommentsById, Hearings, IdeaHistories, IdeasById, Names, OwnVotes, Sorted,
    Steps, Ways,
};

/// The loaders of one execution.
pub(crate) struct Loaders {
    ideas: Shelf<IdeasById>,
    campaigns: Shelf<Campaigns>,
    names: Shelf<Names>,
    /// Who is an officer.
    badges: Shelf<Badges>,
    labels: Shelf<Sorted>,
    votes: Shelf<OwnVotes>,
    hearings: Shelf<Hearings>,
    comments: Shelf<CommentsById>,
    idea_histories: Shelf<IdeaHistories>,
    comment_histories: Shelf<CommentHistories>,
    /// How ideas stand on their way to an answer.
    ways: Shelf<Ways>,
    /// What campaigns promise.
    steps: Shelf<Steps>,
    departments: Mutex<Option<Arc<[Department]>>>,
    /// The council's places and tags, once somebody wanted one.
    lists: Mutex<Option<Arc<[Label]>>>,
    calendar: Mutex<Option<Calendar>>,
    first_pages: Mutex<Vec<FirstPage>>,
    /// The council's reasons, by language.
    reasons: Mutex<Vec<(Language, Vec<Reason>)>>,
    services: Services,
    viewer: Viewer,
}

/// The beginning of one idea's threads.
struct FirstPage {
    idea: IdeaId,
    order: CommentOrder,
    size: u16,
    page: Page<ListedComment>,
}

impl Loaders {
    /// Empty loaders for this viewer.
    pub(crate) fn new(services: &Services, viewer: Viewer) -> Self {
        Self {
            ideas: Shelf::new(IdeasById(services.ideas.clone(), viewer)),
            campaigns: Shelf::new(Campaigns(services.ideas.clone())),
            names: Shelf::new(Names(services.people.clone())),
            badges: Shelf::new(Badges(services.replies.clone())),
            labels: Shelf::new(Sorted(services.labels.clone())),
            votes: Shelf::new(OwnVotes(services.votes.clone(), viewer)),
            hearings: Shelf::new(Hearings(services.telling.clone(), viewer)),
            comments: Shelf::new(CommentsById(services.comments.clone(), viewer)),
            idea_histories: Shelf::new(IdeaHistories(services.ideas.clone(), viewer)),
            comment_histories: Shelf::new(CommentHistories(services.comments.clone(), viewer)),
            ways: Shelf::new(Ways(services.replies.clone())),
            steps: Shelf::new(Steps(services.replies.clone())),
            departments: Mutex::new(None),
            lists: Mutex::new(None),
            calendar: Mutex::new(None),
            first_pages: Mutex::new(Vec::new()),
            reasons: Mutex::new(Vec::new()),
            services: services.clone(),
            viewer,
        }
    }

    /// These ideas were read: what hangs on them may be wanted.
    pub(crate) fn expect_ideas<'a>(&self, ideas: impl Iterator<Item = &'a Idea>) {
        for idea in ideas {
            self.campaigns.expect(idea.campaign);
            self.steps.expect(idea.campaign);
            self.names.expect(idea.author);
            self.votes.expect(idea.id);
            self.labels.expect(idea.id);
            self.hearings.expect(idea.id);
            self.idea_histories.expect(idea.id);
            self.ways.expect(idea.id);
        }
    }

    /// These comments were read: their authors, ideas and parents may be wanted, and what was answered there.
    pub(crate) fn expect_comments<'a>(&self, comments: impl Iterator<Item = &'a Comment>) {
        for comment in comments {
            self.comments.keep(comment.id, comment.clone());
            self.expect_idea(comment.idea);
            if let Some(parent) = comment.parent {
                self.comments.expect(parent);
            }
            if let Some(words) = &comment.words {
                self.names.expect(words.author);
                self.badges.expect(words.author);
                self.comment_histories.expect(comment.id);
            }
        }
    }

    /// This idea may be wanted, and its way to an answer.
    pub(crate) fn expect_idea(&self, id: IdeaId) {
        self.ideas.expect(id);
        self.ways.expect(id);
    }

    /// This comment may be wanted.
    pub(crate) fn expect_comment(&self, id: CommentId) {
        self.comments.expect(id);
    }

    /// This campaign may be wanted.
    pub(crate) fn expect_campaign(&self, id: CampaignId) {
        self.campaigns.expect(id);
    }

    /// This person's name may be wanted.
    pub(crate) fn expect_person(&self, id: PersonId) {
        self.names.expect(id);
    }

    /// What moderators choose from, in this language or the site's first.
    pub(crate) async fn reasons(&self, language: Option<&str>) -> Result<Vec<Reason>, ApiError> {
        let language = match language {
            None => self.services.language.clone(),
            Some(tag) => Language::parse(tag).map_err(|problem| ApiError::invalid_field("language", problem))?,
        };
        let mut known = self.reasons.lock().await;
        if let Some((_, reasons)) = known.iter().find(|(of, _)| *of == language) {
            return Ok(reasons.clone());
        }
        let reasons = self.services.moderation.reasons(&language).await?;
        known.push((language, reasons.clone()));
        Ok(reasons)
    }

    /// One idea, if the viewer may see it.
    pub(crate) async fn idea(&self, id: IdeaId) -> Result<Option<Idea>, ApiError> {
        let idea = self.ideas.get(id).await?;
        self.expect_ideas(idea.iter());
        Ok(idea)
    }

    /// Every idea that was read through [`Loaders::idea`] so far.
    pub(crate) fn known_ideas(&self) -> Arc<[IdeaId]> {
        self.ideas.known().into()
    }

    /// One campaign.
    pub(crate) async fn campaign(&self, id: CampaignId) -> Result<Option<Campaign>, ApiError> {
        self.campaigns.get(id).await
    }

    /// What everybody may know of a person.
    pub(crate) async fn person(&self, id: PersonId) -> Result<Option<PublicPerson>, ApiError> {
        self.names.get(id).await
    }

    /// The department and the role of a person, when they are an officer.
    pub(crate) async fn badge(&self, id: PersonId) -> Result<Option<Badge>, ApiError> {
        self.badges.get(id).await
    }

    /// How an idea that the viewer may see stands on its way to an answer.
    pub(crate) async fn way(&self, idea: IdeaId) -> Result<Progress, ApiError> {
        Ok(self.ways.get(idea).await?.unwrap_or_default())
    }

    /// This campaign's promises may be wanted.
    pub(crate) fn expect_steps(&self, campaign: CampaignId) {
        self.steps.expect(campaign);
    }

    /// What a campaign promises.
    pub(crate) async fn steps(&self, campaign: CampaignId) -> Result<Vec<Step>, ApiError> {
        Ok(self.steps.get(campaign).await?.unwrap_or_default())
    }

    /// All departments. They are few: whoever wants one reads all.
    pub(crate) async fn departments(&self) -> Result<Arc<[Department]>, ApiError> {
        let mut known = self.departments.lock().await;
        if let Some(departments) = known.as_ref() {
            return Ok(Arc::clone(departments));
        }
        let departments: Arc<[Department]> = self.services.replies.departments().await?.into();
        *known = Some(Arc::clone(&departments));
        Ok(departments)
    }

    /// One department.
    pub(crate) async fn department(&self, id: DepartmentId) -> Result<Option<Department>, ApiError> {
        Ok(self.departments().await?.iter().find(|one| one.id == id).cloned())
    }

    /// All places and tags. They are few: whoever wants one reads all.
    pub(crate) async fn all_labels(&self) -> Result<Arc<[Label]>, ApiError> {
        let mut known = self.lists.lock().await;
        if let Some(labels) = known.as_ref() {
            return Ok(Arc::clone(labels));
        }
        let labels: Arc<[Label]> = self.services.labels.all().await?.into();
        *known = Some(Arc::clone(&labels));
        Ok(labels)
    }

    /// Departments have changed in this execution: they are read again.
    pub(crate) async fn forget_departments(&self) {
        *self.departments.lock().await = None;
    }

    /// The days on which the council works.
    pub(crate) async fn calendar(&self) -> Result<Calendar, ApiError> {
        let mut known = self.calendar.lock().await;
        if let Some(calendar) = known.as_ref() {
            return Ok(calendar.clone());
        }
        let calendar = self.services.replies.calendar().await?;
        *known = Some(calendar.clone());
        Ok(calendar)
    }

    /// The place and the tags of an idea.
    pub(crate) async fn labels(&self, idea: IdeaId) -> Result<Vec<Label>, ApiError> {
        Ok(self.labels.get(idea).await?.unwrap_or_default())
    }

    /// What the viewer chose on an idea.
    pub(crate) async fn own_vote(&self, idea: IdeaId) -> Result<Option<Choice>, ApiError> {
        self.votes.get(idea).await
    }

    /// Whether the viewer hears of an idea.
    pub(crate) async fn hears(&self, idea: IdeaId) -> Result<bool, ApiError> {
        Ok(self.hearings.get(idea).await?.is_some_and(|concern| concern.why.is_some()))
    }

    /// What an idea said, newest first.
    pub(crate) async fn idea_history(&self, id: IdeaId) -> Result<Vec<Revision>, ApiError> {
        Ok(self.idea_histories.get(id).await?.unwrap_or_default())
    }

    /// What a comment said, newest first.
    pub(crate) async fn comment_history(&self, id: CommentId) -> Result<Vec<CommentRevision>, ApiError> {
        Ok(self.comment_histories.get(id).await?.unwrap_or_default())
    }

    /// One comment, if the viewer may know of it.
    pub(crate) async fn comment(&self, id: CommentId) -> Result<Option<Comment>, ApiError> {
        let comment = self.comments.get(id).await?;
        self.expect_comments(comment.iter());
        Ok(comment)
    }

    /// The beginning of an idea's threads; read together with those of its siblings in the same list, because what
    /// one of them shows, all of them show.
    pub(crate) async fn first_comments(
        &self,
        idea: IdeaId,
        siblings: &Arc<[IdeaId]>,
        order: CommentOrder,
        size: u16,
    ) -> Result<Page<ListedComment>, ApiError> {
        let mut known = self.first_pages.lock().await;
        let fits = |page: &FirstPage, idea| page.idea == idea && page.order == order && page.size == size;
        if let Some(found) = known.iter().find(|page| fits(page, idea)) {
            return Ok(found.page.clone());
        }

        let mut wanted: Vec<IdeaId> = siblings
            .iter()
            .copied()
            .filter(|sibling| *sibling != idea && !known.iter().any(|page| fits(page, *sibling)))
            .collect();
        wanted.push(idea);
        let pages = self.services.comments.first_pages(&self.viewer, &wanted, order, size).await?;
        for (idea, page) in pages {
            self.expect_comments(page.items.iter().map(|listed| &listed.comment));
            known.push(FirstPage { idea, order, size, page });
        }

        let found = known.iter().find(|page| fits(page, idea));
        Ok(found.map_or_else(Page::empty, |found| found.page.clone()))
    }
}

#[cfg(test)]
mod tests;
