//! Saying that something is wrong with an idea, a comment or a name. Anybody may, signed in or not, and gets a number for it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Address, Id as _, PersonId};
use folkmoot_moderation::{
    AppealState, Complaint, Details, Ground, Place, RawComplaint, Receipt, ReportOutcome, Subject,
};
use folkmoot_people::Email;
use folkmoot_people::{Called, Face};
use folkmoot_text::excerpt;
use uuid::Uuid;

use super::form::Wrong;
use super::frame::{Frame, again, go, page};
use super::idea::look_up;
use super::lang::Lang;
use super::link;
use super::when::When;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// How much of a comment is shown to say which one it is.
const QUOTED: usize = 200;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    ground: String,
    details: String,
    name: String,
    email: String,
    faith: String,
}

/// One thing that may be wrong, to be chosen.
struct Choice {
    id: String,
    value: &'static str,
    words: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "report.html")]
struct Form {
    frame: Frame,
    heading: &'static str,
    /// What it is about.
    quoted: String,
    language: Lang,
    path: String,
    action: String,
    grounds: Vec<Choice>,
    typed: Typed,
    wrong: Wrong,
    details_most: usize,
    /// Where a signed-in reporter is answered, unless they name another address.
    own: Option<String>,
}

#[derive(Template)]
#[template(path = "report_receipt.html")]
struct Kept {
    frame: Frame,
    receipt: String,
    at: When,
    number: Option<i64>,
    comment: Option<i32>,
    mailed: bool,
    path: String,
    /// By when somebody looks, while nobody has.
    by: Option<When>,
    /// What came of it: the name of the message that says so, and when.
    answered: Option<(&'static str, When)>,
    /// Where to ask for another look.
    appeal: Option<String>,
    /// Where the other look stands that was asked for.
    second: Option<Second>,
}

/// Another moderator's look.
enum Second {
    /// It is still to come, by then.
    By(When),
    /// What came of it: the name of the message that says so, and the moderator's own words, for whoever asked.
    Told(&'static str, Option<String>),
}

impl Second {
    fn of(appeal: AppealState) -> Self {
        match (appeal.overturned, appeal.answered_by()) {
            (None, Some(by)) => Self::By(When::day(by)),
            (None, None) => Self::Told("receipt-gone", None),
            (Some(true), _) => Self::Told("receipt-overturned", appeal.answer),
            (Some(false), _) => Self::Told("receipt-upheld", appeal.answer),
        }
    }
}

/// What is reported, and how the page shows it.
struct Target {
    subject: Subject,
    heading: &'static str,
    quoted: String,
    language: Lang,
    path: String,
    action: String,
}

/// `GET /ideas/{number}/{slug}/report`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let target = Target::idea(&site, &asking, number).await?;
    draw(&site, &asking, target, Typed::default(), Wrong::default()).await
}

/// `POST /ideas/{number}/{slug}/report`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    let target = Target::idea(&site, &asking, number).await?;
    take(&site, &asking, target, form).await
}

/// `GET /ideas/{number}/comments/{comment}/report`
pub(crate) async fn show_comment(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
) -> Result<Response, PageError> {
    let target = Target::comment(&site, &asking, number, comment).await?;
    draw(&site, &asking, target, Typed::default(), Wrong::default()).await
}

/// `POST /ideas/{number}/comments/{comment}/report`
pub(crate) async fn send_comment(
    State(site): State<Arc<Site>>,
    Path((number, comment)): Path<(i64, i32)>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    let target = Target::comment(&site, &asking, number, comment).await?;
    take(&site, &asking, target, form).await
}

/// `GET /people/{id}/report`
pub(crate) async fn show_person(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    let target = Target::person(&site, PersonId::from_uuid(id)).await?;
    draw(&site, &asking, target, Typed::default(), Wrong::default()).await
}

/// `POST /people/{id}/report`
pub(crate) async fn send_person(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    let target = Target::person(&site, PersonId::from_uuid(id)).await?;
    take(&site, &asking, target, form).await
}

/// `GET /reports/{receipt}`: the number's own page. It tells nothing of what anybody wrote.
pub(crate) async fn receipt(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(receipt): Path<String>,
) -> Result<Response, PageError> {
    let receipt = Receipt::parse(&receipt).ok_or(PageError::NotFound)?;
    let filed = site.reports.find(&receipt).await?.ok_or(PageError::NotFound)?;
    let appealable = filed.appealable(site.sources.now());
    let message = |outcome| if outcome == ReportOutcome::Acted { "receipt-acted" } else { "receipt-kept" };
    page(&Kept {
        frame: Frame::new(&site, &asking, "").unlisted(),
        receipt: filed.receipt.as_str().to_owned(),
        at: When::minute(filed.at),
        number: filed.place.number,
        comment: filed.place.comment,
        mailed: filed.mailed,
        path: filed.place.path(filed.target),
        by: filed.due_at.map(When::day),
        answered: filed.answered.map(|(outcome, at)| (message(outcome), When::day(at))),
        appeal: appealable.map(|decision| format!("/reports/{receipt}/appeal/{decision}")),
        second: filed.appeal().map(Second::of),
    })
}

impl Target {
    async fn idea(site: &Site, asking: &Asking, number: i64) -> Result<Self, PageError> {
        let idea = look_up(site, asking, number).await?;
        let title = idea.title.as_str().to_owned();
        Ok(Self {
            heading: "report-idea",
            quoted: title.clone(),
            language: Lang::of(asking.here.words, &idea.language),
            path: link::idea(&idea),
            action: link::act(&idea, "report"),
            subject: Subject {
                target: folkmoot_moderation::Target::Idea(idea.id),
                place: Place { idea: Some(idea.id), number: Some(number), ..Place::default() },
                title,
            },
        })
    }

    /// Only words that the viewer can read can be wrong to them.
    async fn comment(site: &Site, asking: &Asking, number: i64, comment: i32) -> Result<Self, PageError> {
        let idea = look_up(site, asking, number).await?;
        let found = site.comments.find_number(&asking.viewer, idea.id, comment).await?.ok_or(PageError::NotFound)?;
        let words = found.words.as_ref().ok_or(PageError::NotFound)?;
        let path = link::comment(number, found.number);
        let title = idea.title.as_str().to_owned();
        Ok(Self {
            heading: "report-comment",
            quoted: excerpt(&words.body, QUOTED),
            language: Lang::of(asking.here.words, &words.language),
            action: format!("{path}/report"),
            path,
            subject: Subject {
                target: folkmoot_moderation::Target::Comment(found.id),
                place: Place {
                    idea: Some(idea.id),
                    number: Some(number),
                    comment: Some(found.number),
                    ..Place::default()
                },
                title,
            },
        })
    }

    /// Only a name that somebody chose can be wrong.
    async fn person(site: &Site, id: PersonId) -> Result<Self, PageError> {
        let Some(Face::Known(profile)) = site.people.face(id).await? else { return Err(PageError::NotFound) };
        let Called::Named(name) = profile.person.called else { return Err(PageError::NotFound) };
        let path = format!("/people/{id}");
        Ok(Self {
            heading: "report-person",
            quoted: name.clone(),
            language: Lang::default(),
            action: format!("{path}/report"),
            path,
            subject: Subject { target: folkmoot_moderation::Target::Person(id), place: Place::default(), title: name },
        })
    }
}

async fn take(site: &Site, asking: &Asking, target: Target, typed: Typed) -> Result<Response, PageError> {
    let answer_to = match typed.email.trim() {
        "" => Ok(None),
        email => Email::parse(email).map(|email| Some(Address::from(&email))),
    };
    let raw = RawComplaint {
        ground: &typed.ground,
        details: &typed.details,
        name: &typed.name,
        in_good_faith: typed.faith == "yes",
    };
    match Complaint::parse(raw, answer_to) {
        Ok(complaint) => {
            let complaint = complaint.in_language(asking.here.words.language());
            let receipt = site.reports.file(&asking.viewer, target.subject, complaint, &network(asking.from)).await?;
            Ok(go(&format!("/reports/{receipt}")))
        }
        Err(problems) => draw(site, asking, target, typed, problems.into()).await,
    }
}

async fn draw(site: &Site, asking: &Asking, target: Target, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let person = site.people.person(&asking.viewer).await?;
    let frame = Frame::new(site, asking, "ideas").unlisted();
    let form = Form {
        frame: if is_wrong { frame.with_errors() } else { frame },
        heading: target.heading,
        quoted: target.quoted,
        language: target.language,
        path: target.path,
        action: target.action,
        grounds: choices(),
        typed,
        wrong,
        details_most: Details::MOST,
        own: person.and_then(|person| person.email).map(|email| email.as_str().to_owned()),
    };
    if is_wrong { again(&form) } else { page(&form) }
}

/// The first one has the field's own name as its id: the summary of what is wrong leads there.
fn choices() -> Vec<Choice> {
    let choice = |(at, ground): (usize, Ground)| Choice {
        id: if at == 0 { "ground".to_owned() } else { format!("ground-{}", at + 1) },
        value: ground.as_str(),
        words: format!("report-ground-{}", ground.as_str()),
        hint: format!("report-hint-{}", ground.as_str()),
    };
    Ground::ALL.into_iter().enumerate().map(choice).collect()
}

/// Where in the network somebody comes from: of an IPv6 address the part that one household has.
fn network(from: std::net::IpAddr) -> String {
    match from {
        std::net::IpAddr::V4(address) => address.to_string(),
        std::net::IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}
