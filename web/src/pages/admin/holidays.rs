//! Whose bank holidays the council keeps: the three sets to choose from, each with what a choice would move, and the days that
//! come next. Part of the page of the calendar.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_replies::{Closure, Day, MOST_COUNTED, Nation, OwnDay, next_bank_holidays};

use super::calendar::{Typed, draw};
use super::{admin, frame};
use crate::edge::{Asking, Checked};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{again, go};
use crate::pages::promises::{says, whose};
use crate::pages::when::When;
use crate::site::Site;

/// How many of the days to come are shown: about a year's.
const SHOWN: usize = 8;

/// The form, as sent.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Choosing {
    nation: String,
}

/// A set to choose.
pub(super) struct Set {
    pub(super) id: String,
    pub(super) value: &'static str,
    /// The message that names whose it is.
    pub(super) says: String,
    pub(super) kept: bool,
    /// How many running promises would get another day…
    pub(super) moves: u64,
    /// …and whether there may be more: they are counted no further.
    pub(super) more: bool,
}

/// A bank holiday to come.
pub(super) struct Coming {
    pub(super) day: When,
    /// The message that names it.
    pub(super) says: &'static str,
    /// Whether the council works on it all the same.
    pub(super) open: bool,
}

/// `POST /admin/calendar/holidays`
pub(crate) async fn choose(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Choosing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let Some(nation) = Nation::parse(&form.nation) else {
        let wrong = Wrong::one("nation", "EMPTY");
        let frame = frame(&site, &asking).with_errors();
        return again(&draw(&site, &asking, frame, Typed::default(), wrong).await?);
    };
    site.replies.choose_nation(&asking.viewer, nation).await?;
    Ok(go("/admin/calendar?done=holidays-chosen"))
}

/// The sets, and what each would move.
pub(super) async fn sets(site: &Site, asking: &Asking, kept: Nation) -> Result<Vec<Set>, PageError> {
    let moved = site.replies.moved_by(&asking.viewer, Nation::ALL).await?;
    let mut sets = Vec::new();
    for (nation, moves) in Nation::ALL.into_iter().zip(moved) {
        // What is wrong with the choice leads to the first of them.
        let id = if sets.is_empty() { "nation".to_owned() } else { format!("nation-{}", nation.as_str()) };
        let more = moves >= MOST_COUNTED;
        sets.push(Set { id, value: nation.as_str(), says: whose(nation), kept: nation == kept, moves, more });
    }
    Ok(sets)
}

/// The next days of a set.
pub(super) fn coming(site: &Site, kept: Nation, own: &[OwnDay]) -> Vec<Coming> {
    let days = next_bank_holidays(site.replies.today(), kept, SHOWN).into_iter();
    let open = |on: Day| own.iter().any(|own| own.day == on && own.closure == Closure::Open);
    days.map(|(day, which)| Coming { day: When::date(day), says: says(which), open: open(day) }).collect()
}
