//! Colours as a configuration writes them, and how well two of them can be told apart: relative luminance and contrast
//! as WCAG 2.2 defines them.

use std::fmt;

/// A colour: `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(u8, u8, u8);

impl Colour {
    /// `#000000`.
    pub const BLACK: Self = Self(0, 0, 0);
    /// `#ffffff`.
    pub const WHITE: Self = Self(255, 255, 255);

    /// From its number: `0x1f5a4c`.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self(red, green, blue)
    }

    /// From `#rrggbb`, and from nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // A sign would be read as part of a number.
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(digits, 16).ok().map(Self::new)).flatten()
    }

    /// So many percent of the other, the rest of this one.
    #[must_use]
    pub fn mixed(self, other: Self, percent: u16) -> Self {
        let mix = |own: u8, theirs: u8| {
            let sum = u16::from(own) * (100 - percent.min(100)) + u16::from(theirs) * percent.min(100);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// WCAG's contrast of two colours, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        channel(self.0).mul_add(0.2126, channel(self.1).mul_add(0.7152, channel(self.2) * 0.0722))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
