//! Asking a question, changing how it is asked, and closing it. For whoever runs the site.

use async_graphql::{Context, Enum, InputObject, MaybeUndefined, Object, SimpleObject};
use folkmoot_common::Problems;
use folkmoot_ideas::{self as domain, Changing, IdeaError, RawCampaign};

use super::object::{Campaign, PublishingMode, VotingRule};
use super::query::unknown;
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::user_error::{UserError, changed, user_errors};

/// The acts on campaigns.
#[derive(Default)]
pub(crate) struct CampaignMutations;

#[Object]
impl CampaignMutations {
    /// Asks a new question. For admins.
    async fn add_campaign(&self, ctx: &Context<'_>, input: AddCampaignInput) -> Result<AddCampaignPayload, ApiError> {
        ctx.admin()?;
        let services = ctx.services()?;
        let raw = RawCampaign {
            question: &input.question,
            brief: &input.brief,
            language: input.language.as_deref().unwrap_or_else(|| services.language.as_str()),
            opens_at: Some(input.opens_at.0),
            closes_at: Some(input.closes_at.map(|at| at.0)),
            voting_rule: Some(input.voting_rule.into()),
            publishing_mode: Some(input.publishing_mode.into()),
        };
        AddCampaignPayload::of(services.ideas.ask(&ctx.viewer(), &input.slug, &raw).await)
    }

    /// Changes how a question is asked, or puts it away. What is left out stays. Once somebody has posted an idea there, how
    /// votes are counted and when it opened stay as they are, and what is over stays over. For admins.
    async fn change_campaign(
        &self,
        ctx: &Context<'_>,
        input: ChangeCampaignInput,
    ) -> Result<ChangeCampaignPayload, ApiError> {
        ctx.admin()?;
        let ideas = &ctx.services()?.ideas;
        let Some(known) = ideas.campaign(&input.campaign).await? else {
            return Ok(ChangeCampaignPayload::invalid(unknown("campaign")));
        };
        let archived = input.is_archived.unwrap_or(known.archived_at.is_some());
        let changing = Changing { seen: input.version, confirmed: input.confirm, archived };
        let raw = input.over(&known);
        ChangeCampaignPayload::of(ideas.change_campaign(&ctx.viewer(), &known.slug, &raw, changing).await)
    }

    /// Closes a campaign now: it takes no more ideas and votes. For admins.
    async fn close_campaign(
        &self,
        ctx: &Context<'_>,
        input: CloseCampaignInput,
    ) -> Result<CloseCampaignPayload, ApiError> {
        ctx.admin()?;
        let ideas = &ctx.services()?.ideas;
        let Some(known) = ideas.campaign(&input.campaign).await? else {
            return Ok(CloseCampaignPayload::invalid(unknown("campaign")));
        };
        let changing = Changing { seen: input.version, confirmed: input.confirm, archived: false };
        CloseCampaignPayload::of(ideas.close_campaign(&ctx.viewer(), &known.slug, changing).await)
    }
}

/// A question to ask.
#[derive(InputObject)]
pub(crate) struct AddCampaignInput {
    /// Its short name, which is its address and stays: lower-case letters, digits and single hyphens, at most 60.
    slug: String,
    /// What the council asks, on one line of 5 to 120 characters.
    question: String,
    /// What people should know before they answer, in Markdown, at most 5,000 characters.
    brief: String,
    /// What both are written in, as a short code; the site's first language, if left out.
    language: Option<String>,
    /// From when ideas and votes are taken.
    opens_at: DateTime,
    /// Up to when, but not including it; it has no end, if left out.
    closes_at: Option<DateTime>,
    /// What its ballots may say.
    voting_rule: VotingRule,
    /// When its new ideas and comments become public.
    publishing_mode: PublishingMode,
}

/// A campaign as it shall be.
#[derive(InputObject)]
pub(crate) struct ChangeCampaignInput {
    /// Its short name.
    campaign: String,
    /// The version that you saw; when it stands no more, nothing is changed.
    version: i32,
    /// What the council asks, on one line of 5 to 120 characters.
    question: Option<String>,
    /// What people should know before they answer, in Markdown, at most 5,000 characters.
    brief: Option<String>,
    /// What both are written in, as a short code.
    language: Option<String>,
    /// From when ideas and votes are taken.
    opens_at: Option<DateTime>,
    /// Up to when, but not including it; null takes the end away.
    closes_at: MaybeUndefined<DateTime>,
    /// What its ballots may say.
    voting_rule: Option<VotingRule>,
    /// When its new ideas and comments become public.
    publishing_mode: Option<PublishingMode>,
    /// Whether it is put away; only one that is over can be.
    is_archived: Option<bool>,
    /// Whether it shall close earlier than people were told.
    #[graphql(default)]
    confirm: bool,
}

impl ChangeCampaignInput {
    /// What was sent over what stands.
    fn over<'a>(&'a self, known: &'a domain::Campaign) -> RawCampaign<'a> {
        let closes_at = match &self.closes_at {
            MaybeUndefined::Undefined => known.closes_at,
            MaybeUndefined::Null => None,
            MaybeUndefined::Value(at) => Some(at.0),
        };
        RawCampaign {
            question: self.question.as_deref().unwrap_or(&known.question),
            brief: self.brief.as_deref().unwrap_or_else(|| known.brief.as_str()),
            language: self.language.as_deref().unwrap_or_else(|| known.language.as_str()),
            opens_at: Some(self.opens_at.as_ref().map_or(known.opens_at, |at| at.0)),
            closes_at: Some(closes_at),
            voting_rule: Some(self.voting_rule.map_or(known.voting_rule, Into::into)),
            publishing_mode: Some(self.publishing_mode.map_or(known.publishing_mode, Into::into)),
        }
    }
}

/// A campaign to close.
#[derive(InputObject)]
pub(crate) struct CloseCampaignInput {
    /// Its short name.
    campaign: String,
    /// The version that you saw; when it stands no more, nothing is changed.
    version: i32,
    /// Whether it shall close earlier than people were told.
    #[graphql(default)]
    confirm: bool,
}

/// What became of an act on a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum CampaignOutcome {
    /// It is so now.
    Saved,
    /// Somebody changed it meanwhile; nothing was changed. Look again.
    Changed,
    /// Something must be mended; nothing was changed.
    Invalid,
}

/// The domain's fields by the names that inputs have for them.
fn in_inputs(mut problems: Problems) -> Vec<UserError> {
    for problem in &mut problems.0 {
        problem.field = match problem.field {
            "opens" => "opensAt",
            "closes" => "closesAt",
            "voting_rule" => "votingRule",
            "publishing_mode" => "publishingMode",
            "archived" => "isArchived",
            other => other,
        };
    }
    user_errors(problems)
}

macro_rules! campaign_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub(crate) struct $name {
            /// In one word.
            outcome: CampaignOutcome,
            /// The campaign as it stands now, if it was saved.
            campaign: Option<Campaign>,
            /// What to mend; empty if it was saved.
            user_errors: Vec<UserError>,
        }

        impl $name {
            fn invalid(problems: impl Into<Problems>) -> Self {
                let user_errors = in_inputs(problems.into());
                Self { outcome: CampaignOutcome::Invalid, campaign: None, user_errors }
            }

            fn of(done: Result<domain::Campaign, IdeaError>) -> Result<Self, ApiError> {
                match done {
                    Ok(campaign) => {
                        let (outcome, campaign) = (CampaignOutcome::Saved, Some(Campaign(campaign)));
                        Ok(Self { outcome, campaign, user_errors: Vec::new() })
                    }
                    Err(IdeaError::Changed) => {
                        let user_errors = vec![changed("version").into()];
                        Ok(Self { outcome: CampaignOutcome::Changed, campaign: None, user_errors })
                    }
                    Err(IdeaError::Refused(problem)) => Ok(Self::invalid(problem)),
                    Err(IdeaError::Invalid(problems)) => Ok(Self::invalid(problems)),
                    Err(other) => Err(other.into()),
                }
            }
        }
    };
}

campaign_payload!(
    /// What became of a question that was to be asked.
    AddCampaignPayload
);
campaign_payload!(
    /// What became of a campaign that was to be changed.
    ChangeCampaignPayload
);
campaign_payload!(
    /// What became of a campaign that was to be closed.
    CloseCampaignPayload
);
