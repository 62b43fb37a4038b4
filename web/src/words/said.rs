//! A message on its way to a page. As text it is escaped like any other; as HTML, what people brought into it is escaped
//! and only the file's own marks stand.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use super::book::Book;
use super::value::Value;
use super::{ENGLISH, SHELF};
use crate::error::escape;

/// A message and what changes in it.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    book: &'static Book,
    id: Cow<'a, str>,
    args: FluentArgs<'a>,
}

impl<'a> Said<'a> {
    pub(super) fn new(book: &'static Book, id: impl Into<Cow<'a, str>>) -> Self {
        Self { book, id: id.into(), args: FluentArgs::new() }
    }

    /// The same, with something that it shows or chooses its form by.
    pub(crate) fn with(mut self, name: &'static str, value: impl Value<'a>) -> Self {
        self.args.set(name, value.value());
        self
    }

    /// As HTML: the marks in the message stand, everything brought into it is text.
    pub(crate) fn html(self) -> Html {
        let safe = self.args.into_iter().map(|(name, value)| match value {
            FluentValue::String(text) => (name, FluentValue::from(escape(&text))),
            other => (name, other),
        });
        Html(Said { book: self.book, id: self.id, args: safe.collect() }.to_string())
    }
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(done) = self.book.write(f, &self.id, &self.args) {
            return done;
        }
        let english = SHELF.iter().find(|book| book.code == ENGLISH);
        match english.and_then(|book| book.write(f, &self.id, &self.args)) {
            Some(done) => done,
            // A test holds every name that a page uses; the name itself is the best that is left.
            None => f.write_str(&self.id),
        }
    }
}

/// HTML that is made of a message: printed as it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Html(pub(super) String);

impl Html {
    /// HTML of ours: whoever makes it has escaped what came from outside.
    pub(crate) fn ours(html: String) -> Self {
        Self(html)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}
