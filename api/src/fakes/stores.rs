//! Ideas and threads in memory.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use folkmoot_comments::{
    Argument, Comment, CommentOrder, CommentRevision, CommentState, EditComment, ListedComment, NewComment,
    PastComment, Placed, Stance, Threads, Words,
};
use folkmoot_common::{
    CampaignId, CommentId, Cursor, Farewell, Id as _, IdeaId, Language, Page, PageRequest, PersonId, StorageError,
    Tally, Timestamp, Viewer,
};
use folkmoot_ideas::{
    Because, Campaign, CampaignChanged, ChangeCampaign, EditIdea, Idea, IdeaQuery, IdeaStatus, IdeaStore, Listed,
    NewCampaign, NewIdea, PastIdea, PublishingMode, Revision, Title, Visibility, VotingRule,
};
use folkmoot_text::Markdown;
use folkmoot_votes::Choice;

use super::{Books, WHEN, author_of, campaign, the};

/// All stores at once.
pub(crate) struct Memory {
    pub(super) books: Arc<Books>,
    pub(super) ideas: Mutex<Vec<Idea>>,
    comments: Mutex<Vec<Comment>>,
    pub(super) votes: Mutex<HashMap<(PersonId, IdeaId), Choice>>,
}

fn idea(number: u128, status: IdeaStatus) -> Idea {
    let id = the(number);
    let body = Markdown::from_stored(format!("Why **{number}** matters."));
    Idea {
        id,
        number: i64::try_from(number).unwrap(),
        slug: format!("idea-{number}"),
        campaign: campaign(),
        author: author_of(number),
        title: Title::from_stored(format!("Idea number {number}")),
        html: Some(body.to_html()),
        body,
        language: Language::english(),
        status,
        publishing_mode: PublishingMode::StraightAway,
        hidden: false,
        merged_into: None,
        carried: 0,
        redacted_at: None,
        withdrawn_because: None,
        created_at: WHEN,
        published_at: status.is_public().then_some(WHEN),
        edited_at: None,
        revision: 1,
        tally: Tally { comments: 2, ..Tally::none(id) },
    }
}

fn comment(number: u128, idea: u128, parent: Option<u128>) -> Comment {
    let body = Markdown::from_stored(format!("Remark {number}"));
    Comment {
        id: the(number),
        idea: the(idea),
        number: i32::try_from(number).unwrap(),
        parent: parent.map(the),
        depth: i32::from(parent.is_some()),
        created_at: WHEN,
        state: CommentState::Published,
        words: Some(Words {
            author: author_of(number),
            stance: Stance::For,
            html: body.to_html(),
            body,
            edited_at: None,
            redacted_at: None,
            revision: 1,
            language: Language::english(),
        }),
    }
}

fn sees(sight: Visibility, idea: &Idea) -> bool {
    match sight {
        Visibility::Public => idea.is_public(),
        Visibility::PublicAndOwn(person) => idea.is_public() || idea.author == person,
        Visibility::Everything => true,
    }
}

impl Memory {
    pub(super) fn new(books: Arc<Books>) -> Self {
        let ideas =
            vec![idea(1, IdeaStatus::Published), idea(2, IdeaStatus::Published), idea(3, IdeaStatus::Submitted)];
        let ideas = ideas.into_iter().map(|idea| Idea { author: author_of(1), ..idea }).collect();
        let mut deleted = comment(3, 2, None);
        deleted.state = CommentState::Deleted;
        deleted.words = None;
        let comments = vec![comment(1, 1, None), comment(2, 1, Some(1)), deleted];
        Self { books, ideas: Mutex::new(ideas), comments: Mutex::new(comments), votes: Mutex::default() }
    }

    pub(super) fn asked(&self) -> Result<(), StorageError> {
        self.books.asked.fetch_add(1, Ordering::Relaxed);
        if self.books.is_busy.load(Ordering::Relaxed) {
            return Err(StorageError::Busy);
        }
        if self.books.is_broken.load(Ordering::Relaxed) {
            return Err(StorageError::corrupt("relation \"idea\" does not exist"));
        }
        Ok(())
    }

    pub(super) fn seen(&self, sight: Visibility, fits: impl Fn(&Idea) -> bool) -> Result<Vec<Idea>, StorageError> {
        self.asked()?;
        Ok(self.ideas.lock().unwrap().iter().filter(|idea| fits(idea) && sees(sight, idea)).cloned().collect())
    }

    fn under(&self, idea: IdeaId, size: u16) -> Page<ListedComment> {
        let comments = self.comments.lock().unwrap();
        let of_idea = comments.iter().filter(|comment| comment.idea == idea).cloned();
        let listed = of_idea.map(|comment| ListedComment {
            cursor: Cursor { order: "newest".to_owned(), key: i64::from(comment.number), id: comment.id.uuid() },
            comment,
        });
        Page::from_rows(listed.collect(), &PageRequest::first(size))
    }
}

#[async_trait]
impl IdeaStore for Memory {
    async fn insert(&self, new: NewIdea) -> Result<Option<Idea>, StorageError> {
        self.asked()?;
        let mut posted = idea(9, new.status);
        posted.id = new.id;
        posted.author = new.author;
        posted.title = new.text.title;
        posted.language = new.text.language;
        self.ideas.lock().unwrap().push(posted.clone());
        Ok(Some(posted))
    }
    async fn edit(&self, edit: EditIdea) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(edit.seen == 1)
    }

    async fn take_back_edit(&self, _id: IdeaId) -> Result<(), StorageError> {
        Ok(())
    }
    async fn shift(
        &self,
        _id: IdeaId,
        _from: IdeaStatus,
        _to: IdeaStatus,
        _because: Because<'_>,
    ) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(true)
    }
    async fn find(&self, sight: Visibility, id: IdeaId) -> Result<Option<Idea>, StorageError> {
        if self.books.is_asleep.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        Ok(self.seen(sight, |idea| idea.id == id)?.pop())
    }
    async fn find_number(&self, sight: Visibility, number: i64) -> Result<Option<Idea>, StorageError> {
        Ok(self.seen(sight, |idea| idea.number == number)?.pop())
    }
    async fn find_many(&self, sight: Visibility, ids: &[IdeaId]) -> Result<Vec<Idea>, StorageError> {
        self.seen(sight, |idea| ids.contains(&idea.id))
    }
    async fn carried(&self, _id: IdeaId) -> Result<Vec<(i64, i64)>, StorageError> {
        Ok(Vec::new())
    }
    async fn was_withdrawn(&self, _number: i64) -> Result<bool, StorageError> {
        Ok(false)
    }
    async fn public_ids(&self, _numbers: &[i64]) -> Result<HashMap<i64, IdeaId>, StorageError> {
        Ok(HashMap::new())
    }
    async fn list(
        &self,
        _sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError> {
        let order = query.order.slug().to_owned();
        let after = page.from.as_ref().map_or(0, |cursor| cursor.key);
        let ideas = self.seen(Visibility::Public, |idea| idea.number > after)?;
        let listed = ideas
            .into_iter()
            .map(|idea| Listed { cursor: Cursor { order: order.clone(), key: idea.number, id: idea.id.uuid() }, idea });
        Ok(Page::from_rows(listed.collect(), page))
    }
    async fn beginning(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        size: u16,
        most: u64,
    ) -> Result<(Page<Listed>, u64), StorageError> {
        let page = IdeaStore::list(self, sight, query, &PageRequest::first(size)).await?;
        Ok((page, IdeaStore::count(self, sight, query, most).await?))
    }
    async fn count(&self, _sight: Visibility, _query: &IdeaQuery, _most: u64) -> Result<u64, StorageError> {
        self.asked()?;
        Ok(2)
    }
    async fn sizes(&self, _: &[CampaignId], _: u64) -> Result<HashMap<CampaignId, u64>, StorageError> {
        self.asked()?;
        Ok(HashMap::new())
    }
    async fn similar(
        &self,
        sight: Visibility,
        _campaign: Option<CampaignId>,
        _words: &[String],
        _most: u64,
    ) -> Result<Vec<Idea>, StorageError> {
        self.seen(sight, |_any| true)
    }
    async fn revisions(&self, _ids: &[IdeaId]) -> Result<Vec<(IdeaId, Revision)>, StorageError> {
        self.asked()?;
        Ok(Vec::new())
    }
    async fn campaign(&self, slug: &str) -> Result<Option<Campaign>, StorageError> {
        Ok(self.campaigns(&[campaign()]).await?.into_iter().find(|campaign| campaign.slug == slug))
    }
    async fn campaigns(&self, _ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError> {
        self.asked()?;
        Ok(vec![Campaign {
            id: campaign(),
            slug: "anything-else".to_owned(),
            question: "Anything else?".to_owned(),
            brief: Markdown::from_stored("Tell us.".to_owned()),
            language: Language::english(),
            opens_at: WHEN,
            closes_at: None,
            voting_rule: VotingRule::SupportAndOppose,
            publishing_mode: PublishingMode::StraightAway,
            archived_at: None,
            version: 1,
        }])
    }
    async fn all_campaigns(&self, _now: Timestamp) -> Result<Vec<Campaign>, StorageError> {
        self.campaigns(&[]).await
    }
    async fn has_ideas(&self, _campaign: CampaignId) -> Result<bool, StorageError> {
        Ok(true)
    }
    async fn change_campaign(&self, change: ChangeCampaign) -> Result<CampaignChanged, StorageError> {
        Ok(if change.unless_ideas { CampaignChanged::HasIdeas } else { CampaignChanged::Done })
    }
    async fn make_campaign(&self, _campaign: NewCampaign) -> Result<Campaign, StorageError> {
        Err(StorageError::corrupt("not in these tests"))
    }
    async fn take(&self, _ideas: &[PastIdea]) -> Result<usize, StorageError> {
        Ok(0)
    }
}

#[async_trait]
impl Threads for Memory {
    async fn post(&self, new: NewComment) -> Result<Placed, StorageError> {
        self.asked()?;
        if new.idea == the(2) {
            return Ok(Placed::Closed);
        }
        let mut posted = comment(4, 1, None);
        posted.id = new.id;
        Ok(Placed::Posted(Box::new(posted), Tally { comments: 3, version: 1, ..Tally::none(new.idea) }))
    }
    async fn edit(&self, edit: EditComment) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(edit.seen == 1)
    }

    async fn take_back_edit(&self, _id: CommentId) -> Result<(), StorageError> {
        Ok(())
    }
    async fn delete(
        &self,
        _id: CommentId,
        _farewells: Vec<Farewell>,
        _at: Timestamp,
    ) -> Result<Option<Tally>, StorageError> {
        self.asked()?;
        Ok(Some(Tally::none(the(1))))
    }
    async fn find(&self, _viewer: &Viewer, id: CommentId) -> Result<Option<Comment>, StorageError> {
        self.asked()?;
        Ok(self.comments.lock().unwrap().iter().find(|comment| comment.id == id).cloned())
    }
    async fn find_number(
        &self,
        _viewer: &Viewer,
        _idea: IdeaId,
        _number: i32,
    ) -> Result<Option<Comment>, StorageError> {
        Ok(None)
    }
    async fn list(
        &self,
        _viewer: &Viewer,
        idea: IdeaId,
        _order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        self.asked()?;
        Ok(self.under(idea, page.size))
    }
    async fn side(
        &self,
        _viewer: &Viewer,
        _idea: IdeaId,
        _stance: Stance,
        _order: CommentOrder,
        _page: &PageRequest,
    ) -> Result<Page<Argument>, StorageError> {
        Ok(Page::empty())
    }
    async fn best_supported(
        &self,
        _viewer: &Viewer,
        _idea: IdeaId,
        _stance: Stance,
        _most: u16,
    ) -> Result<Vec<Argument>, StorageError> {
        Ok(Vec::new())
    }
    async fn first_pages(
        &self,
        _viewer: &Viewer,
        ideas: &[IdeaId],
        _order: CommentOrder,
        size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
        self.asked()?;
        Ok(ideas.iter().map(|idea| (*idea, self.under(*idea, size))).collect())
    }
    async fn by_viewer(
        &self,
        _viewer: &Viewer,
        author: PersonId,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        self.public_by(author, page).await
    }
    async fn public_by(&self, author: PersonId, page: &PageRequest) -> Result<Page<ListedComment>, StorageError> {
        self.asked()?;
        let comments = self.comments.lock().unwrap();
        let theirs =
            comments.iter().filter(|comment| comment.words.as_ref().is_some_and(|words| words.author == author));
        let listed = theirs.cloned().map(|comment| ListedComment {
            cursor: Cursor { order: folkmoot_comments::BY_AUTHOR.to_owned(), key: 0, id: comment.id.uuid() },
            comment,
        });
        Ok(Page::from_rows(listed.collect(), page))
    }
    async fn before_thread(
        &self,
        _idea: IdeaId,
        _number: i32,
        _order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError> {
        Ok(None)
    }
    async fn revisions(&self, _ids: &[CommentId]) -> Result<Vec<(CommentId, CommentRevision)>, StorageError> {
        self.asked()?;
        Ok(Vec::new())
    }
    async fn take(&self, _comments: &[PastComment]) -> Result<usize, StorageError> {
        Ok(0)
    }
}
