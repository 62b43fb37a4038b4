//! Friendly second looks at a text before it is posted: what its author may regret, and what makes it hard to read. Every
//! one is a hint and none a gate: nothing here refuses anything, and a text with all of them may be posted.
//!
//! It looks at shapes, so it will be wrong at times, both ways. What a shape means may depend on the language.

mod found;
mod words;

#[cfg(test)]
mod tests;

use crate::graphemes;

/// Fewer characters than this say little about why.
const SHORT: usize = 40;

/// A sentence of more words than this is hard to follow.
const LONG: usize = 40;

/// What is worth a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Where somebody lives: a postcode, or a number in a street.
    Address,
    /// A private person by name.
    Person,
    /// Capitals throughout.
    Capitals,
    /// Too little to go by.
    Short,
    /// A sentence without an end.
    Sentence,
}

impl About {
    /// A stable word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Person => "person",
            Self::Capitals => "capitals",
            Self::Short => "short",
            Self::Sentence => "sentence",
        }
    }
}

/// One second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What about.
    pub about: About,
    /// The words it is about, as its author wrote them; empty when it is about the whole.
    pub found: String,
}

/// Everything worth a second look in a title and a body, at most one of each kind, privacy first. `language` is a tag
/// such as `en`; of a language that isn't known, only what is the same in all of them is looked at.
#[must_use]
pub fn hints(title: &str, body: &str, language: &str) -> Vec<Hint> {
    let known = words::of(language);
    let either = |find: &dyn Fn(&str) -> Option<String>| find(title).or_else(|| find(body));
    let mut hints = Vec::new();
    let mut note = |about, found: Option<String>| hints.extend(found.map(|found| Hint { about, found }));

    note(About::Phone, either(&found::phone));
    note(About::Email, either(&found::email));
    note(About::Address, either(&|text| found::address(text, known)));
    note(About::Person, either(&|text| found::person(text, known)));
    note(About::Capitals, (found::shouts(title) || found::shouts(body)).then(String::new));
    note(About::Short, (!body.trim().is_empty() && graphemes(body.trim()) < SHORT).then(String::new));
    note(About::Sentence, found::long_sentence(body, LONG));
    hints
}
