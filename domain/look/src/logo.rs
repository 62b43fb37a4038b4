//! A logo that somebody uploads: a small picture of a kind that every browser draws, and that can do nothing but be drawn.

use folkmoot_common::Problem;

use crate::svg;

#[cfg(test)]
mod tests;

/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// No side is longer, in pixels: a small file can hold a picture that a telephone can't unpack.
const LONGEST: u32 = 4_000;

/// What kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    /// Drawn by numbers.
    Svg,
    /// Of pixels.
    Png,
}

impl LogoKind {
    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }

    /// The word it is stored as, which is also how its file ends.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Svg, Self::Png].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A picture that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What it is.
    pub kind: LogoKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// The largest, in bytes.
    pub const MOST: usize = 100 * 1_024;

    /// Looks at what somebody sent.
    ///
    /// # Errors
    /// Says what is wrong with it and what to do.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, Problem> {
        let bad = |code, words: &str| Err(Problem::new("logo", code, words));
        if bytes.is_empty() {
            return bad("EMPTY", "Choose a file first: an SVG or a PNG of at most 100 KB.");
        }
        if bytes.len() > Self::MOST {
            return bad("TOO_LARGE", "The file is larger than 100 KB. Save a smaller one.");
        }
        if bytes.starts_with(PNG) {
            return match png_size(&bytes) {
                None => bad("BROKEN", "The file is no whole picture. Save it again, and choose the new one."),
                Some((width, height)) if width > LONGEST || height > LONGEST => {
                    bad("TOO_WIDE", "The picture has more than 4,000 pixels on a side. Save a smaller one.")
                }
                Some(_) => Ok(Self { kind: LogoKind::Png, bytes }),
            };
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if svg::is_svg(text) => {
                if svg::is_plain(text) {
                    Ok(Self { kind: LogoKind::Svg, bytes })
                } else {
                    bad(
                        "NOT_PLAIN",
                        "The file holds more than a drawing: a script, a link or something from elsewhere. Save it as plain \
                         SVG, or as PNG.",
                    )
                }
            }
            _ => bad("NOT_A_PICTURE", "The file must be an SVG or a PNG. Save it as one of these."),
        }
    }

    /// Its size as a manifest says it: `180x60`, or `any` for one that has none.
    #[must_use]
    pub fn sizes(&self) -> String {
        match (self.kind, png_size(&self.bytes)) {
            (LogoKind::Png, Some((width, height))) => format!("{width}x{height}"),
            _ => "any".to_owned(),
        }
    }
}

/// Width and height stand in a PNG's first chunk.
#[must_use]
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let (width, height) = (number(16)?, number(20)?);
    (width > 0 && height > 0).then_some((width, height))
}
