//! Markdown → HTML → one ammonia policy → `SafeHtml`.
//!
//! The lists are explicit: what isn't named here doesn't pass. Raw HTML in the source goes through the same policy as
//! the renderer's own. When the lists change, raise `POLICY`: everything stored under an older one is rendered anew.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use pulldown_cmark::{Options, Parser};

/// The number of the policy that today's `SafeHtml` was made under.
pub const POLICY: i32 = 1;

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

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h3", "h4",
            "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "abbr",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("abbr", HashSet::from(["title"])),
            ("ol", HashSet::from(["start"])),
            ("th", HashSet::from(["scope"])),
        ]))
        .clean_content_tags(HashSet::from(["script", "style", "noscript", "template", "textarea", "title", "svg", "math", "iframe", "object"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .id_prefix(Some("user-"))
        .link_rel(Some("nofollow ugc noopener"))
        .strip_comments(true);
    cleaner
});

pub(crate) fn render(source: &str) -> SafeHtml {
    let events = Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES);
    let mut html = String::with_capacity(source.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, events);
    SafeHtml(CLEANER.clean(&html).to_string())
}
