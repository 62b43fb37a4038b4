//! The readable part of an address. It helps people and search engines; the number before it is what finds the idea.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The longest slug, in characters.
const LONGEST: usize = 60;

/// At most 60 characters of lower-case letters and digits in any script, words joined by single hyphens. `idea` when
/// nothing is left.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut room = LONGEST;
    let mut gap = false;
    let mut last = '-';
    for c in title.chars().flat_map(char::to_lowercase).nfkd().flat_map(char::to_lowercase) {
        if is_combining_mark(c) {
            // Accents fall off latin letters (é → e); other scripts keep theirs.
            if gap || !last.is_alphanumeric() || last.is_ascii() {
                continue;
            }
        } else if matches!(c, '\'' | '’' | '\u{200C}' | '\u{200D}') {
            continue;
        } else if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        let needed = if gap && !slug.is_empty() { 2 } else { 1 };
        let Some(left) = room.checked_sub(needed) else {
            break;
        };
        if needed == 2 {
            slug.push('-');
        }
        room = left;
        gap = false;
        slug.push(c);
        if !is_combining_mark(c) {
            last = c;
        }
    }
    let slug = slug.nfc().collect::<String>();
    if slug.is_empty() { "idea".to_owned() } else { slug }
}

#[cfg(test)]
mod tests;
