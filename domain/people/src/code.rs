//! The six digits that a person types: drawn fairly, kept as a digest, compared without telling how near a guess was.
//!
//! A million codes can be tried in a moment by whoever holds a digest. So the digest is keyed by the asking browser's
//! own secret, which the store never has: a stolen table gives nothing away.

use folkmoot_common::{Digest, Secret, SignInId, Sources};
use subtle::ConstantTimeEq as _;

#[cfg(test)]
mod tests;

/// Six digits.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code(String);

impl Code {
    /// A new one.
    pub(crate) fn draw(sources: &Sources) -> Self {
        Self(format!("{:06}", sources.draw(1_000_000)))
    }

    /// Reads what a person typed: white space, hyphens and dashes between the digits don't matter.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}');
        // Longer than anybody types: not worth reading to its end.
        if typed.len() > 64 {
            return None;
        }
        let digits: String = typed.chars().filter(|c| !is_gap(*c)).collect();
        (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Self(digits))
    }

    /// The digits, for the letter.
    pub(crate) fn digits(&self) -> &str {
        &self.0
    }

    /// What may be stored: good for this attempt in this browser and nowhere else.
    pub(crate) fn digest(&self, attempt: SignInId, browser: &Secret) -> Digest {
        Digest::of_parts(&["sign-in code", &attempt.to_string(), &browser.reveal(), &self.0])
    }
}

/// Whether two digests are the same, in a time that doesn't depend on where they differ.
pub(crate) fn same(a: &Digest, b: &Digest) -> bool {
    a.bytes().ct_eq(b.bytes()).into()
}
