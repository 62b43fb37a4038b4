//! The council's answer as everybody reads it, with everything that it said before.

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_common::ReplyId;
use folkmoot_replies::{self as domain, ReplyError};

use super::department::Department;
use super::words::ReplyOutcome;
use crate::comments::Comment;
use crate::connection::Window;
use crate::context::Reach as _;
use crate::date_time::{Date, DateTime};
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::limits::{history_cost, list_cost};

/// The council's public answer to one idea or several.
pub(crate) struct OfficialReply(pub(crate) domain::OfficialReply);

impl OfficialReply {
    /// Tells the loaders what these may want.
    pub(crate) fn expect<'a>(
        ctx: &Context<'_>,
        replies: impl Iterator<Item = &'a domain::OfficialReply>,
    ) -> Result<(), ApiError> {
        let loaders = ctx.loaders()?;
        for reply in replies {
            reply.ideas.iter().for_each(|idea| loaders.expect_idea(*idea));
            reply.credits.iter().for_each(|comment| loaders.expect_comment(*comment));
        }
        Ok(())
    }

    /// Several of them.
    pub(crate) fn all(ctx: &Context<'_>, replies: Vec<domain::OfficialReply>) -> Result<Vec<Self>, ApiError> {
        Self::expect(ctx, replies.iter())?;
        Ok(replies.into_iter().map(Self).collect())
    }

    /// The one with this id, if anybody may read it.
    pub(crate) async fn found(ctx: &Context<'_>, id: ReplyId) -> Result<Option<Self>, ApiError> {
        match ctx.services()?.replies.reply(id).await {
            Err(ReplyError::NotFound) => Ok(None),
            reply => {
                let reply = reply?;
                Self::expect(ctx, std::iter::once(&reply))?;
                Ok(Some(Self(reply)))
            }
        }
    }
}

/// The council's public answer to one idea or several. Once published it changes only by a revision, which everybody sees.
#[Object]
impl OfficialReply {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// The answer in a word.
    async fn outcome(&self) -> ReplyOutcome {
        self.0.text.outcome.into()
    }

    /// For NOT_NOW: from which day on it may be asked again.
    async fn until(&self) -> Option<Date> {
        self.0.text.until.map(Date)
    }

    /// For NOT_OURS: who to ask.
    async fn refer_to(&self) -> Option<&str> {
        self.0.text.refer_to.as_ref().map(domain::Line::as_str)
    }

    /// Why, in Markdown.
    async fn reasons_markdown(&self) -> &str {
        self.0.text.reasons.as_str()
    }

    /// The same as sanitised HTML.
    async fn reasons_html(&self) -> String {
        self.0.text.reasons.to_html().as_str().to_owned()
    }

    /// What was done with people's arguments, in Markdown.
    async fn arguments_markdown(&self) -> Option<&str> {
        self.0.text.arguments.as_ref().map(folkmoot_text::Markdown::as_str)
    }

    /// The same as sanitised HTML.
    async fn arguments_html(&self) -> Option<String> {
        self.0.text.arguments.as_ref().map(|text| text.to_html().as_str().to_owned())
    }

    /// What it costs, in words.
    async fn cost(&self) -> Option<&str> {
        self.0.text.cost.as_ref().map(domain::Line::as_str)
    }

    /// What happens next.
    async fn next_step(&self) -> Option<&str> {
        self.0.text.next_step.as_ref().map(domain::Line::as_str)
    }

    /// By when.
    async fn next_date(&self) -> Option<Date> {
        self.0.text.next_date.map(Date)
    }

    /// The named role that answers: "Head of Parks".
    async fn role(&self) -> &str {
        self.0.text.role.as_str()
    }

    /// The department that answers.
    async fn department(&self, ctx: &Context<'_>) -> Result<Department, ApiError> {
        let found = ctx.loaders()?.department(self.0.department).await?;
        found.map(Department).ok_or_else(|| ApiError::missing("an answer's department is gone"))
    }

    /// What it is written in, as a short code.
    async fn language(&self) -> &str {
        self.0.text.language.as_str()
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime {
        self.0.published_at.into()
    }

    /// 1, and one more for each revision. `reviseReply` wants it back.
    async fn revision(&self) -> i32 {
        self.0.revision
    }

    /// When it was last revised; null if never.
    async fn revised_at(&self) -> Option<DateTime> {
        self.0.revised_at.map(DateTime)
    }

    /// Everything that it said, oldest first, with what it says now and why that changed. A read of its own for each answer.
    #[graphql(complexity = "history_cost(child_complexity)")]
    async fn revisions(&self, ctx: &Context<'_>) -> Result<Vec<ReplyRevision>, ApiError> {
        match ctx.services()?.replies.revisions(self.0.id).await {
            // None of its ideas is public any more: whoever reads it here reads what it says now.
            Err(ReplyError::NotFound) => Ok(Vec::new()),
            revisions => Ok(revisions?.into_iter().map(Into::into).collect()),
        }
    }

    /// The ideas that it answers, as far as the viewer may see them: at most 50.
    #[graphql(complexity = "list_cost(first, None, child_complexity)")]
    async fn ideas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start: 1 to 100, 20 if left out.")] first: Option<i32>,
    ) -> Result<Vec<Idea>, ApiError> {
        let most = several(first)?;
        let loaders = ctx.loaders()?;
        let mut ideas = Vec::new();
        for id in &self.0.ideas {
            if ideas.len() < most
                && let Some(idea) = loaders.idea(*id).await?
            {
                ideas.push(idea);
            }
        }
        let known = loaders.known_ideas();
        Ok(ideas.into_iter().map(|idea| Idea::among(idea, &known)).collect())
    }

    /// The comments whose evidence it used, as far as the viewer may read them: at most 20.
    #[graphql(complexity = "list_cost(first, None, child_complexity)")]
    async fn credits(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start: 1 to 100, 20 if left out.")] first: Option<i32>,
    ) -> Result<Vec<Comment>, ApiError> {
        let most = several(first)?;
        let mut credits = Vec::new();
        for id in &self.0.credits {
            if credits.len() < most
                && let Some(comment) = ctx.loaders()?.comment(*id).await?
                && comment.words.is_some()
            {
                credits.push(Comment(comment));
            }
        }
        Ok(credits)
    }

    /// Whether the viewer may revise it.
    #[graphql(complexity = 10)]
    async fn viewer_can_revise(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        if !ctx.is_officer() {
            return Ok(false);
        }
        Ok(ctx.services()?.replies.may_revise(&ctx.viewer(), &self.0).await?)
    }
}

fn several(first: Option<i32>) -> Result<usize, ApiError> {
    Ok(usize::from(Window { first, ..Window::default() }.request("")?.size))
}

/// What an answer said for a time.
#[derive(SimpleObject)]
pub(crate) struct ReplyRevision {
    /// 1 for the first.
    revision: i32,
    /// From when it said so.
    at: DateTime,
    /// Why it said something else from then on than before, in plain text; null for the first.
    why: Option<String>,
    /// The answer in a word.
    outcome: ReplyOutcome,
    /// Why, in Markdown.
    reasons_markdown: String,
    /// The same as sanitised HTML.
    reasons_html: String,
    /// What was done with people's arguments, in Markdown.
    arguments_markdown: Option<String>,
    /// What it costs, in words.
    cost: Option<String>,
    /// What happens next.
    next_step: Option<String>,
    /// By when.
    next_date: Option<Date>,
    /// For NOT_NOW: from which day on it may be asked again.
    until: Option<Date>,
    /// For NOT_OURS: who to ask.
    refer_to: Option<String>,
    /// The named role that answered.
    role: String,
}

impl From<domain::ReplyRevision> for ReplyRevision {
    fn from(then: domain::ReplyRevision) -> Self {
        let line = |line: Option<domain::Line>| line.map(|line| line.as_str().to_owned());
        let text = then.text;
        Self {
            revision: then.revision,
            at: then.at.into(),
            why: then.why,
            outcome: text.outcome.into(),
            reasons_html: text.reasons.to_html().as_str().to_owned(),
            reasons_markdown: text.reasons.as_str().to_owned(),
            arguments_markdown: text.arguments.map(|text| text.as_str().to_owned()),
            cost: line(text.cost),
            next_step: line(text.next_step),
            next_date: text.next_date.map(Date),
            until: text.until.map(Date),
            refer_to: line(text.refer_to),
            role: text.role.as_str().to_owned(),
        }
    }
}
