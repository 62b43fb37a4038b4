//! Every word that pages say, in each language that the board speaks: one Fluent file a language in `web/words/`,
//! embedded. `en.ftl` is the one that must be complete; what another language lacks is said in English, and a test fails.
//!
//! It refuses to know what a page is about: a page asks for a message by its name and brings what changes in it.

mod book;
mod letter;
mod said;
mod value;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use folkmoot_common::Language;
use folkmoot_people::Called;

use book::Book;
pub(crate) use letter::Letters;
pub(crate) use said::{Html, Said};

/// Where English stands: what other languages fall back on.
const ENGLISH: &str = "en";

/// The embedded languages. They are content of the program, the same for every site.
static SHELF: LazyLock<Vec<Book>> = LazyLock::new(book::all);

/// The words of one language, for one page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    book: &'static Book,
    /// Whether its pages stand at `/`, or below the language's own code.
    at_root: bool,
}

impl Words {
    /// The languages of a site, its first one at the root. Codes without a file are left out: the configuration was
    /// checked before.
    pub(crate) fn of_site(codes: &[String]) -> Vec<Self> {
        let known = codes.iter().filter_map(|code| SHELF.iter().find(|book| book.code == *code));
        known.enumerate().map(|(place, book)| Self { book, at_root: place == 0 }).collect()
    }

    /// The language that a path asks for: the one whose code is its first segment, else the one at the root.
    pub(crate) fn of_path(languages: &[Self], path: &str) -> Option<Self> {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let mirrored = languages.iter().find(|words| !words.at_root && words.book.code == first);
        mirrored.or_else(|| languages.first()).copied()
    }

    /// The one of a site's languages that somebody asks for, if it is among them: the very one, else without its region.
    pub(crate) fn of_language(languages: &[Self], language: &Language) -> Option<Self> {
        let named = |code: &str| languages.iter().find(|words| words.book.code.eq_ignore_ascii_case(code));
        named(language.as_str()).or_else(|| named(language.plain())).copied()
    }

    /// English at the root: for a site that names no language, which the configuration refuses.
    pub(crate) fn english() -> Self {
        static NOTHING: LazyLock<Book> = LazyLock::new(Book::empty);
        Self { book: SHELF.iter().find(|book| book.code == ENGLISH).unwrap_or(&NOTHING), at_root: true }
    }

    /// Which languages there are files for.
    pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
        SHELF.iter().map(|book| book.code.as_str())
    }

    /// The language, as `lang` names it.
    pub(crate) fn code(self) -> &'static str {
        &self.book.code
    }

    /// The same, as what people write is marked with it.
    pub(crate) fn language(self) -> Language {
        Language::from_stored(self.code().to_owned())
    }

    /// What stands before the path of each of its pages: nothing, or `/cy`.
    pub(crate) fn root(self) -> &'static str {
        if self.at_root { "" } else { &self.book.root }
    }

    /// A page of ours in this language.
    pub(crate) fn to(self, path: &str) -> String {
        match (self.root(), path) {
            ("", path) => path.to_owned(),
            (root, "/") => root.to_owned(),
            (root, path) if path.starts_with("/?") || path.starts_with("/#") => {
                format!("{root}{}", path.trim_start_matches('/'))
            }
            (root, path) => format!("{root}{path}"),
        }
    }

    /// What somebody is called.
    pub(crate) fn called(self, called: &Called) -> String {
        match called {
            Called::Named(name) => name.clone(),
            Called::Nameless => self.say("name-none").to_string(),
            Called::Former => self.say("name-former").to_string(),
        }
    }

    /// A message by its name. What changes in it comes with [`Said::with`].
    pub(crate) fn say(self, id: &str) -> Said<'_> {
        Said::new(self.book, id)
    }

    /// The same, by a name that was made of a word: `desk-act-` and the act.
    pub(crate) fn say_as<'a>(self, id: String) -> Said<'a> {
        Said::new(self.book, id)
    }
}
