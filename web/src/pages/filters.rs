//! What a list of ideas is narrowed to, as its address says it, and the address again: whole, or with one thing taken
//! away. Words that mean nothing are passed over, so that an old link still leads somewhere.
//!
//! It refuses to know the order and the page: a list that is narrowed otherwise begins at its beginning.

use folkmoot_common::Viewer;
use folkmoot_ideas::{Campaign, IdeaFilter, IdeaStatus, Label, LabelKind, SearchWords};

use super::cards::Standing;
use super::frame::Frame;
use super::labels::named;
use super::lang::Lang;
use super::link::escaped;

/// What the address says of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked<'a> {
    /// Words to look for, as typed.
    pub(crate) q: &'a str,
    /// A campaign's slug.
    pub(crate) campaign: &'a str,
    /// A status.
    pub(crate) status: &'a str,
    /// A place's word.
    pub(crate) place: &'a str,
    /// A tag's word.
    pub(crate) tag: &'a str,
    /// `yes` for one's own.
    pub(crate) mine: &'a str,
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filters<'a> {
    /// Words that all stand in the idea.
    pub(crate) search: Option<SearchWords>,
    /// Whether words were typed that can't be looked for: too few, or too many.
    pub(crate) wrong: Option<Unsearchable>,
    /// The question.
    pub(crate) campaign: Option<&'a Campaign>,
    /// Where ideas stand.
    pub(crate) status: Option<IdeaStatus>,
    /// Where they are about.
    pub(crate) place: Option<&'a Label>,
    /// What they are about.
    pub(crate) tag: Option<&'a Label>,
    /// Whether only the viewer's own.
    pub(crate) mine: bool,
}

/// Why nothing is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsearchable {
    /// A single letter finds everything.
    TooShort,
    /// Nobody's idea is found by a whole page.
    TooLong,
}

/// Something that a list is narrowed to, and the list without it.
#[derive(Debug, Clone)]
pub(crate) struct Chip {
    /// What it is.
    pub(crate) words: String,
    /// In which language.
    pub(crate) language: Lang,
    /// The list without it.
    pub(crate) href: String,
}

/// The names in an address.
const NAMES: [&str; 6] = ["q", "campaign", "status", "place", "tag", "mine"];

impl<'a> Filters<'a> {
    /// Reads what the address asks for, as far as it means something to this viewer.
    pub(crate) fn of(asked: &Asked<'_>, (campaigns, labels): (&'a [Campaign], &'a [Label]), viewer: &Viewer) -> Self {
        let search = (!asked.q.trim().is_empty()).then(|| SearchWords::parse(asked.q));
        let wrong = search.as_ref().and_then(|search| search.as_ref().err()).map(|problem| match problem.code {
            "TOO_LONG" => Unsearchable::TooLong,
            _ => Unsearchable::TooShort,
        });
        Self {
            search: search.and_then(Result::ok),
            wrong,
            campaign: campaigns.iter().find(|campaign| campaign.slug == asked.campaign),
            // A status that nobody chooses from the list (what waits for a moderator) may still be asked for.
            status: IdeaStatus::parse(asked.status),
            place: named(labels, LabelKind::Place, asked.place),
            tag: named(labels, LabelKind::Tag, asked.tag),
            mine: asked.mine == "yes" && viewer.person().is_some(),
        }
    }

    /// As the service is asked.
    pub(crate) fn filter(&self, viewer: &Viewer) -> IdeaFilter {
        IdeaFilter {
            campaign: self.campaign.map(|campaign| campaign.id),
            statuses: self.status.into_iter().collect(),
            author: viewer.person().filter(|_| self.mine),
            place: self.place.map(|place| place.id),
            tag: self.tag.map(|tag| tag.id),
            search: self.search.clone(),
        }
    }

    /// Whether it is narrowed at all.
    pub(crate) fn any(&self) -> bool {
        NAMES.into_iter().any(|name| self.value(name).is_some())
    }

    /// The query of the address, each pair followed by `&`.
    pub(crate) fn query(&self) -> String {
        self.query_without("")
    }

    fn query_without(&self, left_out: &str) -> String {
        let kept = NAMES.into_iter().filter(|name| *name != left_out);
        kept.filter_map(|name| self.value(name).map(|value| format!("{name}={}&", escaped(&value)))).collect()
    }

    fn value(&self, name: &str) -> Option<String> {
        match name {
            "q" => self.search.as_ref().map(|search| search.as_str().to_owned()),
            "campaign" => self.campaign.map(|campaign| campaign.slug.clone()),
            "status" => self.status.map(|status| status.as_str().to_lowercase()),
            "place" => self.place.map(|place| place.slug.clone()),
            "tag" => self.tag.map(|tag| tag.slug.clone()),
            _ => self.mine.then(|| "yes".to_owned()),
        }
    }

    /// What it is narrowed to, each to be taken away. The order of the list stays.
    pub(crate) fn chips(&self, frame: &Frame, order: &str) -> Vec<Chip> {
        let words = |name: &str| match name {
            "q" => self.search.as_ref().map(|search| format!("“{}”", search.as_str())),
            "campaign" => self.campaign.map(|campaign| campaign.question.clone()),
            "status" => self.status.map(|status| frame.say(Standing(status).id()).to_string()),
            "place" => self.place.map(|place| place.name.clone()),
            "tag" => self.tag.map(|tag| tag.name.clone()),
            _ => self.mine.then(|| frame.say("ideas-mine").to_string()),
        };
        let language = |name: &str| {
            let asked = self.campaign.filter(|_| name == "campaign");
            asked.map(|campaign| Lang::of(frame.here.words, &campaign.language)).unwrap_or_default()
        };
        let chip = |name: &'static str| {
            let href = format!("/ideas?{}order={order}", self.query_without(name));
            words(name).map(|words| Chip { words, language: language(name), href })
        };
        NAMES.into_iter().filter_map(chip).collect()
    }
}

#[cfg(test)]
mod tests;
