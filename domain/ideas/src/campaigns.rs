//! The acts on campaigns, for whoever runs the site: ask a question, change how it is asked, close it, put it away.
//!
//! What people were told stays true: once somebody has answered, how votes are counted and when it opened stay as they are,
//! and what is over stays over, because whoever left meanwhile took no vote of theirs along. An earlier end needs a second
//! press. The standing campaign is never closed.

use folkmoot_common::{CampaignId, Language, Problem, Problems, PublishingMode, Role, StorageError, Timestamp, Viewer};
use folkmoot_text::{GateError, Markdown, one_line};

use crate::{Campaign, IdeaError, Ideas, NewCampaign, Phase, Slug, VotingRule};

/// How a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignSettings {
    /// The question, on one line.
    pub question: String,
    /// What people should know before they answer.
    pub brief: Markdown,
    /// What both are written in.
    pub language: Language,
    /// From when ideas and votes are taken.
    pub opens_at: Timestamp,
    /// Up to when; none is always.
    pub closes_at: Option<Timestamp>,
    /// What ballots may say.
    pub voting_rule: VotingRule,
    /// When new ideas and comments become public.
    pub publishing_mode: PublishingMode,
}

/// The words of a campaign and its times, as typed or sent.
#[derive(Debug, Clone, Copy)]
pub struct RawCampaign<'a> {
    /// The question.
    pub question: &'a str,
    /// What people should know.
    pub brief: &'a str,
    /// A language's short code.
    pub language: &'a str,
    /// From when; none if it can't be read.
    pub opens_at: Option<Timestamp>,
    /// Up to when; none inside if it can't be read.
    pub closes_at: Option<Option<Timestamp>>,
    /// What ballots may say; none if it is no such word.
    pub voting_rule: Option<VotingRule>,
    /// When ideas become public; none if it is no such word.
    pub publishing_mode: Option<PublishingMode>,
}

impl CampaignSettings {
    /// The most characters of a question.
    pub const MOST_QUESTION: usize = 120;
    /// The most characters of what people should know.
    pub const MOST_BRIEF: usize = 5_000;

    /// Reads them.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(raw: &RawCampaign<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let question =
            problems.check(one_line(raw.question, 5..=Self::MOST_QUESTION).map_err(|why| words("question", why)));
        let brief = problems.check(Markdown::parse(raw.brief, Self::MOST_BRIEF).map_err(|why| words("brief", why)));
        let language = problems.check(Language::parse(raw.language));
        let opens_at = problems.check(raw.opens_at.ok_or_else(|| moment("opens")));
        let closes_at = problems.check(raw.closes_at.ok_or_else(|| moment("closes")));
        let voting_rule = problems.check(raw.voting_rule.ok_or_else(|| choose("voting_rule")));
        let publishing_mode = problems.check(raw.publishing_mode.ok_or_else(|| choose("publishing_mode")));
        if let (Some(opens), Some(Some(closes))) = (opens_at, closes_at)
            && closes <= opens
        {
            let words = "It must close after it opens. Choose a later time.";
            problems.0.push(Problem::new("closes", "BEFORE_OPENING", words).of("campaign-closes"));
        }
        match (question, brief, language, (opens_at, closes_at), (voting_rule, publishing_mode)) {
            (
                Some(question),
                Some(brief),
                Some(language),
                (Some(opens_at), Some(closes_at)),
                (Some(voting_rule), Some(publishing_mode)),
            ) if problems.is_empty() => {
                Ok(Self { question, brief, language, opens_at, closes_at, voting_rule, publishing_mode })
            }
            _ => Err(problems),
        }
    }
}

impl From<&Campaign> for CampaignSettings {
    fn from(campaign: &Campaign) -> Self {
        Self {
            question: campaign.question.clone(),
            brief: campaign.brief.clone(),
            language: campaign.language.clone(),
            opens_at: campaign.opens_at,
            closes_at: campaign.closes_at,
            voting_rule: campaign.voting_rule,
            publishing_mode: campaign.publishing_mode,
        }
    }
}

/// A change of a campaign that is to be made.
#[derive(Debug, Clone)]
pub struct ChangeCampaign {
    /// Of which.
    pub id: CampaignId,
    /// The version that was seen; any other means that it changed meanwhile.
    pub seen: i32,
    /// How it is asked from now on.
    pub settings: CampaignSettings,
    /// Whether it closes at once, by the store's clock, which votes are judged by: then that is its end.
    pub closes_now: bool,
    /// Since when it is put away, if it is.
    pub archived_at: Option<Timestamp>,
    /// Whether it may be made only while there is no idea in it.
    pub unless_ideas: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignChanged {
    /// It was made.
    Done,
    /// It isn't of the version that was seen.
    Changed,
    /// There are ideas in it.
    HasIdeas,
}

/// What else whoever changes a campaign said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Changing {
    /// The version that they saw.
    pub seen: i32,
    /// Whether they said that it shall close earlier than people were told.
    pub confirmed: bool,
    /// Whether it is put away.
    pub archived: bool,
}

impl Ideas {
    /// Asks a new question. Its short name is its address, and stays.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, or the store fails.
    pub async fn ask(&self, viewer: &Viewer, slug: &str, raw: &RawCampaign<'_>) -> Result<Campaign, IdeaError> {
        admin(viewer)?;
        let mut problems = Problems::default();
        let slug = problems.check(short_name(slug));
        let settings = CampaignSettings::parse(raw).map_err(|found| problems.0.extend(found.0)).ok();
        let (Some(slug), Some(settings)) = (slug, settings) else { return Err(IdeaError::Invalid(problems)) };
        let now = self.sources.now();
        if settings.closes_at.is_some_and(|end| end <= now) {
            return Err(past().into());
        }
        let CampaignSettings { question, brief, language, opens_at, closes_at, voting_rule, publishing_mode } =
            settings;
        let (id, created_at) = (self.sources.mint(now), now);
        let new = NewCampaign {
            id,
            slug,
            question,
            brief,
            language,
            opens_at,
            closes_at,
            voting_rule,
            publishing_mode,
            created_at,
        };
        let made = self.store.make_campaign(new).await?;
        if made.id == id { Ok(made) } else { Err(taken().into()) }
    }

    /// Changes how a question is asked.
    ///
    /// # Errors
    /// When the viewer may not, there is no such campaign, something must be mended, it changed after the version that was
    /// seen, or the store fails.
    pub async fn change_campaign(
        &self,
        viewer: &Viewer,
        slug: &str,
        raw: &RawCampaign<'_>,
        changing: Changing,
    ) -> Result<Campaign, IdeaError> {
        admin(viewer)?;
        let known = self.store.campaign(slug).await?.ok_or(IdeaError::NotFound)?;
        if known.version != changing.seen {
            return Err(IdeaError::Changed);
        }
        let settings = CampaignSettings::parse(raw).map_err(IdeaError::Invalid)?;
        let now = self.sources.now();
        if settings.closes_at != known.closes_at && settings.closes_at.is_some_and(|end| end <= now) {
            return Err(past().into());
        }
        self.change(&known, (settings, false), changing).await
    }

    /// Closes a campaign now.
    ///
    /// # Errors
    /// The same.
    pub async fn close_campaign(&self, viewer: &Viewer, slug: &str, changing: Changing) -> Result<Campaign, IdeaError> {
        admin(viewer)?;
        let known = self.store.campaign(slug).await?.ok_or(IdeaError::NotFound)?;
        if known.version != changing.seen {
            return Err(IdeaError::Changed);
        }
        let now = self.sources.now();
        if !known.is_open(now) {
            let words = "It isn’t open, so there is nothing to close.";
            return Err(Problem::new("confirm", "NOT_OPEN", words).of("campaign-confirm").into());
        }
        let settings = CampaignSettings { closes_at: Some(now), ..CampaignSettings::from(&known) };
        self.change(&known, (settings, true), changing).await
    }

    /// Whether anybody has posted an idea there, whatever became of it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn has_ideas(&self, campaign: CampaignId) -> Result<bool, StorageError> {
        self.store.has_ideas(campaign).await
    }

    async fn change(
        &self,
        known: &Campaign,
        (settings, closes_now): (CampaignSettings, bool),
        changing: Changing,
    ) -> Result<Campaign, IdeaError> {
        let now = self.sources.now();
        let end = |at: Option<Timestamp>| at.map_or(i64::MAX, Timestamp::micros);
        let phase = known.phase(now);
        if known.slug == Campaign::STANDING && (settings.closes_at.is_some() || changing.archived) {
            let words = "This campaign is always open. Leave its end empty.";
            return Err(Problem::new("closes", "STANDING", words).of("campaign-closes").into());
        }
        let earlier = end(settings.closes_at) < end(known.closes_at);
        if phase == Phase::Open && earlier && !changing.confirmed {
            let words = "It would close earlier than people were told. Tick the box if that is meant.";
            return Err(Problem::new("confirm", "EARLY", words).of("campaign-confirm").into());
        }
        let is_over = settings.closes_at.is_some_and(|end| end <= now);
        if changing.archived && !is_over {
            let words = "Only a campaign that is over can be put away. Close it first.";
            return Err(Problem::new("archived", "OPEN", words).of("campaign-archived").into());
        }
        let reopened = phase == Phase::Over && end(settings.closes_at) > end(known.closes_at);
        let fixed = if settings.voting_rule != known.voting_rule {
            Some("voting_rule")
        } else if settings.opens_at != known.opens_at {
            Some("opens")
        } else {
            reopened.then_some("closes")
        };
        let archived_at = changing.archived.then(|| known.archived_at.unwrap_or(now));
        let (id, seen, unless_ideas) = (known.id, changing.seen, fixed.is_some());
        let change = ChangeCampaign { id, seen, settings, closes_now, archived_at, unless_ideas };
        match self.store.change_campaign(change).await? {
            CampaignChanged::Done => self.store.campaign(&known.slug).await?.ok_or(IdeaError::NotFound),
            CampaignChanged::Changed => Err(IdeaError::Changed),
            CampaignChanged::HasIdeas => {
                let words = "People have posted ideas here, so this stays as it is.";
                Err(Problem::new(fixed.unwrap_or("opens"), "HAS_IDEAS", words).of("campaign-fixed").into())
            }
        }
    }
}

impl From<Problem> for IdeaError {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

pub(crate) fn admin(viewer: &Viewer) -> Result<(), IdeaError> {
    viewer.person().ok_or(IdeaError::SignedOut)?;
    if viewer.has(Role::Admin) { Ok(()) } else { Err(IdeaError::Forbidden) }
}

/// A short name that is free to be one: `new` is where a new campaign is written.
fn short_name(raw: &str) -> Result<Slug, Problem> {
    let slug = Slug::parse(raw.trim()).map_err(|problem| problem.at("slug").of("campaign-slug"))?;
    if slug.as_str() == "new" { Err(taken()) } else { Ok(slug) }
}

fn taken() -> Problem {
    Problem::new("slug", "TAKEN", "There is a campaign with this short name already. Choose another one.")
        .of("campaign-slug")
}

fn past() -> Problem {
    let words = "That time has passed. Choose a later one, or leave it empty.";
    Problem::new("closes", "PAST", words).of("campaign-closes")
}

fn moment(field: &'static str) -> Problem {
    Problem::new(field, "NOT_A_TIME", "Write the day and the time like 2027-03-14 09:00.").of("moment")
}

fn choose(field: &'static str) -> Problem {
    Problem::new(field, "EMPTY", "Choose one of these.").of("choice")
}

pub(crate) fn words(field: &'static str, why: GateError) -> Problem {
    let message = match why {
        GateError::Empty => "This can’t be empty. Write a few words.".to_owned(),
        GateError::TooShort { least } => format!("This is too short. Use at least {least} characters."),
        GateError::TooLong { most, found } => format!("This has {found} characters and {most} fit. Shorten it."),
        GateError::Unprintable => {
            "This has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
        }
    };
    Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("words") }
}
