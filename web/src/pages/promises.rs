//! How the day of a promise is worked out: which days the council works, which holidays it keeps this year and next, and
//! the days that it closes or opens besides, each with its reason.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_replies::{Closure, Holiday, Nation, bank_holidays};

use super::frame::{Frame, page};
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// The holidays of one year.
#[derive(Debug, Clone)]
struct Year {
    number: String,
    days: Vec<(When, &'static str)>,
}

/// One of the council's own days.
#[derive(Debug, Clone)]
struct Own {
    day: When,
    closed: bool,
    why: String,
}

#[derive(Template)]
#[template(path = "promises.html")]
struct Promises {
    frame: Frame,
    /// The message that names whose holidays they are.
    nation: String,
    years: Vec<Year>,
    own: Vec<Own>,
}

/// `GET /promises`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let (nation, own) = site.replies.kept_days().await?;
    let this = site.replies.today().year();
    let year = |year: i16| Year {
        number: year.to_string(),
        days: bank_holidays(year, nation).into_iter().map(|(day, which)| (When::date(day), says(which))).collect(),
    };
    let own = own.into_iter().filter(|own| own.day.year() >= this).map(|own| Own {
        day: When::date(own.day),
        closed: own.closure == Closure::Closed,
        why: own.why,
    });
    page(&Promises {
        frame: Frame::new(&site, &asking, "answers"),
        nation: whose(nation),
        years: vec![year(this), year(this.saturating_add(1))],
        own: own.collect(),
    })
}

/// The message that names whose holidays they are.
pub(super) fn whose(nation: Nation) -> String {
    format!("nation-{}", nation.as_str())
}

/// The message that names a holiday.
pub(super) const fn says(which: Holiday) -> &'static str {
    match which {
        Holiday::NewYear => "holiday-new-year",
        Holiday::SecondOfJanuary => "holiday-second-of-january",
        Holiday::SaintPatrick => "holiday-saint-patrick",
        Holiday::GoodFriday => "holiday-good-friday",
        Holiday::EasterMonday => "holiday-easter-monday",
        Holiday::EarlyMay => "holiday-early-may",
        Holiday::Spring => "holiday-spring",
        Holiday::TwelfthOfJuly => "holiday-twelfth-of-july",
        Holiday::Summer => "holiday-summer",
        Holiday::SaintAndrew => "holiday-saint-andrew",
        Holiday::Christmas => "holiday-christmas",
        Holiday::Boxing => "holiday-boxing",
    }
}
