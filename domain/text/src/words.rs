//! The words of a text, as a search compares them: lower case, without accents, and without whatever stands between
//! them. It refuses to know what a database makes of them.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words of a text in their order, in lower case and without the accents of latin letters. An apostrophe parts words
/// as a space does, because both databases see it so.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    folded(text).split(|c: char| !is_of_a_word(c)).filter(|word| has_a_letter(word)).map(str::to_owned).collect()
}

/// Lower case, and é as e. Other marks stay where they are: in many scripts they are vowels.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.chars().flat_map(char::to_lowercase).nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36F}'));
    plain.collect::<String>().nfc().collect()
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn has_a_letter(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
