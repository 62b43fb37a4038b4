//! Saying that something is wrong with an idea or a comment. Anybody may, signed in or not, and gets a number for it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Address;
use folkmoot_moderation::{Complaint, Details, Ground, RawComplaint, Receipt, Subject};
use folkmoot_people::Email;
use folkmoot_text::excerpt;

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
}

#[derive(Template)]
#[template(path = "report_receipt.html")]
struct Kept {
    frame: Frame,
    receipt: String,
    at: When,
    number: i64,
    comment: Option<i32>,
    mailed: bool,
    path: String,
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
    draw(&site, &asking, target, Typed::default(), Wrong::default())
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
    draw(&site, &asking, target, Typed::default(), Wrong::default())
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

/// `GET /reports/{receipt}`: the number's own page. It tells nothing of what anybody wrote.
pub(crate) async fn receipt(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(receipt): Path<String>,
) -> Result<Response, PageError> {
    let receipt = Receipt::parse(&receipt).ok_or(PageError::NotFound)?;
    let filed = site.reports.find(&receipt).await?.ok_or(PageError::NotFound)?;
    page(&Kept {
        frame: Frame::new(&site, &asking, "").unlisted(),
        receipt: filed.receipt.as_str().to_owned(),
        at: When::minute(filed.at),
        number: filed.number,
        comment: filed.comment,
        mailed: filed.mailed,
        path: match filed.comment {
            Some(comment) => link::comment(filed.number, comment),
            None => format!("/ideas/{}", filed.number),
        },
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
            subject: Subject { idea: idea.id, number, title, comment: None },
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
            subject: Subject { idea: idea.id, number, title, comment: Some((found.id, found.number)) },
        })
    }
}

async fn take(site: &Site, asking: &Asking, target: Target, typed: Typed) -> Result<Response, PageError> {
    let answer_to = match typed.email.trim() {
        "" => Ok(None),
        email => Email::parse(email).map(|email| Some(Address::from(&email))),
    };
    let raw = RawComplaint { ground: &typed.ground, details: &typed.details, in_good_faith: typed.faith == "yes" };
    match Complaint::parse(raw, answer_to) {
        Ok(complaint) => {
            let receipt = site.reports.file(&asking.viewer, target.subject, complaint).await?;
            Ok(go(&format!("/reports/{receipt}")))
        }
        Err(problems) => draw(site, asking, target, typed, problems.into()),
    }
}

fn draw(site: &Site, asking: &Asking, target: Target, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
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
