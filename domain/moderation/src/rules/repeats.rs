//! The same text again: what one person or many post more than once. Texts are the same when their words are, whatever
//! their case, accents, punctuation, spacing and hidden characters.
//!
//! Nearly the same isn't the same here: one word more makes another text. Likeness is what search is for.

use folkmoot_common::{Digest, Written};

#[cfg(test)]
mod tests;

/// Fewer letters and digits than this may be the same by chance: "I agree with this, a very good idea".
pub const REPEAT_LEAST: usize = 40;

/// What texts of the same words have in common. A title and a body are one text, so that moving the line between them
/// changes nothing.
#[must_use]
pub fn fingerprint(title: Option<&str>, body: &str) -> Digest {
    let words = normal(title, body);
    Digest::of_parts(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// How often the same was posted, when it was and is long enough to tell. An edit may well leave most as it was.
pub(crate) fn found(written: &Written<'_>, same_text_lately: u32) -> Option<String> {
    if written.again || same_text_lately == 0 {
        return None;
    }
    let letters: usize = normal(written.title, written.body).iter().map(|word| word.chars().count()).sum();
    (letters >= REPEAT_LEAST).then(|| same_text_lately.to_string())
}

fn normal(title: Option<&str>, body: &str) -> Vec<String> {
    let of = |text: &str| folkmoot_text::words(&folkmoot_text::plain(text));
    let mut words = of(title.unwrap_or_default());
    words.extend(of(body));
    words
}
