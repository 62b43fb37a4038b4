//! Ways to narrow the list: by one press, by two lists to choose from, by a view that somebody saved. Each says how much
//! there is of it, of what the list is narrowed to already.

use std::collections::HashMap;

use folkmoot_common::Suspicion;
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{Counts, ItemKind};

use super::asked::{Asked, NAMES, Narrow};
use super::list::{name, queue_at};
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::filters::Chip;
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::site::Site;

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

/// How much waits of each kind, and how much of it is late: of what the list is narrowed to beyond its tabs.
pub(super) async fn counts(site: &Site, asking: &Asking, narrow: &Narrow<'_>) -> Result<Counts, PageError> {
    let moderation = &site.moderation;
    if narrow.without(&["kind", "overdue"]).is_empty() {
        return Ok(moderation.counts(&asking.viewer).await?);
    }
    let now = site.sources.now();
    let all = Narrow { kind: None, overdue: false, ..narrow.clone() };
    let mut counts = Counts::default();
    for (slot, kind) in counts.kinds.iter_mut().zip(ItemKind::ALL) {
        let filter = Narrow { kind: Some(kind), ..all.clone() }.filter(now);
        *slot = moderation.count(&asking.viewer, &filter).await?;
    }
    counts.overdue = moderation.count(&asking.viewer, &Narrow { overdue: true, ..all }.filter(now)).await?;
    Ok(counts)
}

/// The same, of what the list shows: by its tab too.
pub(super) async fn shown(
    site: &Site,
    asking: &Asking,
    narrow: &Narrow<'_>,
    counts: &Counts,
) -> Result<(u64, u64), PageError> {
    let now = site.sources.now();
    let late = Narrow { overdue: true, ..narrow.clone() };
    Ok(match (narrow.kind, narrow.overdue) {
        (None, false) => (counts.all(), counts.overdue),
        (None, true) => (counts.overdue, counts.overdue),
        (Some(kind), false) => (counts.of(kind), site.moderation.count(&asking.viewer, &late.filter(now)).await?),
        (Some(_), true) => {
            let both = site.moderation.count(&asking.viewer, &late.filter(now)).await?;
            (both, both)
        }
    })
}

/// Everything, each kind that waits, and what is late.
pub(super) fn tabs(asking: &Asking, narrow: &Narrow<'_>, counts: &Counts) -> Vec<Tab> {
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
pub(super) async fn chips(site: &Site, asking: &Asking, narrow: &Narrow<'_>) -> Result<Vec<Chip>, PageError> {
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
pub(super) fn kept(narrow: &Narrow<'_>) -> Vec<(&'static str, String)> {
    let others = NAMES.into_iter().filter(|name| !["campaign", "why"].contains(name));
    others.filter_map(|name| narrow.value(name).map(|value| (name, value))).collect()
}

pub(super) fn campaign(asking: &Asking, one: &Campaign, narrow: &Narrow<'_>) -> Choosable {
    let chosen = narrow.campaign.is_some_and(|campaign| campaign.id == one.id);
    let language = Lang::of(asking.here.words, &one.language);
    Choosable { value: one.slug.clone(), words: one.question.clone(), language, chosen }
}

pub(super) fn suspicion(asking: &Asking, why: Suspicion, narrow: &Narrow<'_>) -> Choosable {
    Choosable {
        value: why.as_str().to_lowercase(),
        words: asking.here.words.say(&format!("desk-why-{}", why.as_str())).to_string(),
        language: Lang::default(),
        chosen: narrow.why == Some(why),
    }
}

/// A saved view is read as an address is: whatever means nothing any more is passed over.
pub(super) async fn views(site: &Site, asking: &Asking, campaigns: &[Campaign]) -> Result<Vec<View>, PageError> {
    let saved = site.moderation.views(&asking.viewer).await?;
    let view = |view: folkmoot_moderation::SavedView| {
        let asked = Asked::saved(&view.query);
        View { href: queue_at(&Narrow::of(&asked, campaigns).query()), name: view.name }
    };
    Ok(saved.into_iter().map(view).collect())
}
