//! A question that the council asks, open between two times, with its own rules for voting and publishing.

use folkmoot_common::{CampaignId, Language, Problem, PublishingMode, Timestamp};
use folkmoot_text::Markdown;

/// What a campaign's ballots may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VotingRule {
    /// In favour, or nothing.
    SupportOnly,
    /// In favour or against.
    SupportAndOppose,
}

impl VotingRule {
    /// Both.
    pub const ALL: [Self; 2] = [Self::SupportOnly, Self::SupportAndOppose];

    /// Reads the API's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }

    /// The API's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SupportOnly => "SUPPORT_ONLY",
            Self::SupportAndOppose => "SUPPORT_AND_OPPOSE",
        }
    }
}

/// Where a campaign stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It hasn't opened.
    NotYet,
    /// It takes ideas and votes.
    Open,
    /// It has closed.
    Over,
}

/// A campaign as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// Its word in addresses.
    pub slug: String,
    /// What the council asks, on one line.
    pub question: String,
    /// What people should know before they answer.
    pub brief: Markdown,
    /// What both are written in.
    pub language: Language,
    /// Ideas and votes are taken from here…
    pub opens_at: Timestamp,
    /// …up to but not including here; `None` is always.
    pub closes_at: Option<Timestamp>,
    /// What ballots may say.
    pub voting_rule: VotingRule,
    /// When new ideas and comments become public.
    pub publishing_mode: PublishingMode,
    /// Since when it is put away: it is over, and no list of questions names it.
    pub archived_at: Option<Timestamp>,
    /// Which version of all this; it only grows.
    pub version: i32,
}

impl Campaign {
    /// The campaign that is always there.
    pub const STANDING: &'static str = "anything-else";

    /// Where it stands at this instant. What counts in the end is the database's clock.
    #[must_use]
    pub fn phase(&self, now: Timestamp) -> Phase {
        if now < self.opens_at {
            Phase::NotYet
        } else if self.closes_at.is_none_or(|end| now < end) {
            Phase::Open
        } else {
            Phase::Over
        }
    }

    /// Whether it takes ideas and votes at this instant.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.phase(now) == Phase::Open
    }
}

/// A campaign's word in addresses: lower-case latin letters, digits and single hyphens, at most 60.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug.
    ///
    /// # Errors
    /// Says what a slug may be.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let fits = !raw.is_empty()
            && raw.len() <= 60
            && raw
                .split('-')
                .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
        if fits {
            Ok(Self(raw.to_owned()))
        } else {
            Err(Problem::new(
                "campaign",
                "INVALID",
                "A campaign’s short name has lower-case letters, digits and single hyphens only.",
            ))
        }
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A campaign that doesn't exist yet.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    /// Its id.
    pub id: CampaignId,
    /// Its word in addresses.
    pub slug: Slug,
    /// The question, one line.
    pub question: String,
    /// What people should know.
    pub brief: Markdown,
    /// What both are written in.
    pub language: Language,
    /// From when.
    pub opens_at: Timestamp,
    /// Up to when.
    pub closes_at: Option<Timestamp>,
    /// What ballots may say.
    pub voting_rule: VotingRule,
    /// When new ideas and comments become public.
    pub publishing_mode: PublishingMode,
    /// When it was made.
    pub created_at: Timestamp,
}

#[cfg(test)]
mod tests;
