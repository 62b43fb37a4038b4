//! Campaigns: the list, a new question, and changing one. What may not change any more is shown and not asked for; the rules
//! refuse it all the same. Times are on the council's own clock.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Problem, PublishingMode, Timestamp};
use folkmoot_ideas::{Campaign, CampaignSettings, Changing, IdeaError, Phase, RawCampaign, VotingRule};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{Wanted, admin, door, frame};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::{Wrong, languages};
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::when::When;
use crate::site::Site;

/// Where a campaign that isn't there yet is written.
const NEW: &str = "new";

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    slug: String,
    question: String,
    brief: String,
    language: String,
    opens: String,
    closes: String,
    voting_rule: String,
    publishing_mode: String,
    /// `yes` when it is put away.
    archived: String,
    /// `yes` when it shall close earlier than people were told.
    confirm: String,
    /// The version that its writer saw.
    seen: i32,
}

/// The form that closes one now.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Closing {
    confirm: String,
    seen: i32,
}

/// One in the list.
struct Row {
    question: String,
    language: Lang,
    path: String,
    phase: &'static str,
    archived: bool,
    closes: Option<When>,
}

#[derive(Template)]
#[template(path = "admin_campaigns.html")]
struct List {
    frame: Frame,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "admin_campaign.html")]
struct Edit {
    frame: Frame,
    /// Its short name, or `new`.
    at: String,
    known: Option<Known>,
    typed: Typed,
    wrong: Wrong,
    languages: Vec<Choosable>,
    rules: Vec<&'static str>,
    modes: Vec<&'static str>,
    most: usize,
}

/// What the page says of one that is there.
struct Known {
    question: String,
    language: Lang,
    phase: &'static str,
    standing: bool,
    /// Whether there are ideas, so that some things stay.
    fixed: bool,
}

/// `GET /admin/campaigns`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    let now = site.sources.now();
    let row = |one: Campaign| Row {
        language: Lang::of(frame.here.words, &one.language),
        path: address(&one.slug),
        phase: phase(&one, now),
        archived: one.archived_at.is_some(),
        closes: one.closes_at.map(When::minute),
        question: one.question,
    };
    let rows = site.ideas.all_campaigns().await?.into_iter().map(row).collect();
    page(&List { rows, frame })
}

/// `GET /admin/campaigns/{at}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(at): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let known = find(&site, &at).await?;
    let typed = match &known {
        Some(campaign) => typed_of(campaign, &site.zone),
        None => Typed {
            language: site.language().as_str().to_owned(),
            opens: field(site.sources.now(), &site.zone),
            voting_rule: VotingRule::SupportAndOppose.as_str().to_owned(),
            publishing_mode: PublishingMode::UnlessFlagged.as_str().to_owned(),
            ..Typed::default()
        },
    };
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    page(&draw(&site, frame, at, known, typed).await?)
}

/// `POST /admin/campaigns/{at}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let known = find(&site, &at).await?;
    let saved = {
        let raw = raw(&typed, known.as_ref(), &site.zone);
        match &known {
            None => site.ideas.ask(&asking.viewer, &typed.slug, &raw).await,
            Some(campaign) => {
                let (confirmed, archived) = (typed.confirm == "yes", typed.archived == "yes");
                let changing = Changing { seen: typed.seen, confirmed, archived };
                site.ideas.change_campaign(&asking.viewer, &campaign.slug, &raw, changing).await
            }
        }
    };
    let wrong = match saved {
        Ok(campaign) => return Ok(go(&format!("{}?done=campaign-saved", address(&campaign.slug)))),
        Err(why) => Wrong(mendable(why)?),
    };
    refuse(&site, &asking, at, (known, typed), wrong).await
}

/// `POST /admin/campaigns/{at}/close`
pub(crate) async fn close(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form }: Checked<Closing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let known = find(&site, &at).await?.ok_or(PageError::NotFound)?;
    let changing = Changing { seen: form.seen, confirmed: form.confirm == "yes", archived: false };
    let wrong = match site.ideas.close_campaign(&asking.viewer, &known.slug, changing).await {
        Ok(campaign) => return Ok(go(&format!("{}?done=campaign-closed", address(&campaign.slug)))),
        Err(why) => Wrong(mendable(why)?.into_iter().map(at_close).collect()),
    };
    let typed = typed_of(&known, &site.zone);
    refuse(&site, &asking, at, (Some(known), typed), wrong).await
}

/// The second form has a box of its own.
fn at_close(problem: Problem) -> Problem {
    if problem.field == "confirm" { problem.at("close_now") } else { problem }
}

/// The form again, with what was typed and what stands in its way. Whoever saves once more has seen what changed meanwhile.
async fn refuse(
    site: &Site,
    asking: &Asking,
    at: String,
    (known, typed): (Option<Campaign>, Typed),
    wrong: Wrong,
) -> Result<Response, PageError> {
    let seen = known.as_ref().map_or(0, |campaign| campaign.version);
    let drawn = draw(site, frame(site, asking).with_errors(), at, known, Typed { seen, ..typed }).await?;
    again(&Edit { wrong, ..drawn })
}

fn mendable(why: IdeaError) -> Result<Vec<Problem>, PageError> {
    match why {
        IdeaError::Refused(problem) => Ok(vec![problem]),
        IdeaError::Invalid(problems) => Ok(problems.0),
        IdeaError::Changed => Ok(Wrong::of_kind("campaign", "question", "CHANGED").0),
        IdeaError::SignedOut => Err(PageError::SignInFirst),
        IdeaError::NotFound => Err(PageError::NotFound),
        IdeaError::Forbidden | IdeaError::Suspended(_) => Err(PageError::Forbidden),
        IdeaError::Storage(why) => Err(why.into()),
    }
}

async fn find(site: &Site, at: &str) -> Result<Option<Campaign>, PageError> {
    if at == NEW {
        return Ok(None);
    }
    site.ideas.campaign(at).await?.map(Some).ok_or(PageError::NotFound)
}

fn address(slug: &str) -> String {
    format!("/admin/campaigns/{slug}")
}

fn phase(campaign: &Campaign, now: Timestamp) -> &'static str {
    match campaign.phase(now) {
        Phase::NotYet => "soon",
        Phase::Open => "open",
        Phase::Over => "over",
    }
}

/// A moment as its field shows it, on the council's clock.
fn field(at: Timestamp, zone: &TimeZone) -> String {
    let instant = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default();
    zone.to_datetime(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A moment that was typed. What still reads as the one that was there is that one, to the microsecond.
fn moment(typed: &str, before: Option<Timestamp>, zone: &TimeZone) -> Option<Timestamp> {
    let typed = typed.trim();
    if let Some(before) = before.filter(|before| field(*before, zone) == typed) {
        return Some(before);
    }
    let read: DateTime = typed.parse().ok()?;
    let zoned = zone.to_ambiguous_zoned(read).compatible().ok()?;
    Some(Timestamp::from_micros(zoned.timestamp().as_microsecond()))
}

fn raw<'a>(typed: &'a Typed, known: Option<&Campaign>, zone: &TimeZone) -> RawCampaign<'a> {
    let closed = known.and_then(|campaign| campaign.closes_at);
    RawCampaign {
        question: &typed.question,
        brief: &typed.brief,
        language: &typed.language,
        opens_at: moment(&typed.opens, known.map(|campaign| campaign.opens_at), zone),
        closes_at: if typed.closes.trim().is_empty() {
            Some(None)
        } else {
            moment(&typed.closes, closed, zone).map(Some)
        },
        voting_rule: VotingRule::parse(&typed.voting_rule),
        publishing_mode: PublishingMode::parse(&typed.publishing_mode),
    }
}

fn typed_of(campaign: &Campaign, zone: &TimeZone) -> Typed {
    Typed {
        slug: campaign.slug.clone(),
        question: campaign.question.clone(),
        brief: campaign.brief.as_str().to_owned(),
        language: campaign.language.as_str().to_owned(),
        opens: field(campaign.opens_at, zone),
        closes: campaign.closes_at.map(|at| field(at, zone)).unwrap_or_default(),
        voting_rule: campaign.voting_rule.as_str().to_owned(),
        publishing_mode: campaign.publishing_mode.as_str().to_owned(),
        archived: if campaign.archived_at.is_some() { "yes".to_owned() } else { String::new() },
        confirm: String::new(),
        seen: campaign.version,
    }
}

async fn draw(site: &Site, frame: Frame, at: String, known: Option<Campaign>, typed: Typed) -> Result<Edit, PageError> {
    let fixed = match &known {
        Some(campaign) => site.ideas.has_ideas(campaign.id).await?,
        None => false,
    };
    let now = site.sources.now();
    let known = known.map(|campaign| Known {
        phase: phase(&campaign, now),
        language: Lang::of(frame.here.words, &campaign.language),
        standing: campaign.slug == Campaign::STANDING,
        fixed,
        question: campaign.question,
    });
    Ok(Edit {
        languages: languages(site, &typed.language),
        frame,
        at,
        known,
        typed,
        wrong: Wrong::default(),
        rules: VotingRule::ALL.map(VotingRule::as_str).to_vec(),
        modes: PublishingMode::ALL.map(PublishingMode::as_str).to_vec(),
        most: CampaignSettings::MOST_BRIEF,
    })
}
