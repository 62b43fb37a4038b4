//! What the rules of comments need from a store. Each method is one transaction.

use async_trait::async_trait;
use folkmoot_common::{
    CommentId, Cursor, Farewell, IdeaId, Look, Page, PageRequest, PersonId, StorageError, Tally, Timestamp, Viewer,
};

use crate::{Comment, CommentRevision, CommentText, PastComment, Stance};

/// In which order threads stand. Replies always follow what they reply to, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CommentOrder {
    /// The latest thread first.
    #[default]
    Newest,
    /// The first thread first.
    Oldest,
}

impl CommentOrder {
    /// The word in page addresses and cursors.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// Reads the word in page addresses.
    #[must_use]
    pub fn from_slug(word: &str) -> Option<Self> {
        [Self::Newest, Self::Oldest].into_iter().find(|order| order.slug() == word)
    }
}

/// A comment that is to be posted.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Its id.
    pub id: CommentId,
    /// Under which idea.
    pub idea: IdeaId,
    /// What it replies to.
    pub parent: Option<CommentId>,
    /// Whose.
    pub author: PersonId,
    /// What it says.
    pub text: CommentText,
    /// What was found when it was looked at.
    pub look: Look,
    /// When.
    pub at: Timestamp,
}

/// An edit that is to be made.
#[derive(Debug, Clone)]
pub struct EditComment {
    /// Of which comment.
    pub id: CommentId,
    /// The revision that its author saw.
    pub seen: i32,
    /// What it shall say.
    pub text: CommentText,
    /// What was found when it was looked at.
    pub look: Look,
    /// When.
    pub at: Timestamp,
}

/// The name that cursors of one author's comments carry.
pub const BY_AUTHOR: &str = "by-author";

/// How many replies deep a thread may go, the comment on the idea itself being 0.
pub const DEEPEST: i32 = 60;

/// What became of a comment that was to be posted.
#[derive(Debug, Clone)]
pub enum Placed {
    /// It stands, and the idea is counted so.
    Posted(Box<Comment>, Tally),
    /// The idea is public but takes no comments any more.
    Closed,
    /// No such idea for the public, or what it replies to is not under it or can't be replied to.
    NotFound,
    /// The thread is as deep as threads go.
    TooDeep,
}

/// A comment in a list, and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedComment {
    /// The comment.
    pub comment: Comment,
    /// Where the list goes on from here.
    pub cursor: Cursor,
}

/// A comment on one side of a discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The comment and its place on its side.
    pub listed: ListedComment,
    /// How many replies to it can be read by everybody.
    pub replies: i64,
    /// How many other people take the same side in those.
    pub agreeing: i64,
}

/// The threads under ideas. Reading hides the words that the viewer may not read; whether the idea itself may be seen
/// is for this port too: a comment of an idea that the viewer may not see does not exist.
#[async_trait]
pub trait Threads: Send + Sync {
    /// Posts a comment and numbers it. By the publishing mode of the idea's campaign it is public, and the idea's tally moves
    /// with it, or it is held; what is held or suspicious goes into the moderators' queue. A comment of this id and author that is there
    /// already is the answer, and nothing moves: it came twice from one draft.
    ///
    /// MUST announce the tally and the comment after the commit, when it is public, even to a caller who has gone meanwhile.
    async fn post(&self, comment: NewComment) -> Result<Placed, StorageError>;

    /// Makes the edit and keeps what stood before, or keeps the edit until a moderator has looked, by the publishing mode
    /// of the idea's campaign. An edit that is made takes the place of one that waits. `false` when it is no longer what
    /// the author saw.
    async fn edit(&self, edit: EditComment) -> Result<bool, StorageError>;

    /// Forgets the edit that waits, if one does, and closes its place in the queue.
    async fn take_back_edit(&self, id: CommentId) -> Result<(), StorageError>;

    /// Empties a published or held comment for good, leaving its place, and moves the tally: what was held was not
    /// counted. `None` when it was neither.
    /// Whoever reported it is told so in the same transaction. MUST announce the tally as `post` does.
    async fn delete(
        &self,
        id: CommentId,
        farewells: Vec<Farewell>,
        at: Timestamp,
    ) -> Result<Option<Tally>, StorageError>;

    /// One comment, if its idea may be seen.
    async fn find(&self, viewer: &Viewer, id: CommentId) -> Result<Option<Comment>, StorageError>;

    /// Those of these comments whose ideas may be seen. A store that can should ask once for all of them.
    async fn find_many(&self, viewer: &Viewer, ids: &[CommentId]) -> Result<Vec<Comment>, StorageError> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(self.find(viewer, *id).await?);
        }
        Ok(found)
    }

    /// One comment by its number under an idea.
    async fn find_number(&self, viewer: &Viewer, idea: IdeaId, number: i32) -> Result<Option<Comment>, StorageError>;

    /// A page of an idea's threads, each in reading order.
    async fn list(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError>;

    /// The first page of several ideas' threads at once, for lists of ideas.
    async fn first_pages(
        &self,
        viewer: &Viewer,
        ideas: &[IdeaId],
        order: CommentOrder,
        size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError>;

    /// What the viewer said themselves, the latest first: under any idea, in any state but deleted. Words that even
    /// their author may not read now are left out.
    async fn by_viewer(
        &self,
        viewer: &Viewer,
        author: PersonId,
        page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError>;

    /// What somebody said that everybody can read, under ideas that everybody can see, the latest first.
    async fn public_by(&self, author: PersonId, page: &PageRequest) -> Result<Page<ListedComment>, StorageError>;

    /// A page of the published comments on the idea itself that stand on one side, without their replies, each with
    /// how many published replies its thread holds.
    async fn side(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
        order: CommentOrder,
        page: &PageRequest,
    ) -> Result<Page<Argument>, StorageError>;

    /// Of the published comments on the idea itself that stand on one side those with which most other people agree, of
    /// each person one, at most `most`, in any order. Of equals it MUST choose as [`crate::Comments::best_arguments`] does.
    /// It MUST cost the same however much more was said: of a very long discussion the latest part is counted.
    async fn best_supported(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
        most: u16,
    ) -> Result<Vec<Argument>, StorageError>;

    /// The page that the comment of this number stands on: the cursor just before its thread.
    async fn before_thread(
        &self,
        idea: IdeaId,
        number: i32,
        order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError>;

    /// What these comments said before, newest first, without what they say now; at most
    /// [`crate::Comments::MOST_EDITS`] of each. One question, however many comments.
    async fn revisions(&self, ids: &[CommentId]) -> Result<Vec<(CommentId, CommentRevision)>, StorageError>;

    /// Takes those of these comments that aren't there yet, in this order. Says how many it took. A long
    /// run is several transactions; one that fails leaves those before it.
    async fn take(&self, comments: &[PastComment]) -> Result<usize, StorageError>;
}
