//! The list of what waits: its rows, what the viewer can take of it, and how much is left.

use std::collections::HashMap;

use folkmoot_common::{Cursor, Id as _, Page, PageRequest, PersonId, Suspicion, Timestamp};
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{ActKind, Item, ListedItem, MOST_AT_ONCE, Pulse, QUEUE};
use folkmoot_people::{Called, PublicPerson};
use folkmoot_text::excerpt;
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::left;
use super::reasons::{Offered, offered};
use super::span::{Due, Span};
use super::tabs::{self, Tab, View, campaign, chips, kept, suspicion, views};
use super::verdict::DAYS;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::filters::Chip;
use crate::pages::ideas::Choosable;
use crate::pages::pager::Pager;
use crate::site::Site;
use crate::words::Words;

/// Items on one page.
const SIZE: u16 = 25;

/// Near-duplicates on one page: as many as can be decided on together.
#[expect(clippy::cast_possible_truncation, reason = "it is a hundred")]
const TOGETHER: u16 = MOST_AT_ONCE as u16;

/// How much of a text a row shows.
const SHOWN: usize = 140;

/// One item in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    /// The item and the revision that is shown, for doing something to several.
    pub(crate) value: String,
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    pub(crate) excerpt: String,
    pub(crate) language: String,
    pub(crate) author: String,
    pub(crate) waits: Span,
    pub(crate) due: Due,
    pub(crate) reports: u32,
    pub(crate) hunches: Vec<(String, String)>,
    /// Who has it open.
    pub(crate) lock: Option<String>,
    /// Whether the viewer can decide on it now.
    pub(crate) free: bool,
    /// Whether somebody asked for a second opinion on it.
    pub(crate) second: bool,
    /// How many others say nearly the same, and all of them.
    pub(crate) alike: u64,
    pub(crate) alike_href: String,
    pub(crate) href: String,
    pub(crate) cursor: String,
    /// Whether it is the one that is open.
    pub(crate) here: bool,
}

/// An act that can be said of several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Together {
    pub(crate) act: &'static str,
    /// Whether a reason must be given with it.
    pub(crate) reason: bool,
}

impl Together {
    fn of(act: ActKind) -> Self {
        Self { act: act.as_str(), reason: act.needs_reason() }
    }
}

/// The list, and everything round it.
#[derive(Debug, Clone, Default)]
pub(crate) struct List {
    pub(crate) rows: Vec<Row>,
    pub(crate) pager: Pager,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) chips: Vec<Chip>,
    pub(crate) campaigns: Vec<Choosable>,
    pub(crate) whys: Vec<Choosable>,
    /// What a form that narrows further must not lose.
    pub(crate) kept: Vec<(&'static str, String)>,
    pub(crate) views: Vec<View>,
    /// The query of this list, without a place in it.
    pub(crate) query: String,
    pub(crate) narrowed: bool,
    /// Whether it is near-duplicates of each other: then all of them are chosen.
    pub(crate) picked: bool,
    pub(crate) left: Vec<String>,
    pub(crate) all: u64,
    pub(crate) acts: Vec<Together>,
    pub(crate) reasons: Vec<Offered>,
    pub(crate) days: [u16; 4],
    /// The first item that the viewer can take.
    pub(crate) start: Option<String>,
    /// The items before and after the open one.
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

impl List {
    /// The rows alone, for the script that wants more of them.
    pub(super) async fn rows_alone(
        site: &Site,
        asking: &Asking,
        asked: &Asked,
        campaigns: &[Campaign],
    ) -> Result<Self, PageError> {
        let narrow = Narrow::of(asked, campaigns);
        let listed = page_of(site, asking, &narrow, &asked.place().request(size(&narrow), QUEUE)).await?;
        let rows = rows(site, asking, &listed, &narrow.query(), None).await?;
        Ok(Self { rows, query: narrow.query(), picked: narrow.cluster.is_some(), ..Self::default() })
    }

    /// Beside an open item the list always has that item in it, wherever it begins.
    pub(super) async fn of(
        site: &Site,
        asking: &Asking,
        asked: &Asked,
        campaigns: &[Campaign],
        open: Option<&Item>,
    ) -> Result<Self, PageError> {
        let narrow = Narrow::of(asked, campaigns);
        let request = asked.place().request(size(&narrow), QUEUE);
        let mut listed = page_of(site, asking, &narrow, &request).await?;
        let mut place = asked.place_query();
        if let Some(open) = open.filter(|open| open.closed_at.is_none())
            && !listed.items.iter().any(|one| one.item.id == open.id)
        {
            let before = before(open);
            place = format!("after={}&", before.encode());
            listed = page_of(site, asking, &narrow, &PageRequest::first(size(&narrow)).after(Some(before))).await?;
        }
        let query = narrow.query();
        let whole_query = format!("{query}{place}");
        let rows = rows(site, asking, &listed, &whole_query, open).await?;
        let counts = tabs::counts(site, asking, &narrow).await?;
        let (previous, next) = beside(site, asking, &narrow, &listed, open).await?;
        Ok(Self {
            pager: Pager::of(&listed, &queue_at(&query), "", |one| &one.cursor),
            tabs: tabs::tabs(asking, &narrow, &counts),
            chips: chips(site, asking, &narrow).await?,
            campaigns: campaigns.iter().map(|one| campaign(asking, one, &narrow)).collect(),
            whys: Suspicion::ALL.into_iter().map(|why| suspicion(asking, why, &narrow)).collect(),
            kept: kept(&narrow),
            views: views(site, asking, campaigns).await?,
            narrowed: narrow.any(),
            picked: narrow.cluster.is_some(),
            left: left(
                asking.here.words,
                tabs::shown(site, asking, &narrow, &counts).await?,
                pulse(site, asking).await?,
            ),
            all: counts.all(),
            acts: ActKind::ALL.into_iter().filter(|act| act.fits_many()).map(Together::of).collect(),
            reasons: offered(site, asking).await?,
            days: DAYS,
            start: rows.iter().find(|row| row.free).map(|row| row.href.clone()),
            previous: previous.map(|item| item_at(&item, &whole_query)),
            next: next.map(|item| item_at(&item, &whole_query)),
            rows,
            query,
        })
    }
}

/// The address of the queue, narrowed so.
pub(super) fn queue_at(query: &str) -> String {
    format!("/moderation?{query}").trim_end_matches(['?', '&']).to_owned()
}

/// The address of an item, beside the queue narrowed so.
pub(super) fn item_at(item: &Item, query: &str) -> String {
    format!("/moderation/items/{}?{query}", item.id).trim_end_matches(['?', '&']).to_owned()
}

/// A place right before this item, in the queue's order.
fn before(item: &Item) -> Cursor {
    let id = Uuid::from_u128(item.id.uuid().as_u128().saturating_sub(1));
    Cursor { order: QUEUE.to_owned(), key: item.rank, id }
}

fn size(narrow: &Narrow<'_>) -> u16 {
    if narrow.cluster.is_some() { TOGETHER } else { SIZE }
}

/// The viewer's pace.
pub(super) async fn pulse(site: &Site, asking: &Asking) -> Result<Pulse, PageError> {
    Ok(site.moderation.pulse(&asking.viewer).await?)
}

/// Whether this moderator can decide it now. Of an appeal the decision that it is against must be known.
async fn is_free(site: &Site, asking: &Asking, item: &Item, now: Timestamp) -> Result<bool, PageError> {
    let Some(me) = asking.viewer.person() else { return Ok(false) };
    let asked = item.second_opinion.as_ref().is_some_and(|asked| asked.by == me);
    if item.author == me || asked || item.is_locked_for(me, now) {
        return Ok(false);
    }
    if item.appeal.is_none() {
        return Ok(true);
    }
    let appeal = site.moderation.dossier(&asking.viewer, item).await?.appeal;
    Ok(appeal.is_none_or(|appeal| appeal.decision.actor != Some(me)))
}

/// What stands in the list before an item and after it, wherever the page of it ends.
async fn beside(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    listed: &Page<ListedItem>,
    open: Option<&Item>,
) -> Result<(Option<Item>, Option<Item>), PageError> {
    let Some(open) = open else { return Ok((None, None)) };
    let at = listed.items.iter().position(|one| one.item.id == open.id);
    let here = Cursor { order: QUEUE.to_owned(), key: open.rank, id: open.id.uuid() };
    let one = PageRequest::first(1);
    let known = |at: Option<usize>| at.and_then(|at| listed.items.get(at)).map(|one| one.item.clone());
    let mut previous = known(at.and_then(|at| at.checked_sub(1)));
    if previous.is_none() {
        let request = one.clone().before(Some(here.clone()));
        previous = page_of(site, asking, narrow, &request).await?.items.pop().map(|one| one.item);
    }
    let mut next = known(at.map(|at| at + 1));
    if next.is_none() {
        next = page_of(site, asking, narrow, &one.after(Some(here))).await?.items.pop().map(|one| one.item);
    }
    Ok((previous, next))
}

/// What follows an item, and whether the viewer can take it: for whoever works along the list.
pub(super) async fn following(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    item: &Item,
) -> Result<Vec<(String, bool)>, PageError> {
    let now = site.sources.now();
    let here = Cursor { order: QUEUE.to_owned(), key: item.rank, id: item.id.uuid() };
    let listed = page_of(site, asking, narrow, &PageRequest::first(SIZE).after(Some(here))).await?;
    let mut rest = Vec::with_capacity(listed.items.len());
    for ListedItem { item, .. } in &listed.items {
        rest.push((item.id.uuid().simple().to_string(), is_free(site, asking, item, now).await?));
    }
    Ok(rest)
}

/// The item that comes after this one and that the viewer can decide; else the first such.
pub(super) async fn next(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    item: &Item,
) -> Result<Option<Item>, PageError> {
    let now = site.sources.now();
    let here = Cursor { order: QUEUE.to_owned(), key: item.rank, id: item.id.uuid() };
    for from in [Some(here), None] {
        let listed = page_of(site, asking, narrow, &PageRequest::first(SIZE).after(from)).await?;
        for one in listed.items.into_iter().map(|one| one.item).filter(|one| one.id != item.id) {
            if is_free(site, asking, &one, now).await? {
                return Ok(Some(one));
            }
        }
    }
    Ok(None)
}

async fn page_of(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    request: &PageRequest,
) -> Result<Page<ListedItem>, PageError> {
    let filter = narrow.filter(site.sources.now());
    Ok(site.moderation.queue(&asking.viewer, &filter, request).await?)
}

/// The rows: three statements, however many there are, and one for each appeal.
async fn rows(
    site: &Site,
    asking: &Asking,
    listed: &Page<ListedItem>,
    query: &str,
    open: Option<&Item>,
) -> Result<Vec<Row>, PageError> {
    let now = site.sources.now();
    let me = asking.viewer.person();
    let items = || listed.items.iter().map(|one| &one.item);
    let mut people: Vec<PersonId> = items().map(|item| item.author).collect();
    people.extend(items().filter_map(|item| item.lock).map(|lock| lock.by));
    people.sort_unstable();
    people.dedup();
    let people = site.people.named(&people).await?;
    let clusters: Vec<Uuid> = items().map(|item| item.cluster).collect();
    let alike = site.moderation.alike(&asking.viewer, &clusters).await?;
    let row = |(one, free): (&ListedItem, bool)| {
        let item = &one.item;
        let lock = item.lock.filter(|_| me.is_some_and(|me| item.is_locked_for(me, now)));
        Row {
            id: item.id.uuid().simple().to_string(),
            value: format!("{}:{}", item.id, item.revision),
            kind: item.kind.as_str(),
            title: item.title.clone(),
            excerpt: if item.says_more() {
                excerpt(&folkmoot_text::Markdown::from_stored(item.body.clone()), SHOWN)
            } else {
                String::new()
            },
            language: item.language.clone(),
            author: name(asking.here.words, &people, item.author),
            waits: Span::of(now.since(item.opened_at)),
            due: Due::of(item.due_at, now),
            reports: item.reports,
            hunches: item.hunches.iter().map(hunch).collect(),
            lock: lock.map(|lock| name(asking.here.words, &people, lock.by)),
            free,
            second: item.second_opinion.is_some(),
            alike: alike.get(&item.cluster).map_or(0, |n| n.saturating_sub(1)),
            alike_href: format!("/moderation?cluster={}", item.cluster.simple()),
            href: item_at(item, query),
            cursor: one.cursor.encode(),
            here: open.is_some_and(|open| open.id == item.id),
        }
    };
    let mut free = Vec::with_capacity(listed.items.len());
    for one in &listed.items {
        free.push(is_free(site, asking, &one.item, now).await?);
    }
    Ok(listed.items.iter().zip(free).map(row).collect())
}

/// The message of a hunch, and what was found.
pub(super) fn hunch(hunch: &folkmoot_common::Hunch) -> (String, String) {
    (format!("desk-why-{}", hunch.why.as_str()), hunch.found.clone())
}

/// What somebody is called.
pub(super) fn name(words: Words, people: &HashMap<PersonId, PublicPerson>, id: PersonId) -> String {
    words.called(people.get(&id).map_or(&Called::Nameless, |person| &person.called))
}
