//! Somebody's private details in a text that everybody would read: telephone numbers, mail addresses, home addresses. The
//! shapes are those of the hints that an author sees while writing; whoever posted all the same may not have meant to.
//!
//! A name alone is no reason to look: ideas are about people, too.

use folkmoot_common::Written;
use folkmoot_text::{About, hints};

#[cfg(test)]
mod tests;

/// The details, as written: at most one of each kind.
pub(crate) fn found(written: &Written<'_>) -> Option<String> {
    let details: Vec<String> = hints(written.title.unwrap_or_default(), written.body, written.language)
        .into_iter()
        .filter(|hint| match hint.about {
            About::Phone | About::Email | About::Address => true,
            About::Person | About::Capitals | About::Short | About::Sentence => false,
        })
        .map(|hint| hint.found)
        .collect();
    (!details.is_empty()).then(|| details.join(", "))
}
