//! The two links under a list: to what comes before and what comes after. A place that this list doesn't know is the
//! first page, so that an old link still leads somewhere.

use folkmoot_common::{Cursor, Page, PageRequest};

use super::frame::Frame;

/// Where a list was asked to start, as the address says it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place<'a> {
    /// After this item.
    pub(crate) after: Option<&'a str>,
    /// Before this item.
    pub(crate) before: Option<&'a str>,
}

impl Place<'_> {
    /// The same, as a store is asked. `order` is the name that the list's cursors carry.
    pub(crate) fn request(self, size: u16, order: &str) -> PageRequest {
        let cursor = |text: Option<&str>| text.and_then(|text| Cursor::decode(text, order).ok());
        let first = PageRequest::first(size);
        match (cursor(self.after), cursor(self.before)) {
            (Some(after), _) => first.after(Some(after)),
            (None, Some(before)) => first.before(Some(before)),
            (None, None) => first,
        }
    }
}

/// Nobody reads this far; an address may still say so.
const MOST_PAGES: u32 = 9_999;

/// The links themselves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pager {
    /// To what comes before.
    pub(crate) previous: Option<String>,
    /// To what comes after.
    pub(crate) next: Option<String>,
    /// Which page this is, as far as its address says; 0 when nobody counts.
    pub(super) number: u32,
}

impl Pager {
    /// The links of this page. `address` has the list's own query already, and perhaps ends with `?`.
    pub(crate) fn of<T>(page: &Page<T>, address: &str, fragment: &str, cursor: impl Fn(&T) -> &Cursor) -> Self {
        let join = if address.contains('?') { "&" } else { "?" };
        let to = |word: &str, item: Option<&T>| {
            item.map(|item| format!("{address}{join}{word}={}{fragment}", cursor(item).encode()))
        };
        Self {
            previous: page.has_previous.then(|| to("before", page.items.first())).flatten(),
            next: page.has_next.then(|| to("after", page.items.last())).flatten(),
            number: 0,
        }
    }

    /// The same with pages that count themselves in their addresses. A list has no numbers of its own: ideas come and go
    /// between two pages. So the number only tells one page's title from another's, and the first page is always 1.
    pub(crate) fn on(self, number: u32) -> Self {
        let number = if self.previous.is_none() { 1 } else { number.clamp(2, MOST_PAGES) };
        let with = |to: Option<String>, number: u32| to.map(|to| format!("{to}&page={number}"));
        Self {
            previous: if number > 2 { with(self.previous, number - 1) } else { self.previous },
            next: with(self.next, number + 1),
            number,
        }
    }

    /// What a page is called: with its number, from the second on.
    pub(crate) fn name(&self, frame: &Frame, name: String) -> String {
        if self.number < 2 {
            return name;
        }
        frame.say("pager-page").with("title", name).with("page", self.number).to_string()
    }
}
