//! What of the queue an address asks for, and the address again: whole, or with one thing taken away. Words that mean
//! nothing are passed over, so that an old view still leads somewhere.

use folkmoot_common::{Id as _, PersonId, Suspicion, Timestamp};
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{ItemKind, QueueFilter};
use uuid::Uuid;

use crate::pages::link::escaped;
use crate::pages::pager::Place;

/// The address of any page here, as far as it is about the queue.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    kind: String,
    campaign: String,
    overdue: String,
    why: String,
    author: String,
    cluster: String,
    after: Option<String>,
    before: Option<String>,
    /// A part of the page alone, for the script.
    pub(super) part: String,
    /// What was just done, and the decision that did it.
    pub(super) done: Option<String>,
    pub(super) decision: String,
}

impl Asked {
    /// Reads a view that somebody saved.
    pub(super) fn saved(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = value.into_owned();
            match name.as_ref() {
                "kind" => asked.kind = value,
                "campaign" => asked.campaign = value,
                "overdue" => asked.overdue = value,
                "why" => asked.why = value,
                "author" => asked.author = value,
                "cluster" => asked.cluster = value,
                _ => {}
            }
        }
        asked
    }

    /// Where the list starts.
    pub(super) fn place(&self) -> Place<'_> {
        Place { after: self.after.as_deref(), before: self.before.as_deref() }
    }

    /// The same as a query's pairs, each followed by `&`.
    pub(super) fn place_query(&self) -> String {
        let pair = |name: &str, value: &Option<String>| {
            value.as_ref().map(|value| format!("{name}={}&", escaped(value))).unwrap_or_default()
        };
        format!("{}{}", pair("after", &self.after), pair("before", &self.before))
    }
}

/// What the queue is narrowed to.
#[derive(Debug, Clone, Default)]
pub(super) struct Narrow<'a> {
    pub(super) kind: Option<ItemKind>,
    pub(super) campaign: Option<&'a Campaign>,
    pub(super) overdue: bool,
    pub(super) why: Option<Suspicion>,
    pub(super) author: Option<PersonId>,
    pub(super) cluster: Option<Uuid>,
}

/// The names in an address.
pub(super) const NAMES: [&str; 6] = ["kind", "campaign", "overdue", "why", "author", "cluster"];

impl<'a> Narrow<'a> {
    pub(super) fn of(asked: &Asked, campaigns: &'a [Campaign]) -> Self {
        Self {
            kind: ItemKind::parse(&asked.kind),
            campaign: campaigns.iter().find(|campaign| campaign.slug == asked.campaign),
            overdue: asked.overdue == "yes",
            why: Suspicion::parse(&asked.why.to_uppercase()),
            author: Uuid::try_parse(&asked.author).ok().map(PersonId::from_uuid),
            cluster: Uuid::try_parse(&asked.cluster).ok(),
        }
    }

    /// As the service is asked.
    pub(super) fn filter(&self, now: Timestamp) -> QueueFilter {
        QueueFilter {
            kind: self.kind,
            campaign: self.campaign.map(|campaign| campaign.id),
            author: self.author,
            cluster: self.cluster,
            suspicion: self.why,
            overdue_at: self.overdue.then_some(now),
        }
    }

    /// Whether it is narrowed at all.
    pub(super) fn any(&self) -> bool {
        NAMES.into_iter().any(|name| self.value(name).is_some())
    }

    /// The query of the address, each pair followed by `&`.
    pub(super) fn query(&self) -> String {
        self.without(&[])
    }

    pub(super) fn without(&self, left_out: &[&str]) -> String {
        let kept = NAMES.into_iter().filter(|name| !left_out.contains(name));
        kept.filter_map(|name| self.value(name).map(|value| format!("{name}={}&", escaped(&value)))).collect()
    }

    pub(super) fn value(&self, name: &str) -> Option<String> {
        match name {
            "kind" => self.kind.map(|kind| kind.as_str().to_lowercase()),
            "campaign" => self.campaign.map(|campaign| campaign.slug.clone()),
            "overdue" => self.overdue.then(|| "yes".to_owned()),
            "why" => self.why.map(|why| why.as_str().to_lowercase()),
            "author" => self.author.map(|id| id.uuid().simple().to_string()),
            _ => self.cluster.map(|id| id.simple().to_string()),
        }
    }
}
