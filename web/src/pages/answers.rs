//! "You said, we did": every idea that the council answered, the latest answer first, narrowed by outcome, department,
//! question and place. The same list as a feed and as a table for spreadsheets.

mod feed;
mod list;
mod table;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Cursor;
use folkmoot_ideas::{Campaign, Label, LabelKind};
use folkmoot_replies::{ANSWERED, AnsweredFilter, Department, Outcome};

use super::frame::{Frame, page};
use super::ideas::Choosable;
use super::labels::{named, offered};
use super::lang::Lang;
use super::link::escaped;
use super::pager::{Pager, Place};
use super::reply_card::outcome_says;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

pub(crate) use feed::show as feed;
pub(crate) use list::{Line, lines};
pub(crate) use table::show as table;

/// Answers on one page.
const SIZE: u16 = 20;

/// What the address says. Words that mean nothing are passed over.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    outcome: String,
    department: String,
    campaign: String,
    place: String,
    after: Option<String>,
    before: Option<String>,
    page: Option<String>,
}

/// What a list of answers is narrowed to.
pub(crate) struct Narrowed {
    filter: AnsweredFilter,
    departments: Vec<Department>,
    campaigns: Vec<Campaign>,
    labels: Vec<Label>,
}

#[derive(Template)]
#[template(path = "answers.html")]
struct Answers {
    frame: Frame,
    outcomes: Vec<Choosable>,
    departments: Vec<Choosable>,
    campaigns: Vec<Choosable>,
    places: Vec<Choosable>,
    narrowed: bool,
    /// The query of the feed and of the table.
    query: String,
    later: bool,
    lines: Vec<Line>,
    pager: Pager,
}

impl Answers {
    /// The name of the page, before the board's own.
    fn name(&self) -> String {
        self.pager.name(&self.frame, self.frame.say("answers-title").to_string())
    }
}

/// `GET /answers`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let narrowed = Narrowed::read(&site, &wanted).await?;
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let request = place.request(SIZE, ANSWERED);
    let answered = site.replies.answered(&narrowed.filter, &request).await?;
    let listed = answered.map(|one| (one.cursor(), one));
    let query = narrowed.query();
    let address = format!("/answers?{query}");
    let cursor: fn(&(Cursor, folkmoot_replies::Answered)) -> &Cursor = |(cursor, _)| cursor;
    let number = wanted.page.as_ref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let pager = Pager::of(&listed, &address, "", cursor).on(number);
    let answers: Vec<_> = listed.items.into_iter().map(|(_, one)| one).collect();
    let frame = Frame::new(&site, &asking, "answers");
    page(&Answers {
        outcomes: narrowed.outcomes(&frame),
        departments: narrowed.choose_department(),
        campaigns: narrowed.choose_campaign(&frame),
        places: offered(&narrowed.labels, LabelKind::Place, &[narrowed.place().unwrap_or_default()]),
        narrowed: !query.is_empty(),
        later: request.from.is_some(),
        lines: lines(&site, asking.here.words, &answers).await?,
        pager,
        query,
        frame,
    })
}

impl Narrowed {
    /// Reads what the address says.
    pub(crate) async fn read(site: &Site, wanted: &Wanted) -> Result<Self, PageError> {
        let (departments, campaigns) = (site.replies.departments().await?, site.ideas.all_campaigns().await?);
        let department = departments.iter().find(|one| one.slug == wanted.department).map(|one| one.id);
        let campaign = campaigns.iter().find(|one| one.slug == wanted.campaign).map(|one| one.id);
        let labels = site.labels.all().await?;
        let place = named(&labels, LabelKind::Place, &wanted.place).map(|one| one.id);
        let filter = AnsweredFilter { outcome: Outcome::parse(&wanted.outcome), department, campaign, place };
        Ok(Self { filter, departments, campaigns, labels })
    }

    /// The same as an address says it: empty, or with `&` between its parts.
    fn query(&self) -> String {
        let outcome = self.filter.outcome.map(|one| format!("outcome={}", one.as_str().to_lowercase()));
        let department = self.departments.iter().find(|one| Some(one.id) == self.filter.department);
        let department = department.map(|one| format!("department={}", escaped(&one.slug)));
        let campaign = self.campaigns.iter().find(|one| Some(one.id) == self.filter.campaign);
        let campaign = campaign.map(|one| format!("campaign={}", escaped(&one.slug)));
        let place = self.place().map(|word| format!("place={}", escaped(word)));
        outcome.into_iter().chain(department).chain(campaign).chain(place).collect::<Vec<_>>().join("&")
    }

    /// The word of the place.
    fn place(&self) -> Option<&str> {
        let place = self.labels.iter().find(|one| Some(one.id) == self.filter.place);
        place.map(|one| one.slug.as_str())
    }

    fn outcomes(&self, frame: &Frame) -> Vec<Choosable> {
        let choosable = |one: Outcome| Choosable {
            value: one.as_str().to_lowercase(),
            words: frame.say_as(outcome_says(one)).to_string(),
            language: Lang::default(),
            chosen: self.filter.outcome == Some(one),
        };
        Outcome::ALL.into_iter().map(choosable).collect()
    }

    fn choose_department(&self) -> Vec<Choosable> {
        let choosable = |one: &Department| Choosable {
            value: one.slug.clone(),
            words: one.name.clone(),
            language: Lang::default(),
            chosen: self.filter.department == Some(one.id),
        };
        self.departments.iter().map(choosable).collect()
    }

    fn choose_campaign(&self, frame: &Frame) -> Vec<Choosable> {
        let choosable = |one: &Campaign| Choosable {
            value: one.slug.clone(),
            words: one.question.clone(),
            language: Lang::of(frame.here.words, &one.language),
            chosen: self.filter.campaign == Some(one.id),
        };
        self.campaigns.iter().map(choosable).collect()
    }
}
