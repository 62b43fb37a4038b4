//! A look: what the council set itself, over what the configuration says. Every version is kept, so that it can be told who
//! changed what.

use std::sync::Arc;

use folkmoot_common::{PersonId, Timestamp};

use crate::{Colour, Logo};

/// What the council set itself. What is none is as the configuration says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// What the board is called.
    pub name: Option<String>,
    /// Whose board it is.
    pub council: Option<String>,
    /// Where people write when something is wrong.
    pub contact: Option<String>,
    /// The accent of light pages.
    pub accent: Option<Colour>,
    /// The accent of dark pages.
    pub accent_dark: Option<Colour>,
    /// The logo.
    pub logo: Option<Arc<Logo>>,
}

/// The look that stands: its version, which only grows. Version 0 is the configuration's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Which.
    pub version: i32,
    /// What the council set.
    pub look: Look,
}

/// A version of the past or the present, for whoever runs the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Which.
    pub version: i32,
    /// What the council had set.
    pub look: Look,
    /// Who set it; none once they have deleted their account.
    pub by: Option<PersonId>,
    /// What they are called.
    pub by_name: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What the configuration says, where the council set nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// What the board is called.
    pub name: String,
    /// Whose board it is.
    pub council: String,
    /// Where people write.
    pub contact: String,
    /// The accent of light pages.
    pub accent: Colour,
    /// The accent of dark pages.
    pub accent_dark: Colour,
}

/// What the site wears: nothing is left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worn {
    /// Of which version.
    pub version: i32,
    /// What the board is called.
    pub name: String,
    /// Whose board it is.
    pub council: String,
    /// Where people write.
    pub contact: String,
    /// The accent of light pages.
    pub accent: Colour,
    /// The accent of dark pages.
    pub accent_dark: Colour,
    /// The council's own logo; none for the configuration's, or the program's mark.
    pub logo: Option<Arc<Logo>>,
    /// Whether anything is other than the configuration says.
    pub is_own: bool,
}

impl Kept {
    /// With what the configuration says where nothing was set.
    #[must_use]
    pub fn over(&self, standard: &Standard) -> Worn {
        let Look { name, council, contact, accent, accent_dark, logo } = &self.look;
        let or = |own: &Option<String>, theirs: &String| own.clone().unwrap_or_else(|| theirs.clone());
        Worn {
            version: self.version,
            name: or(name, &standard.name),
            council: or(council, &standard.council),
            contact: or(contact, &standard.contact),
            accent: accent.unwrap_or(standard.accent),
            accent_dark: accent_dark.unwrap_or(standard.accent_dark),
            logo: logo.clone(),
            is_own: self.look != Look::default(),
        }
    }
}
