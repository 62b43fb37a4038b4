//! Addresses of pages, made in one place.

use folkmoot_common::{Id as _, PersonId};
use folkmoot_ideas::Idea;

/// The page of one of an idea's own acts: `edit`, `withdraw`, `history`, `vote`.
///
/// It hangs below the slug. An idea whose slug is "comments" lends its acts another one, because that word leads to
/// comments.
pub(crate) fn act(idea: &Idea, act: &str) -> String {
    let slug = if idea.slug == "comments" { "idea" } else { &idea.slug };
    format!("/ideas/{}/{}/{act}", idea.number, escaped(slug))
}

/// The page of an idea. Its slug may be in any script.
pub(crate) fn idea(idea: &Idea) -> String {
    format!("/ideas/{}/{}", idea.number, escaped(&idea.slug))
}

/// A comment's lasting address.
pub(crate) fn comment(idea: i64, comment: i32) -> String {
    format!("/ideas/{idea}/comments/{comment}")
}

/// The page of what somebody said in public. Whoever said nothing has none.
pub(crate) fn person(id: PersonId) -> String {
    format!("/people/{}", id.uuid().simple())
}

/// A path segment or a query's value, so that a header and a form may carry it.
pub(crate) fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests;
