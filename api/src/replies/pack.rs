//! What the officers' pack has for an answer to one idea: the arguments to take up, what was asked before and looks like it,
//! the templates to begin with, and one of them filled. For officers and admins alone, one idea at a time: nothing here
//! hangs on an idea, so that no list of ideas can ask for it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_comments::{Argument, Stance};
use folkmoot_common::{IdeaId, TemplateId};
use folkmoot_people::Called;
use folkmoot_replies::{self as domain, RawReply, ReplyError, TemplateIdea, Variable};

use super::acts::in_input;
use super::draft::ReplyWords;
use super::ease::ReadingEase;
use super::templates::ReplyTemplate;
use super::words::ReplyOutcome;
use crate::comments::Comment;
use crate::context::Reach as _;
use crate::count;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;

/// The questions of whoever writes an answer.
#[derive(Default)]
pub(crate) struct PackQueries;

#[Object]
impl PackQueries {
    /// What an answer to this idea needs; null when there is none that anybody may see. For officers and admins.
    #[graphql(complexity = "20 + child_complexity")]
    async fn reply_pack(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which idea it answers.")] idea_id: ID,
    ) -> Result<Option<ReplyPack>, ApiError> {
        ctx.officer()?;
        let id = ids::argument(&idea_id, "ideaId")?;
        Ok(public(ctx, id).await?.map(ReplyPack))
    }

    /// A template with what is known of an idea in the place of its variables, over what was typed already: nothing is saved.
    /// Null when there is no such idea that anybody may see, or it isn't offered this template; FORBIDDEN while another
    /// department than the viewer's has the idea. For officers and admins.
    #[graphql(complexity = "100 + child_complexity")]
    async fn filled_reply_template(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which idea is answered.")] idea_id: ID,
        #[graphql(desc = "Which template: one of the pack’s.")] template_id: ID,
        #[graphql(desc = "What was typed already. Nothing, if left out.")] typed: Option<ReplyWords>,
        #[graphql(desc = "Whether the template’s words stand in place of what was typed.", default)] replace: bool,
    ) -> Result<Option<FilledReply>, ApiError> {
        ctx.officer()?;
        let id = ids::argument(&idea_id, "ideaId")?;
        let template: TemplateId = ids::argument(&template_id, "templateId")?;
        let Some(idea) = public(ctx, id).await? else { return Ok(None) };
        let author = match ctx.loaders()?.person(idea.author).await?.map(|author| author.called) {
            Some(Called::Named(name)) => Some(name),
            _ => None,
        };
        let about = TemplateIdea { number: idea.number, author, supporters: idea.tally.support };
        let typed = match typed {
            Some(words) => words.raw(ctx)?,
            None => RawReply { language: ctx.services()?.language.as_str().to_owned(), ..RawReply::default() },
        };
        let replies = &ctx.services()?.replies;
        match replies.fill_template(&ctx.viewer(), (template, &about), (&typed, replace)).await {
            Err(ReplyError::NotFound) => Ok(None),
            filled => Ok(Some(FilledReply(filled?))),
        }
    }

    /// How easy a text is to read, before it is an answer's reasons; null when it has no sentence. An empty text, and one of
    /// more than 10,000 characters, is INVALID_INPUT, with `text` as the `field` of its extensions. For officers and admins.
    #[graphql(complexity = "10 + child_complexity")]
    async fn reading_ease(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The text, in Markdown.")] text: String,
    ) -> Result<Option<ReadingEase>, ApiError> {
        ctx.officer()?;
        let found = domain::ReadingEase::of("text", &text);
        Ok(found.map_err(|problem| ApiError::invalid_field("text", problem))?.map(Into::into))
    }
}

/// The idea, as far as anybody may see it: of no other is there anything to answer.
async fn public(ctx: &Context<'_>, id: IdeaId) -> Result<Option<folkmoot_ideas::Idea>, ApiError> {
    let idea = ctx.services()?.ideas.find(&ctx.viewer(), id).await?;
    Ok(idea.filter(folkmoot_ideas::Idea::is_public))
}

/// What an answer to an idea needs. Only officers ever get one.
pub(crate) struct ReplyPack(folkmoot_ideas::Idea);

/// What an answer to an idea needs.
#[Object]
impl ReplyPack {
    /// What people said.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Idea, ApiError> {
        Idea::alone(ctx, self.0.clone())
    }

    /// The templates that an answer can begin with: those of the department that leads come first, then those of the viewer's
    /// own, at most 50 of each department. Empty while another department than the viewer's has the idea.
    #[graphql(complexity = "50 + 100 * child_complexity")]
    async fn templates(&self, ctx: &Context<'_>) -> Result<Vec<ReplyTemplate>, ApiError> {
        match ctx.services()?.replies.templates_for(&ctx.viewer(), self.0.number).await {
            Err(ReplyError::Forbidden | ReplyError::NotFound) => Ok(Vec::new()),
            offered => Ok(offered?.into_iter().map(Into::into).collect()),
        }
    }

    /// The arguments for it that an answer should take up, each by somebody else, at most four. Those come first with which
    /// most other people agree, of equals those that were answered most.
    #[graphql(complexity = "50 + 4 * child_complexity")]
    async fn arguments_for(&self, ctx: &Context<'_>) -> Result<Vec<ReplyArgument>, ApiError> {
        arguments(ctx, self.0.id, Stance::For).await
    }

    /// The same of the arguments against it.
    #[graphql(complexity = "50 + 4 * child_complexity")]
    async fn arguments_against(&self, ctx: &Context<'_>) -> Result<Vec<ReplyArgument>, ApiError> {
        arguments(ctx, self.0.id, Stance::Against).await
    }

    /// Ideas whose titles share most of its words, the nearest first, at most four, as far as the viewer may see them. What
    /// was answered then is in their `officialReplies`.
    #[graphql(complexity = "50 + 4 * child_complexity")]
    async fn similar_ideas(&self, ctx: &Context<'_>) -> Result<Vec<Idea>, ApiError> {
        let found = ctx.services()?.ideas.akin(&ctx.viewer(), &self.0).await?;
        ctx.loaders()?.expect_ideas(found.iter());
        let siblings: Arc<[IdeaId]> = found.iter().map(|idea| idea.id).collect();
        Ok(found.into_iter().map(|idea| Idea::among(idea, &siblings)).collect())
    }
}

async fn arguments(ctx: &Context<'_>, idea: IdeaId, stance: Stance) -> Result<Vec<ReplyArgument>, ApiError> {
    let found = ctx.services()?.comments.best_arguments(&ctx.viewer(), idea, stance).await?;
    ctx.loaders()?.expect_comments(found.iter().map(|argument| &argument.listed.comment));
    let argue = |argument: Argument| ReplyArgument {
        comment: Comment(argument.listed.comment),
        replies: count(argument.replies),
        agreeing: count(argument.agreeing),
    };
    Ok(found.into_iter().map(argue).collect())
}

/// A comment that an answer should take up.
#[derive(SimpleObject)]
pub(crate) struct ReplyArgument {
    /// What somebody said.
    comment: Comment,
    /// How many replies to it everybody can read, among the latest 10,000 comments on the idea.
    replies: i32,
    /// How many other people take the same side in those.
    agreeing: i32,
}

/// An answer as a template filled it. Only officers ever get one.
pub(crate) struct FilledReply(domain::Filled);

/// An answer as a template filled it: the words of a draft, which nobody has saved.
#[Object]
impl FilledReply {
    /// The answer in a word; null while nobody has chosen.
    async fn outcome(&self) -> Option<ReplyOutcome> {
        domain::Outcome::parse(&self.0.raw.outcome).map(Into::into)
    }

    /// For NOT_OURS: who to ask.
    async fn refer_to(&self) -> &str {
        &self.0.raw.refer_to
    }

    /// Why, in Markdown.
    async fn reasons_markdown(&self) -> &str {
        &self.0.raw.reasons
    }

    /// How easy the reasons are to read; null while they have no sentence.
    async fn reading_ease(&self) -> Option<ReadingEase> {
        ReadingEase::hint(&self.0.raw.reasons)
    }

    /// What was done with people's arguments, in Markdown.
    async fn arguments_markdown(&self) -> &str {
        &self.0.raw.arguments
    }

    /// What it costs, in words.
    async fn cost(&self) -> &str {
        &self.0.raw.cost
    }

    /// What happens next.
    async fn next_step(&self) -> &str {
        &self.0.raw.next_step
    }

    /// What it is written in, as a short code: the template's own, where its reasons came in.
    async fn language(&self) -> &str {
        &self.0.raw.language
    }

    /// The fields that had other words, which stay, by the names that `typed` has for them. Empty under `replace`.
    async fn kept(&self) -> Vec<&'static str> {
        self.0.kept.iter().copied().map(in_input).collect()
    }

    /// Variables for which nothing is known, as they are written: they stand in the words still, and an answer with one of
    /// them can't be published.
    async fn gaps(&self) -> Vec<String> {
        self.0.gaps.iter().copied().map(Variable::written).collect()
    }
}
