//! Characters that nobody sees but that change what everybody reads: they turn the reading direction, hide, or pile up.
//!
//! The filter runs when a text is shown, so that the source stays as written. It keeps what honest writing needs:
//! joiners inside Persian or Hindi words and emoji, flags made of tags, a few marks on one letter.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// The most marks that one letter carries. Vietnamese needs two, pointed Hebrew three or four.
const MOST_MARKS: usize = 4;

/// A filter that remembers the character before, so that a text may come in pieces.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    before: Option<char>,
    marks: usize,
    in_flag: bool,
}

impl Hidden {
    /// The piece without what is hidden.
    pub(crate) fn clean<'t>(&mut self, piece: &'t str) -> Cow<'t, str> {
        if piece.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t')) {
            if let Some(last) = piece.chars().next_back() {
                (self.before, self.marks, self.in_flag) = (Some(last), 0, false);
            }
            return Cow::Borrowed(piece);
        }
        Cow::Owned(piece.chars().filter(|c| self.keeps(*c)).collect())
    }

    fn keeps(&mut self, c: char) -> bool {
        let kept = if is_tag(c) {
            self.in_flag
        } else if is_joiner(c) {
            self.before.is_some_and(|before| joins(before, c))
        } else if is_combining_mark(c) {
            self.marks < MOST_MARKS
        } else {
            !is_ghost(c) && !turns_direction(c) && !is_broken(c)
        };
        if kept {
            self.in_flag = c == BLACK_FLAG || (self.in_flag && is_tag(c) && c != END_OF_FLAG);
            self.marks = if is_combining_mark(c) { self.marks + 1 } else { 0 };
            self.before = Some(c);
        }
        kept
    }
}

/// Whether a reader would see anything at all: one character at least that is no mark on another, that isn't there for
/// the program that draws the text, and that isn't blank.
pub(crate) fn shows_something(text: &str) -> bool {
    let shows = |c: char| !c.is_whitespace() && !is_combining_mark(c) && !is_ignorable(c) && !is_blank(c);
    Hidden::default().clean(text).chars().any(shows)
}

/// What Unicode lets programs draw as nothing (`Default_Ignorable_Code_Point`), and the signs of notations that have no
/// shape of their own.
pub(crate) const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D159}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Overrides and isolates: they make a text read differently from what is written.
pub(crate) const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that no text needs: control characters, noncharacters, annotations.
pub(crate) fn is_broken(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(code, 0xFDD0..=0xFDEF | 0xFFF9..=0xFFFB | 0xE0000..=0xE001F | 0xE0080..=0xE00FF)
        || code & 0xFFFE == 0xFFFE
}

/// Letters without ink: they'd make a name that nobody can see.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}')
}

/// Marks that come along with pasted text and mean nothing: they go without a word.
const fn is_ghost(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{180E}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}')
}

const BLACK_FLAG: char = '\u{1F3F4}';
const END_OF_FLAG: char = '\u{E007F}';

/// The letters of a flag such as Scotland's, behind a black flag.
const fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0020}'..='\u{E007F}')
}

/// Zero-width characters that some scripts write words with.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{061C}')
}

/// Whether a joiner has work to do behind this character.
const fn joins(before: char, joiner: char) -> bool {
    match joiner {
        // Emoji are glued to each other, and letters of joining scripts held together or apart.
        '\u{200D}' => is_emoji(before) || has_joined_letters(before),
        '\u{200C}' => has_joined_letters(before),
        // Where words stand without spaces, a zero-width space says where a line may break.
        '\u{200B}' => {
            matches!(before, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        }
        // Direction marks (not overrides) sit between a word and its punctuation; a row of them does nothing.
        _ => !is_joiner(before) && !before.is_ascii_whitespace(),
    }
}

const fn has_joined_letters(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{061B}' | '\u{061D}'..='\u{07FF}' | '\u{0840}'..='\u{0DFF}' | '\u{0F00}'..='\u{109F}'
        | '\u{1780}'..='\u{180A}' | '\u{1820}'..='\u{18AF}' | '\u{A840}'..='\u{A8FF}' | '\u{FB50}'..='\u{FDCF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11FFF}')
}

const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests;
