//! What language something is in that people wrote, as a page marks it: it must be read aloud and broken into lines as that
//! language is. What is in the page's own language needs no mark.

use std::fmt;

use folkmoot_common::Language;

use crate::words::Words;

/// Printed inside of a tag: ` lang="es"`, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lang {
    /// The tag, of letters, digits and a hyphen.
    code: String,
    foreign: bool,
}

impl Lang {
    /// Of this language, on a page whose words are these.
    pub(crate) fn of(words: Words, language: &Language) -> Self {
        Self { code: language.as_str().to_owned(), foreign: language.plain() != words.code() }
    }

    /// The same for a language that a form names; nothing for what names none.
    pub(crate) fn typed(words: Words, code: &str) -> Self {
        Language::parse(code).map(|language| Self::of(words, &language)).unwrap_or_default()
    }

    /// The language, for messages that mark a part of themselves.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.foreign { write!(f, " lang=\"{}\"", crate::error::escape(&self.code)) } else { Ok(()) }
    }
}

impl askama::filters::HtmlSafe for Lang {}
