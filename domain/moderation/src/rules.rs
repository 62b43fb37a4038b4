//! Automatic help for moderators: what in somebody's words makes it worth a look. Rules only, and local ones: no store,
//! no clock, no service elsewhere. What they need to know of the past is handed in.
//!
//! They refuse to refuse. A hunch may hold words back until a moderator has looked, and says what it found; whether it
//! does is the campaign's [`PublishingMode`](folkmoot_common::PublishingMode). `RULES.md` tells how often they are wrong.

use std::time::Duration;

use folkmoot_common::{Hunch, Id as _, Language, PersonId, Standing, Suspicion, Written};

mod lessons;
mod links;
mod lists;
mod personal;
mod repeats;
mod tokens;

#[cfg(test)]
mod tests;

pub use lessons::{ENOUGH, LIKE_REFUSED, Lessons, Verdict};
pub use lists::WordLists;
pub use repeats::{REPEAT_LEAST, fingerprint};
pub use tokens::{Token, tokens};

/// How far back posts by one person are counted.
pub const BURST_WINDOW: Duration = Duration::from_secs(10 * 60);

/// So many posts within [`BURST_WINDOW`], this one among them, are a burst.
pub const BURST_POSTS: u32 = 6;

/// How far back the same text is looked for.
pub const REPEAT_WINDOW: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The most characters of what was found that a moderator is shown.
pub(crate) const SHOWN: usize = 120;

/// What a store knows of an author and of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// How moderators know the author.
    pub standing: Standing,
    /// Posts by the author within [`BURST_WINDOW`], this one not counted.
    pub posted_lately: u32,
    /// Posts of the same [`fingerprint`] within [`REPEAT_WINDOW`] by anybody, this one not counted.
    pub same_text_lately: u32,
}

/// The rules of one council: its words, and the hosts that are its own.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    lists: WordLists,
    own_hosts: Vec<String>,
}

impl Rules {
    /// `own_hosts` are names such as `ideas.example.org`: links to them and to the hosts below them are no links away.
    #[must_use]
    pub fn new(lists: WordLists, own_hosts: &[&str]) -> Self {
        Self { lists, own_hosts: own_hosts.iter().map(|host| links::host_name(host)).collect() }
    }

    /// Everything suspicious in what somebody wants to post, each kind at most once. `lessons` are those of the text's
    /// own [`tokens`].
    #[must_use]
    pub fn hunches(&self, written: &Written<'_>, past: &Past, lessons: Option<&Lessons>) -> Vec<Hunch> {
        Suspicion::ALL
            .into_iter()
            .filter_map(|why| {
                let found = match why {
                    Suspicion::Links => links::found(written, past.standing, &self.own_hosts),
                    Suspicion::Repeated => repeats::found(written, past.same_text_lately),
                    Suspicion::WordList => self.lists.found(written),
                    Suspicion::PersonalData => personal::found(written),
                    Suspicion::Burst => burst(written, past),
                    Suspicion::LikeRefused => lessons.and_then(|lessons| lessons.found(written)),
                };
                found.map(|found| Hunch { why, found: folkmoot_text::shorten(&found, SHOWN) })
            })
            .collect()
    }
}

impl Rules {
    /// What is suspicious in a name, each kind at most once: words of the lists of all these languages, links, and private
    /// details. Whoever is known may put no link there either.
    pub(crate) fn hunches_of_name(&self, name: &str, languages: &[Language]) -> Vec<Hunch> {
        const LOOKED_FOR: [Suspicion; 3] = [Suspicion::Links, Suspicion::WordList, Suspicion::PersonalData];
        let past = Past { standing: Standing::New, posted_lately: 0, same_text_lately: 0 };
        let author = PersonId::from_uuid(uuid::Uuid::nil());
        let mut found: Vec<Hunch> = Vec::new();
        for language in languages {
            let written = Written { author, language: language.as_str(), title: None, body: name, again: true };
            let more = self.hunches(&written, &past, None).into_iter();
            for hunch in more.filter(|hunch| LOOKED_FOR.contains(&hunch.why)) {
                if found.iter().all(|known| known.why != hunch.why) {
                    found.push(hunch);
                }
            }
        }
        found
    }
}

/// How many posts there are now in the window, when they are many. An edit is no post, and whoever is trusted may be
/// busy.
fn burst(written: &Written<'_>, past: &Past) -> Option<String> {
    let posts = past.posted_lately.saturating_add(1);
    (posts >= BURST_POSTS && !written.again && past.standing != Standing::Trusted).then(|| posts.to_string())
}
