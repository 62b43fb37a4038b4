//! The shapes themselves. Each gives the first one that it finds, as it was written.

use super::words::Known;

/// Digits of a telephone number, at least and at most.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

/// Letters that a text needs before its capitals mean anything: acronyms stay what they are.
const ENOUGH: usize = 12;

/// How many words of a long sentence are shown.
const SHOWN: usize = 8;

/// A number that begins with 0 or + and has a telephone number's digits, however they are grouped.
pub(super) fn phone(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '+' | '–');
    let runs = text.split(|c: char| !is_part(c));
    runs.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '('))
        .find(|run| {
            let digits = run.chars().filter(char::is_ascii_digit).count();
            let begins = run.trim_start_matches('(');
            DIGITS.contains(&digits) && (begins.starts_with('0') || begins.starts_with('+'))
        })
        .map(str::to_owned)
}

/// Something with one @ between names, the second with a dot.
pub(super) fn email(text: &str) -> Option<String> {
    let edge = |c: char| !c.is_alphanumeric();
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':'));
    words
        .map(|word| word.trim_matches(edge))
        .find(|word| {
            let halves: Vec<&str> = word.split('@').collect();
            let [local, domain] = halves.as_slice() else { return false };
            let labels: Vec<&str> = domain.split('.').collect();
            !local.is_empty() && labels.len() > 1 && labels.iter().all(|label| !label.is_empty())
        })
        .map(str::to_owned)
}

/// A whole postcode of the United Kingdom, or a house's number in a street.
pub(super) fn address(text: &str, known: Known) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    postcode(&words).or_else(|| house(&words, known))
}

/// A title and a name: Mr Jones.
pub(super) fn person(text: &str, known: Known) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let [title, name] = pair else { return None };
        let plain = title.trim_matches(|c: char| !c.is_alphanumeric());
        // A sentence may end in a word that looks like a title; a title's own full stop is fine.
        let is_title = plain.chars().next().is_some_and(char::is_uppercase)
            && known.titles.contains(&plain.to_lowercase().as_str());
        let name = bare(name);
        (is_title && name.chars().next().is_some_and(char::is_uppercase)).then(|| format!("{plain} {name}"))
    })
}

/// Whether nearly every letter is a capital.
pub(super) fn shouts(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= ENOUGH && upper > lower.saturating_mul(3)
}

/// The beginning of a sentence with more words than `most`. Lines of a list are sentences of their own.
pub(super) fn long_sentence(text: &str, most: usize) -> Option<String> {
    text.split(['\n', '.', '!', '?', ':', ';']).find_map(|sentence| {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let start = words.iter().take(SHOWN).copied().collect::<Vec<_>>().join(" ");
        (words.len() > most).then(|| format!("{start}…"))
    })
}

/// A word without what stands round it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// In one word or two: BS1 4DJ, `SW1A1AA`.
fn postcode(words: &[&str]) -> Option<String> {
    let one = words.iter().find(|word| word.len() >= 5 && is_postcode(word)).map(|word| (*word).to_owned());
    one.or_else(|| {
        words.windows(2).find_map(|pair| {
            let [out, inner] = pair else { return None };
            (inner.len() == 3 && is_postcode(&format!("{out}{inner}"))).then(|| format!("{out} {inner}"))
        })
    })
}

/// One or two letters, one or two digits (or a digit and a letter), then a digit and two letters; all capitals, as they
/// are written.
fn is_postcode(word: &str) -> bool {
    if !word.is_ascii() || word.len() > 7 || word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let Some((out, inner)) = word.split_at_checked(word.len().saturating_sub(3)) else { return false };
    let is = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text.bytes().zip(shape.bytes()).all(|(byte, kind)| match kind {
                b'A' => byte.is_ascii_uppercase(),
                _ => byte.is_ascii_digit(),
            })
    };
    is(inner, "9AA") && ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].iter().any(|shape| is(out, shape))
}

/// A number of up to four digits (and a letter) before a street's name.
fn house(words: &[&str], known: Known) -> Option<String> {
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let (number, names) = rest.split_first()?;
        let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_number = (1..=4).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && number.len() <= digits.len() + 1;
        let is_name = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
        let name: Vec<&str> = names.iter().take(4).take_while(is_name).copied().collect();
        let before = name.first().is_some_and(|word| known.streets_before.contains(&word.to_lowercase().as_str()));
        let after = name.iter().skip(1).position(|word| known.streets_after.contains(&word.to_lowercase().as_str()));
        let length = after.map_or_else(|| before.then_some(name.len()), |place| Some(place + 2))?;
        is_number.then(|| format!("{number} {}", name.iter().take(length).copied().collect::<Vec<_>>().join(" ")))
    })
}
