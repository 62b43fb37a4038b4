//! The list of what waits: its rows, what it is narrowed to and by what it could be, saved views, and how much is left.

use std::collections::HashMap;

use folkmoot_common::{Cursor, Id as _, Page, PageRequest, PersonId, Suspicion, Timestamp};
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{Counts, Item, ItemKind, ListedItem, QUEUE};
use folkmoot_people::{Called, PublicPerson};
use folkmoot_text::excerpt;
use uuid::Uuid;

use super::asked::{Asked, NAMES, Narrow};
use super::left;
use super::reasons::{Offered, offered};
use super::span::{Due, Span};
use super::verdict::DAYS;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::filters::Chip;
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::pager::Pager;
use crate::site::Site;
use crate::words::Words;

/// Items on one page.
pub(super) const SIZE: u16 = 25;

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

/// A way to narrow the list by one press.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    pub(crate) words: String,
    pub(crate) count: u64,
    pub(crate) href: String,
    pub(crate) chosen: bool,
}

/// A saved view.
#[derive(Debug, Clone)]
pub(crate) struct View {
    pub(crate) name: String,
    pub(crate) href: String,
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
    pub(crate) acts: Vec<&'static str>,
    pub(crate) reasons: Vec<Offered>,
    pub(crate) days: [u16; 4],
    /// The first item that the viewer can take.
    pub(crate) start: Option<String>,
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
        let listed = page_of(site, asking, &narrow, &asked.place().request(SIZE, QUEUE)).await?;
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
        let request = asked.place().request(SIZE, QUEUE);
        let mut listed = page_of(site, asking, &narrow, &request).await?;
        let mut place = asked.place_query();
        if let Some(open) = open.filter(|open| open.closed_at.is_none())
            && !listed.items.iter().any(|one| one.item.id == open.id)
        {
            let before = before(open);
            place = format!("after={}&", before.encode());
            listed = page_of(site, asking, &narrow, &PageRequest::first(SIZE).after(Some(before))).await?;
        }
        let query = narrow.query();
        let whole_query = format!("{query}{place}");
        let rows = rows(site, asking, &listed, &whole_query, open).await?;
        let moderation = &site.moderation;
        let counts = moderation.counts(&asking.viewer).await?;
        let pulse = moderation.pulse(&asking.viewer).await?;
        let address = queue_at(&query);
        let me = asking.viewer.person();
        Ok(Self {
            pager: Pager::of(&listed, &address, "", |one| &one.cursor),
            tabs: tabs(asking, &narrow, &counts),
            chips: chips(site, asking, &narrow).await?,
            campaigns: campaigns.iter().map(|one| campaign(asking, one, &narrow)).collect(),
            whys: Suspicion::ALL.into_iter().map(|why| suspicion(asking, why, &narrow)).collect(),
            kept: kept(&narrow),
            views: views(site, asking, campaigns).await?,
            narrowed: narrow.any(),
            picked: narrow.cluster.is_some(),
            left: left(asking.here.words, &counts, pulse),
            all: counts.all(),
            acts: [
                "PUBLISH",
                "PUBLISH_AND_TRUST",
                "KEEP",
                "REJECT",
                "HIDE",
                "RESTORE",
                "WARN",
                "SUSPEND",
                "RESET_NAME",
            ]
            .to_vec(),
            reasons: offered(site, asking).await?,
            days: DAYS,
            start: listed
                .items
                .iter()
                .find(|one| me.is_some_and(|me| is_free(&one.item, me, site.sources.now())))
                .map(|one| item_at(&one.item, &whole_query)),
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

/// Whether this moderator can decide it now.
fn is_free(item: &Item, me: PersonId, now: Timestamp) -> bool {
    let asked = item.second_opinion.as_ref().is_some_and(|asked| asked.by == me);
    item.author != me && !asked && !item.is_locked_for(me, now)
}

/// The item that comes after this one and that the viewer can decide; else the first such.
pub(super) async fn next(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    item: &Item,
) -> Result<Option<Item>, PageError> {
    let Some(me) = asking.viewer.person() else { return Ok(None) };
    let now = site.sources.now();
    let here = Cursor { order: QUEUE.to_owned(), key: item.rank, id: item.id.uuid() };
    for from in [Some(here), None] {
        let listed = page_of(site, asking, narrow, &PageRequest::first(SIZE).after(from)).await?;
        let free = listed.items.into_iter().map(|one| one.item);
        if let Some(found) = free.filter(|one| one.id != item.id).find(|one| is_free(one, me, now)) {
            return Ok(Some(found));
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

/// The rows: three statements, however many there are.
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
    let row = |one: &ListedItem| {
        let item = &one.item;
        let lock = item.lock.filter(|_| me.is_some_and(|me| item.is_locked_for(me, now)));
        Row {
            id: item.id.uuid().simple().to_string(),
            value: format!("{}:{}", item.id, item.revision),
            kind: item.kind.as_str(),
            title: item.title.clone(),
            excerpt: excerpt(&folkmoot_text::Markdown::from_stored(item.body.clone()), SHOWN),
            language: item.language.clone(),
            author: name(asking.here.words, &people, item.author),
            waits: Span::of(now.since(item.opened_at)),
            due: Due::of(item.due_at, now),
            reports: item.reports,
            hunches: item.hunches.iter().map(hunch).collect(),
            lock: lock.map(|lock| name(asking.here.words, &people, lock.by)),
            second: item.second_opinion.is_some(),
            alike: alike.get(&item.cluster).map_or(0, |n| n.saturating_sub(1)),
            alike_href: format!("/moderation?cluster={}", item.cluster.simple()),
            href: item_at(item, query),
            cursor: one.cursor.encode(),
            here: open.is_some_and(|open| open.id == item.id),
        }
    };
    Ok(listed.items.iter().map(row).collect())
}

/// The message of a hunch, and what was found.
pub(super) fn hunch(hunch: &folkmoot_common::Hunch) -> (String, String) {
    (format!("desk-why-{}", hunch.why.as_str()), hunch.found.clone())
}

/// What somebody is called.
pub(super) fn name(words: Words, people: &HashMap<PersonId, PublicPerson>, id: PersonId) -> String {
    words.called(people.get(&id).map_or(&Called::Nameless, |person| &person.called))
}

/// Everything, each kind that waits, and what is late.
fn tabs(asking: &Asking, narrow: &Narrow<'_>, counts: &Counts) -> Vec<Tab> {
    let words = asking.here.words;
    let rest = narrow.without(&["kind", "overdue"]);
    let all = Tab {
        words: words.say("desk-all").to_string(),
        count: counts.all(),
        href: queue_at(&rest),
        chosen: narrow.kind.is_none() && !narrow.overdue,
    };
    let late = Tab {
        words: words.say("desk-overdue").to_string(),
        count: counts.overdue,
        href: format!("/moderation?{rest}overdue=yes"),
        chosen: narrow.overdue,
    };
    let kinds = ItemKind::ALL.into_iter().filter(|kind| counts.of(*kind) > 0 || narrow.kind == Some(*kind));
    let kinds = kinds.map(|kind| Tab {
        words: words.say(&format!("desk-kinds-{}", kind.as_str())).to_string(),
        count: counts.of(kind),
        href: format!("/moderation?{rest}kind={}", kind.as_str().to_lowercase()),
        chosen: narrow.kind == Some(kind),
    });
    [all, late].into_iter().chain(kinds).collect()
}

/// What the list is narrowed to beyond its tabs, each to be taken away.
async fn chips(site: &Site, asking: &Asking, narrow: &Narrow<'_>) -> Result<Vec<Chip>, PageError> {
    let words = asking.here.words;
    let people = match narrow.author {
        Some(author) => site.people.named(&[author]).await?,
        None => HashMap::new(),
    };
    let said = [
        ("campaign", narrow.campaign.map(|campaign| campaign.question.clone())),
        ("why", narrow.why.map(|why| words.say(&format!("desk-why-{}", why.as_str())).to_string())),
        (
            "author",
            narrow.author.map(|id| words.say("desk-by").with("name", name(asking.here.words, &people, id)).to_string()),
        ),
        ("cluster", narrow.cluster.map(|_| words.say("desk-cluster").to_string())),
    ];
    let chip = |(name, words): (&str, Option<String>)| {
        words.map(|words| Chip { words, language: Lang::default(), href: queue_at(&narrow.without(&[name])) })
    };
    Ok(said.into_iter().filter_map(chip).collect())
}

/// What the form with the two lists to choose from must not lose.
fn kept(narrow: &Narrow<'_>) -> Vec<(&'static str, String)> {
    let others = NAMES.into_iter().filter(|name| !["campaign", "why"].contains(name));
    others.filter_map(|name| narrow.value(name).map(|value| (name, value))).collect()
}

fn campaign(asking: &Asking, one: &Campaign, narrow: &Narrow<'_>) -> Choosable {
    let chosen = narrow.campaign.is_some_and(|campaign| campaign.id == one.id);
    let language = Lang::of(asking.here.words, &one.language);
    Choosable { value: one.slug.clone(), words: one.question.clone(), language, chosen }
}

fn suspicion(asking: &Asking, why: Suspicion, narrow: &Narrow<'_>) -> Choosable {
    Choosable {
        value: why.as_str().to_lowercase(),
        words: asking.here.words.say(&format!("desk-why-{}", why.as_str())).to_string(),
        language: Lang::default(),
        chosen: narrow.why == Some(why),
    }
}

/// A saved view is read as an address is: whatever means nothing any more is passed over.
async fn views(site: &Site, asking: &Asking, campaigns: &[Campaign]) -> Result<Vec<View>, PageError> {
    let saved = site.moderation.views(&asking.viewer).await?;
    let view = |view: folkmoot_moderation::SavedView| {
        let asked = Asked::saved(&view.query);
        View { href: queue_at(&Narrow::of(&asked, campaigns).query()), name: view.name }
    };
    Ok(saved.into_iter().map(view).collect())
}
