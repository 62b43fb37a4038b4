//! The comment as API clients read it. What the viewer may not read was left out before it came here.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use folkmoot_comments as domain;

use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::limits::history_cost;
use crate::people::PublicPerson;
use crate::replies::OfficerBadge;

/// One remark in a thread.
pub(crate) struct Comment(pub(crate) domain::Comment);

impl Comment {
    /// One comment on its own.
    pub(crate) fn alone(ctx: &Context<'_>, comment: domain::Comment) -> Result<Self, ApiError> {
        ctx.loaders()?.expect_comments(std::iter::once(&comment));
        Ok(Self(comment))
    }

    fn words(&self) -> Option<&domain::Words> {
        self.0.words.as_ref()
    }
}

/// One remark in a thread. When it can't be read, its place stays, so that the replies still make sense: then the
/// text, the stance and the author are null.
#[Object]
impl Comment {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Its number under its idea; never reused.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// 0 for a comment on the idea itself, one more for each reply down.
    async fn depth(&self) -> i32 {
        self.0.depth
    }

    /// The idea it is under.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Idea, ApiError> {
        let loaders = ctx.loaders()?;
        let idea = loaders.idea(self.0.idea).await?.ok_or_else(ApiError::not_found)?;
        // Comments of many ideas lead to many ideas: what hangs on those is read together again.
        Ok(Idea::among(idea, &loaders.known_ideas()))
    }

    /// What it replies to; null for a comment on the idea itself.
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<Self>, ApiError> {
        match self.0.parent {
            None => Ok(None),
            Some(parent) => Ok(ctx.loaders()?.comment(parent).await?.map(Self)),
        }
    }

    /// Where its author stands.
    async fn stance(&self) -> Option<Stance> {
        self.words().map(|words| words.stance.into())
    }

    /// The text as its author wrote it.
    async fn body_markdown(&self) -> Option<&str> {
        self.words().map(|words| words.body.as_str())
    }

    /// The text as pages show it: sanitised HTML.
    async fn body_html(&self) -> Option<&str> {
        self.words().map(|words| words.html.as_str())
    }

    /// What it is written in, as a short code.
    async fn language(&self) -> Option<&str> {
        self.words().map(|words| words.language.as_str())
    }

    /// Whether it can be read.
    async fn state(&self) -> CommentState {
        self.0.state.into()
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        let Some(words) = self.words() else {
            return Ok(None);
        };
        let author = ctx.loaders()?.person(words.author).await?;
        author.map(|author| Some(PublicPerson(author))).ok_or_else(|| ApiError::missing("a comment's author is gone"))
    }

    /// The role in which its author works for the council, when they are an officer of an open department: the program says
    /// so, not their name. Null for everybody else, and when it can't be read.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<OfficerBadge>, ApiError> {
        match self.words() {
            Some(words) => Ok(ctx.loaders()?.badge(words.author).await?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Whether an answer of the council's to its idea used what it says.
    async fn is_credited(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        if self.words().is_none() {
            return Ok(false);
        }
        let way = ctx.loaders()?.way(self.0.idea).await?;
        Ok(way.replies.iter().any(|reply| reply.credits.contains(&self.0.id)))
    }

    /// When it was posted.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// When it was last edited; null if never.
    async fn edited_at(&self) -> Option<DateTime> {
        self.words().and_then(|words| words.edited_at).map(DateTime)
    }

    /// When a moderator last took some of its words out; null if never.
    async fn redacted_at(&self) -> Option<DateTime> {
        self.words().and_then(|words| words.redacted_at).map(DateTime)
    }

    /// 1, and one more for each edit. `editComment` wants it back, so that no edit is overwritten unseen.
    async fn revision(&self) -> Option<i32> {
        self.words().map(|words| words.revision)
    }

    /// Everything it ever said, newest first, at most 101 versions; empty when it can't be read.
    #[graphql(complexity = "history_cost(child_complexity)")]
    async fn revisions(&self, ctx: &Context<'_>) -> Result<Vec<CommentRevision>, ApiError> {
        if self.words().is_none() {
            return Ok(Vec::new());
        }
        let revisions = ctx.loaders()?.comment_history(self.0.id).await?;
        Ok(revisions.into_iter().map(Into::into).collect())
    }

    /// Whether the viewer may edit and delete it now.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> bool {
        self.0.editable_by(&ctx.viewer())
    }
}

/// What a comment said for a time.
#[derive(SimpleObject)]
pub(crate) struct CommentRevision {
    /// 1 for the first.
    revision: i32,
    /// Its stance then.
    stance: Stance,
    /// Its text then.
    body_markdown: String,
    /// Its text then, as sanitised HTML.
    body_html: String,
    /// From when it said so.
    written_at: DateTime,
}

impl From<domain::CommentRevision> for CommentRevision {
    fn from(then: domain::CommentRevision) -> Self {
        Self {
            revision: then.revision,
            stance: then.stance.into(),
            body_html: then.body.to_html().as_str().to_owned(),
            body_markdown: then.body.as_str().to_owned(),
            written_at: then.written_at.into(),
        }
    }
}

/// Where a comment stands towards its idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Stance")]
pub(crate) enum Stance {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Neither: a question, a fact.
    Neutral,
}

/// Whether a comment can be read, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::CommentState")]
pub(crate) enum CommentState {
    /// By anybody who can read the idea.
    Published,
    /// By its author and moderators, until somebody looks at it.
    Held,
    /// By moderators: it broke a rule.
    Hidden,
    /// By nobody: its author took it back.
    Deleted,
}
