//! Promises, departments and answers in memory: as much as the translation needs, and honest about what was seen before and
//! who has what.

mod book;
mod drafts;
mod promises;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use folkmoot_common::{
    CampaignId, CommentId, Cursor, DepartmentId, IdeaId, MailId, MilestoneId, Page, PageRequest, PersonId, ReplyId,
    StorageError, TemplateId, Timestamp,
};
use folkmoot_ideas::Visibility;
use folkmoot_replies::{
    About, Announcement, Answered, AnsweredFilter, Answers, Badge, By, Chosen, Claim, Day, Department, DepartmentText,
    Draft, Due, Feed, FeedLine, Growth, Happens, Kept, Kind, LetterWords, Line, Milestone, MilestoneWord, Nation,
    NewAssignment, NewChange, NewMilestone, NewReply, NewRevision, Officer, OfficialReply, Onward, Overdue,
    OverdueFrom, OwnDay, PileFilter, PileOrder, PileSizes, Progress, Promise, Published, ReplyRevision, ReplyTemplate,
    Route, SaveDraft, SaveTemplate, Saved, Score, StaffNote, Step, Taking, Unrouted, Unseen, Waiting, Watch,
    WatchLetter, Watched, WorkingDay,
};
use folkmoot_text::Markdown;

use super::{Memory, campaign};
use book::Book;

/// The store.
pub(super) struct AnswerBook {
    memory: Arc<Memory>,
    book: Mutex<Book>,
}

fn no<T>() -> Result<T, StorageError> {
    Err(StorageError::corrupt("not in these tests"))
}

type Letters<'a> = &'a [(MailId, PersonId, LetterWords)];

impl AnswerBook {
    /// Parks (department 1, officer 11) has idea 1, to which a reply is promised; Roads (2, officer 12) has nothing.
    pub(super) fn new(memory: Arc<Memory>) -> Self {
        Self { memory, book: Mutex::new(Book::new()) }
    }

    fn asked(&self) -> Result<MutexGuard<'_, Book>, StorageError> {
        self.memory.asked()?;
        Ok(self.book.lock().unwrap())
    }

    fn public(&self, idea: IdeaId) -> bool {
        self.memory.ideas.lock().unwrap().iter().any(|one| one.id == idea && one.is_public())
    }
}

#[async_trait]
impl Answers for AnswerBook {
    async fn about(&self, numbers: &[i64]) -> Result<Vec<About>, StorageError> {
        let ideas = self.memory.seen(Visibility::Public, |idea| numbers.contains(&idea.number))?;
        let about = |idea: folkmoot_ideas::Idea| About {
            idea: idea.id,
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            slug: idea.slug,
            campaign: idea.campaign,
            status: "PUBLISHED".to_owned(),
            due_at: None,
        };
        Ok(ideas.into_iter().map(about).collect())
    }
    async fn number(&self, idea: IdeaId) -> Result<Option<i64>, StorageError> {
        let ideas = self.memory.seen(Visibility::Public, |one| one.id == idea)?;
        Ok(ideas.first().map(|idea| idea.number))
    }
    async fn steps(&self, campaigns: &[CampaignId]) -> Result<HashMap<CampaignId, Vec<Step>>, StorageError> {
        let book = self.asked()?;
        Ok(book.steps.iter().filter(|(id, _)| campaigns.contains(id)).map(|(id, steps)| (*id, steps.clone())).collect())
    }
    async fn set_steps(&self, campaign: CampaignId, steps: &[Step]) -> Result<(), StorageError> {
        self.asked()?.steps.insert(campaign, steps.to_vec());
        Ok(())
    }
    async fn chosen(&self) -> Result<Chosen, StorageError> {
        Ok(self.asked()?.chosen.clone())
    }
    async fn choose_nation(&self, nation: Nation, _by: By) -> Result<(), StorageError> {
        self.asked()?.chosen.nation = Some(nation);
        Ok(())
    }
    async fn set_day(&self, day: Day, set: Option<&OwnDay>, _by: By) -> Result<(), StorageError> {
        let mut book = self.asked()?;
        let days = &mut book.chosen.days;
        days.retain(|own| own.day != day);
        days.extend(set.cloned());
        days.sort_by_key(|own| own.day);
        Ok(())
    }
    async fn lay_out(&self, _days: &[WorkingDay]) -> Result<bool, StorageError> {
        self.asked().map(|_book| false)
    }
    async fn running(
        &self,
        _after: Option<(IdeaId, Kind)>,
        _most: u64,
    ) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn awaited(&self, after: Option<(IdeaId, Kind)>, most: u64) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
        self.running(after, most).await
    }
    async fn set_due(
        &self,
        _idea: IdeaId,
        _kind: Kind,
        _changes: usize,
        _due: Option<Timestamp>,
    ) -> Result<(), StorageError> {
        self.asked().map(|_book| ())
    }
    async fn catch_up(&self, _most: u64) -> Result<usize, StorageError> {
        self.asked().map(|_book| 0)
    }
    async fn untold(&self, _most: u64) -> Result<Vec<IdeaId>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn told_of_promise(&self, _tells: &Announcement) -> Result<bool, StorageError> {
        no()
    }
    async fn progress(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, StorageError> {
        let book = self.asked()?;
        let known = ideas.iter().filter_map(|id| book.progress.get(id).map(|progress| (*id, progress.clone())));
        Ok(known.collect())
    }
    async fn change(&self, change: NewChange) -> Result<bool, StorageError> {
        Ok(self.asked()?.change(change))
    }
    async fn keep(&self, kept: Kept) -> Result<bool, StorageError> {
        Ok(self.asked()?.keep(&kept))
    }
    async fn set_milestone(&self, _milestone: NewMilestone) -> Result<(), StorageError> {
        no()
    }
    async fn claim(&self, _claim: Claim) -> Result<bool, StorageError> {
        no()
    }
    async fn say_whether(&self, _word: MilestoneWord) -> Result<Option<Milestone>, StorageError> {
        no()
    }
    async fn own_words(
        &self,
        _person: PersonId,
        _milestones: &[MilestoneId],
    ) -> Result<Vec<(MilestoneId, Happens)>, StorageError> {
        no()
    }
    async fn move_on(&self, _step: Onward) -> Result<bool, StorageError> {
        no()
    }
    async fn due_milestones(&self, _now: Timestamp, _silent: Timestamp, _most: u64) -> Result<Vec<Due>, StorageError> {
        no()
    }
    async fn asked_officers(
        &self,
        _milestone: MilestoneId,
        _letters: Letters<'_>,
        _at: Timestamp,
    ) -> Result<(), StorageError> {
        no()
    }
    async fn asked_supporters(
        &self,
        _milestone: MilestoneId,
        _tells: &Announcement,
        _at: Timestamp,
    ) -> Result<(), StorageError> {
        no()
    }
    async fn departments(&self) -> Result<Vec<Department>, StorageError> {
        Ok(self.asked()?.departments.clone())
    }
    async fn save_department(&self, id: DepartmentId, text: &DepartmentText, _by: By) -> Result<(), StorageError> {
        self.asked()?.save_department(id, text);
        Ok(())
    }
    async fn close_department(&self, id: DepartmentId, closed: Option<Timestamp>) -> Result<(), StorageError> {
        let mut book = self.asked()?;
        book.departments.iter_mut().filter(|one| one.id == id).for_each(|one| one.closed_at = closed);
        Ok(())
    }
    async fn officers(&self, departments: &[DepartmentId]) -> Result<Vec<Officer>, StorageError> {
        let book = self.asked()?;
        Ok(book.officers.iter().filter(|one| departments.contains(&one.department)).cloned().collect())
    }
    async fn suspended(&self, _person: PersonId, _now: Timestamp) -> Result<Option<Timestamp>, StorageError> {
        Ok(None)
    }
    async fn departments_of(&self, person: PersonId) -> Result<Vec<Officer>, StorageError> {
        Ok(self.asked()?.officers.iter().filter(|one| one.person == person).cloned().collect())
    }
    async fn join(
        &self,
        department: DepartmentId,
        person: PersonId,
        job: &Line,
        _by: By,
    ) -> Result<bool, StorageError> {
        let job = job.as_str().to_owned();
        self.asked()?.officers.push(Officer { department, person, name: None, job });
        Ok(true)
    }
    async fn badges(&self, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, StorageError> {
        let book = self.asked()?;
        let named = |id: DepartmentId| book.departments.iter().find(|one| one.id == id).map(|one| one.name.clone());
        let badge = |one: &Officer| {
            named(one.department).map(|department| (one.person, Badge { job: one.job.clone(), department }))
        };
        Ok(book.officers.iter().filter(|one| people.contains(&one.person)).filter_map(badge).collect())
    }
    async fn growth(&self, _idea: IdeaId) -> Result<Vec<Growth>, StorageError> {
        let day = |day, support, comments| Growth { day, support, oppose: 1, comments };
        self.asked().map(|_book| vec![day(19_660, 5, 0), day(19_661, 3, 1)])
    }
    async fn part(&self, department: DepartmentId, person: PersonId) -> Result<(), StorageError> {
        self.asked()?.officers.retain(|one| (one.department, one.person) != (department, person));
        Ok(())
    }
    async fn routes(&self) -> Result<Vec<Route>, StorageError> {
        Ok(self.asked()?.routes.clone())
    }
    async fn set_routes(&self, routes: &[Route]) -> Result<(), StorageError> {
        self.asked()?.routes = routes.to_vec();
        Ok(())
    }
    async fn unrouted(&self, _after: Option<IdeaId>, _most: u64) -> Result<Vec<Unrouted>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn assign(&self, assignment: NewAssignment) -> Result<bool, StorageError> {
        Ok(self.asked()?.assign(assignment))
    }
    async fn take_on(&self, taking: Taking) -> Result<(), StorageError> {
        let mut book = self.asked()?;
        let assignments = &mut book.progress.entry(taking.idea).or_default().assignments;
        let officer = taking.mine.then_some(taking.by.person);
        assignments.iter_mut().filter(|one| one.lead).for_each(|one| one.officer = officer);
        Ok(())
    }
    async fn watch(&self, watch: Watch, most: u64) -> Result<bool, StorageError> {
        let watches = &mut self.asked()?.watches;
        watches.retain(|(officer, idea)| (*officer, *idea) != (watch.officer, watch.idea));
        let own = watches.iter().filter(|(officer, _)| *officer == watch.officer).count();
        let fits = u64::try_from(own).unwrap_or(u64::MAX) < most;
        if watch.watches && fits {
            watches.push((watch.officer, watch.idea));
        }
        Ok(fits || !watch.watches)
    }
    async fn watched(&self, officer: PersonId) -> Result<Vec<Watched>, StorageError> {
        let watches = self.asked()?.watches.clone();
        let ideas = self.memory.ideas.lock().unwrap();
        let own = watches.iter().filter(|(one, _)| *one == officer);
        let found = own.filter_map(|(_, id)| ideas.iter().find(|idea| idea.id == *id));
        let watched = |idea: &folkmoot_ideas::Idea| Watched {
            idea: idea.id,
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            since: Timestamp::from_micros(0),
        };
        Ok(found.map(watched).collect())
    }
    async fn watches(&self, officer: PersonId, idea: IdeaId) -> Result<bool, StorageError> {
        Ok(self.asked()?.watches.contains(&(officer, idea)))
    }
    async fn feed(&self, _feed: Feed, page: &PageRequest) -> Result<Page<FeedLine>, StorageError> {
        self.asked().map(|_book| Page::from_rows(Vec::new(), page))
    }
    async fn unseen(&self, _until: Timestamp, _most: u64) -> Result<Vec<Unseen>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn tell_watcher(&self, _letter: WatchLetter) -> Result<bool, StorageError> {
        no()
    }
    async fn notes(&self, idea: IdeaId) -> Result<Vec<StaffNote>, StorageError> {
        Ok(self.asked()?.notes.get(&idea).cloned().unwrap_or_default())
    }
    async fn note(&self, idea: IdeaId, words: &Markdown, letters: Letters<'_>, by: By) -> Result<(), StorageError> {
        let mentions = letters.iter().map(|(_, person, _)| *person).collect();
        let note = StaffNote { by: by.person, name: None, words: words.clone(), at: by.at, mentions };
        self.asked()?.notes.entry(idea).or_default().push(note);
        Ok(())
    }
    async fn pile(
        &self,
        filter: &PileFilter,
        order: PileOrder,
        page: &PageRequest,
    ) -> Result<Page<Waiting>, StorageError> {
        let ideas = self.memory.seen(Visibility::Public, |_| true)?;
        let book = self.book.lock().unwrap();
        let mut rows = book.waiting(&ideas, filter);
        rows.retain(|row| is_after(&row.cursor(order), page));
        Ok(Page::from_rows(rows, page))
    }
    async fn sizes(&self, officer: PersonId, now: Timestamp, most: u64) -> Result<PileSizes, StorageError> {
        let ideas = self.memory.seen(Visibility::Public, |_| true)?;
        Ok(self.book.lock().unwrap().sizes(&ideas, officer, now, most))
    }
    async fn draft(&self, idea: IdeaId) -> Result<Option<Draft>, StorageError> {
        Ok(self.asked()?.drafts.get(&idea).cloned())
    }
    async fn save_draft(&self, draft: SaveDraft) -> Result<Saved, StorageError> {
        Ok(self.asked()?.save_draft(draft))
    }
    async fn drop_draft(&self, idea: IdeaId, seen: i32) -> Result<bool, StorageError> {
        let mut book = self.asked()?;
        let is_the_one = book.drafts.get(&idea).is_some_and(|draft| draft.version == seen);
        Ok(is_the_one && book.drafts.remove(&idea).is_some())
    }
    async fn ripe(&self, _now: Timestamp, _most: u64) -> Result<Vec<Draft>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn publish(&self, reply: NewReply) -> Result<Published, StorageError> {
        Ok(self.asked()?.publish(reply))
    }
    async fn revise(&self, revision: NewRevision) -> Result<Published, StorageError> {
        Ok(self.asked()?.revise(revision))
    }
    async fn take(&self, _replies: &[folkmoot_replies::PastReply]) -> Result<usize, StorageError> {
        no()
    }
    async fn reply(&self, id: ReplyId) -> Result<Option<OfficialReply>, StorageError> {
        Ok(self.asked()?.reply(id))
    }
    async fn revisions(&self, id: ReplyId) -> Result<Vec<ReplyRevision>, StorageError> {
        Ok(self.asked()?.revisions.get(&id).cloned().unwrap_or_default())
    }
    async fn answered(&self, filter: &AnsweredFilter, page: &PageRequest) -> Result<Page<Answered>, StorageError> {
        let mut rows = self.asked()?.answered(filter);
        let of_campaign = filter.campaign.is_none_or(|only| only == campaign());
        rows.retain(|row| of_campaign && self.public(row.idea) && is_after(&row.cursor(), page));
        Ok(Page::from_rows(rows, page))
    }
    async fn scores(&self, since: Timestamp, _now: Timestamp) -> Result<Vec<Score>, StorageError> {
        Ok(self.asked()?.scores(since))
    }
    async fn overdue(
        &self,
        _department: Option<DepartmentId>,
        _now: Timestamp,
        _which: (OverdueFrom, u64),
    ) -> Result<Vec<Overdue>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn comments(&self, _idea: IdeaId, _numbers: &[i32]) -> Result<Vec<(i32, CommentId)>, StorageError> {
        self.asked().map(|_book| Vec::new())
    }
    async fn templates(&self) -> Result<Vec<ReplyTemplate>, StorageError> {
        Ok(self.asked()?.templates.clone())
    }
    async fn save_template(&self, new: SaveTemplate) -> Result<bool, StorageError> {
        let mut book = self.asked()?;
        let known = book.templates.iter().position(|one| one.id == new.id);
        if known.map_or(0, |nth| book.templates[nth].version) != new.seen {
            return Ok(false);
        }
        let SaveTemplate { id, department, seen, text, by } = new;
        let (by, changed_at) = (by.person, by.at);
        let one = ReplyTemplate { id, department, text, version: seen + 1, by, changed_at, retired_at: None };
        book.templates.retain(|other| other.id != id);
        book.templates.push(one);
        Ok(true)
    }
    async fn retire_template(
        &self,
        id: TemplateId,
        seen: i32,
        retired: Option<Timestamp>,
        _by: By,
    ) -> Result<bool, StorageError> {
        let mut book = self.asked()?;
        let found = book.templates.iter_mut().find(|one| one.id == id && one.version == seen);
        Ok(found.map(|one| (one.retired_at, one.version) = (retired, seen + 1)).is_some())
    }
}

/// Every cursor of these tests is the last row's, so what has its key and id was shown.
fn is_after(cursor: &Cursor, page: &PageRequest) -> bool {
    page.from.as_ref().is_none_or(|from| cursor.id > from.id)
}
