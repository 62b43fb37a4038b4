//! The readable part of an address. It helps people and search engines; the number before it is what finds the idea.

use unicode_normalization::UnicodeNormalization as _;

/// At most 60 characters of lower-case letters and digits in any script, words joined by single hyphens. `idea` when
/// nothing is left.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    // Accents fall off latin letters (é → e); other scripts keep theirs.
    for c in title.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if slug.chars().count() >= 60 {
            break;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push(c);
    }
    if slug.is_empty() { "idea".to_owned() } else { slug }
}
