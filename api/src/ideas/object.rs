//! The idea as API clients read it. It wraps the domain's own: what isn't named here doesn't leave.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use folkmoot_common::IdeaId;
use folkmoot_ideas as domain;
use folkmoot_moderation::Target;

use crate::campaigns::Campaign;
use crate::comments::{Comment, CommentOrder, threads};
use crate::connection::{Listing, Window};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::labels::Label;
use crate::limits::{history_cost, threads_cost};
use crate::moderation::Decision;
use crate::people::PublicPerson;
use crate::replies::{
    self, GrowthDay, Happening, IdeaDepartment, Milestone, OfficialReply, Promise, ReplyDraft, StaffNote,
};
use crate::votes::{Tally, VoteChoice};
use crate::{count, ids};

/// One proposal by a citizen.
#[derive(Clone)]
pub(crate) struct Idea {
    idea: Arc<domain::Idea>,
    /// The ideas of the same list, itself included: their comments are read together.
    siblings: Arc<[IdeaId]>,
}

impl Idea {
    /// One idea on its own.
    pub(crate) fn alone(ctx: &Context<'_>, idea: domain::Idea) -> Result<Self, ApiError> {
        ctx.loaders()?.expect_ideas(std::iter::once(&idea));
        Ok(Self::heard(idea))
    }

    /// One that a listener is told of: the loaders of that moment aren't there yet.
    pub(crate) fn heard(idea: domain::Idea) -> Self {
        let siblings = Arc::from([idea.id]);
        Self { idea: Arc::new(idea), siblings }
    }

    /// One of several that are shown together; whoever read the list has told the loaders.
    pub(crate) fn among(idea: domain::Idea, siblings: &Arc<[IdeaId]>) -> Self {
        Self { idea: Arc::new(idea), siblings: Arc::clone(siblings) }
    }
}

/// One proposal by a citizen.
#[Object]
impl Idea {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.idea.id)
    }

    /// Its public number; never reused.
    async fn number(&self) -> i32 {
        count(self.idea.number)
    }

    /// The readable part of its address, `/ideas/{number}/{slug}`. It changes with the title.
    async fn slug(&self) -> &str {
        &self.idea.slug
    }

    /// One line of plain text.
    async fn title(&self) -> &str {
        self.idea.title.as_str()
    }

    /// The text as its author wrote it.
    async fn body_markdown(&self) -> &str {
        self.idea.body.as_str()
    }

    /// The text as pages show it: sanitised HTML.
    async fn body_html(&self) -> String {
        self.idea.html().as_str().to_owned()
    }

    /// What it is written in, as a short code: `en`, `cy`, `pt-BR`.
    async fn language(&self) -> &str {
        self.idea.language.as_str()
    }

    /// Where it stands.
    async fn status(&self) -> IdeaStatus {
        self.idea.status.into()
    }

    /// Whether anybody may see it. If not, only its author and moderators do.
    async fn is_public(&self) -> bool {
        self.idea.is_public()
    }

    /// Why its author took it back, if they did.
    async fn withdrawn_because(&self) -> Option<&str> {
        self.idea.withdrawn_because.as_deref()
    }

    /// The public number of the idea that it lives on in, if it was merged.
    async fn merged_into(&self) -> Option<i32> {
        self.idea.merged_into.map(count)
    }

    /// From which merged ideas how many of its supporters came. They are counted in its tally already.
    #[graphql(complexity = "50 + 10 * child_complexity")]
    async fn carried(&self, ctx: &Context<'_>) -> Result<Vec<Carried>, ApiError> {
        let carried = ctx.services()?.ideas.carried(&self.idea).await?;
        Ok(carried.into_iter().map(|(from, people)| Carried { from: count(from), count: count(people) }).collect())
    }

    /// When a moderator last took some of its words out; null if never.
    async fn redacted_at(&self) -> Option<DateTime> {
        self.idea.redacted_at.map(DateTime)
    }

    /// The decision that it stands under, for its author and moderators: why it was refused, hidden, merged or redacted,
    /// how to mend it, whether that can be appealed. Null for everybody else, and when there is none.
    #[graphql(complexity = "100 + child_complexity")]
    async fn standing_decision(&self, ctx: &Context<'_>) -> Result<Option<Decision>, ApiError> {
        let viewer = ctx.viewer();
        if !viewer.is(self.idea.author) && !viewer.sees_everything() {
            return Ok(None);
        }
        let target = Target::Idea(self.idea.id);
        Ok(ctx.services()?.moderation.standing_decision(&viewer, target).await?.map(Decision))
    }

    /// The campaign it belongs to.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Campaign, ApiError> {
        let campaign = ctx.loaders()?.campaign(self.idea.campaign).await?;
        campaign.map(Campaign).ok_or_else(|| ApiError::missing("an idea's campaign is gone"))
    }

    /// Where it is about; null if its author didn't say.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Label>, ApiError> {
        let labels = ctx.loaders()?.labels(self.idea.id).await?;
        Ok(labels.into_iter().find(|one| one.kind == domain::LabelKind::Place).map(Label))
    }

    /// What it is about, in the council's own words: at most five.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn tags(&self, ctx: &Context<'_>) -> Result<Vec<Label>, ApiError> {
        let labels = ctx.loaders()?.labels(self.idea.id).await?;
        Ok(labels.into_iter().filter(|one| one.kind == domain::LabelKind::Tag).map(Label).collect())
    }

    /// Who posted it.
    async fn author(&self, ctx: &Context<'_>) -> Result<PublicPerson, ApiError> {
        let author = ctx.loaders()?.person(self.idea.author).await?;
        author.map(PublicPerson).ok_or_else(|| ApiError::missing("an idea's author is gone"))
    }

    /// When it was posted.
    async fn created_at(&self) -> DateTime {
        self.idea.created_at.into()
    }

    /// When everybody could read it first: later than `createdAt` where a moderator looked before. Null while nobody else has.
    async fn published_at(&self) -> Option<DateTime> {
        self.idea.published_at.map(DateTime)
    }

    /// When it was last edited; null if never.
    async fn edited_at(&self) -> Option<DateTime> {
        self.idea.edited_at.map(DateTime)
    }

    /// 1, and one more for each edit. `editIdea` wants it back, so that no edit is overwritten unseen.
    async fn revision(&self) -> i32 {
        self.idea.revision
    }

    /// What it said to whoever could read it, newest first, beginning with what it says now: at most 101 versions.
    #[graphql(complexity = "history_cost(child_complexity)")]
    async fn revisions(&self, ctx: &Context<'_>) -> Result<Vec<IdeaRevision>, ApiError> {
        let revisions = ctx.loaders()?.idea_history(self.idea.id).await?;
        Ok(revisions.into_iter().map(Into::into).collect())
    }

    /// How many support and oppose it, and how many comments it has.
    async fn tally(&self) -> Tally {
        Tally(self.idea.tally)
    }

    /// What the viewer chose; null if nothing, or if nobody has signed in. Nobody else's choice can be asked for.
    async fn viewer_vote(&self, ctx: &Context<'_>) -> Result<Option<VoteChoice>, ApiError> {
        Ok(ctx.loaders()?.own_vote(self.idea.id).await?.map(Into::into))
    }

    /// Whether the viewer is told when something happens with it: because they posted it, support it or asked to, and
    /// didn't say that they want to hear nothing of it.
    async fn viewer_follows(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        ctx.loaders()?.hears(self.idea.id).await
    }

    /// Whether the viewer may edit it now.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> bool {
        self.idea.editable_by(&ctx.viewer())
    }

    /// Whether the viewer may withdraw it now.
    async fn viewer_can_withdraw(&self, ctx: &Context<'_>) -> bool {
        self.idea.withdrawable_by(&ctx.viewer())
    }

    /// What the council promised when it got to so many supporters, in the order in which it got there.
    #[graphql(complexity = "10 + 3 * child_complexity")]
    async fn promises(&self, ctx: &Context<'_>) -> Result<Vec<Promise>, ApiError> {
        Ok(ctx.loaders()?.way(self.idea.id).await?.promises.into_iter().map(Promise).collect())
    }

    /// Which departments have it; the one that leads answers.
    #[graphql(complexity = "10 + 3 * child_complexity")]
    async fn departments(&self, ctx: &Context<'_>) -> Result<Vec<IdeaDepartment>, ApiError> {
        Ok(ctx.loaders()?.way(self.idea.id).await?.assignments.into_iter().map(Into::into).collect())
    }

    /// What the council answered, the newest first. Most ideas have one answer at the most.
    #[graphql(complexity = "10 + 2 * child_complexity")]
    async fn official_replies(&self, ctx: &Context<'_>) -> Result<Vec<OfficialReply>, ApiError> {
        OfficialReply::all(ctx, ctx.loaders()?.way(self.idea.id).await?.replies)
    }

    /// Steps of what the council said that it would do, by their day: at most 30. A read of its own for the viewer's words.
    #[graphql(complexity = "10 + 10 * child_complexity")]
    async fn milestones(&self, ctx: &Context<'_>) -> Result<Vec<Milestone>, ApiError> {
        replies::milestones(ctx, ctx.loaders()?.way(self.idea.id).await?.milestones).await
    }

    /// What happened on its way to an answer, in order.
    #[graphql(complexity = "10 + 10 * child_complexity")]
    async fn happenings(&self, ctx: &Context<'_>) -> Result<Vec<Happening>, ApiError> {
        Ok(ctx.loaders()?.way(self.idea.id).await?.happenings.into_iter().map(Into::into).collect())
    }

    /// How its numbers grew, in order of the days, as votes and comments stand now: votes in steps of at least five, the
    /// last line of today. A read of its own for each idea. For officers and admins; null for everybody else.
    #[graphql(complexity = "100 + 20 * child_complexity")]
    async fn growth(&self, ctx: &Context<'_>) -> Result<Option<Vec<GrowthDay>>, ApiError> {
        replies::growth(ctx, self.idea.id).await
    }

    /// What colleagues wrote to each other about it, in order. For officers and admins; null for everybody else.
    #[graphql(complexity = "100 + 20 * child_complexity")]
    async fn staff_notes(&self, ctx: &Context<'_>) -> Result<Option<Vec<StaffNote>>, ApiError> {
        replies::notes(ctx, self.idea.number).await
    }

    /// The answer that is being written. For officers of a department that has the idea, for any officer while none has,
    /// and for admins; null for everybody else, and when there is none.
    #[graphql(complexity = "100 + child_complexity")]
    async fn reply_draft(&self, ctx: &Context<'_>) -> Result<Option<ReplyDraft>, ApiError> {
        replies::draft(ctx, self.idea.number).await
    }

    /// What people say about it, thread by thread: a reply follows what it replies to. At most 100 at a time.
    ///
    /// `after` goes on with one idea's comments: in a list of ideas it is refused.
    #[graphql(complexity = "threads_cost(first, after.is_some(), child_complexity)")]
    async fn comments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "Which thread stands on top; the newest, if left out.")] order_by: Option<CommentOrder>,
    ) -> Result<Listing<Comment>, ApiError> {
        let window = Window { first, after, ..Window::default() };
        threads(ctx, &self.idea, &self.siblings, window, order_by.unwrap_or_default()).await
    }
}

/// Supporters that came from an idea that was merged.
#[derive(SimpleObject)]
pub(crate) struct Carried {
    /// The public number of the idea that they came from.
    from: i32,
    /// How many.
    count: i32,
}

/// What an idea said for a time.
#[derive(SimpleObject)]
pub(crate) struct IdeaRevision {
    /// 1 for the first.
    revision: i32,
    /// Its title then.
    title: String,
    /// Its text then.
    body_markdown: String,
    /// Its text then, as sanitised HTML.
    body_html: String,
    /// From when it said so.
    written_at: DateTime,
}

impl From<domain::Revision> for IdeaRevision {
    fn from(then: domain::Revision) -> Self {
        Self {
            revision: then.revision,
            title: then.title.as_str().to_owned(),
            body_html: then.body.to_html().as_str().to_owned(),
            body_markdown: then.body.as_str().to_owned(),
            written_at: then.written_at.into(),
        }
    }
}

/// Where an idea stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::IdeaStatus")]
pub(crate) enum IdeaStatus {
    /// Waiting for a moderator's yes; only its author and moderators see it.
    Submitted,
    /// Open to everybody.
    Published,
    /// It reached its threshold; the council owes a reply.
    AwaitingReply,
    /// The council is working on its reply.
    UnderReview,
    /// The council will do it.
    Planned,
    /// The council is doing it.
    InProgress,
    /// It happened.
    Done,
    /// The council won't do it, and said why.
    Declined,
    /// Somebody else decides this, and the council said who.
    NotOurs,
    /// Its author took it back; only they and moderators see it.
    Withdrawn,
    /// It lives on in another idea.
    Merged,
    /// It broke a rule; only its author and moderators see it.
    Rejected,
}
