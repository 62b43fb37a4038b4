//! One thing that needs a person, as moderators read it. Only staff ever get one: its roots ask the service, which
//! refuses everybody else.

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_moderation as domain;

use super::object::Dossier;
use super::words::{ModerationAct, QueueItemKind, Suspicion, TargetKind, TargetState};
use crate::campaigns::Campaign;
use crate::comments::Comment;
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::people::PublicPerson;
use crate::{count, ids};

/// One thing that needs a person.
pub(crate) struct QueueItem(pub(crate) domain::Item);

impl QueueItem {
    /// Tells the loaders what these will want.
    pub(crate) fn expect<'a>(ctx: &Context<'_>, items: impl Iterator<Item = &'a domain::Item>) -> Result<(), ApiError> {
        let loaders = ctx.loaders()?;
        for item in items {
            loaders.expect_person(item.author);
            if let Some(lock) = item.lock {
                loaders.expect_person(lock.by);
            }
            if let Some(asked) = &item.second_opinion {
                loaders.expect_person(asked.by);
            }
            if let Some(campaign) = item.place.campaign {
                loaders.expect_campaign(campaign);
            }
            match item.target {
                domain::Target::Idea(id) => loaders.expect_idea(id),
                domain::Target::Comment(id) => loaders.expect_comment(id),
                domain::Target::Person(_) => {}
            }
        }
        Ok(())
    }

    /// One on its own.
    pub(crate) fn alone(ctx: &Context<'_>, item: domain::Item) -> Result<Self, ApiError> {
        Self::expect(ctx, std::iter::once(&item))?;
        Ok(Self(item))
    }
}

/// One thing that needs a person, with what it is about as it stands now.
#[Object]
impl QueueItem {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Why it is here.
    async fn kind(&self) -> QueueItemKind {
        self.0.kind.into()
    }

    /// What kind of thing it is about.
    async fn about(&self) -> TargetKind {
        self.0.target.into()
    }

    /// The idea it is about; null for a comment or a name.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
        let domain::Target::Idea(id) = self.0.target else { return Ok(None) };
        let loaders = ctx.loaders()?;
        let idea = loaders.idea(id).await?;
        Ok(idea.map(|idea| Idea::among(idea, &loaders.known_ideas())))
    }

    /// The comment it is about; null for an idea or a name.
    async fn comment(&self, ctx: &Context<'_>) -> Result<Option<Comment>, ApiError> {
        let domain::Target::Comment(id) = self.0.target else { return Ok(None) };
        Ok(ctx.loaders()?.comment(id).await?.map(Comment))
    }

    /// The person whose name it is about; null for an idea or a comment.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        let domain::Target::Person(id) = self.0.target else { return Ok(None) };
        Ok(ctx.loaders()?.person(id).await?.map(PublicPerson))
    }

    /// The public number of the idea, or of the one that the comment stands under.
    async fn idea_number(&self) -> Option<i32> {
        self.0.place.number.map(count)
    }

    /// The comment's number under its idea.
    async fn comment_number(&self) -> Option<i32> {
        self.0.place.comment
    }

    /// The campaign it stands in; null for a name.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>, ApiError> {
        let Some(campaign) = self.0.place.campaign else { return Ok(None) };
        Ok(ctx.loaders()?.campaign(campaign).await?.map(Campaign))
    }

    /// Whose it is; null when they have left.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        Ok(ctx.loaders()?.person(self.0.author).await?.map(PublicPerson))
    }

    /// The title of the idea (its own, or the one it stands under), or the name.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What it says, whole, as written; empty for a name.
    async fn body_markdown(&self) -> &str {
        &self.0.body
    }

    /// What it is written in, as a short code.
    async fn language(&self) -> &str {
        &self.0.language
    }

    /// How it stands.
    async fn state(&self) -> TargetState {
        self.0.state.into()
    }

    /// Why the rules think that somebody should look.
    async fn hunches(&self) -> Vec<Hunch> {
        self.0.hunches.iter().map(|hunch| Hunch { suspicion: hunch.why.into(), found: hunch.found.clone() }).collect()
    }

    /// How many independent people reported it.
    async fn reports(&self) -> i32 {
        i32::try_from(self.0.reports).unwrap_or(i32::MAX)
    }

    /// How many people voted or commented on it when it came into the queue.
    async fn reach(&self) -> i32 {
        i32::try_from(self.0.reach).unwrap_or(i32::MAX)
    }

    /// Since when it waits.
    async fn opened_at(&self) -> DateTime {
        self.0.opened_at.into()
    }

    /// By when somebody should have looked.
    async fn due_at(&self) -> DateTime {
        self.0.due_at.into()
    }

    /// Whether it is later than promised.
    async fn is_overdue(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        Ok(self.0.is_overdue(ctx.services()?.sources.now()))
    }

    /// Its place in the queue, the smallest first: the instant of its promise in seconds since 1970, six hours less for
    /// each independent report and three less for each tenfold of the people it reaches.
    async fn rank(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "seconds with a fraction: a double holds them exactly enough")]
        let rank = self.0.rank as f64;
        rank / 1_000_000.0
    }

    /// Near-duplicates in the queue share one; `filter: {cluster: …}` lists them.
    async fn cluster(&self) -> ID {
        ID(self.0.cluster.simple().to_string())
    }

    /// Who has it open at present.
    async fn lock(&self, ctx: &Context<'_>) -> Result<Option<Lock>, ApiError> {
        let now = ctx.services()?.sources.now();
        Ok(self.0.lock.filter(|lock| lock.until > now).map(Lock))
    }

    /// Who asked that somebody else decides, and why.
    async fn second_opinion(&self) -> Option<SecondOpinion> {
        self.0.second_opinion.clone().map(SecondOpinion)
    }

    /// The revision of the text: `decide` wants it back, so that nobody decides on what they haven't read.
    async fn revision(&self) -> i32 {
        self.0.revision
    }

    /// What can be done with it as it stands, in the order in which a desk offers it.
    async fn acts(&self) -> Vec<ModerationAct> {
        self.0.acts().map(Into::into).collect()
    }

    /// When it was done with; null while it waits.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.closed_at.map(DateTime)
    }

    /// Everything about it: its author's record, earlier decisions, reports, the edit, the appeal. A read of its own for
    /// each item, so ask for the one that is open and the few that come next.
    #[graphql(complexity = "2_000 + child_complexity")]
    async fn dossier(&self, ctx: &Context<'_>) -> Result<Dossier, ApiError> {
        let dossier = ctx.services()?.moderation.dossier(&ctx.viewer(), &self.0).await?;
        Dossier::new(ctx, dossier)
    }
}

/// One reason to look.
#[derive(SimpleObject)]
pub(crate) struct Hunch {
    /// Why.
    suspicion: Suspicion,
    /// What was found, as its author wrote it or in numbers.
    found: String,
}

/// Who has an item open.
pub(crate) struct Lock(pub(crate) domain::Lock);

/// Who has an item open, and until when.
#[Object(name = "QueueLock")]
impl Lock {
    /// Who; null when they have left.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        Ok(ctx.loaders()?.person(self.0.by).await?.map(PublicPerson))
    }

    /// Until then, unless they go on.
    async fn until(&self) -> DateTime {
        self.0.until.into()
    }

    /// Whether it is the viewer.
    async fn is_yours(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().is(self.0.by)
    }
}

/// A moderator's wish that somebody else decides.
pub(crate) struct SecondOpinion(domain::SecondOpinion);

/// A moderator's wish that somebody else decides.
#[Object]
impl SecondOpinion {
    /// Who asked; null when they have left.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        Ok(ctx.loaders()?.person(self.0.by).await?.map(PublicPerson))
    }

    /// What they wonder about.
    async fn why(&self) -> &str {
        &self.0.why
    }
}
