//! An e-mail address that letters can be sent to, and that names one account.
//!
//! Upper and lower case are the same: a telephone that begins with a capital must not make a second account, and with
//! it a second vote. Letters go to the lower-case form too, so nobody is let in by an address we didn't write to. Dots
//! and plus signs are left alone: what they mean is each mail provider's own business.

use std::fmt;

use folkmoot_common::{Address, Problem};
use folkmoot_text::{GateError, one_line};

#[cfg(test)]
mod tests;

/// The longest address that mail can carry, in bytes.
const MOST: usize = 254;

/// Characters that would need quoting, or that mean something in a mail header.
const REFUSED: &[char] = &['<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '\\'];

/// An address as it is stored: in lower case, NFC, one `@`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads what a person typed.
    ///
    /// # Errors
    /// Refuses what no letter could be sent to, with words that show what an address looks like.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let address = one_line(&raw.to_lowercase(), 1..=MOST).map_err(refused)?;
        if address.len() > MOST {
            return Err(too_long());
        }
        let mut halves = address.split('@');
        let (Some(local), Some(domain), None) = (halves.next(), halves.next(), halves.next()) else {
            return Err(unlike());
        };
        if !is_local(local) || !is_domain(domain) {
            return Err(unlike());
        }
        Ok(Self(address))
    }

    /// An address from the store, where only parsed ones go.
    #[must_use]
    pub const fn stored(address: String) -> Self {
        Self(address)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&Email> for Address {
    fn from(email: &Email) -> Self {
        Self::parsed(email.0.clone())
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands before the `@`: at most 64 bytes, and no dot at an end or beside another (mail servers refuse those).
fn is_local(local: &str) -> bool {
    local.len() <= 64
        && local.split('.').all(|part| !part.is_empty())
        && !local.chars().any(|c| c.is_whitespace() || REFUSED.contains(&c))
}

/// What stands after it: names joined by dots, at least two, so that a half-typed `ann@example` is caught.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c == '-' || c.is_ascii_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()))
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

fn refused(why: GateError) -> Problem {
    match why {
        GateError::Empty | GateError::TooShort { .. } => {
            Problem::new("email", "EMPTY", "Enter your email address, like name@example.com.")
        }
        GateError::TooLong { .. } => too_long(),
        GateError::Unprintable => Problem::new(
            "email",
            "UNPRINTABLE",
            "The email address has hidden characters in it. Type it by hand, like name@example.com.",
        ),
    }
}

fn too_long() -> Problem {
    Problem::new("email", "TOO_LONG", "That is longer than an email address can be. Check it, and enter it again.")
}

fn unlike() -> Problem {
    Problem::new("email", "INVALID", "Enter an email address in the right form, like name@example.com.")
}
