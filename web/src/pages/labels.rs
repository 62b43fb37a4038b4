//! Places and tags as pages offer and show them. Addresses and forms name them by their words in addresses.

use folkmoot_common::LabelId;
use folkmoot_ideas::{Label, LabelKind};
use folkmoot_replies::Route;

use super::ideas::Choosable;
use super::lang::Lang;
use super::link::escaped;

/// One that an idea has: what it is called, and the list of all that have it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// What it is called.
    pub(crate) name: String,
    /// The list.
    pub(crate) href: String,
}

/// The place or tag of this word.
pub(crate) fn named<'a>(labels: &'a [Label], kind: LabelKind, word: &str) -> Option<&'a Label> {
    labels.iter().find(|one| one.kind == kind && one.slug == word)
}

/// Those of one kind that can be chosen, and those that are chosen already.
pub(crate) fn offered(labels: &[Label], kind: LabelKind, chosen: &[&str]) -> Vec<Choosable> {
    let choosable = |one: &Label| Choosable {
        value: one.slug.clone(),
        words: one.name.clone(),
        language: Lang::default(),
        chosen: chosen.contains(&one.slug.as_str()),
    };
    let of_kind = labels.iter().filter(|one| one.kind == kind);
    of_kind
        .map(|one| (one, choosable(one)))
        .filter(|(one, as_choice)| one.is_open() || as_choice.chosen)
        .map(|(_, as_choice)| as_choice)
        .collect()
}

/// Those of one kind, as an idea's page shows them.
pub(crate) fn shown(labels: &[Label], kind: LabelKind) -> Vec<Shown> {
    let word = kind.as_str().to_lowercase();
    let of_kind = labels.iter().filter(|one| one.kind == kind);
    of_kind.map(|one| Shown { name: one.name.clone(), href: format!("/ideas?{word}={}", escaped(&one.slug)) }).collect()
}

/// The place and the tag that a rule of routing goes by, each with the message before it.
pub(crate) fn of_rule(labels: &[Label], route: &Route) -> Vec<(&'static str, String)> {
    let called = |id: Option<LabelId>| labels.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
    let found = [("admin-route-place-is", called(route.place)), ("admin-route-tag-is", called(route.tag))];
    found.into_iter().filter_map(|(says, name)| name.map(|name| (says, name))).collect()
}
