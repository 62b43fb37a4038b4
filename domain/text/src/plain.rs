//! A text as the eye takes it in, for whatever compares texts: what can't be seen is gone, and letters that pass for
//! latin ones are those letters. It refuses to be shown: what people wrote stays as they wrote it.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

use crate::hidden::is_ignorable;
use crate::staff::letter;

/// The text in lower case without characters that draw nothing, full-width, boxed and mathematical letters made plain,
/// and words of other alphabets that read as latin ones made those. Accents stay: [`crate::words`] takes them off.
#[must_use]
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let seen = text.chars().filter(|c| !is_ignorable(*c)).map(letter);
    let lower = seen.nfkc().flat_map(char::to_lowercase).nfc().collect::<String>();
    lower.split_inclusive(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).map(as_read).collect()
}

/// A word all of whose letters pass for latin ones, in those; any other as it is: one letter like an `l` makes no Hebrew
/// word an English one.
fn as_read(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars().map(latin).collect::<Option<String>>().unwrap_or_else(|| word.to_owned())
}

/// The latin letter that this one is or passes for. What isn't a letter is itself.
fn latin(c: char) -> Option<char> {
    if !c.is_alphabetic() || std::iter::once(c).nfd().next().is_some_and(|base| base.is_ascii()) {
        return Some(c);
    }
    let mut buffer = [0; 4];
    let mut twin = skeleton(c.encode_utf8(&mut buffer));
    match (twin.next(), twin.next()) {
        (Some(one), None) if one.is_ascii_alphabetic() => Some(one.to_ascii_lowercase()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
