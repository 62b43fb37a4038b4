//! The name a person goes by in public. People choose it; it is one line of plain text wherever it is shown.
//!
//! A citizen's name may not pass for the council's own. The council's people may say what they are.

use std::fmt;

use folkmoot_common::{Problem, Role, Roles};
use folkmoot_text::{GateError, looks_like_staff, one_line};

#[cfg(test)]
mod tests;

/// What somebody is called in public. Only a chosen name is text: what stands for the others is said in the language of
/// whoever reads it, and so not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// The name that they chose.
    Named(String),
    /// They haven't chosen one yet.
    Nameless,
    /// They deleted their account: what they said in public may have stayed, their name has not.
    Former,
}

impl Called {
    /// The chosen name, or none yet.
    #[must_use]
    pub fn chosen(name: Option<&DisplayName>) -> Self {
        name.map_or(Self::Nameless, |name| Self::Named(name.as_str().to_owned()))
    }
}

/// A public name of 2 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisplayName(String);

impl DisplayName {
    /// Reads a name that a citizen chose.
    ///
    /// # Errors
    /// Refuses a name too short, too long, unprintable, or that looks like the council's own people.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        Self::parse_for(Roles::default(), raw)
    }

    /// Reads a name for somebody with these roles: moderators, officers and admins may say so in their name.
    ///
    /// # Errors
    /// As [`DisplayName::parse`].
    pub fn parse_for(roles: Roles, raw: &str) -> Result<Self, Problem> {
        let name = one_line(raw, 2..=60).map_err(refused)?;
        if !is_staff(roles) && looks_like_staff(&name) {
            return Err(Problem::new(
                "name",
                "RESERVED",
                "That name could be taken for somebody who works for the council. Choose another one.",
            ));
        }
        Ok(Self(name))
    }

    /// A name from the store, where only parsed ones go.
    #[must_use]
    pub const fn stored(name: String) -> Self {
        Self(name)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DisplayName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether somebody with these roles works for the council.
pub(crate) fn is_staff(roles: Roles) -> bool {
    roles.iter().any(|role| role != Role::Citizen)
}

fn refused(why: GateError) -> Problem {
    let message = match why {
        GateError::Empty => "Enter the name that others will see.".to_owned(),
        GateError::TooShort { least } => format!("Use at least {least} characters for your name."),
        GateError::TooLong { most, found } => {
            format!("Use at most {most} characters for your name. That one has {found}.")
        }
        GateError::Unprintable => {
            "The name has hidden characters in it. Type it by hand, with letters and spaces.".to_owned()
        }
    };
    Problem { numbers: why.numbers(), ..Problem::new("name", why.code(), message) }
}
