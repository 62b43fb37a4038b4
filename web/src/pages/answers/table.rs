//! Answers for a spreadsheet, narrowed as the page is. It is bounded: the latest 2,000.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::PageRequest;
use folkmoot_ideas::Idea;
use folkmoot_replies::{Answered, Line};
use folkmoot_text::plain;

use super::super::csv_file::{file, text};
use super::super::when::When;
use super::list::ideas;
use super::{Narrowed, Wanted};
use crate::edge::Query;
use crate::error::PageError;
use crate::site::Site;

/// The most answers in one file.
const MOST: usize = 2_000;

const NAMES: [&str; 13] = [
    "idea",
    "title",
    "outcome",
    "department",
    "role",
    "published_at",
    "revised_at",
    "until",
    "refer_to",
    "cost",
    "next_step",
    "next_date",
    "reasons",
];

/// `GET /answers.csv`
pub(crate) async fn show(State(site): State<Arc<Site>>, Query(wanted): Query<Wanted>) -> Result<Response, PageError> {
    let narrowed = Narrowed::read(&site, &wanted).await?;
    let mut rows = vec![NAMES.map(str::to_owned)];
    let mut from = None;
    while rows.len() <= MOST {
        let request = PageRequest::first(PageRequest::MOST).after(from.take());
        let listed = site.replies.answered(&narrowed.filter, &request).await?;
        let found = ideas(&site, &listed.items).await?;
        rows.extend(listed.items.iter().filter_map(|one| Some(row(found.get(&one.idea)?, one))));
        match listed.items.last() {
            Some(last) if listed.has_next => from = Some(last.cursor()),
            _ => break,
        }
    }
    file("folkmoot-answers.csv", rows.into_iter())
}

fn row(idea: &Idea, one: &Answered) -> [String; 13] {
    let said = &one.reply.text;
    let line = |line: &Option<Line>| line.as_ref().map(|line| text(line.as_str())).unwrap_or_default();
    let day = |day: Option<folkmoot_replies::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        idea.number.to_string(),
        text(idea.title.as_str()),
        said.outcome.as_str().to_owned(),
        text(&one.reply.department_name),
        text(said.role.as_str()),
        When::minute(one.reply.published_at).exact(),
        one.reply.revised_at.map(|at| When::minute(at).exact()).unwrap_or_default(),
        day(said.until),
        line(&said.refer_to),
        line(&said.cost),
        line(&said.next_step),
        day(said.next_date),
        text(&plain(said.reasons.as_str())),
    ]
}
