//! The campaign as API clients read it.

use async_graphql::{Context, Enum, ID, Object};
use folkmoot_ideas as domain;

use crate::connection::{Listing, Window};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ideas::{self, Idea, IdeaOrder};
use crate::ids;
use crate::limits::sub_list_cost;
use crate::replies::PromiseStep;

/// A question that the council asks.
pub(crate) struct Campaign(pub(crate) domain::Campaign);

/// A question that the council asks, open between two times, with its own rules for voting and publishing.
#[Object]
impl Campaign {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Its short name, as in `/campaigns/{slug}`.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// What the council asks, on one line.
    async fn question(&self) -> &str {
        &self.0.question
    }

    /// What people should know before they answer, in Markdown.
    async fn brief_markdown(&self) -> &str {
        self.0.brief.as_str()
    }

    /// The same as sanitised HTML.
    async fn brief_html(&self) -> String {
        self.0.brief.to_html().as_str().to_owned()
    }

    /// What both are written in, as a short code.
    async fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// Ideas and votes are taken from here on.
    async fn opens_at(&self) -> DateTime {
        self.0.opens_at.into()
    }

    /// And up to but not including here; null if it has no end.
    async fn closes_at(&self) -> Option<DateTime> {
        self.0.closes_at.map(DateTime)
    }

    /// Whether it takes ideas and votes now. When it comes to a vote, the database's clock decides.
    async fn is_open(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        Ok(self.0.is_open(ctx.services()?.sources.now()))
    }

    /// What its ballots may say.
    async fn voting_rule(&self) -> VotingRule {
        self.0.voting_rule.into()
    }

    /// When its new ideas become public.
    async fn publishing_mode(&self) -> PublishingMode {
        self.0.publishing_mode.into()
    }

    /// Since when it is put away, so that no list of questions names it; null if it isn't.
    async fn archived_at(&self) -> Option<DateTime> {
        self.0.archived_at.map(DateTime)
    }

    /// Which version of all this, counted up at every change: an act on it names the one that it saw.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the council promises to do when enough people support one of its ideas, in the order of supporters.
    #[graphql(complexity = "10 + 3 * child_complexity")]
    async fn promises(&self, ctx: &Context<'_>) -> Result<Vec<PromiseStep>, ApiError> {
        Ok(ctx.loaders()?.steps(self.0.id).await?.into_iter().map(Into::into).collect())
    }

    /// Its public ideas, at most 100 at a time.
    #[graphql(complexity = "sub_list_cost(first, child_complexity)")]
    async fn ideas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "TRENDING, if left out.")] order_by: Option<IdeaOrder>,
    ) -> Result<Listing<Idea>, ApiError> {
        let window = Window { first, after, ..Window::default() };
        ideas::list(ctx, ideas::of_campaign(self.0.id), order_by, &window).await
    }
}

/// What a campaign's ballots may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::VotingRule")]
pub(crate) enum VotingRule {
    /// In favour, or nothing.
    SupportOnly,
    /// In favour or against.
    SupportAndOppose,
}

/// When a new idea becomes public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::PublishingMode")]
pub(crate) enum PublishingMode {
    /// At once. What is suspicious is looked at afterwards.
    StraightAway,
    /// At once, but for what is suspicious.
    UnlessFlagged,
    /// Somebody's first after a moderator's yes, and what is suspicious.
    FirstPosts,
    /// After a moderator's yes; of somebody whom moderators trust only what is suspicious.
    AfterReview,
}
