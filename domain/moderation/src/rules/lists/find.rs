//! Goes through a text once and looks every word up, in each of its readings. What is found is given as its author wrote
//! it, each once.

use folkmoot_text::{plain, words};

use super::{Terms, read};

/// The most that is named; whoever wrote more has given enough reason.
const NAMED: usize = 3;

/// Letters in a row that could be one word spelled out: `f.u.c.k`. Three may be anybody's initials.
const SPELLED: usize = 4;

/// The longest word that is looked for among letters that stand alone.
const LONGEST_SPELLED: usize = 16;

/// A word as written, from one space to the next, and the words that it is made of.
struct Chunk<'t> {
    written: &'t str,
    plain: String,
    pieces: Vec<String>,
}

impl<'t> Chunk<'t> {
    fn of(written: &'t str) -> Self {
        let plain = plain(written);
        let pieces = words(&plain);
        Self { written, plain, pieces }
    }
}

/// What is listed in the texts.
pub(super) fn all(texts: &[&str], lists: &[&Terms]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if lists.is_empty() {
        return found;
    }
    for text in texts {
        let chunks: Vec<Chunk<'_>> = text.split_whitespace().map(Chunk::of).collect();
        let single = chunks.iter().filter(|chunk| lists.iter().any(|terms| is_listed(chunk, terms)));
        let single = single.map(|chunk| trimmed(chunk.written)).take(NAMED).collect::<Vec<_>>();
        for words in single.into_iter().chain(together(&chunks, lists)) {
            let again = found.iter().any(|one| one.to_lowercase() == words.to_lowercase());
            if found.len() < NAMED && !again {
                found.push(words);
            }
        }
    }
    found
}

/// Whether something between two spaces is listed, in any of its readings.
fn is_listed(chunk: &Chunk<'_>, terms: &Terms) -> bool {
    if chunk.pieces.iter().any(|piece| terms.has(piece)) {
        return true;
    }
    // Most words have neither signs nor digits inside, and one piece.
    let bare = chunk.plain.trim_matches(is_edge);
    if bare.chars().all(char::is_alphabetic) {
        return false;
    }
    let signs = words(&read::without_signs(bare));
    let is_one_word = chunk.pieces.len() > 1 && !bare.contains(['\'', '’', '‘', '`']);
    signs.iter().any(|piece| terms.has(piece))
        || signs.iter().flat_map(|piece| read::without_digits(piece)).any(|reading| terms.has(&reading))
        || (is_one_word && terms.has(&chunk.pieces.concat()))
        || (read::has_mask(bare) && terms.has_masked(bare))
}

/// The marks of a sentence and of Markdown round a word; not those that stand for a letter of it.
fn is_edge(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '@' | '$')
}

/// What takes more than one word: phrases, and words spelled out letter by letter.
fn together(chunks: &[Chunk<'_>], lists: &[&Terms]) -> Vec<String> {
    let placed = chunks.iter().enumerate();
    let placed = placed.flat_map(|(place, chunk)| chunk.pieces.iter().map(move |piece| (piece.as_str(), place)));
    let (pieces, places): (Vec<&str>, Vec<usize>) = placed.unzip();
    let as_written = |at: usize, length: usize| {
        let first = places.get(at).copied().unwrap_or_default();
        let last = places.get(at + length.saturating_sub(1)).copied().unwrap_or(first);
        let written = chunks.iter().take(last + 1).skip(first).map(|chunk| chunk.written);
        trimmed(&written.collect::<Vec<_>>().join(" "))
    };
    let mut found = Vec::new();
    let mut alone = 0;
    for at in 0..pieces.len() {
        let rest = pieces.get(at..).unwrap_or_default();
        // Where a row of letters that stand alone begins, and how many they are.
        alone = if alone > 0 { alone - 1 } else { rest.iter().take_while(|piece| is_letter(piece)).count() };
        let near = alone.min(LONGEST_SPELLED);
        let spelled = || (SPELLED..=near).find(|length| lists.iter().any(|terms| is_spelled(rest, *length, terms)));
        let length = lists.iter().find_map(|terms| terms.phrase(rest)).or_else(spelled);
        found.extend(length.map(|length| as_written(at, length)));
        if found.len() >= NAMED {
            break;
        }
    }
    found
}

fn is_letter(piece: &str) -> bool {
    piece.chars().nth(1).is_none()
}

fn is_spelled(rest: &[&str], length: usize, terms: &Terms) -> bool {
    rest.get(..length).is_some_and(|letters| terms.has(&letters.concat()))
}

/// Without the marks of the sentence round it.
fn trimmed(written: &str) -> String {
    written.trim_matches(is_edge).to_owned()
}
