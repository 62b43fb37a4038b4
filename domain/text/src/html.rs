//! Markdown → shaped events → HTML → one ammonia policy → `SafeHtml`.
//!
//! The lists are explicit: what isn't named here doesn't pass, whoever wrote it, and ours included. When the lists or
//! the shaping change, raise `POLICY`: everything stored under an older one is rendered anew.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::{links, shape};

/// The number of the policy that today's `SafeHtml` was made under.
pub const POLICY: i32 = 2;

/// HTML that may be printed raw. Only this crate can make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Takes back what was stored, unless the policy has changed since.
    #[must_use]
    pub fn from_stored(html: String, policy: i32) -> Option<Self> {
        (policy == POLICY).then_some(Self(html))
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Every element that passes, with the attributes that it may have.
pub(crate) const ELEMENTS: [(&str, &[&str]); 23] = [
    ("a", &["href", "rel", "title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("del", &[]),
    ("em", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &[]),
    ("th", &["scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Elements that go with everything in them. None can come from Markdown, whose raw HTML is text by then: this is the
/// second wall.
const GONE_WITH_CONTENT: [&str; 13] = [
    "script", "style", "noscript", "template", "textarea", "title", "svg", "math", "iframe", "object", "noembed",
    "noframes", "xmp",
];

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    // `rel` is written by ammonia itself, and must not stand in its list.
    let attributes = ELEMENTS.iter().filter(|(_, names)| !names.is_empty());
    let attributes =
        attributes.map(|(tag, names)| (*tag, names.iter().copied().filter(|name| *name != "rel").collect()));
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(ELEMENTS.iter().map(|(tag, _)| *tag).collect())
        .tag_attributes(attributes.collect())
        .set_tag_attribute_values(HashMap::from([("th", HashMap::from([("scope", "col")]))]))
        .clean_content_tags(HashSet::from(GONE_WITH_CONTENT))
        .url_schemes(HashSet::from(links::SCHEMES))
        .url_relative(ammonia::UrlRelative::Deny)
        .id_prefix(Some("user-"))
        .link_rel(Some("nofollow ugc noopener"))
        .strip_comments(true);
    cleaner
});

/// The one way from a source to HTML.
pub(crate) fn render(source: &str) -> SafeHtml {
    let mut html = String::with_capacity(source.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, shape::shape(source).into_iter());
    SafeHtml(CLEANER.clean(&html).to_string())
}

#[cfg(test)]
mod tests;
