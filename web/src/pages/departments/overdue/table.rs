//! What is overdue, for a spreadsheet, the longest overdue first. It is bounded: the first 2,000.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;
use folkmoot_replies::{Late, OverdueFrom};

use super::Wanted;
use crate::edge::Query;
use crate::error::PageError;
use crate::pages::csv_file::{file, text};
use crate::pages::link;
use crate::pages::public_ideas::public_ideas;
use crate::pages::when::When;
use crate::site::Site;

/// The most that it names.
const MOST: u64 = 2_000;
/// Ideas that are read at a time: what people wrote may be long.
const SOME: usize = 100;

const NAMES: [&str; 6] = ["idea", "title", "address", "department", "promised_by", "working_days_late"];

/// `GET /departments/overdue.csv`
pub(crate) async fn show(State(site): State<Arc<Site>>, Query(wanted): Query<Wanted>) -> Result<Response, PageError> {
    let of = wanted.named(&site).await?.map(|one| one.id);
    let late = site.replies.late(of, (OverdueFrom::Longest, MOST)).await?;
    let mut rows = vec![NAMES.map(str::to_owned)];
    for some in late.chunks(SOME) {
        let ids: Vec<IdeaId> = some.iter().map(|one| one.idea).collect();
        let ideas = public_ideas(&site, &ids).await?;
        rows.extend(some.iter().filter_map(|one| Some(row(ideas.get(&one.idea)?, one))));
    }
    file("folkmoot-overdue.csv", rows.into_iter())
}

fn row(idea: &Idea, one: &Late) -> [String; 6] {
    [
        idea.number.to_string(),
        text(idea.title.as_str()),
        link::idea(idea),
        one.department.as_deref().map(text).unwrap_or_default(),
        When::date(one.day).exact(),
        one.working_days.to_string(),
    ]
}
