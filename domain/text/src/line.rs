//! The gate for names and titles: one line of plain text, the same wherever it is shown.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::GateError;

/// How many characters people would count.
#[must_use]
pub fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// One tidy line: NFC, trimmed, runs of white space made one space, at most four marks on one letter.
///
/// # Errors
/// Refuses control and direction-turning characters, nothing, and a length (in graphemes) outside `length`.
pub fn one_line(raw: &str, length: RangeInclusive<usize>) -> Result<String, GateError> {
    let line = raw.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
    if line.chars().any(is_unprintable) {
        return Err(GateError::Unprintable);
    }
    let found = graphemes(&line);
    // A grapheme may carry any number of marks: bytes are bounded too, at a size no honest line reaches.
    let too_heavy = line.len() > length.end().saturating_mul(32);
    match found {
        0 => Err(GateError::Empty),
        n if n < *length.start() => Err(GateError::TooShort { least: *length.start() }),
        n if n > *length.end() || too_heavy => Err(GateError::TooLong { most: *length.end(), found }),
        _ => Ok(line),
    }
}

/// Characters that no line of text needs: they hide, reorder or break what stands around them.
pub(crate) fn is_unprintable(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code,
            0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 // reading direction
            | 0x2028 | 0x2029 | 0xFEFF | 0x00AD | 0x200B | 0x2060..=0x2064 // breaks and ghosts
            | 0xFDD0..=0xFDEF | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F) // noncharacters, annotations, tags
        || code & 0xFFFE == 0xFFFE
}
