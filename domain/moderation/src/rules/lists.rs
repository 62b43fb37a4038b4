//! Lists of words that make a moderator want to look, by language. The starters are our own and short; a council adds
//! words and takes words out. A text is looked at in the language that it says it is in.
//!
//! Whole words count, and never parts: Scunthorpe and cockerels are in nobody's way. A list doesn't understand: whoever
//! complains about a word is found with it.

use std::collections::{BTreeSet, HashMap};

use folkmoot_common::Written;
use folkmoot_text::{plain, words};

mod find;
mod read;

#[cfg(test)]
mod tests;

/// What everybody starts with: a language and its list.
const STARTERS: [(&str, &str); 2] =
    [("en", include_str!("../../words/en.txt")), ("cy", include_str!("../../words/cy.txt"))];

/// The tag of the list that counts in every language.
const EVERY: &str = "*";

/// The lists of one council.
#[derive(Debug, Clone, Default)]
pub struct WordLists(HashMap<String, Terms>);

impl WordLists {
    /// The lists that come with the program: English and Welsh.
    #[must_use]
    pub fn starter() -> Self {
        STARTERS
            .into_iter()
            .fold(Self::default(), |lists, (language, list)| lists.with(language, &list.lines().collect::<Vec<_>>()))
    }

    /// With the lines of a list: a word or a phrase a line, `-word` to take one out, `#` before a remark. `language` is a
    /// tag of which the first part counts, or `*` for words that count in every language.
    #[must_use]
    pub fn with(mut self, language: &str, lines: &[&str]) -> Self {
        let terms = self.0.entry(primary(language)).or_default();
        for line in lines.iter().map(|line| line.trim()).filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('-') {
                Some(line) => terms.remove(&words(&plain(line))),
                None => terms.add(words(&plain(line))),
            }
        }
        self
    }

    /// The words of the list in a text, as written.
    pub(crate) fn found(&self, written: &Written<'_>) -> Option<String> {
        let language = primary(written.language);
        let lists = [language.as_str(), EVERY].into_iter().filter_map(|tag| self.0.get(tag)).collect::<Vec<_>>();
        let found = find::all(&[written.title.unwrap_or_default(), written.body], &lists);
        (!found.is_empty()).then(|| found.join(", "))
    }
}

/// `en` of `en-GB`.
fn primary(language: &str) -> String {
    language.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// One list, in lower case and without accents.
#[derive(Debug, Clone, Default)]
struct Terms {
    /// By what is left of a word when every run of one letter is a single one: `ass` and `as` stand under `as`.
    words: HashMap<String, BTreeSet<String>>,
    /// By length in letters, for words of which some are masked.
    lengths: HashMap<usize, BTreeSet<String>>,
    /// By their first word.
    phrases: HashMap<String, BTreeSet<Vec<String>>>,
}

impl Terms {
    fn add(&mut self, term: Vec<String>) {
        match term.as_slice() {
            [] => {}
            [word] => {
                self.words.entry(read::squeezed(word)).or_default().insert(word.clone());
                self.lengths.entry(word.chars().count()).or_default().insert(word.clone());
            }
            [first, ..] => {
                self.phrases.entry(first.clone()).or_default().insert(term);
            }
        }
    }

    fn remove(&mut self, term: &[String]) {
        match term {
            [] => {}
            [word] => {
                self.words.entry(read::squeezed(word)).or_default().remove(word);
                self.lengths.entry(word.chars().count()).or_default().remove(word);
            }
            [first, ..] => {
                self.phrases.entry(first.clone()).or_default().remove(term);
            }
        }
    }

    /// Whether a word is listed, as it is or stretched.
    fn has(&self, word: &str) -> bool {
        let near = self.words.get(&read::squeezed(word));
        near.is_some_and(|terms| terms.contains(word) || terms.iter().any(|term| read::is_stretched(word, term)))
    }

    /// Whether a word of which letters are masked (`f**k`) can be a listed one.
    fn has_masked(&self, masked: &str) -> bool {
        let near = self.lengths.get(&masked.chars().count());
        near.is_some_and(|terms| terms.iter().any(|term| read::is_masked(masked, term)))
    }

    /// How many words the phrase has that begins where `rest` does.
    fn phrase(&self, rest: &[&str]) -> Option<usize> {
        let phrases = self.phrases.get(*rest.first()?)?;
        let begins = |phrase: &&Vec<String>| rest.get(..phrase.len()).is_some_and(|words| phrase.iter().eq(words));
        phrases.iter().find(begins).map(Vec::len)
    }
}
