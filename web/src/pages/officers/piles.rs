//! `/desk`: what waits for an answer, or for a word about a step, the first due first or what has waited longest. An officer
//! sees what they have taken, what their departments have, everything, and what nobody has; what is due soon or late stands
//! apart by one press.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Page, PersonId, Timestamp};
use folkmoot_people::{Called, PublicPerson};
use folkmoot_replies::{DeskStep, MOST_COUNTED, Pile, PileFilter, PileOrder, PileSizes, Stage, Waiting};

use super::due::{Almanac, Due};
use super::{door, frame, pack_path};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::pages::frame::{Frame, page};
use crate::pages::pager::{Pager, Place};
use crate::site::Site;
use crate::words::Words;

/// Ideas on one page.
const SIZE: u16 = 25;
/// What is due within so long is due soon.
const SOON: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// The piles, by their words in addresses.
const PILES: [&str; 4] = ["mine", "departments", "all", "nobodys"];
/// What an address may narrow a pile to.
const DUES: [&str; 3] = ["", "soon", "late"];

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pile: String,
    due: String,
    order: String,
    after: Option<String>,
    before: Option<String>,
    done: Option<String>,
}

/// A pile, what it is narrowed to, or in which order it stands.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    /// The end of its message's name.
    pub(crate) word: &'static str,
    pub(crate) href: String,
    pub(crate) chosen: bool,
    /// How much there is, where it is counted.
    pub(crate) count: Option<u64>,
    /// Whether there is more than was counted.
    pub(crate) more: bool,
}

/// An idea on the pile.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) support: i64,
    pub(crate) comments: i64,
    pub(crate) due: Due,
    /// For how many days it has waited for that.
    pub(crate) waited: i64,
    /// What its steps ask of the council: the end of the message's name.
    pub(crate) step: Option<&'static str>,
    pub(crate) department: Option<String>,
    pub(crate) officer: Option<String>,
    /// How far its answer has come: the end of the message's name.
    pub(crate) stage: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "officers.html")]
struct Desk {
    frame: Frame,
    tabs: Vec<Tab>,
    dues: Vec<Tab>,
    orders: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
    overdue: u64,
    /// Which pile: the end of the message that says it is empty.
    pile: &'static str,
    narrowed: bool,
    /// All of this pile.
    whole: String,
    /// All that waits.
    everything: String,
}

/// `GET /desk`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let Some(person) = asking.viewer.person() else { return Err(PageError::SignInFirst) };
    let now = site.sources.now();
    let sizes = site.replies.sizes(&asking.viewer).await?;
    let known = PILES.into_iter().find(|pile| *pile == wanted.pile);
    let pile = match known {
        Some(pile) => pile,
        None if site.replies.own_departments(&asking.viewer).await?.is_empty() => "all",
        None => "departments",
    };
    let due = DUES.into_iter().find(|due| *due == wanted.due).unwrap_or_default();
    let order = PileOrder::from_slug(&wanted.order).unwrap_or_default();
    let filter = PileFilter { pile: named(pile, person), due_before: before(due, now) };
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let listed = site.replies.pile(&asking.viewer, &filter, order, &place.request(SIZE, order.slug())).await?;
    let cursors: Vec<_> = listed.items.iter().map(|waiting| waiting.cursor(order)).collect();
    let pages = Page { items: cursors, has_previous: listed.has_previous, has_next: listed.has_next };
    page(&Desk {
        frame: frame(&site, &asking).with_notice(wanted.done.as_deref()),
        tabs: tabs(pile, order, &sizes),
        dues: dues(pile, due, order),
        orders: orders(pile, due, order),
        rows: rows(&site, asking.here.words, &listed.items).await?,
        pager: Pager::of(&pages, &address(pile, due, order), "", |cursor| cursor),
        overdue: sizes.overdue,
        pile,
        narrowed: !due.is_empty(),
        whole: address(pile, "", order),
        everything: address("all", "", order),
    })
}

fn named(pile: &str, person: PersonId) -> Pile {
    match pile {
        "mine" => Pile::Mine(person),
        "departments" => Pile::OfMyDepartments(person),
        "nobodys" => Pile::Nobodys,
        _ => Pile::All,
    }
}

fn before(due: &str, now: Timestamp) -> Option<Timestamp> {
    match due {
        "soon" => Some(now.plus(SOON)),
        // What is due at a midnight is late from that very moment on.
        "late" => Some(Timestamp::from_micros(now.micros().saturating_add(1))),
        _ => None,
    }
}

/// What is usual isn't said.
fn address(pile: &str, due: &str, order: PileOrder) -> String {
    let narrowed = if due.is_empty() { String::new() } else { format!("&due={due}") };
    let ordered = if order == PileOrder::default() { String::new() } else { format!("&order={}", order.slug()) };
    format!("/desk?pile={pile}{narrowed}{ordered}")
}

fn tabs(chosen: &str, order: PileOrder, sizes: &PileSizes) -> Vec<Tab> {
    let counts = [sizes.mine, sizes.departments, sizes.all, sizes.nobodys];
    let tab = |(word, count): (&'static str, u64)| Tab {
        word,
        href: address(word, "", order),
        chosen: word == chosen,
        count: Some(count),
        more: count >= MOST_COUNTED,
    };
    PILES.into_iter().zip(counts).map(tab).collect()
}

fn dues(pile: &str, chosen: &str, order: PileOrder) -> Vec<Tab> {
    let words = ["any", "soon", "late"];
    let tab = |(due, word): (&str, &'static str)| Tab {
        word,
        href: address(pile, due, order),
        chosen: due == chosen,
        count: None,
        more: false,
    };
    DUES.into_iter().zip(words).map(tab).collect()
}

fn orders(pile: &str, due: &str, chosen: PileOrder) -> Vec<Tab> {
    let tab = |order: PileOrder| Tab {
        word: order.slug(),
        href: address(pile, due, order),
        chosen: order == chosen,
        count: None,
        more: false,
    };
    PileOrder::ALL.into_iter().map(tab).collect()
}

async fn rows(site: &Site, words: Words, listed: &[Waiting]) -> Result<Vec<Row>, PageError> {
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let almanac = Almanac::open(site, words).await?;
    let officers: Vec<_> = listed.iter().filter_map(|waiting| waiting.officer).collect();
    let people = site.people.named(&officers).await?;
    let row = |waiting: &Waiting| Row {
        number: waiting.number,
        href: pack_path(waiting.number),
        title: waiting.title.clone(),
        support: waiting.support,
        comments: waiting.comments,
        due: almanac.of(waiting),
        waited: almanac.waited(waiting),
        step: waiting.step.map(DeskStep::as_str),
        department: waiting.department.clone(),
        officer: waiting.officer.map(|id| name(words, &people, id)),
        stage: waiting.stage.map(stage),
    };
    Ok(listed.iter().map(row).collect())
}

/// How far an answer has come: the end of the message's name.
pub(super) const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Writing => "writing",
        Stage::Approval { .. } => "approval",
        Stage::Scheduled { .. } => "scheduled",
    }
}

/// What a colleague is called.
pub(super) fn name(words: Words, people: &HashMap<PersonId, PublicPerson>, id: PersonId) -> String {
    words.called(people.get(&id).map_or(&Called::Nameless, |person| &person.called))
}
