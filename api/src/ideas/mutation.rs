//! Submitting, editing and withdrawing an idea.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{IdeaId, LabelId, Language, Problem, Problems};
use folkmoot_ideas::{Edited, IdeaError, IdeaText, LabelKind, Posting, Reason, Slug, Submission, unknown};

use super::object::Idea;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, refusal, user_errors};

/// The acts on ideas.
#[derive(Default)]
pub(crate) struct IdeaMutations;

#[Object]
impl IdeaMutations {
    /// Posts an idea in a campaign.
    async fn submit_idea(&self, ctx: &Context<'_>, input: SubmitIdeaInput) -> Result<SubmitIdeaPayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let campaign = problems.check(Slug::parse(&input.campaign));
        let language = input.language.as_deref().unwrap_or(ctx.services()?.language.as_str());
        let text = IdeaText::parse(&input.title, &input.body, language).map_err(|more| problems.0.extend(more.0)).ok();
        let place = match input.place.as_deref() {
            None => None,
            Some(slug) => problems.check(place_of(ctx, slug).await?),
        };
        let (Some(campaign), Some(text), true) = (campaign, text, problems.is_empty()) else {
            return Ok(SubmitIdeaPayload::invalid(problems));
        };

        let submission = match ctx.services()?.ideas.submit(&ctx.viewer(), &campaign, Posting { text, place }).await {
            Err(IdeaError::NotFound) => {
                let words = "There is no campaign with this short name. Take one from the list of campaigns.";
                return Ok(SubmitIdeaPayload::invalid(Problem::new("campaign", "NOT_FOUND", words).into()));
            }
            submission => submission?,
        };

        let (outcome, idea) = match submission {
            Submission::Published(idea) => (SubmitIdeaOutcome::Published, Some(idea)),
            Submission::Waiting(idea, _by) => (SubmitIdeaOutcome::Waiting, Some(idea)),
            Submission::CampaignClosed => (SubmitIdeaOutcome::CampaignClosed, None),
        };
        let user_errors = match outcome {
            SubmitIdeaOutcome::CampaignClosed => {
                refusal("campaign", "CAMPAIGN_CLOSED", "This campaign takes no ideas now.")
            }
            _ => Vec::new(),
        };
        let idea = idea.map(|idea| Idea::alone(ctx, idea)).transpose()?;
        Ok(SubmitIdeaPayload { outcome, idea, user_errors })
    }

    /// Changes what an idea says. What it said stays readable in its history.
    async fn edit_idea(&self, ctx: &Context<'_>, input: EditIdeaInput) -> Result<EditIdeaPayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let id = problems.check(ids::field(&input.idea_id, "ideaId"));
        let own = match &input.language {
            None => language_of(ctx, id).await?,
            Some(_named) => None,
        };
        let language = input.language.as_deref().or(own.as_ref().map(Language::as_str));
        let language = language.unwrap_or(ctx.services()?.language.as_str());
        let text = IdeaText::parse(&input.title, &input.body, language).map_err(|more| problems.0.extend(more.0)).ok();
        let (Some(id), Some(text)) = (id, text) else {
            return Ok(EditIdeaPayload {
                outcome: EditOutcome::Invalid,
                idea: None,
                user_errors: user_errors(problems),
            });
        };

        let edited = match ctx.services()?.ideas.edit(&ctx.viewer(), id, input.revision, text).await {
            Err(IdeaError::Refused(problem)) => {
                let user_errors = user_errors(problem.into());
                return Ok(EditIdeaPayload { outcome: EditOutcome::Refused, idea: None, user_errors });
            }
            edited => edited?,
        };

        let waits = matches!(edited, Edited::Waiting(..));
        let outcome = if waits { EditOutcome::Waiting } else { EditOutcome::Saved };
        let idea = Some(Idea::alone(ctx, edited.idea())?);
        Ok(EditIdeaPayload { outcome, idea, user_errors: Vec::new() })
    }

    /// Takes an idea back, for a reason. It leaves every public page; its number stays taken.
    async fn withdraw_idea(
        &self,
        ctx: &Context<'_>,
        input: WithdrawIdeaInput,
    ) -> Result<WithdrawIdeaPayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let id = problems.check(ids::field(&input.idea_id, "ideaId"));
        let reason = problems.check(Reason::parse(&input.reason));
        let (Some(id), Some(reason)) = (id, reason) else {
            let user_errors = user_errors(problems);
            return Ok(WithdrawIdeaPayload { outcome: WithdrawIdeaOutcome::Invalid, idea: None, user_errors });
        };

        let idea = ctx.services()?.ideas.withdraw(&ctx.viewer(), id, reason).await?;

        let idea = Some(Idea::alone(ctx, idea)?);
        Ok(WithdrawIdeaPayload { outcome: WithdrawIdeaOutcome::Withdrawn, idea, user_errors: Vec::new() })
    }
}

/// The place of the council's list that an idea is to be posted with.
async fn place_of(ctx: &Context<'_>, slug: &str) -> Result<Result<LabelId, Problem>, ApiError> {
    let all = ctx.services()?.labels.all().await?;
    let found = all.iter().find(|one| one.kind == LabelKind::Place && one.slug == slug && one.is_open());
    Ok(found.map(|one| one.id).ok_or_else(|| unknown(LabelKind::Place)))
}

/// What an idea is written in, for an edit that doesn't say. `None` when the viewer can't see it: the act says so.
async fn language_of(ctx: &Context<'_>, idea: Option<IdeaId>) -> Result<Option<Language>, ApiError> {
    let Some(id) = idea else { return Ok(None) };
    let idea = ctx.services()?.ideas.find(&ctx.viewer(), id).await?;
    Ok(idea.map(|idea| idea.language))
}

/// An idea to post.
#[derive(InputObject)]
pub(crate) struct SubmitIdeaInput {
    /// The short name of the campaign it answers.
    campaign: String,
    /// One line of 5 to 80 characters that says what should change.
    title: String,
    /// Why and how, in Markdown: at most 10,000 characters.
    body: String,
    /// What both are written in, as a short code: `en`, `cy`, `pt-BR`. The site's first language, if left out.
    language: Option<String>,
    /// Where it is about: the short name of one of the council's places.
    place: Option<String>,
}

/// What became of an idea that was submitted.
#[derive(SimpleObject)]
pub(crate) struct SubmitIdeaPayload {
    /// In one word.
    outcome: SubmitIdeaOutcome,
    /// The idea, if it was posted.
    idea: Option<Idea>,
    /// What to mend; empty if it was posted.
    user_errors: Vec<UserError>,
}

impl SubmitIdeaPayload {
    fn invalid(problems: Problems) -> Self {
        Self { outcome: SubmitIdeaOutcome::Invalid, idea: None, user_errors: user_errors(problems) }
    }
}

/// What became of an idea that was submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum SubmitIdeaOutcome {
    /// It is public now.
    Published,
    /// It waits for a moderator's yes; its author sees it already.
    Waiting,
    /// The campaign isn't open; nothing was posted.
    CampaignClosed,
    /// Something typed must be mended; nothing was posted.
    Invalid,
}

/// What an idea shall say.
#[derive(InputObject)]
pub(crate) struct EditIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// The revision that the author has before them; any other is a CONFLICT.
    revision: i32,
    /// Its new title.
    title: String,
    /// Its new text, in Markdown.
    body: String,
    /// What both are written in, as a short code. What it was before, if left out.
    language: Option<String>,
}

/// What became of an edit.
#[derive(SimpleObject)]
pub(crate) struct EditIdeaPayload {
    /// In one word.
    outcome: EditOutcome,
    /// The idea as it is now.
    idea: Option<Idea>,
    /// What to mend; empty if it was saved.
    user_errors: Vec<UserError>,
}

/// What became of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum EditOutcome {
    /// It says so now.
    Saved,
    /// It waits for a moderator; what stood is read meanwhile.
    Waiting,
    /// It can't be changed now; the user errors say why.
    Refused,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}

/// An idea to take back.
#[derive(InputObject)]
pub(crate) struct WithdrawIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// Why, in 3 to 300 characters.
    reason: String,
}

/// What became of a withdrawal.
#[derive(SimpleObject)]
pub(crate) struct WithdrawIdeaPayload {
    /// In one word.
    outcome: WithdrawIdeaOutcome,
    /// The idea as it is now.
    idea: Option<Idea>,
    /// What to mend; empty if it was withdrawn.
    user_errors: Vec<UserError>,
}

/// What became of a withdrawal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum WithdrawIdeaOutcome {
    /// It is taken back.
    Withdrawn,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}
