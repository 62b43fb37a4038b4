//! Walking pages: every address of the list, and every link on every page that was met on the way.

use std::collections::{BTreeSet, VecDeque};

use scraper::{Html, Selector};

use super::planted::Planted;
use super::{Sightings, list};
use crate::nets::Player;

/// More pages than a small site has; a walk that goes on for ever is a fault of its own.
const MOST: usize = 1_500;

pub(super) async fn walk(player: &Player, planted: &Planted) -> Sightings {
    let mut ways: VecDeque<String> = list::addresses(planted).into();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut met = Vec::new();
    while let Some(way) = ways.pop_front() {
        if !seen.insert(way.clone()) {
            continue;
        }
        assert!(seen.len() < MOST, "the site has no end: {way}");
        let answer = player.get(&way).await;
        assert!(answer.status < 500, "GET {way}: {} {}", answer.status, answer.body);
        // The address itself may say the word where the walker typed it.
        let typed = Planted::in_text(&way).next().is_some();
        // Each page links to itself in the other language too.
        let bare = way.strip_prefix("/cy").unwrap_or(&way);
        let told = if typed {
            answer.body.replace("&#38;", "&").replace("&amp;", "&").replace(bare, "")
        } else {
            format!("{} {} {}", answer.leads_to, answer.headers, answer.body)
        };
        met.extend(Planted::in_text(&told).map(|word| (format!("GET {way}"), word)));
        ways.extend(
            onwards(&answer.body).into_iter().chain((!answer.leads_to.is_empty()).then(|| answer.leads_to.clone())),
        );
    }
    met
}

fn onwards(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let links = Selector::parse("a[href], link[href], iframe[src]").unwrap();
    let places = page.select(&links).filter_map(|link| link.attr("href").or_else(|| link.attr("src")));
    let ours = places.filter(|place| place.starts_with('/') && !place.starts_with("//"));
    ours.map(|place| place.split('#').next().unwrap_or_default().to_owned())
        .filter(|place| !place.starts_with("/sign-in") && !place.starts_with("/live") && !place.starts_with("/assets"))
        .collect()
}
