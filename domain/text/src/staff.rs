//! Names that would pass for the council's own. The badge of an official reply is drawn by the program; this keeps
//! people from writing one into their name.
//!
//! It looks at shapes, not at intentions: letters that look alike in any script are the same, and so are the digits that
//! stand in for them. Somebody called "Council Fan" is refused too, since no program can tell a fan from a fraud.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;
use unicode_security::{MixedScript as _, RestrictionLevel, RestrictionLevelDetection as _};

/// Refused as a word of its own, alone or in the plural. Shorter and commoner: inside a word they mean nothing
/// (badminton, Staffordshire).
const WORDS: [&str; 8] = ["admin", "cllr", "official", "officer", "staff", "sysadmin", "webmaster", "modteam"];

/// Refused wherever they stand in a name, with or without spaces: no honest name holds them. In English and in Welsh.
const STEMS: [&str; 9] =
    ["council", "moderator", "administrat", "folkmoot", "cyngor", "cynghor", "cymedrolw", "gweinyddw", "swyddog"];

/// Whether a name reads like one of the council's: letters that look alike, in any script, count as the same. Names with
/// the tick of a verified account do, and so do words that mix alphabets to imitate latin letters.
#[must_use]
pub fn looks_like_staff(name: &str) -> bool {
    let ticks = ['\u{2611}', '\u{2705}', '\u{2713}', '\u{2714}', '\u{1F5F8}', '\u{1F5F9}'];
    name.contains(ticks) || mixes_alphabets(name) || holds_reserved_word(name)
}

/// Whether one word of a name mixes latin letters with Cyrillic, Greek or other letters that imitate them (UTS 39,
/// "moderately restrictive"). Words of one script pass, whatever script it is, and so do the mixtures of Japanese,
/// Korean and Chinese. Different scripts in different words pass too.
#[must_use]
pub fn mixes_alphabets(name: &str) -> bool {
    name.nfc().collect::<String>().split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).any(|word| {
        !word.is_ascii()
            && !word.is_single_script()
            && !word.check_restriction_level(RestrictionLevel::ModeratelyRestrictive)
    })
}

fn holds_reserved_word(name: &str) -> bool {
    let joined = shape(name).replace(' ', "");
    let readings =
        [name.to_owned(), apart(name), without_digits(name), spelled_out(name)].map(|reading| shape(&reading));
    STEMS.iter().any(|stem| joined.contains(&shape(stem)))
        || WORDS.iter().any(|word| {
            let (one, many) = (shape(word), shape(&format!("{word}s")));
            let is = |text: &str| text == one || text == many;
            is(&joined) || readings.iter().any(|reading| reading.split(' ').any(is))
        })
}

/// A name as the eye takes it in: without accents and marks, look-alikes made one, words with one space between.
fn shape(name: &str) -> String {
    let plain = name.nfkc().map(letter).collect::<String>().to_lowercase();
    let twins = skeleton(&plain).collect::<String>().to_lowercase();
    let mut shaped = String::with_capacity(twins.len());
    for c in twins.nfkd().filter(|c| !is_combining_mark(*c)).map(stand_in) {
        let run = shaped.chars().rev().take_while(|before| *before == c).count();
        match c {
            c if !c.is_alphanumeric() && (shaped.is_empty() || shaped.ends_with(' ')) => {}
            c if !c.is_alphanumeric() => shaped.push(' '),
            // Nobody reads a third letter in "Councilll".
            c if run < 2 => shaped.push(c),
            _ => {}
        }
    }
    shaped.trim_end().to_owned()
}

/// Letters in boxes, circles and flags as plain letters.
pub(crate) fn letter(c: char) -> char {
    let code = u32::from(c);
    let first = match code {
        0x1F150..=0x1F169 => 0x1F150,
        0x1F170..=0x1F189 => 0x1F170,
        0x1F1E6..=0x1F1FF => 0x1F1E6,
        _ => return c,
    };
    char::from_u32(u32::from('a') + code - first).unwrap_or(c)
}

/// Digits and signs that people write for letters; `i` and `l` are one, as are the things that look like both.
const fn stand_in(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | 'i' | '|' | '!' | '¡' => 'l',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    }
}

/// `TeamAdmin` → `Team Admin`.
fn apart(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut lower = false;
    for c in name.chars() {
        if lower && c.is_uppercase() {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(c);
    }
    spaced
}

/// `admin2024` → `admin `.
fn without_digits(name: &str) -> String {
    name.replace(|c: char| c.is_ascii_digit(), " ")
}

/// `a.d.m.i.n bob` → `admin bob`: letters that stand alone read as one word.
fn spelled_out(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    let mut spelling = false;
    for word in name.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty()) {
        let alone = word.chars().nth(1).is_none();
        if !(alone && spelling) {
            spelled.push(' ');
        }
        spelled.push_str(word);
        spelling = alone;
    }
    spelled
}

#[cfg(test)]
mod tests;
