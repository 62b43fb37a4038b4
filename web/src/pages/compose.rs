//! Writing an idea, signed in or not. What a visitor wrote is kept on the server while they sign in, and posted then.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{DraftId, Id as _, IdeaId, LabelId};
use folkmoot_ideas::{Campaign, IdeaError, IdeaText, LabelKind, Posting, Slug, Submission, Title, unknown};

use super::finish::of_idea;
use super::form::{Wrong, languages, with_done};
use super::frame::{Frame, again, go, page};
use super::ideas::Choosable;
use super::labels;
use super::lang::Lang;
use super::link;
use super::second_look::{Shown, hints_part, preview_part};
use super::waiting::{self, Waiting};
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::site::Site;

/// What the address may say.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    campaign: String,
    /// A beginning, such as the words of a search that found nothing.
    title: String,
    draft: String,
    why: String,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    campaign: String,
    title: String,
    body: String,
    /// Where it is about: a word of the council's list.
    place: String,
    /// What both are written in; the page's own language when it asks for none.
    language: String,
    /// The draft that this came from, to be dropped once it is posted.
    draft: String,
    /// `preview`, or anything else to post.
    then: String,
}

#[derive(Template)]
#[template(path = "compose.html")]
struct Compose {
    frame: Frame,
    typed: Typed,
    /// What is typed is in this language.
    language: Lang,
    wrong: Wrong,
    campaigns: Vec<Choosable>,
    places: Vec<Choosable>,
    languages: Vec<Choosable>,
    preview: Option<Shown>,
    most: usize,
    body_most: usize,
}

/// `GET /ideas/new`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    mut asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    // What is written here is tied to the browser, so that it survives signing in.
    let (_browser, cookie) = asking.browser(&site);
    let mut typed = Typed { campaign: wanted.campaign, title: wanted.title, ..Typed::default() };
    let mut wrong = Wrong::default();
    if let Some(id) = waiting::read_id::<DraftId>(&wanted.draft)
        && let Some((_draft, Waiting::Idea { campaign, title, body, place, language })) =
            waiting::find(&site, &asking, id).await?
    {
        typed = Typed { campaign, title, body, place, language, draft: wanted.draft, ..Typed::default() };
        wrong = match wanted.why.as_str() {
            "closed" | "gone" => closed(),
            "wrong" => match read(&typed) {
                Ok(_read) => place_of(&site, &typed.place).await?.err().unwrap_or_default(),
                Err(wrong) => wrong,
            },
            _ => wrong,
        };
    }
    let mut page = draw(&site, &asking, typed, wrong, None).await?;
    // Nothing was sent: a reason that came with the address doesn't make the page itself wrong.
    *page.status_mut() = StatusCode::OK;
    Ok((cookie, page).into_response())
}

/// `POST /ideas/new`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { mut asking, form: mut typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    typed.language = typed.language_or(&asking);
    let (campaign, text) = match read(&typed) {
        Ok(read) => read,
        Err(wrong) => return draw(&site, &asking, typed, wrong, None).await,
    };
    if typed.then == "preview" {
        let shown = Shown::of(&site, &asking, &text).await?;
        return draw(&site, &asking, typed, Wrong::default(), Some(shown)).await;
    }
    let posting = match place_of(&site, &typed.place).await? {
        Ok(place) => Posting { text, place },
        Err(wrong) => return draw(&site, &asking, typed, wrong, None).await,
    };
    if asking.viewer.person().is_none() {
        return keep(&site, &mut asking, typed, &campaign).await;
    }
    post(&site, &asking, typed, &campaign, posting).await
}

/// The place that is named: one that can be chosen.
pub(crate) async fn place_of(site: &Site, word: &str) -> Result<Result<Option<LabelId>, Wrong>, PageError> {
    if word.is_empty() {
        return Ok(Ok(None));
    }
    let all = site.labels.all().await?;
    let found = labels::named(&all, LabelKind::Place, word).filter(|one| one.is_open());
    Ok(found.map(|one| Some(one.id)).ok_or_else(|| unknown(LabelKind::Place).into()))
}

/// What a script sends while somebody writes: the form, and the only part of its page that is wanted.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Glance {
    #[serde(flatten)]
    typed: Typed,
    /// `preview`; `comment` for the hints about a comment; or anything else for those about an idea.
    part: String,
}

/// `POST /ideas/new/part`: nothing is ever posted here, so it has a pace of its own. What must be mended first is said
/// by a whole page, so that there is no part to show.
pub(crate) async fn part(
    State(site): State<Arc<Site>>,
    Checked { asking, form: Glance { typed, part } }: Checked<Glance>,
) -> Result<Response, PageError> {
    let language = typed.language_or(&asking);
    // A comment has no title, and may be short.
    if part == "comment" {
        return hints_part(&site, &asking, None, (&typed.body, &language));
    }
    if part != "preview" {
        return hints_part(&site, &asking, Some(&typed.title), (&typed.body, &language));
    }
    let typed = Typed { language, ..typed };
    match read(&typed) {
        Ok((_campaign, text)) => preview_part(&site, &asking, Shown::of(&site, &asking, &text).await?),
        Err(wrong) => draw(&site, &asking, typed, wrong, None).await,
    }
}

impl Typed {
    /// The language it is written in: the page's own when the form asked for none.
    fn language_or(&self, asking: &Asking) -> String {
        let own = asking.here.words.code();
        if self.language.is_empty() { own.to_owned() } else { self.language.clone() }
    }
}

async fn post(
    site: &Site,
    asking: &Asking,
    typed: Typed,
    campaign: &Slug,
    posting: Posting,
) -> Result<Response, PageError> {
    let to = match submit(site, asking, &typed, campaign, posting).await {
        Ok(Submission::Published(idea)) => with_done(&link::idea(&idea), "posted"),
        Ok(Submission::Waiting(idea, _by)) => with_done(&link::idea(&idea), "waiting"),
        Ok(Submission::CampaignClosed) | Err(IdeaError::NotFound) => {
            return draw(site, asking, typed, closed(), None).await;
        }
        Err(IdeaError::Invalid(problems)) => return draw(site, asking, typed, problems.into(), None).await,
        Err(why) => return Err(of_idea(why)),
    };
    if let Some(draft) = waiting::read_id(&typed.draft) {
        waiting::drop_draft(site, asking, draft).await?;
    }
    Ok(go(&to))
}

/// A form that came from a draft may be sent twice: the draft's id is the idea's, and the second sending finds what the
/// first one made. Unless it says something else: then somebody went back to the form and wrote another idea.
async fn submit(
    site: &Site,
    asking: &Asking,
    typed: &Typed,
    campaign: &Slug,
    posting: Posting,
) -> Result<Submission, IdeaError> {
    let Some(draft) = waiting::read_id::<DraftId>(&typed.draft) else {
        return site.ideas.submit(&asking.viewer, campaign, posting).await;
    };
    let id = IdeaId::from_uuid(draft.uuid());
    let first = site.ideas.submit_once(&asking.viewer, campaign, posting.clone(), id).await?;
    match first {
        Submission::Published(idea) | Submission::Waiting(idea, _)
            if idea.title != posting.text.title || idea.body != posting.text.body =>
        {
            site.ideas.submit(&asking.viewer, campaign, posting).await
        }
        first => Ok(first),
    }
}

/// Everything wrong at once, in the order of the form.
fn read(typed: &Typed) -> Result<(Slug, IdeaText), Wrong> {
    let text = IdeaText::parse(&typed.title, &typed.body, &typed.language).map_err(Wrong::from);
    let campaign = Slug::parse(&typed.campaign).map_err(|_unknown| Wrong::one("campaign", "EMPTY"));
    match (campaign, text) {
        (Ok(campaign), Ok(text)) => Ok((campaign, text)),
        (campaign, text) => {
            let mut wrong = text.err().unwrap_or_default();
            wrong.0.extend(campaign.err().unwrap_or_default().0);
            Err(wrong)
        }
    }
}

/// A visitor's idea waits on the server while they sign in. It must name an open campaign already: finding that out
/// afterwards would be a wasted trip.
async fn keep(site: &Site, asking: &mut Asking, typed: Typed, campaign: &Slug) -> Result<Response, PageError> {
    let found = site.ideas.campaign(campaign.as_str()).await?;
    if !found.is_some_and(|found| found.is_open(site.sources.now())) {
        return draw(site, asking, typed, closed(), None).await;
    }
    let waiting = Waiting::Idea {
        campaign: typed.campaign.clone(),
        title: typed.title.clone(),
        body: typed.body.clone(),
        place: typed.place.clone(),
        language: typed.language.clone(),
    };
    match waiting.keep(site, asking).await? {
        Ok(on) => Ok(on),
        Err(wrong) => draw(site, asking, typed, wrong, None).await,
    }
}

fn closed() -> Wrong {
    Wrong::one("campaign", "CLOSED")
}

async fn draw(
    site: &Site,
    asking: &Asking,
    typed: Typed,
    wrong: Wrong,
    preview: Option<Shown>,
) -> Result<Response, PageError> {
    let now = site.sources.now();
    let open: Vec<Campaign> =
        site.ideas.all_campaigns().await?.into_iter().filter(|campaign| campaign.is_open(now)).collect();
    let chosen = |campaign: &Campaign| campaign.slug == typed.campaign;
    let campaigns = open
        .iter()
        .map(|campaign| Choosable {
            value: campaign.slug.clone(),
            words: campaign.question.clone(),
            language: Lang::of(asking.here.words, &campaign.language),
            chosen: chosen(campaign) || open.len() == 1,
        })
        .collect();
    let places = labels::offered(&site.labels.all().await?, LabelKind::Place, &[typed.place.as_str()]);
    let frame = Frame::new(site, asking, "new");
    let language = if typed.language.is_empty() { frame.language() } else { typed.language.as_str() };
    let languages = languages(site, language);
    let language = Lang::typed(asking.here.words, language);
    let most = Title::MOST;
    let is_wrong = wrong.any();
    let frame = if is_wrong { frame.with_errors() } else { frame };
    let form = Compose {
        frame,
        typed,
        language,
        wrong,
        campaigns,
        places,
        languages,
        preview,
        most,
        body_most: IdeaText::MOST,
    };
    if is_wrong { again(&form) } else { page(&form) }
}
