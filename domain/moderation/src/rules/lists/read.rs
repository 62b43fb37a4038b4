//! The ways in which a word is written so that a list won't know it, and how each is read. Every one must leave ordinary
//! words alone: no word has three of a letter in a row, no price or road number (the A55) is mostly letters, no
//! contraction (she’ll) is a word in pieces.

/// Three of a letter in a row are never right.
const STRETCHED: usize = 3;

/// The word with every run of one letter made a single one.
pub(super) fn squeezed(word: &str) -> String {
    let mut squeezed = String::with_capacity(word.len());
    for c in word.chars() {
        if !squeezed.ends_with(c) {
            squeezed.push(c);
        }
    }
    squeezed
}

/// Whether a word is a term with some of its letters repeated: `fuuuck`.
pub(super) fn is_stretched(word: &str, term: &str) -> bool {
    let (word, term) = (runs(word), runs(term));
    word.len() == term.len()
        && word.iter().zip(&term).all(|((letter, run), (other, least))| {
            letter == other && (run == least || (*run >= STRETCHED && run > least))
        })
}

/// Whether a masked word can be a term of the same length: `f**k`. The first letter and the last must show.
pub(super) fn is_masked(masked: &str, term: &str) -> bool {
    masked.chars().zip(term.chars()).all(|(shown, letter)| shown == letter || shown == '*')
}

/// Whether letters are masked inside a word.
pub(super) fn has_mask(word: &str) -> bool {
    let inner = word.strip_prefix(char::is_alphabetic).and_then(|rest| rest.strip_suffix(char::is_alphabetic));
    inner.is_some_and(|inner| inner.contains('*') && inner.chars().all(|c| c == '*' || c.is_alphabetic()))
}

/// Signs that stand for letters made letters, wherever they stand in a word: `@ss`, `$hit`, `a$$`, `sh!t`. An exclamation
/// mark is a letter only between two.
pub(super) fn without_signs(word: &str) -> String {
    let mut before = ' ';
    let mut rest = word.chars().peekable();
    let mut letters = String::with_capacity(word.len());
    while let Some(c) = rest.next() {
        let inside = before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        letters.push(match c {
            '@' => 'a',
            '$' => 's',
            '!' if inside => 'i',
            other => other,
        });
        before = c;
    }
    letters
}

/// The readings of a word with digits for letters (`sh1t`), in both ways of reading a 1. None when most of it is digits.
pub(super) fn without_digits(word: &str) -> Vec<String> {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if digits == 0 || digits > letters {
        return Vec::new();
    }
    let read = |one: char| word.chars().map(|c| letter(c, one)).collect::<String>();
    if word.contains('1') { vec![read('i'), read('l')] } else { vec![read('i')] }
}

const fn letter(c: char, one: char) -> char {
    match c {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        c => c,
    }
}

/// Letters, and how often each stands in a row.
fn runs(word: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for c in word.chars() {
        match runs.last_mut() {
            Some((letter, run)) if *letter == c => *run += 1,
            _ => runs.push((c, 1)),
        }
    }
    runs
}
