//! The campaign that an import goes into: made from what the export says of itself, when there is none of that name.

use folkmoot_common::{CampaignId, Id as _, Language, StorageError};
use folkmoot_ideas::{NewCampaign, PublishingMode, VotingRule};
use folkmoot_text::{Markdown, printable, shorten};

use super::plan::{Times, Words};
use super::{Plan, Shelf};

/// What an export says of itself.
pub(super) struct About {
    /// The question, one line.
    pub(super) question: String,
    /// What people should know.
    pub(super) brief: String,
    /// What both are written in.
    pub(super) language: Language,
    /// What ballots may say.
    pub(super) voting_rule: VotingRule,
    /// When new ideas become public.
    pub(super) publishing_mode: PublishingMode,
}

/// The most characters of a question.
const QUESTION: usize = 160;

/// Makes the campaign, or finds it. An existing one is used as it is, whatever its times.
pub(super) async fn campaign(
    shelf: &dyn Shelf,
    plan: &Plan,
    times: &Times,
    about: &About,
) -> Result<CampaignId, StorageError> {
    let Words { question, brief, language } = plan.words.clone().unwrap_or_else(|| {
        let question = shorten(&printable(&about.question), QUESTION);
        let question = if question.is_empty() { plan.campaign.as_str().replace('-', " ") } else { question };
        let brief = super::words::body(&about.brief, 10_000).0;
        Words { question, brief: Markdown::from_stored(brief.as_str().to_owned()), language: about.language.clone() }
    });
    let new = NewCampaign {
        id: CampaignId::imported(times.opens_at, plan.campaign.as_str(), "campaign"),
        slug: plan.campaign.clone(),
        question,
        brief,
        language,
        opens_at: times.opens_at,
        closes_at: Some(times.closes_at),
        voting_rule: about.voting_rule,
        publishing_mode: plan.replay.map_or(about.publishing_mode, |replay| replay.publishing_mode),
        created_at: plan.now,
    };
    Ok(shelf.campaign(new).await?.id)
}
