//! The port of answers, over the database, and the megaphone that tells of what became public.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{
    CampaignId, CommentId, DepartmentId, IdeaId, Live, MailId, MilestoneId, Page, PageRequest, PersonId, ReplyId,
    StorageError, TemplateId, Timestamp,
};
use folkmoot_replies::LetterWords;
use folkmoot_replies::{
    About, Announcement, Answered, AnsweredFilter, Answers, Badge, By, Chosen, Claim, Day, Department, DepartmentText,
    Draft, Due, Feed, FeedLine, Growth, Happens, Kept, Kind, Line, Milestone, MilestoneWord, Nation, NewAssignment,
    NewChange, NewMilestone, NewReply, NewRevision, Officer, OfficialReply, Onward, Overdue, OverdueFrom, OwnDay,
    PastReply, PileFilter, PileOrder, PileSizes, Progress, Promise, Published, ReplyRevision, ReplyTemplate, Route,
    SaveDraft, SaveTemplate, Saved, Score, StaffNote, Step, Taking, Unrouted, Unseen, Waiting, Watch, WatchLetter,
    Watched, WorkingDay,
};
use folkmoot_text::Markdown;

use super::{
    answered, assign, badges, calendar, departments, drafts, feed, growth, milestones, notes, overdue, past, pile,
    progress, promises, publish, read, revise, scores, templates, watches,
};
use crate::Store;

/// Promises and answers in this store, announced by this megaphone.
#[derive(Clone)]
pub struct AnswerBook {
    store: Store,
    live: Arc<dyn Live>,
}

impl AnswerBook {
    /// Answers in this store.
    #[must_use]
    pub fn open(store: Store, live: Arc<dyn Live>) -> Self {
        Self { store, live }
    }

    /// Tells those who have an answered idea open, after the commit.
    async fn announced(&self, published: Published) -> Published {
        if let Published::Done(reply) = &published {
            for idea in &reply.ideas {
                self.live.announce_answer(*idea).await;
            }
        }
        published
    }
}

#[async_trait]
impl Answers for AnswerBook {
    async fn about(&self, numbers: &[i64]) -> Result<Vec<About>, StorageError> {
        read::about(&self.store, numbers).await
    }

    async fn number(&self, idea: IdeaId) -> Result<Option<i64>, StorageError> {
        read::number(&self.store, idea).await
    }

    async fn steps(&self, campaigns: &[CampaignId]) -> Result<HashMap<CampaignId, Vec<Step>>, StorageError> {
        promises::steps(&self.store, campaigns).await
    }

    async fn set_steps(&self, campaign: CampaignId, steps: &[Step]) -> Result<(), StorageError> {
        promises::set_steps(&self.store, campaign, steps).await
    }

    async fn chosen(&self) -> Result<Chosen, StorageError> {
        calendar::chosen(&self.store).await
    }

    async fn choose_nation(&self, nation: Nation, by: By) -> Result<(), StorageError> {
        calendar::choose_nation(&self.store, nation, by).await
    }

    async fn set_day(&self, day: Day, set: Option<&OwnDay>, by: By) -> Result<(), StorageError> {
        calendar::set_day(&self.store, day, set, by).await
    }

    async fn lay_out(&self, days: &[WorkingDay]) -> Result<bool, StorageError> {
        calendar::lay_out(&self.store, days).await
    }

    async fn running(&self, after: Option<(IdeaId, Kind)>, most: u64) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
        promises::running(&self.store, after, most).await
    }

    async fn awaited(&self, after: Option<(IdeaId, Kind)>, most: u64) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
        promises::awaited(&self.store, after, most).await
    }

    async fn set_due(
        &self,
        idea: IdeaId,
        kind: Kind,
        changes: usize,
        due: Option<Timestamp>,
    ) -> Result<(), StorageError> {
        promises::set_due(&self.store, idea, kind, (changes, due)).await
    }

    async fn catch_up(&self, most: u64) -> Result<usize, StorageError> {
        promises::catch_up(&self.store, most).await
    }

    async fn untold(&self, most: u64) -> Result<Vec<IdeaId>, StorageError> {
        promises::untold(&self.store, most).await
    }

    async fn told_of_promise(&self, tells: &Announcement) -> Result<bool, StorageError> {
        promises::told(&self.store, tells).await
    }

    async fn progress(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, StorageError> {
        progress::progress(&self.store, ideas).await
    }

    async fn change(&self, change: NewChange) -> Result<bool, StorageError> {
        promises::change(&self.store, change).await
    }

    async fn keep(&self, kept: Kept) -> Result<bool, StorageError> {
        promises::keep(&self.store, kept).await
    }

    async fn departments(&self) -> Result<Vec<Department>, StorageError> {
        departments::all_of_them(&self.store).await
    }

    async fn save_department(&self, id: DepartmentId, text: &DepartmentText, by: By) -> Result<(), StorageError> {
        departments::save(&self.store, id, text, by).await
    }

    async fn close_department(&self, id: DepartmentId, closed: Option<Timestamp>) -> Result<(), StorageError> {
        departments::close(&self.store, id, closed).await
    }

    async fn officers(&self, departments: &[DepartmentId]) -> Result<Vec<Officer>, StorageError> {
        departments::officers(&self.store, departments).await
    }

    async fn suspended(&self, person: PersonId, now: Timestamp) -> Result<Option<Timestamp>, StorageError> {
        departments::suspended(&self.store, person, now).await
    }

    async fn departments_of(&self, person: PersonId) -> Result<Vec<Officer>, StorageError> {
        departments::of(&self.store, person).await
    }

    async fn join(&self, department: DepartmentId, person: PersonId, job: &Line, by: By) -> Result<bool, StorageError> {
        departments::join(&self.store, department, person, (job, by)).await
    }

    async fn part(&self, department: DepartmentId, person: PersonId) -> Result<(), StorageError> {
        departments::part(&self.store, department, person).await
    }

    async fn routes(&self) -> Result<Vec<Route>, StorageError> {
        departments::routes(&self.store).await
    }

    async fn set_routes(&self, routes: &[Route]) -> Result<(), StorageError> {
        departments::set_routes(&self.store, routes).await
    }

    async fn unrouted(&self, after: Option<IdeaId>, most: u64) -> Result<Vec<Unrouted>, StorageError> {
        pile::unrouted(&self.store, after, most).await
    }

    async fn assign(&self, assignment: NewAssignment) -> Result<bool, StorageError> {
        assign::assign(&self.store, assignment).await
    }

    async fn take_on(&self, taking: Taking) -> Result<(), StorageError> {
        assign::take_on(&self.store, taking).await
    }

    async fn watch(&self, watch: Watch, most: u64) -> Result<bool, StorageError> {
        watches::watch(&self.store, watch, most).await
    }

    async fn watched(&self, officer: PersonId) -> Result<Vec<Watched>, StorageError> {
        watches::watched(&self.store, officer).await
    }

    async fn watches(&self, officer: PersonId, idea: IdeaId) -> Result<bool, StorageError> {
        watches::watches(&self.store, officer, idea).await
    }

    async fn feed(&self, feed: Feed, page: &PageRequest) -> Result<Page<FeedLine>, StorageError> {
        feed::page(&self.store, feed, page).await
    }

    async fn unseen(&self, until: Timestamp, most: u64) -> Result<Vec<Unseen>, StorageError> {
        watches::unseen(&self.store, until, most).await
    }

    async fn tell_watcher(&self, letter: WatchLetter) -> Result<bool, StorageError> {
        watches::tell(&self.store, letter).await
    }

    async fn notes(&self, idea: IdeaId) -> Result<Vec<StaffNote>, StorageError> {
        notes::notes(&self.store, idea).await
    }

    async fn note(
        &self,
        idea: IdeaId,
        words: &Markdown,
        mentions: &[(MailId, PersonId, LetterWords)],
        by: By,
    ) -> Result<(), StorageError> {
        notes::add(&self.store, idea, words, (mentions, by)).await
    }

    async fn pile(
        &self,
        filter: &PileFilter,
        order: PileOrder,
        page: &PageRequest,
    ) -> Result<Page<Waiting>, StorageError> {
        pile::page(&self.store, filter, order, page).await
    }

    async fn growth(&self, idea: IdeaId) -> Result<Vec<Growth>, StorageError> {
        growth::by_day(&self.store, idea).await
    }

    async fn sizes(&self, officer: PersonId, now: Timestamp, most: u64) -> Result<PileSizes, StorageError> {
        pile::sizes(&self.store, officer, now, most).await
    }

    async fn draft(&self, idea: IdeaId) -> Result<Option<Draft>, StorageError> {
        drafts::find(self.store.read(), idea).await
    }

    async fn save_draft(&self, draft: SaveDraft) -> Result<Saved, StorageError> {
        drafts::save(&self.store, draft).await
    }

    async fn drop_draft(&self, idea: IdeaId, seen: i32) -> Result<bool, StorageError> {
        drafts::drop(&self.store, idea, seen).await
    }

    async fn ripe(&self, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError> {
        drafts::ripe(&self.store, now, most).await
    }

    async fn templates(&self) -> Result<Vec<ReplyTemplate>, StorageError> {
        templates::all_of_them(&self.store).await
    }

    async fn save_template(&self, template: SaveTemplate) -> Result<bool, StorageError> {
        templates::save(&self.store, &template).await
    }

    async fn retire_template(
        &self,
        id: TemplateId,
        seen: i32,
        retired: Option<Timestamp>,
        by: By,
    ) -> Result<bool, StorageError> {
        templates::retire(&self.store, id, (seen, retired), by).await
    }

    async fn publish(&self, reply: NewReply) -> Result<Published, StorageError> {
        let published = publish::publish(&self.store, reply).await?;
        Ok(self.announced(published).await)
    }

    async fn revise(&self, revision: NewRevision) -> Result<Published, StorageError> {
        let published = revise::revise(&self.store, revision).await?;
        Ok(self.announced(published).await)
    }

    async fn take(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        past::take(&self.store, replies).await
    }

    async fn reply(&self, id: ReplyId) -> Result<Option<OfficialReply>, StorageError> {
        read::reply(self.store.read(), id).await
    }

    async fn revisions(&self, id: ReplyId) -> Result<Vec<ReplyRevision>, StorageError> {
        revise::revisions(&self.store, id).await
    }

    async fn answered(&self, filter: &AnsweredFilter, page: &PageRequest) -> Result<Page<Answered>, StorageError> {
        answered::page(&self.store, filter, page).await
    }

    async fn scores(&self, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError> {
        scores::scores(&self.store, since, now).await
    }

    async fn overdue(
        &self,
        department: Option<DepartmentId>,
        now: Timestamp,
        which: (OverdueFrom, u64),
    ) -> Result<Vec<Overdue>, StorageError> {
        overdue::overdue(&self.store, department, now, which).await
    }

    async fn badges(&self, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, StorageError> {
        badges::of(&self.store, people).await
    }

    async fn set_milestone(&self, milestone: NewMilestone) -> Result<(), StorageError> {
        milestones::set(&self.store, milestone).await
    }

    async fn claim(&self, claim: Claim) -> Result<bool, StorageError> {
        let idea = claim.idea;
        let claimed = milestones::claim(&self.store, claim).await?;
        if claimed {
            self.live.announce_answer(idea).await;
        }
        Ok(claimed)
    }

    async fn say_whether(&self, word: MilestoneWord) -> Result<Option<Milestone>, StorageError> {
        milestones::say(&self.store, word).await
    }

    async fn own_words(
        &self,
        person: PersonId,
        milestones: &[MilestoneId],
    ) -> Result<Vec<(MilestoneId, Happens)>, StorageError> {
        milestones::own_words(&self.store, person, milestones).await
    }

    async fn move_on(&self, step: Onward) -> Result<bool, StorageError> {
        milestones::move_on(&self.store, step).await
    }

    async fn due_milestones(&self, now: Timestamp, silent: Timestamp, most: u64) -> Result<Vec<Due>, StorageError> {
        milestones::due(&self.store, now, silent, most).await
    }

    async fn asked_officers(
        &self,
        milestone: MilestoneId,
        said: &[(MailId, PersonId, LetterWords)],
        at: Timestamp,
    ) -> Result<(), StorageError> {
        milestones::asked_officers(&self.store, milestone, said, at).await
    }

    async fn asked_supporters(
        &self,
        milestone: MilestoneId,
        tells: &Announcement,
        at: Timestamp,
    ) -> Result<(), StorageError> {
        milestones::asked_supporters(&self.store, milestone, tells, at).await
    }

    async fn comments(&self, idea: IdeaId, numbers: &[i32]) -> Result<Vec<(i32, CommentId)>, StorageError> {
        read::comments(self.store.read(), idea, numbers).await
    }
}
