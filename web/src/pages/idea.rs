//! One idea: what it says, where it stands, how people voted, and what they say about it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_comments::{CommentOrder, CommentText};
use folkmoot_ideas::{Campaign, Idea, IdeaStatus, LabelKind, sorts};
use folkmoot_moderation::Target;
use folkmoot_replies::Progress;

use super::cards::{Around, Standing, VoteBox, Voting};
use super::comment_write::Typed;
use super::follow::Hearing;
use super::form::{Wrong, same_place};
use super::frame::{Frame, Raw, go, page};
use super::head::Head;
use super::home::Ending;
use super::labels::{Shown, shown};
use super::lang::Lang;
use super::link;
use super::milestones::Step;
use super::outlook::Outlook;
use super::pager::Place;
use super::pledge::Pledge;
use super::reply_card::ReplyCard;
use super::sides::Places;
use super::thread::{Asked, Thread};
use super::timeline::{Moment, moments};
use super::told::Told;
use super::when::When;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// What the address says about the discussion below.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    order: String,
    after: Option<String>,
    before: Option<String>,
    at: Option<i32>,
    view: String,
    r#for: Option<String>,
    against: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "idea.html")]
struct Page {
    frame: Frame,
    number: i64,
    title: String,
    path: String,
    html: Raw,
    /// Whether the body says anything that the title doesn't.
    says_more: bool,
    /// Where it is about.
    places: Vec<Shown>,
    /// What it is about.
    tags: Vec<Shown>,
    /// Where staff sort it.
    sort: Option<String>,
    /// The language of title and body.
    language: Lang,
    standing: Standing,
    outlook: Outlook,
    /// Whether the council has said what becomes of it.
    answered: bool,
    /// What it said, the newest first.
    replies: Vec<ReplyCard>,
    /// What happens when.
    milestones: Vec<Step>,
    /// What it has promised.
    pledge: Pledge,
    moments: Vec<Moment>,
    share: Option<Share>,
    mine: bool,
    waits: bool,
    hidden: bool,
    withdrawn: Option<String>,
    /// What was decided on it, for its author and for staff.
    told: Option<Told>,
    /// What the author is told of a change of theirs that isn't public: the name of the message.
    change: Option<&'static str>,
    /// The number and path of the idea that it lives on in.
    merged: Option<(i64, String)>,
    /// From which ideas how many of its supporters came.
    carried: Vec<(i64, i64)>,
    redacted: Option<When>,
    /// Whether its reader hears of it, and why; none for a visitor.
    hearing: Option<Hearing>,
    author: String,
    /// The author's public page.
    face: Option<String>,
    posted: When,
    edited: Option<When>,
    comments: i64,
    question: String,
    /// The language of the question.
    asked: Lang,
    campaign_path: String,
    ends: Option<Ending>,
    vote: VoteBox,
    edit: Option<String>,
    withdraw: Option<String>,
    history: String,
    report: String,
    talks: bool,
    /// Whether numbers and answers may still move: then the page listens.
    moves: bool,
    thread: Thread,
    typed: Typed,
    wrong: Wrong,
    body_most: usize,
}

/// What is needed to tell others of an idea, without anybody in between.
pub(crate) struct Share {
    pub(crate) title: String,
    /// The shortest lasting address: the number alone finds it, whatever the title becomes.
    pub(crate) address: String,
    /// A letter that begins with it.
    pub(crate) mail: String,
}

/// `GET /ideas/{number}`: the number alone finds it.
pub(crate) async fn find(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(number): Path<i64>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    Ok(moved(&link::idea(&idea)))
}

/// `GET /ideas/{number}/comments/{comment}`: a comment's lasting address opens the discussion at it.
pub(crate) async fn find_comment(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let found = site.comments.find_number(&asking.viewer, idea.id, comment).await?.ok_or(PageError::NotFound)?;
    let done = wanted.done.map(|word| format!("&done={}", link::escaped(&word))).unwrap_or_default();
    let number = found.number;
    Ok(go(&format!("{}?at={number}{done}#comment-{number}", link::idea(&idea))))
}

/// `GET /ideas/{number}/{slug}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, slug)): Path<(i64, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let path = link::idea(&idea);
    if slug != idea.slug {
        return Ok(moved(&path));
    }
    let order = CommentOrder::from_slug(&wanted.order).unwrap_or_default();
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let places = Places { pro: wanted.r#for.as_deref(), con: wanted.against.as_deref() };
    let asked = Asked { order, place, at: wanted.at, sides: (wanted.view == "sides").then_some(places) };

    let campaigns = site.ideas.campaigns(&[idea.campaign]).await?;
    let listed = asked.read(&site, &asking, &idea).await?;
    let (authors, progress) = (listed.authors(), progress(&site, &idea).await?);
    let badges = site.replies.badges(&authors).await?;
    let around = Around::of(&site, &asking, &[&idea], authors).await?.with_badges(badges);
    let back = same_place(&path, &asking.here.query, "vote");
    let vote = around.vote(&site, &idea, campaigns.first(), &back);
    let credited = progress.replies.iter().flat_map(|reply| reply.credits.clone()).collect();
    let thread = listed.draw(&asking, &idea, &path, &around, credited);
    let author = around.name(idea.author);
    let face = idea.is_public().then(|| around.face(idea.author)).flatten();
    let frame = Frame::new(&site, &asking, "ideas").with_notice(wanted.done.as_deref());
    let head = Head::idea(&idea, &author, &frame.whole(&path));
    let due = if idea.is_public() { None } else { site.moderation.due(Target::Idea(idea.id)).await? };
    let pledge = Pledge::of(&site, &idea, &progress).await?;
    let outlook = Outlook::of(&idea, campaigns.first(), vote.voting, due).beside(&pledge);
    let replies = cards(&site, &asking, &idea, &progress).await?;
    let milestones = Step::of(&site, &asking, &idea, (&progress.milestones, vote.supports())).await?;
    let told = told(&site, &asking, &idea).await?;
    let change = change(&site, &asking, &idea).await?;
    let carried = site.ideas.carried(&idea).await?;
    let moments = moments(&idea, campaigns.first(), &progress.happenings, site.sources.now());
    let answered = idea.status.is_answered() || !replies.is_empty();
    let hearing = Hearing::of(&site, &asking, &idea).await?;
    let labels = site.labels.of(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
    let drawn = draw(&site, &asking, frame.with_head(head).with_day(outlook.day), idea, path, campaigns.first());
    page(&Page {
        places: shown(&labels, LabelKind::Place),
        tags: shown(&labels, LabelKind::Tag),
        author,
        face,
        thread,
        vote,
        outlook,
        told,
        change,
        carried,
        moments,
        answered,
        replies,
        milestones,
        pledge,
        hearing,
        ..drawn
    })
}

/// How the idea stands on its way to an answer. Nobody asks about one that isn't public.
async fn progress(site: &Site, idea: &Idea) -> Result<Progress, PageError> {
    if !idea.is_public() {
        return Ok(Progress::default());
    }
    Ok(site.replies.progress(&[idea.id]).await?.remove(&idea.id).unwrap_or_default())
}

/// What the council said about it, the newest first.
async fn cards(site: &Site, asking: &Asking, idea: &Idea, progress: &Progress) -> Result<Vec<ReplyCard>, PageError> {
    let mut cards = Vec::with_capacity(progress.replies.len());
    for reply in &progress.replies {
        cards.push(ReplyCard::on(site, asking, reply, idea.id).await?);
    }
    Ok(cards)
}

/// The page but for the parts that other people made.
fn draw(site: &Site, asking: &Asking, frame: Frame, idea: Idea, path: String, campaign: Option<&Campaign>) -> Page {
    let viewer = &asking.viewer;
    Page {
        share: idea.is_public().then(|| Share::of(&frame, &idea)),
        frame,
        number: idea.number,
        language: Lang::of(asking.here.words, &idea.language),
        places: Vec::new(),
        tags: Vec::new(),
        sort: sorts(viewer).then(|| link::act(&idea, "labels")),
        outlook: Outlook::default(),
        answered: false,
        replies: Vec::new(),
        milestones: Vec::new(),
        pledge: Pledge::default(),
        says_more: idea.says_more(),
        moments: Vec::new(),
        mine: viewer.is(idea.author),
        standing: Standing(idea.status),
        waits: idea.status == IdeaStatus::Submitted,
        hidden: idea.hidden,
        posted: When::day(idea.created_at),
        edited: idea.edited_at.map(When::day),
        comments: idea.tally.comments,
        question: campaign.map(|campaign| campaign.question.clone()).unwrap_or_default(),
        asked: campaign.map(|campaign| Lang::of(asking.here.words, &campaign.language)).unwrap_or_default(),
        campaign_path: campaign.map(|campaign| format!("/campaigns/{}", campaign.slug)).unwrap_or_default(),
        ends: campaign.and_then(|campaign| Ending::of(campaign, site.sources.now())),
        edit: idea.editable_by(viewer).then(|| link::act(&idea, "edit")),
        withdraw: idea.withdrawable_by(viewer).then(|| link::act(&idea, "withdraw")),
        history: link::act(&idea, "history"),
        report: link::act(&idea, "report"),
        talks: idea.is_open(),
        moves: idea.is_public() && idea.merged_into.is_none(),
        typed: Typed::default(),
        wrong: Wrong::default(),
        body_most: CommentText::MOST,
        author: String::new(),
        face: None,
        thread: Thread::default(),
        vote: VoteBox::default(),
        title: idea.title.as_str().to_owned(),
        html: Raw(idea.html()),
        told: None,
        change: None,
        merged: idea.merged_into.map(|number| (number, format!("/ideas/{number}"))),
        carried: Vec::new(),
        hearing: None,
        redacted: idea.redacted_at.map(When::day),
        withdrawn: idea.withdrawn_because,
        path,
    }
}

/// What was decided on something that isn't public: nobody else is told, and nobody else costs a question.
async fn told(site: &Site, asking: &Asking, idea: &Idea) -> Result<Option<Told>, PageError> {
    let concerns = asking.viewer.is(idea.author) || asking.viewer.sees_everything();
    if !concerns || (idea.is_public() && idea.merged_into.is_none()) {
        return Ok(None);
    }
    Told::standing(site, asking, Target::Idea(idea.id)).await
}

/// Whether the author has sent in a change that waits, or that was refused. Nobody else costs a question.
async fn change(site: &Site, asking: &Asking, idea: &Idea) -> Result<Option<&'static str>, PageError> {
    if !idea.is_public() || !idea.editable_by(&asking.viewer) {
        return Ok(None);
    }
    let edit = site.moderation.own_edit(&asking.viewer, (idea.author, Target::Idea(idea.id))).await?;
    let message = |refused| if refused { "idea-change-refused" } else { "idea-change-waits" };
    Ok(edit.map(|edit| message(edit.refused.is_some())))
}

impl Share {
    fn of(frame: &Frame, idea: &Idea) -> Self {
        Self::to(&frame.whole(&format!("/ideas/{}", idea.number)), idea.title.as_str())
    }

    /// What is called so, at this whole address.
    pub(crate) fn to(address: &str, title: &str) -> Self {
        let (title, address) = (title.to_owned(), address.to_owned());
        let body = format!("{title}\n{address}");
        let mail = format!("mailto:?subject={}&body={}", link::escaped(&title), link::escaped(&body));
        Self { title, address, mail }
    }
}

/// The idea of this number; gone for good when its author took it back.
pub(crate) async fn look_up(site: &Site, asking: &Asking, number: i64) -> Result<Idea, PageError> {
    match site.ideas.find_number(&asking.viewer, number).await? {
        Some(idea) => Ok(idea),
        None if site.ideas.was_withdrawn(number).await? => Err(PageError::Gone),
        None => Err(PageError::NotFound),
    }
}

/// The address has changed for good. It keeps the method, as 308 does.
fn moved(to: &str) -> Response {
    let Ok(location) = HeaderValue::try_from(to) else { return PageError::Internal.into_response() };
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
}
